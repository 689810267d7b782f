package org.ecart.batch;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Releases written by hand: what is paid in each street, and the audit of their files. */
class AmountsAuditTest {
    private final WrittenRelease release;

    AmountsAuditTest(@TempDir Path temporary) throws IOException {
        release = new WrittenRelease(temporary);
    }

    /** 1,000 less 300 and 200 is 500. */
    @Test
    void aSumThatIsLeftOutAloneIsTheTotalLessTheOthers() throws IOException {
        release.amounts("T01", "street: a b c", "_T 1000", "a 300", "b c", "c 200");
        release.study("T01 street \"indicator\": \"paid\"");
        assertThat(release.fallen()).containsExactly("street b");
    }

    @Test
    void twoThatAreLeftOutHideEachOther() throws IOException {
        release.amounts("T01", "street: a b c", "_T 1000", "a 300", "b c", "c c");
        release.study("T01 street \"indicator\": \"paid\"");
        assertThat(release.fallen()).isEmpty();
    }

    /** Women of b follow from the women of all streets, then the men of b from all of b. */
    @Test
    void whatIsComputedHelpsToComputeMore() throws IOException {
        release.amounts(
                "T01",
                "street: a b; gender: 1 2",
                "_T/_T 1000",
                "_T/1 600",
                "_T/2 400",
                "a/_T 500",
                "b/_T 500",
                "a/1 c",
                "a/2 150",
                "b/1 c",
                "b/2 c");
        release.study("T01 street>gender \"indicator\": \"paid\"");
        assertThat(release.fallen()).hasSize(3);
    }

    /** The total of another table by the same streets. */
    @Test
    void sumsOfOtherTablesAreKnownToo() throws IOException {
        release.amounts("T01", "gender: 1 2", "_T 1000", "1 600", "2 400");
        release.amounts("T02", "street: a b", "_T c", "a 300", "b c");
        release.study("T01 gender \"indicator\": \"paid\"", "T02 street \"indicator\": \"paid\"");
        assertThat(release.fallen()).containsExactly("street _T", "street b");
    }

    /** A printed total that is not that of its parts counts others too. */
    @Test
    void whatDoesNotAddUpIsNoSum() throws IOException {
        release.amounts(
                "T01", "street: a b; gender: 1 2", "_T/1 600", "_T/2 400", "a/1 300", "a/2 200", "b/1 250", "b/2 c");
        release.study("T01 street>gender \"indicator\": \"paid\"");
        assertThat(release.fallen()).isEmpty();
    }
}
