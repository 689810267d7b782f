package org.ecart.attack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.TreeSet;
import org.ecart.attack.Component.Target;
import org.ecart.model.Policy;
import org.ecart.protect.CountSystem;
import org.ecart.protect.Quantity;
import org.junit.jupiter.api.Test;

/** Elimination, linear programming, exact search and plain enumeration, asked the same questions. */
class EnginesAgreeTest {
    private static final int TABLES = 400;
    private static final long STEPS = 200_000;

    private int compared;
    private int brokenCells;

    @Test
    void allEnginesGiveTheSameIntervalsAndTheSameBrokenCells() {
        for (int seed = 0; seed < TABLES; seed++) {
            SplittableRandom random = new SplittableRandom(seed);
            CountSystem table = seed % 4 == 0 ? RandomTables.table(random) : small(random);
            Policy policy = RandomTables.policy(random);
            boolean[] suppressed = suppressed(table, policy, random);
            PrimaryRule rule = new PrimaryRule(table, policy);
            Set<Integer> expected = new TreeSet<>();
            Set<Integer> found = new TreeSet<>();
            for (Component component : Component.of(new PrintedFigures(table, suppressed), suppressed, rule)) {
                Bounds a = Bounds.notNegative(component).propagated(component);
                Optional<Enumeration> all = Enumeration.of(component, a, STEPS);
                if (all.isPresent()) {
                    intervalsAgree("seed " + seed, component, a, all.orElseThrow());
                    expected.addAll(broken(component, a, all.orElseThrow(), rule));
                    new ComponentAttack(table, component, rule).breaks().forEach(b -> found.add(b.cell()));
                }
            }
            assertThat(found).as("broken cells, seed %s", seed).isEqualTo(expected);
            brokenCells += found.size();
        }
        assertThat(compared).isGreaterThan(500);
        assertThat(brokenCells).isGreaterThan(100);
    }

    /** Two or three dimensions of two or three categories, printed totals, small counts. */
    private static CountSystem small(SplittableRandom random) {
        long[][] numerator = new long[2 + random.nextInt(2)][2 + random.nextInt(2)];
        long[][] rest = new long[numerator.length][numerator[0].length];
        boolean rates = random.nextBoolean();
        int most = 2 + random.nextInt(8);
        for (int r = 0; r < numerator.length; r++) {
            for (int c = 0; c < numerator[r].length; c++) {
                numerator[r][c] = Math.max(0, random.nextInt(-2, most));
                rest[r][c] = rates ? Math.max(0, random.nextInt(-1, most)) : 0;
            }
        }
        return rates
                ? Grid.rates(numerator, rest).table()
                : Grid.persons(numerator).table();
    }

    private static boolean[] suppressed(CountSystem table, Policy policy, SplittableRandom random) {
        boolean[] suppressed = PlainProtection.primary(table, policy);
        for (int i = 0; i < suppressed.length; i++) {
            suppressed[i] |= random.nextInt(5) == 0;
        }
        return suppressed;
    }

    private void intervalsAgree(String seed, Component component, Bounds bounds, Enumeration all) {
        Elimination elimination = new Elimination(component);
        WitnessSearch search = new WitnessSearch(component, elimination);
        for (int place = 0; place < component.size(); place++) {
            long least = all.least(place);
            long greatest = all.greatest(place);
            String where = seed + ", place " + place;
            Bounds plain = Bounds.notNegative(component);
            assertThat(search.find(plain, place, greatest, Bounds.NONE))
                    .as(where)
                    .isPresent();
            assertThat(search.find(plain, place, greatest + 1, Bounds.NONE))
                    .as(where)
                    .isEmpty();
            assertThat(search.find(plain, place, -1, least)).as(where).isPresent();
            assertThat(search.find(plain, place, -1, least - 1)).as(where).isEmpty();
            if (elimination.determined()[place]) {
                assertThat(greatest).as(where).isEqualTo(least);
            }
            // with fractions the interval can only be wider; in two dimensions its ends are whole
            LpInterval lp = LpInterval.of(component, bounds, place).orElseThrow();
            assertThat(lp.low()).as(where).isLessThan(least + 1e-6);
            assertThat(lp.high()).as(where).isGreaterThan(greatest - 1e-6);
            if (Integer.parseInt(seed.substring(5)) % 4 != 0) {
                assertThat(lp.low()).as(where).isCloseTo((double) least, within(1e-6));
                assertThat(lp.high()).as(where).isCloseTo((double) greatest, within(1e-6));
            }
            compared++;
        }
    }

    /** METHOD section 6 over enumerated intervals. */
    private static Set<Integer> broken(Component component, Bounds a, Enumeration ofA, PrimaryRule rule) {
        Set<Integer> broken = new TreeSet<>();
        long n = rule.policy().threshold();
        Bounds b = a.copy();
        for (Target target : component.targets()) {
            for (Quantity quantity : target.unsafe()) {
                int place = component.place(target, quantity);
                if (ofA.greatest(place) < n || ofA.greatest(place) - ofA.least(place) < n) {
                    broken.add(target.unit());
                }
                if (rule.leavesAChoice(component.unit(target), quantity)) {
                    b.narrow(place, rule.least(component.unit(target), quantity), n - 1);
                }
            }
        }
        addKnown(broken, component, ofA, rule, List.of());
        addKnown(broken, component, Enumeration.of(component, b, STEPS).orElseThrow(), rule, List.of());
        for (List<Target> alone : component.singletons().values()) {
            Bounds c = b.copy();
            for (int place : component.atoms(alone)) {
                c.narrow(place, component.truth()[place], component.truth()[place]);
            }
            addKnown(broken, component, Enumeration.of(component, c, STEPS).orElseThrow(), rule, alone);
        }
        return broken;
    }

    /** @param alone the units in which somebody is alone; none = he is in no unit */
    private static void addKnown(
            Set<Integer> broken, Component component, Enumeration all, PrimaryRule rule, List<Target> alone) {
        Set<Integer> own = alone.isEmpty() ? Set.of() : component.ownFigures(alone);
        for (Target target : component.targets()) {
            for (Quantity quantity : component.asked(target)) {
                if (own.contains(component.unit(target).figure(quantity).orElseThrow())) {
                    continue;
                }
                int place = component.place(target, quantity);
                boolean secondary = !target.primary();
                if ((secondary || rule.leavesAChoice(component.unit(target), quantity))
                        && all.least(place) == all.greatest(place)) {
                    broken.add(target.unit());
                }
            }
        }
    }
}
