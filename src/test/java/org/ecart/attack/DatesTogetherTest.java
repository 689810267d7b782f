package org.ecart.attack;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Tables of several dates, and of what the same persons have at others, withstand who knows that they tell of the same persons.
 * With {@code -Decart.attack.first=} and {@code -Decart.attack.releases=} others or more than the usual ones are drawn.
 */
class DatesTogetherTest {
    private static final long FIRST_SEED = 80_000;
    private static final int RELEASES = 60;
    private static final int MOVING = 30;
    /** Of the safe cells of releases about many persons, in percent. */
    private static final double MUST_STAY = 60;

    @Test
    void noneOfTheReleasesIsBroken() {
        FollowedReleases releases = attacked(false, RELEASES);
        System.out.println("releases over dates: " + releases);
        assertThat(releases.stay()).isGreaterThan(MUST_STAY);
    }

    /** From any place to any other, one way only, not at all, or away. */
    @Test
    void noneOfTheReleasesAboutPersonsWhoMoveIsBroken() {
        FollowedReleases releases = attacked(true, MOVING);
        System.out.println("releases over dates of persons who move: " + releases);
        assertThat(releases.stay()).isGreaterThan(MUST_STAY);
    }

    /** Releases that were broken once, of persons who keep their place and of others. */
    @ParameterizedTest
    @CsvSource({"80172, false", "80072, true", "700144, true", "700184, true"})
    void noneOfThemIsBrokenAgain(long seed, boolean moving) {
        new FollowedReleases(moving).attack(seed);
    }

    private static FollowedReleases attacked(boolean moving, int usual) {
        FollowedReleases releases = new FollowedReleases(moving);
        long first = Long.getLong("ecart.attack.first", FIRST_SEED);
        int count = Integer.getInteger("ecart.attack.releases", usual);
        for (long seed = first; seed < first + count; seed++) {
            releases.attack(seed);
        }
        return releases;
    }
}
