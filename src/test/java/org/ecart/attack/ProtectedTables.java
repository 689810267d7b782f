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
    /** Of the safe cells, in percent: of tables as registers make them, and of all in the long run. */
    static final double MUST_STAY = 80;

    private int tables;
    private int brokenTables;
    private int brokenCells;
    private final Share sparse = new Share();
    private final Share usual = new Share();

    /** How many of the cells that are safe by themselves stay published. */
    private static final class Share {
        private long safe;
        private long published;

        double percent() {
            return 100.0 * published / Math.max(1, safe);
        }
    }

    /** One table from one seed, protected and attacked; fails with the seed and what is broken. */
    void attack(long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        RandomTables.Drawn drawn = RandomTables.drawn(random);
        attack(seed, drawn.system(), RandomTables.policy(random), drawn.sparse() ? sparse : usual);
    }

    /** One set of linked tables from one seed. */
    void attackSet(long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        CountSystem set = RandomSets.set(random);
        attack(seed, set, RandomTables.policy(random), usual);
    }

    /** Tables in a chain from one seed, protected in a grid for each and attacked in one grid of everything. */
    void attackChain(long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        RandomChains chain = RandomChains.chain(random);
        attack(seed, chain.joined(), chain.whole(), RandomTables.policy(random), usual);
    }

    private void attack(long seed, CountSystem table, Policy policy, Share share) {
        attack(seed, table, table, policy, share);
    }

    /** @param table the same as an outsider sees it */
    private void attack(long seed, CountSystem protectedAs, CountSystem table, Policy policy, Share share) {
        List<Protection> protection;
        try {
            protection = Suppression.protect(protectedAs, policy, Progress.NONE);
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
        count(table, policy, suppressed, share);
        assertThat(Attacker.avoidable(table, suppressed, policy))
                .as("seed %s, %s", seed, policy)
                .isEmpty();
        List<Break> breaks = Attacker.attack(table, suppressed, policy);
        if (!breaks.isEmpty()) {
            brokenTables++;
            brokenCells += (int) breaks.stream().map(Break::cell).distinct().count();
        }
    }

    private void count(CountSystem table, Policy policy, boolean[] suppressed, Share share) {
        boolean[] primary = PlainProtection.primary(table, policy);
        tables++;
        for (int i = 0; i < suppressed.length; i++) {
            if (!primary[i]) {
                share.safe++;
                share.published += suppressed[i] ? 0 : 1;
            }
        }
    }

    int tables() {
        return tables;
    }

    /** Of the safe cells of tables that are not sparse, the share that stays published, in percent. */
    double stay() {
        return usual.percent();
    }

    /** Of the safe cells of these and other tables, sparse ones too, the share that stays published, in percent. */
    double stayWith(ProtectedTables others) {
        long safe = sparse.safe + usual.safe + others.sparse.safe + others.usual.safe;
        long published = sparse.published + usual.published + others.sparse.published + others.usual.published;
        return 100.0 * published / Math.max(1, safe);
    }

    @Override
    public String toString() {
        return String.format(
                Locale.ROOT,
                "%d tables protected, %.1f %% of %d safe cells stay published, of sparse tables %.1f %% of %d;"
                        + " in %d of them %d cells are known to B or C, as they would be with nothing printed",
                tables,
                usual.percent(),
                usual.safe,
                sparse.percent(),
                sparse.safe,
                brokenTables,
                brokenCells);
    }
}
