package org.ecart.attack;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import org.ecart.model.Loss;
import org.ecart.model.Policy;
import org.ecart.model.Policy.AmountRule;
import org.ecart.model.Progress;
import org.ecart.protect.ProtectedTable;
import org.ecart.protect.Protector;
import org.junit.jupiter.api.Test;

/** Tables of sums and means, alone and linked, attacked by a reader and by each who is alone in a cell. */
class AmountAttackTest {
    private static final List<Policy> POLICIES = List.of(
            Policy.DEFAULT,
            new Policy("three", 3, true, new AmountRule(1, 60, 15, 1), Loss.CELLS, Optional.of("a test")),
            new Policy("p", 1, false, new AmountRule(2, 100, 20, 1), Loss.BALANCED, Optional.of("a test")));

    @Test
    void noSumThatIsLeftOutIsToldTooWell() {
        int printed = 0;
        int leftOut = 0;
        for (long seed = 1; seed <= 120; seed++) {
            SumAttacker attacker = attacked(seed);
            printed += attacker.printed();
            leftOut += attacker.leftOut();
        }
        System.out.println(
                "amounts: " + printed + " cells printed, " + leftOut + " left out that are safe by themselves");
        assertThat(printed).isGreaterThan(leftOut);
    }

    /** Random tables under one of the policies, which nobody breaks. */
    static SumAttacker attacked(long seed) {
        Policy policy = POLICIES.get(Math.floorMod(seed, POLICIES.size()));
        AmountTables tables = new AmountTables(new SplittableRandom(seed), policy);
        List<ProtectedTable> released = Protector.protect(
                        tables.drafts, List.of(), policy, tables.tabulator, Progress.NONE)
                .tables();
        SumAttacker attacker = new SumAttacker(tables, released, policy);
        assertThat(attacker.breaks())
                .as("seed %d, policy %s", seed, policy.id())
                .isEmpty();
        return attacker;
    }

    /** The attacker is no straw man: under a policy that allows more it finds what is told. */
    @Test
    void whatAWeakerPolicyPrintsIsToldToTheAttackerOfTheStronger() {
        int broken = 0;
        Policy weak = new Policy(
                "weak", 1, false, new AmountRule(1, 100, 0, 1), Loss.BALANCED, Optional.of("a test of the attacker"));
        for (long seed = 1; seed <= 20; seed++) {
            AmountTables tables = new AmountTables(new SplittableRandom(seed), weak);
            List<ProtectedTable> released = Protector.protect(
                            tables.drafts, List.of(), weak, tables.tabulator, Progress.NONE)
                    .tables();
            broken += new SumAttacker(tables, released, Policy.DEFAULT).breaks().isEmpty() ? 0 : 1;
        }
        assertThat(broken).isGreaterThan(10);
    }
}
