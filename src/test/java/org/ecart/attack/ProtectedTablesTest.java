package org.ecart.attack;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.ecart.model.Policy;
import org.ecart.model.Progress;
import org.ecart.protect.CountSystem;
import org.ecart.protect.Protection;
import org.ecart.protect.Suppression;
import org.junit.jupiter.api.Test;

/** The same 300 random tables in every build. */
class ProtectedTablesTest {
    private static final int FIRST_SEED = 20_000;
    private static final int TABLES = 300;

    @Test
    void noneOfThreeHundredProtectedTablesIsBroken() {
        ProtectedTables tables = new ProtectedTables();
        for (int seed = FIRST_SEED; seed < FIRST_SEED + TABLES; seed++) {
            tables.attack(seed);
        }
        System.out.println(tables);
        assertThat(tables.tables()).isGreaterThan(TABLES * 9 / 10);
        assertThat(tables.stay()).isGreaterThanOrEqualTo(ProtectedTables.MUST_STAY);
    }

    @Test
    void printingOneMoreCellMostlyBreaksATableWithTotals() {
        int spoiled = 0;
        int broken = 0;
        for (int seed = FIRST_SEED; seed < FIRST_SEED + TABLES; seed++) {
            SplittableRandom random = new SplittableRandom(seed);
            RandomTables.Drawn drawn = RandomTables.drawn(random);
            if (!drawn.complete()) {
                continue;
            }
            CountSystem table = drawn.system();
            Policy policy = RandomTables.policy(random);
            List<Protection> protection = Suppression.protect(table, policy, Progress.NONE);
            List<Integer> secondary = IntStream.range(0, protection.size())
                    .filter(i -> protection.get(i) == Protection.SECONDARY)
                    .boxed()
                    .toList();
            if (!secondary.isEmpty()) {
                boolean[] suppressed = new boolean[protection.size()];
                for (int i = 0; i < suppressed.length; i++) {
                    suppressed[i] = protection.get(i).suppressed();
                }
                suppressed[secondary.get(random.nextInt(secondary.size()))] = false;
                spoiled++;
                broken += Attacker.breaks(table, suppressed, policy).isEmpty() ? 0 : 1;
            }
        }
        System.out.println(broken + " of " + spoiled + " tables are broken by printing one secondary cell");
        assertThat(spoiled).isGreaterThan(30);
        assertThat(broken).isGreaterThan(spoiled * 2 / 3);
    }
}
