package org.ecart.batch;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Releases written by hand: the same streets for persons some of whom are in one table only. */
class OverlapsAuditTest {
    private static final String STREETS = "street: a b";

    private final WrittenRelease release;

    OverlapsAuditTest(@TempDir Path temporary) throws IOException {
        release = new WrittenRelease(temporary);
    }

    private void asked(String first, String second) throws IOException {
        release.study(
                "T01 street \"indicator\": \"population\"" + first,
                "T02 street \"indicator\": \"population\"" + second);
    }

    /** Of 57 persons of 18 to 64 in street a, 56 are 20 or older: one is 18 or 19. */
    @Test
    void oneSpanLessAnotherMayBeOnePerson() throws IOException {
        release.table("T01", STREETS, "a 57", "b 40");
        release.table("T02", STREETS, "a 56", "b 30");
        asked(", \"span\": \"18-64\"", ", \"span\": \"20-64\"");
        assertThat(release.fallen()).containsExactly("street a");
    }

    @Test
    void spansOfWhichNeitherHoldsTheOtherTellNothing() throws IOException {
        release.table("T01", STREETS, "a 57", "b 40");
        release.table("T02", STREETS, "a 56", "b 30");
        asked(", \"span\": \"18-60\"", ", \"span\": \"20-64\"");
        assertThat(release.fallen()).isEmpty();
    }

    /** Two men in street a, ten in b. */
    @Test
    void aFilterThatIsOneMoreConditionLeavesOthersOver() throws IOException {
        release.table("T01", STREETS, "a 57", "b 40");
        release.table("T02", STREETS, "a 55", "b 30");
        asked("", ", \"filter\": \"gender = \\\"2\\\"\"");
        assertThat(release.fallen()).containsExactly("street a");
    }

    /** Women of street a are left out of the one table and are all of the other. */
    @Test
    void aFilterOnACategoryIsThatCategory() throws IOException {
        release.table("T01", STREETS + "; gender: 1 2", "a/1 20", "a/2 c", "b/1 c", "b/2 40");
        release.table("T02", STREETS, "a 57", "b 40");
        release.study(
                "T01 street>gender \"indicator\": \"population\"",
                "T02 street \"indicator\": \"population\", \"filter\": \"gender = \\\"2\\\"\"");
        assertThat(release.fallen()).containsExactly("street a");
    }

    /** Nobody is 18 or 19: the 60 of 20 to 64 are all, so there are 30 in each street. */
    @Test
    void aCellHasNoMorePersonsThanTheSameOfALongerSpan() throws IOException {
        release.table("T01", STREETS, "_T 60", "a 30", "b 30");
        release.table("T02", STREETS, "_T 60", "a c", "b c");
        asked(", \"span\": \"18-64\"", ", \"span\": \"20-64\"");
        assertThat(release.fallen()).containsExactly("street a", "street b");
    }

    /** Ten persons of street a are 18 or 19, and one of them works; ten of b, and five of them. */
    @Test
    void ofADifferenceItsRateIsLookedAtToo() throws IOException {
        release.table("T01", STREETS, "a 60 50.0", "b 60 50.0");
        release.table("T02", STREETS, "a 50 58.0", "b 50 50.0");
        release.study(
                "T01 street \"indicator\": \"at_work\", \"span\": \"18-64\"",
                "T02 street \"indicator\": \"at_work\", \"span\": \"20-64\"");
        assertThat(release.fallen()).containsExactly("street a");
    }

    /** North has 57 persons of 18 to 64, and street a 54 of 20 to 64: 3 are left for street b at most. */
    @Test
    void aGroupOfALongerSpanLimitsItsParts() throws IOException {
        release.table("T01", "quarter of street: north=a+b", "north 57");
        release.table("T02", STREETS, "a 54", "b c");
        release.study(
                "T01 quarter \"indicator\": \"population\", \"span\": \"18-64\"",
                "T02 street \"indicator\": \"population\", \"span\": \"20-64\"");
        assertThat(release.fallen()).isEmpty();
        release.reasons("T02", WrittenRelease.unsafe("b"));
        assertThat(release.fallen()).containsExactly("street b");
    }
}
