package org.ecart.batch;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.TreeMap;
import org.ecart.model.AuditReport.Interval;
import org.ecart.model.AuditReport.Kind;
import org.ecart.model.AuditReport.LeftOut;
import org.ecart.model.Period;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Releases written by hand with the reasons why cells were left out, and the audit of their files. */
@SuppressWarnings("NullAway.Init") // written before each test
class ReasonsAuditTest {
    private static final Period BEFORE = Period.ofYear(2013);

    private static final String STREETS = "street: a b c";

    private WrittenRelease release;

    /** North has 60 persons and street a 57: 3 are left for b and c. */
    @BeforeEach
    void begin(@TempDir Path temporary) throws IOException {
        release = new WrittenRelease(temporary);
        release.table("T01", "quarter of street: north=a+b+c", "north 60");
        release.table("T02", STREETS, "a 57", "b c", "c c");
        release.study("T01 quarter \"indicator\": \"population\"", "T02 street \"indicator\": \"population\"");
    }

    @Test
    void aCellThatIsUnsafeNeedsAWideInterval() throws IOException {
        release.reasons("T02", WrittenRelease.unsafe("b"));
        assertThat(release.fallen()).containsExactly("street b");
    }

    /** A split change tells of those who stayed, too: they have codes and date of the cell, but are no part of the table. */
    @Test
    void whyThoseWhoStayedAreHiddenSaysNothingAboutThePrintedCell() throws IOException {
        LeftOut stayed = new LeftOut(
                WrittenRelease.DATE,
                Map.of("street", "b"),
                Optional.of(BEFORE),
                false,
                Kind.SECONDARY,
                List.of(),
                Map.of(),
                List.of());
        release.reasons("T02", WrittenRelease.unsafe("b"), stayed);
        assertThat(release.fallen()).containsExactly("street b");
    }

    /** All 60 of the north live in street a: of b and c nobody learns anything of somebody. */
    @Test
    void whereNobodyIsNobodyIsTold() throws IOException {
        release.table("T02", STREETS, "a 60", "b c", "c c");
        assertThat(release.fallen()).isEmpty();
    }

    @Test
    void aSafeCellThatCanOnlyBeOfNobodyMayBeKnown() throws IOException {
        release.table("T02", STREETS, "a 60", "b c", "c c");
        release.reasons("T02", safe("b", Set.of("persons"), "A"));
        assertThat(release.fallen()).isEmpty();
    }

    @Test
    void aSafeCellOfNobodyMustBeInDoubtWhereSomebodyCouldBe() throws IOException {
        release.table("T02", STREETS, "a 60", "b c", "c c");
        release.reasons("T02", safe("b", Set.of("persons")));
        assertThat(release.fallen()).containsExactly("street b");
    }

    /** 20 of the 60 are left for b. */
    @Test
    void aSafeCellMustBeInDoubt() throws IOException {
        release.table("T02", STREETS, "a 40", "b c", "c 0");
        release.reasons("T02", safe("b", Set.of("persons")));
        assertThat(release.fallen()).containsExactly("street b");
    }

    @Test
    void whatAnotherCellTellsOfASafeCellIsNoSecret() throws IOException {
        release.table("T02", STREETS, "a 40", "b c", "c 0");
        release.reasons("T02", safe("b", Set.of()));
        assertThat(release.fallen()).isEmpty();
    }

    /** Of the 20 in b nobody can tell how many work, but that it is 20. */
    @Test
    void aSafeCellMustBeInDoubtInEachOfItsFigures() throws IOException {
        release.table("T01", "quarter of street: north=a+b+c", "north 60");
        release.table("T02", STREETS, "a 30 50.0", "b c", "c 10 50.0");
        release.study("T01 quarter \"indicator\": \"at_work\"", "T02 street \"indicator\": \"at_work\"");
        release.reasons("T02", safe("b", Set.of("numerator", "rest")));
        assertThat(release.fallen()).isEmpty();
        release.reasons("T02", safe("b", Set.of("numerator", "rest", "total")));
        assertThat(release.fallen()).containsExactly("street b");
    }

    /** @param figures that no other cell tells */
    private static LeftOut safe(String street, Set<String> figures, String... knownAnyway) {
        Map<String, Interval> bounds = new TreeMap<>();
        figures.forEach(figure -> bounds.put(figure, new Interval(0, OptionalLong.empty(), true)));
        return new LeftOut(
                WrittenRelease.DATE,
                Map.of("street", street),
                Optional.empty(),
                true,
                Kind.SECONDARY,
                List.of(),
                bounds,
                List.of(knownAnyway));
    }
}
