package org.ecart.batch;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Releases written by hand: persons by quarter in one table, by street in another, and the audit of their files. */
class RollUpsAuditTest {
    /** The quarters and the streets they are made of. */
    private static final String QUARTERS = "quarter of street: north=a+b south=c+d+e";

    private static final String STREETS = "street: a b c d e";

    private final WrittenRelease release;

    RollUpsAuditTest(@TempDir Path temporary) throws IOException {
        release = new WrittenRelease(temporary);
    }

    /** North has 60 persons and street a 57, so b has 3. South has 20 outside c, in d and e together. */
    @Test
    void aQuarterGivesTheOnlyStreetAwayThatIsLeftOut() throws IOException {
        release.table("T01", QUARTERS, "north 60", "south 40");
        release.table("T02", STREETS, "a 57", "b c", "c 20", "d c", "e c");
        release.study("T01 quarter \"indicator\": \"population\"", "T02 street \"indicator\": \"population\"");
        assertThat(release.fallen()).containsExactly("street b");
    }

    /** Street a of the north is street a, in the line of the street and in that of the quarter. */
    @Test
    void aStreetAndAllOfItInItsQuarterAreTheSamePersons() throws IOException {
        release.table(
                "T01",
                QUARTERS.replace("+d+e", "") + "; street: a b c",
                "_T/_T c",
                "north/_T c",
                "south/_T c",
                "_T/a c",
                "_T/b c",
                "_T/c c",
                "north/a c",
                "north/b c",
                "north/c 0",
                "south/a 0",
                "south/b 0",
                "south/c c");
        release.study("T01 quarter>street \"indicator\": \"population\"");
        assertThat(release.fallen()).isEmpty();
    }

    @Test
    void whereNoFileSaysWhatAQuarterIsMadeOfNothingIsSeen() throws IOException {
        release.table("T01", "quarter: north south", "north 60", "south 40");
        release.table("T02", STREETS, "a 57", "b c", "c 20", "d c", "e c");
        release.study("T01 quarter \"indicator\": \"population\"", "T02 street \"indicator\": \"population\"");
        assertThat(release.fallen()).isEmpty();
    }

    /** Of the 60 some may be 18 or 19: b has 3 or fewer, or none. */
    @Test
    void tablesOfOtherAgesAreOfOtherPersons() throws IOException {
        release.table("T01", QUARTERS, "north 60", "south 40");
        release.table("T02", STREETS, "a 57", "b c", "c 20", "d c", "e c");
        release.study(
                "T01 quarter \"indicator\": \"population\", \"span\": \"18-64\"",
                "T02 street \"indicator\": \"population\", \"span\": \"20-64\"");
        assertThat(release.fallen()).isEmpty();
    }

    /** Of 60 persons in the north 30 work, of 40 in street a 27: in b 3 of 20. */
    @Test
    void ratesAreTakenApartAcrossTablesToo() throws IOException {
        release.table("T01", QUARTERS, "north 60 50.0", "south 40 50.0");
        release.table("T02", STREETS, "a 40 67.5", "b c", "c 20 50.0", "d c", "e c");
        release.study("T01 quarter \"indicator\": \"at_work\"", "T02 street \"indicator\": \"at_work\"");
        assertThat(release.fallen()).containsExactly("street b");
    }

    /** A table without persons of undetermined street has the others as they are. */
    @Test
    void whoIsLeftOutAsUndeterminedIsInNoQuarterAnyway() throws IOException {
        release.table("T01", QUARTERS, "north 60", "south 40");
        release.table("T02", STREETS, "a 57", "b c", "c 20", "d c", "e c");
        release.study(
                "T01 quarter \"indicator\": \"population\", \"undetermined\": false",
                "T02 street \"indicator\": \"population\", \"undetermined\": true");
        assertThat(release.fallen()).containsExactly("street b");
    }

    /** Nobody knows how many of the 60 live in a street that no table prints: b has 3 or fewer, or none. */
    @Test
    void aPartThatNoTablePrintsLeavesSomethingOpen() throws IOException {
        release.table("T01", "quarter of street: north=a+b+lane south=c+d+e", "north 60", "south 40");
        release.table("T02", STREETS, "a 57", "b c", "c 20", "d c", "e c");
        release.study("T01 quarter \"indicator\": \"population\"", "T02 street \"indicator\": \"population\"");
        assertThat(release.fallen()).isEmpty();
    }

    /** Neither table is by street. */
    @Test
    void twoRollUpsOfTheSameVariableAreSeenToo() throws IOException {
        release.table("T01", "quarter of street: north=a+b+c south=d+e", "north 60", "south 40");
        release.table("T02", "block of street: first=a+b second=c third=d+e", "first 57", "second c", "third c");
        release.study("T01 quarter \"indicator\": \"population\"", "T02 block \"indicator\": \"population\"");
        // the third is the south, which is printed
        assertThat(release.fallen()).containsExactly("block second", "block third");
    }

    /** A street within its quarter is the street: what one table leaves out the other prints. */
    @Test
    void whatStandsInItsGroupIsTheSameWithoutIt() throws IOException {
        release.table(
                "T01", QUARTERS + "; " + STREETS, "north/a 57", "north/b c", "south/c 20", "south/d c", "south/e c");
        release.table("T02", STREETS, "a 57", "b 30", "c 20", "d c", "e c");
        release.study("T01 quarter>street \"indicator\": \"population\"", "T02 street \"indicator\": \"population\"");
        assertThat(release.fallen()).containsExactly("quarter north");
    }
}
