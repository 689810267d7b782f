package org.ecart.attack;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Locale;
import java.util.SplittableRandom;
import org.ecart.model.EcartException;
import org.ecart.model.Policy;
import org.ecart.model.Progress;
import org.ecart.protect.CountSystem;
import org.ecart.protect.Protection;
import org.ecart.protect.Suppression;

/**
 * Random tables, protected and then attacked; keeps count of what stays published, and apart of what no suppression
 * could have kept from B or C.
 */
final class ProtectedTables {
    private int tables;
    private int brokenTables;
    private int brokenCells;
    private long safe;
    private long published;

    /** One table from one seed, protected and attacked; fails with the seed and what is broken. */
    void attack(long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        CountSystem table = RandomTables.table(random);
        attack(seed, table, RandomTables.policy(random));
    }

    /** One set of linked tables from one seed. */
    void attackSet(long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        CountSystem set = RandomSets.set(random);
        attack(seed, set, RandomTables.policy(random));
    }

    private void attack(long seed, CountSystem table, Policy policy) {
        List<Protection> protection;
        try {
            protection = Suppression.protect(table, policy, Progress.NONE);
        } catch (EcartException refused) {
            assertThat(Attacker.hopeless(table, policy))
                    .as("seed %s refused: %s", seed, refused)
                    .isNotEmpty();
            return;
        }
        boolean[] suppressed = new boolean[protection.size()];
        for (int i = 0; i < suppressed.length; i++) {
            suppressed[i] = protection.get(i).suppressed();
        }
        count(table, policy, suppressed);
        assertThat(Attacker.avoidable(table, suppressed, policy))
                .as("seed %s, %s", seed, policy)
                .isEmpty();
        List<Break> breaks = Attacker.attack(table, suppressed, policy);
        if (!breaks.isEmpty()) {
            brokenTables++;
            brokenCells += breaks.size();
        }
    }

    private void count(CountSystem table, Policy policy, boolean[] suppressed) {
        boolean[] primary = PlainProtection.primary(table, policy);
        tables++;
        for (int i = 0; i < suppressed.length; i++) {
            if (!primary[i]) {
                safe++;
                published += suppressed[i] ? 0 : 1;
            }
        }
    }

    int tables() {
        return tables;
    }

    @Override
    public String toString() {
        return String.format(
                Locale.ROOT,
                "%d tables protected, %.1f %% of %d safe cells stay published;"
                        + " in %d of them %d cells are known to B or C, as they would be with nothing printed",
                tables,
                100.0 * published / safe,
                safe,
                brokenTables,
                brokenCells);
    }
}
