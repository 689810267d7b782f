package org.ecart.batch;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.ecart.model.AuditReport.Kind;
import org.ecart.model.AuditReport.LeftOut;
import org.ecart.model.Period;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Releases written by hand with the reasons why cells were left out, and the audit of their files. */
@SuppressWarnings("NullAway.Init") // written before each test
class ReasonsAuditTest {
    private static final Period DATE = Period.ofYear(2014);
    private static final Period BEFORE = Period.ofYear(2013);

    private WrittenRelease release;

    /** North has 60 persons and street a 57: 3 are left for b and c. */
    @BeforeEach
    void begin(@TempDir Path temporary) throws IOException {
        release = new WrittenRelease(temporary);
        release.table("T01", "quarter of street: north=a+b+c", "north 60");
        release.table("T02", "street: a b c", "a 57", "b c", "c c");
        release.study("T01 quarter \"indicator\": \"population\"", "T02 street \"indicator\": \"population\"");
    }

    @Test
    void aCellThatIsUnsafeNeedsAWideInterval() throws IOException {
        release.reasons("T02", unsafe("b"));
        assertThat(release.fallen()).containsExactly("street b");
    }

    /** A split change tells of those who stayed, too: they have codes and date of the cell, but are no part of the table. */
    @Test
    void whyThoseWhoStayedAreHiddenSaysNothingAboutThePrintedCell() throws IOException {
        LeftOut stayed = new LeftOut(
                DATE,
                Map.of("street", "b"),
                Optional.of(BEFORE),
                false,
                Kind.SECONDARY,
                List.of(),
                Map.of(),
                List.of());
        release.reasons("T02", unsafe("b"), stayed);
        assertThat(release.fallen()).containsExactly("street b");
    }

    private static LeftOut unsafe(String street) {
        return new LeftOut(
                DATE,
                Map.of("street", street),
                Optional.empty(),
                true,
                Kind.PRIMARY,
                List.of("persons"),
                Map.of(),
                List.of());
    }
}
