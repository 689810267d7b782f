package org.ecart.attack;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** The same random sets of linked tables in every build. */
class LinkedSetsTest {
    private static final int FIRST_SEED = 40_000;
    private static final int SETS = 60;

    @Test
    void noneOfTheProtectedSetsIsBroken() {
        ProtectedTables sets = new ProtectedTables();
        for (int seed = FIRST_SEED; seed < FIRST_SEED + SETS; seed++) {
            sets.attackSet(seed);
        }
        System.out.println("linked sets: " + sets);
        assertThat(sets.tables()).isGreaterThan(SETS * 9 / 10);
    }
}
