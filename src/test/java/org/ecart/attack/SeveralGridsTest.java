package org.ecart.attack;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** Tables that are protected in several grids withstand who knows that they tell of the same persons. */
class SeveralGridsTest {
    private static final int FIRST_SEED = 60_000;
    private static final int CHAINS = 60;

    @Test
    void noneOfTheProtectedChainsIsBroken() {
        ProtectedTables chains = new ProtectedTables();
        for (int seed = FIRST_SEED; seed < FIRST_SEED + CHAINS; seed++) {
            chains.attackChain(seed);
        }
        System.out.println("tables in chains: " + chains);
        assertThat(chains.tables()).isGreaterThan(CHAINS * 9 / 10);
        assertThat(chains.stay()).isGreaterThan(50);
    }
}
