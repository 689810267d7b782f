package org.ecart.attack;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * New random tables and sets of linked tables each time: {@code mvn -Pattack verify}, with {@code -Decart.seed=} to repeat one run and
 * {@code -Decart.attack.tables=} for more or fewer than 2000.
 */
@Tag("attack")
class AttackTest {
    private static final int TABLES = 2000;
    /** Sets of linked tables to so many tables: 300 to 2000. */
    private static final double SETS = 0.15;

    @Test
    void noProtectedTableIsBroken() {
        long seed = Long.getLong("ecart.seed", new SplittableRandom().nextLong());
        int count = Integer.getInteger("ecart.attack.tables", TABLES);
        System.out.println("attack with -Decart.seed=" + seed + " on " + count + " tables");
        ProtectedTables tables = new ProtectedTables();
        SplittableRandom seeds = new SplittableRandom(seed);
        for (int i = 0; i < count; i++) {
            tables.attack(seeds.nextLong());
        }
        System.out.println(tables);
        assertThat(tables.tables()).isGreaterThan(count / 2);
        assertThat(tables.stay()).isGreaterThanOrEqualTo(ProtectedTables.MUST_STAY);
        ProtectedTables sets = new ProtectedTables();
        for (int i = 0; i < count * SETS; i++) {
            sets.attackSet(seeds.nextLong());
        }
        System.out.println("linked sets: " + sets);
        assertThat(sets.tables()).isGreaterThan((int) (count * SETS / 2));
        System.out.printf(Locale.ROOT, "of all of these %.1f %% stay%n", tables.stayWith(sets));
        if (count >= TABLES) {
            assertThat(tables.stayWith(sets)).isGreaterThanOrEqualTo(ProtectedTables.MUST_STAY);
        }
        ProtectedTables chains = new ProtectedTables();
        for (int i = 0; i < count * SETS; i++) {
            chains.attackChain(seeds.nextLong());
        }
        System.out.println("tables in chains: " + chains);
        assertThat(chains.tables()).isGreaterThan((int) (count * SETS / 2));
    }

    @Test
    void noSumThatIsLeftOutIsToldTooWell() {
        long seed = Long.getLong("ecart.seed", new SplittableRandom().nextLong());
        int count = Integer.getInteger("ecart.attack.tables", TABLES);
        System.out.println("attack on sums with -Decart.seed=" + seed + " on " + count + " sets of tables");
        SplittableRandom seeds = new SplittableRandom(seed);
        int printed = 0;
        int leftOut = 0;
        for (int i = 0; i < count; i++) {
            SumAttacker attacker = AmountAttackTest.attacked(seeds.nextLong());
            printed += attacker.printed();
            leftOut += attacker.leftOut();
        }
        System.out.println("sums: " + printed + " printed, " + leftOut + " left out that are safe by themselves");
        assertThat(printed).isGreaterThan(leftOut);
    }
}
