package org.ecart.attack;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.ecart.model.Policy;
import org.ecart.model.Progress;
import org.ecart.protect.Audit;
import org.ecart.protect.CountSystem;
import org.ecart.protect.Protection;
import org.ecart.protect.Suppression;
import org.junit.jupiter.api.Test;

/** The audit that ships against the attacker of the tests. It may be too strict, never too lenient. */
class AuditAgreesTest {
    private static final int FIRST_SEED = 60_000;
    private static final int TABLES = 60;

    @Test
    void what_is_protected_passes_and_what_is_spoiled_and_broken_does_not() {
        int broken = 0;
        for (int seed = FIRST_SEED; seed < FIRST_SEED + TABLES; seed++) {
            SplittableRandom random = new SplittableRandom(seed);
            CountSystem system = seed % 2 == 0 ? RandomTables.table(random) : RandomSets.set(random);
            Policy policy = RandomTables.policy(random);
            List<Protection> protections = new ArrayList<>(Suppression.protect(system, policy, Progress.NONE));
            assertThat(refused(system, protections, policy)).as("seed %s", seed).isFalse();
            int[] secondary = IntStream.range(0, protections.size())
                    .filter(u -> protections.get(u) == Protection.SECONDARY)
                    .toArray();
            if (secondary.length > 0) {
                protections.set(secondary[random.nextInt(secondary.length)], Protection.SAFE);
                boolean[] suppressed = new boolean[protections.size()];
                for (int u = 0; u < suppressed.length; u++) {
                    suppressed[u] = protections.get(u).suppressed();
                }
                if (!Attacker.avoidable(system, suppressed, policy).isEmpty()) {
                    broken++;
                    assertThat(refused(system, protections, policy))
                            .as("seed %s, spoiled", seed)
                            .isTrue();
                }
            }
        }
        assertThat(broken).isGreaterThan(TABLES / 4);
    }

    private static boolean refused(CountSystem system, List<Protection> protections, Policy policy) {
        return Audit.of(system, protections, policy, Progress.NONE).stream().anyMatch(Audit.Finding::broken);
    }
}
