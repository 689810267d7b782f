package org.ecart.protect;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.BitSet;
import java.util.Map;
import java.util.OptionalLong;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.ecart.model.Loss;
import org.ecart.model.Policy;
import org.ecart.protect.CountSystem.Unit;
import org.ecart.protect.Cubes.Cube;
import org.ecart.protect.Cubes.Goal;
import org.ecart.protect.Cubes.Reach;
import org.junit.jupiter.api.Test;

class CubesTest {
    private static final int[] SIZES = {4, 3, 3};
    /** Two groups of the first dimension. */
    private static final int[][] GROUPS = {{0, 1}, {2, 3}};

    /** What is left aside because it cannot be afforded must never be the cheapest. */
    @Test
    void no_cube_is_cheaper_than_the_one_that_is_found() {
        SplittableRandom random = new SplittableRandom(7);
        int found = 0;
        for (int round = 0; round < 300; round++) {
            CountSystem table = table(random);
            Searched searched = new Searched(table, random);
            int figure = searched.unknown(random);
            Reach reach = Reach.values()[random.nextInt(3)];
            int sign = random.nextBoolean() ? 1 : -1;
            Goal goal = new Goal(figure, sign, random.nextInt(1, 4), random.nextInt(2), reach);
            goal = random.nextBoolean() ? goal.guarded(new BitSet(), new BitSet()) : goal;
            goal = random.nextBoolean() ? goal.paying(searched.some(random)) : goal;
            OptionalLong price = searched.found(goal);
            assertThat(price).as("round %d", round).isEqualTo(searched.cheapest(goal));
            found += price.isPresent() ? 1 : 0;
        }
        assertThat(found).isBetween(100, 290);
    }

    /** Persons by three dimensions with groups of the first and all totals. */
    private static CountSystem table(SplittableRandom random) {
        CountSystemBuilder builder = new CountSystemBuilder(SIZES[0], SIZES[1], SIZES[2], 1);
        for (int a = 0; a < SIZES[0]; a++) {
            for (int b = 0; b < SIZES[1]; b++) {
                for (int c = 0; c < SIZES[2]; c++) {
                    builder.atom(random.nextInt(12), a, b, c, 0);
                }
            }
        }
        for (int a = 0; a <= SIZES[0] + GROUPS.length; a++) {
            for (int b = 0; b <= SIZES[1]; b++) {
                for (int c = 0; c <= SIZES[2]; c++) {
                    int margins = (a < SIZES[0] ? 0 : 1) + b / SIZES[1] + c / SIZES[2];
                    int[][] box = {side(a, 0), side(b, 1), side(c, 2), {0}};
                    builder.unit(new Unit(Map.of(Quantity.PERSONS, builder.figure(box)), margins, false));
                }
            }
        }
        return builder.build();
    }

    private static int[] side(int place, int dimension) {
        if (place < SIZES[dimension]) {
            return new int[] {place};
        }
        int group = place - SIZES[dimension];
        return dimension == 0 && group < GROUPS.length ? GROUPS[group] : CountSystemBuilder.ALL;
    }

    /** A table in which some units are left out. */
    private static final class Searched {
        private final CountSystem table;
        private final Ground ground;
        private final Published published;
        private final Knowledge knowledge;

        Searched(CountSystem table, SplittableRandom random) {
            this.table = table;
            this.ground = new Ground(table, Loss.BALANCED);
            Requirements requirements = new Requirements(table, table.units().size(), Policy.DEFAULT);
            this.published = new Published(ground, requirements);
            this.knowledge = new Knowledge(table, requirements, Policy.DEFAULT);
            some(random).stream().forEach(published::leaveOut);
        }

        /** A third of the units. */
        BitSet some(SplittableRandom random) {
            BitSet some = new BitSet();
            IntStream.range(0, table.units().size())
                    .filter(unit -> random.nextInt(3) == 0)
                    .forEach(some::set);
            return some;
        }

        int unknown(SplittableRandom random) {
            int[] unknown = IntStream.range(0, table.figures())
                    .filter(figure -> !published.known(figure) && table.atomsOf(figure).length <= 4)
                    .toArray();
            return unknown[random.nextInt(unknown.length)];
        }

        OptionalLong found(Goal goal) {
            return new Cubes(ground, knowledge, published, new Steps(Long.MAX_VALUE))
                    .cheapest(goal, ground.counts(), Long.MAX_VALUE).stream()
                            .mapToLong(Cube::price)
                            .findFirst();
        }

        /** Every cube, one after another. */
        OptionalLong cheapest(Goal goal) {
            OptionalLong best = OptionalLong.empty();
            for (int base : ground.atomsOf(goal.figure())) {
                int[] at = IntStream.range(0, 3)
                        .map(d -> table.coordinate(base, d))
                        .toArray();
                for (int a = 0; a < SIZES[0]; a++) {
                    for (int b = 0; b < SIZES[1]; b++) {
                        for (int c = 0; c < SIZES[2]; c++) {
                            OptionalLong price = price(base, at, new int[] {a, b, c}, goal);
                            best = price.isPresent() && price.getAsLong() < best.orElse(Long.MAX_VALUE) ? price : best;
                        }
                    }
                }
            }
            return best;
        }

        /** The price of a cube between two opposite corners; none if it is not possible. */
        private OptionalLong price(int base, int[] at, int[] opposite, Goal goal) {
            int sides = (int)
                    IntStream.range(0, 3).filter(d -> at[d] != opposite[d]).count();
            long[] change = new long[table.figures()];
            for (int mask = 0; mask < 8; mask++) {
                int atom = base;
                int turned = 0;
                boolean corner = true;
                for (int d = 0; d < 3; d++) {
                    boolean other = (mask >> d & 1) == 1;
                    corner &= !other || at[d] != opposite[d];
                    turned += other ? 1 : 0;
                    atom = ground.beside(atom, d, other ? opposite[d] : at[d]);
                }
                int sign = turned % 2 == 0 ? goal.sign() : -goal.sign();
                boolean partner = turned == 1 && sides > 0;
                if (corner
                        && (ground.count(atom) < (sign < 0 ? goal.fall() : goal.rise())
                                || partner && ground.holds(goal.figure(), atom))) {
                    return OptionalLong.empty();
                }
                for (int figure : corner ? ground.figuresOf(atom) : new int[0]) {
                    change[figure] += sign;
                }
            }
            return change[goal.figure()] == 0 ? OptionalLong.empty() : price(change, goal);
        }

        private OptionalLong price(long[] change, Goal goal) {
            BitSet gone = new BitSet();
            for (int figure = 0; figure < change.length; figure++) {
                if (change[figure] != 0) {
                    if (goal.guarded() && !knowledge.allows(figure, ground.value(figure) + change[figure])) {
                        return OptionalLong.empty();
                    }
                    Arrays.stream(ground.unitsOf(figure))
                            .filter(unit ->
                                    !published.hidden(unit) && !goal.paid().get(unit))
                            .forEach(gone::set);
                }
            }
            boolean within = gone.stream()
                    .allMatch(unit ->
                            goal.reach() == Reach.ANY || goal.reach() == Reach.OCCUPIED && ground.persons(unit) > 0);
            return within
                    ? OptionalLong.of(gone.stream().mapToLong(ground::price).sum())
                    : OptionalLong.empty();
        }
    }
}
