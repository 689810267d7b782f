package org.ecart.attack;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.TreeSet;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.ecart.model.Policy;
import org.ecart.protect.CountSystem;
import org.ecart.protect.CountSystem.Sum;
import org.junit.jupiter.api.Test;

/** An attacker that cannot fail a bad table is worthless: protected tables, spoiled a little, have to fail. */
class SpoiledTableTest {
    private static final int TABLES = 120;

    private int spoiled;
    private int primariesOnly;
    private int primariesBroken;

    @Test
    void aProtectedTableThatIsSpoiledIsBroken() {
        int safe = 0;
        for (int seed = 1000; seed < 1000 + TABLES; seed++) {
            SplittableRandom random = new SplittableRandom(seed);
            CountSystem table = RandomTables.table(random);
            Policy policy = RandomTables.policy(random);
            Optional<boolean[]> suppressed = PlainProtection.protect(table, policy, random);
            if (suppressed.isPresent()) {
                safe++;
                spoil("seed " + seed, table, policy, suppressed.orElseThrow());
            }
        }
        assertThat(safe).isGreaterThan(TABLES / 2);
        assertThat(spoiled).isGreaterThan(40);
        assertThat(primariesOnly).isGreaterThan(40);
        assertThat(primariesBroken).isEqualTo(primariesOnly);
    }

    private void spoil(String seed, CountSystem table, Policy policy, boolean[] suppressed) {
        boolean[] primary = PlainProtection.primary(table, policy);
        for (int secondary : lonelyPartners(table, primary, suppressed)) {
            boolean[] worse = suppressed.clone();
            worse[secondary] = false;
            spoiled++;
            assertThat(Attacker.breaks(table, worse, policy))
                    .as("%s, cell %s printed", seed, secondary)
                    .isNotEmpty();
        }
        if (places(primary).size() < places(suppressed).size()) {
            primariesOnly++;
            primariesBroken += Attacker.breaks(table, primary, policy).isEmpty() ? 0 : 1;
        }
    }

    /** Secondary cells that share a printed sum with one suppressed cell alone. */
    private static Set<Integer> lonelyPartners(CountSystem table, boolean[] primary, boolean[] suppressed) {
        Set<Integer> partners = new TreeSet<>();
        for (Sum sum : table.sums()) {
            List<Integer> cells = Stream.concat(Stream.of(sum.total()), sum.addends().stream())
                    .map(figure -> unitOf(table, figure))
                    .toList();
            if (cells.contains(-1)) {
                continue;
            }
            List<Integer> hidden = cells.stream().filter(i -> suppressed[i]).toList();
            if (hidden.size() == 2) {
                hidden.stream().filter(i -> !primary[i]).forEach(partners::add);
            }
        }
        return partners;
    }

    /** The unit with just these persons; -1 if none is printed. */
    private static int unitOf(CountSystem table, int figure) {
        return IntStream.range(0, table.units().size())
                .filter(u -> table.units().get(u).widest() == figure)
                .findFirst()
                .orElse(-1);
    }

    private static List<Integer> places(boolean[] marks) {
        List<Integer> places = new ArrayList<>();
        for (int i = 0; i < marks.length; i++) {
            if (marks[i]) {
                places.add(i);
            }
        }
        return places;
    }
}
