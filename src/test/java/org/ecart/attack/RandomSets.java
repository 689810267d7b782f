package org.ecart.attack;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import org.ecart.protect.CountSystem;
import org.ecart.protect.CountSystem.Unit;
import org.ecart.protect.CountSystemBuilder;
import org.ecart.protect.Quantity;

/**
 * Random sets of tables over the same persons, linked as releases link them: shared margins, roll-ups, a sub-population
 * by a filter, ages 18-64 beside 20-64, employment beside unemployment and activity. Two or three tables of one or two
 * variables each.
 */
final class RandomSets {
    /** Ages 18-19, 20-59, 60-64 and 65. */
    private static final int AGE = 2;

    private static final List<int[]> SPANS =
            List.of(new int[] {0, 1, 2}, new int[] {1, 2}, new int[] {0, 1, 2, 3}, new int[] {0, 1});

    private final SplittableRandom random;
    private final int[] sizes;

    private enum Indicator {
        POPULATION,
        EMPLOYMENT,
        UNEMPLOYMENT,
        UNEMPLOYMENT_AND_OUTSIDE,
        ACTIVITY
    }

    /** @param groups for each printed line of a variable its coordinates; empty = the table does not have it */
    private record Table(Indicator indicator, List<List<int[]>> groups, List<Boolean> totals, int[][] population) {}

    private RandomSets(SplittableRandom random) {
        this.random = random;
        this.sizes = new int[] {2 + random.nextInt(3), 2 + random.nextInt(2), 4, 3};
    }

    /** The next set. */
    static CountSystem set(SplittableRandom random) {
        return new RandomSets(random).make();
    }

    private CountSystem make() {
        CountSystemBuilder builder = new CountSystemBuilder(sizes);
        double empty = random.nextDouble() * 0.5;
        double scale = StrictMath.exp(1 + 4 * random.nextDouble());
        each(new int[sizes.length], 0, at -> builder.atom(persons(empty, scale), at));
        int tables = 2 + random.nextInt(2);
        Set<Map<Quantity, Integer>> seen = new LinkedHashSet<>();
        Table first = table(random.nextInt(Indicator.values().length));
        print(builder, first, seen);
        for (int t = 1; t < tables; t++) {
            print(builder, random.nextInt(3) > 0 ? varied(first) : table(random.nextInt(5)), seen);
        }
        return builder.build();
    }

    private long persons(double empty, double scale) {
        double skew = random.nextDouble();
        return random.nextDouble() < empty ? 0 : 1 + (long) (scale * skew * skew);
    }

    private void each(int[] at, int dimension, Consumer<int[]> visitor) {
        if (dimension == at.length) {
            visitor.accept(at);
            return;
        }
        for (int c = 0; c < sizes[dimension]; c++) {
            at[dimension] = c;
            each(at, dimension + 1, visitor);
        }
    }

    private Table table(int indicator) {
        List<List<int[]>> groups = new ArrayList<>();
        List<Boolean> totals = new ArrayList<>();
        for (int d = 0; d < AGE; d++) {
            groups.add(random.nextInt(4) == 0 ? List.of() : lines(d));
            totals.add(random.nextInt(4) > 0);
        }
        int[][] population = {{}, {}, SPANS.get(random.nextInt(2))};
        return new Table(Indicator.values()[indicator], groups, totals, population);
    }

    /** Every category by itself, or rolled up to two groups. */
    private List<int[]> lines(int dimension) {
        List<int[]> lines = new ArrayList<>();
        boolean rolled = sizes[dimension] > 2 && random.nextInt(3) == 0;
        for (int c = 0; c < sizes[dimension]; c++) {
            if (!rolled || c == 0) {
                lines.add(new int[] {c});
            }
        }
        if (rolled) {
            lines.add(IntStream.range(1, sizes[dimension]).toArray());
        }
        return lines;
    }

    /** The same table but for one thing, as an analyst would ask for it next. */
    private Table varied(Table table) {
        int[][] population = table.population().clone();
        List<List<int[]>> groups = new ArrayList<>(table.groups());
        Indicator indicator = table.indicator();
        switch (random.nextInt(5)) {
            case 0 -> population[AGE] = SPANS.get(random.nextInt(SPANS.size()));
            case 1 -> {
                // a filter leaves one category of a variable out
                int d = random.nextInt(AGE);
                population[d] = IntStream.range(1, sizes[d]).toArray();
                groups.set(d, List.of());
            }
            case 2 -> indicator = Indicator.values()[random.nextInt(Indicator.values().length)];
            case 3 -> groups.set(0, lines(0));
            default -> groups.set(1, groups.get(1).isEmpty() ? lines(1) : List.of());
        }
        return new Table(indicator, groups, table.totals(), population);
    }

    private void print(CountSystemBuilder builder, Table table, Set<Map<Quantity, Integer>> seen) {
        for (int[] a : sides(table, 0)) {
            for (int[] b : sides(table, 1)) {
                Map<Quantity, Integer> figures = figures(builder, table.indicator(), a, b, table.population()[AGE]);
                int margins = (a.length == 1 ? 0 : 1) + (b.length == 1 ? 0 : 1);
                if (seen.add(figures)) {
                    builder.unit(new Unit(figures, margins, false));
                }
            }
        }
    }

    private static List<int[]> sides(Table table, int dimension) {
        List<int[]> sides = new ArrayList<>(table.groups().get(dimension));
        if (sides.isEmpty() || table.totals().get(dimension)) {
            sides.add(table.population()[dimension]);
        }
        return sides;
    }

    private static Map<Quantity, Integer> figures(
            CountSystemBuilder builder, Indicator indicator, int[] a, int[] b, int[] ages) {
        Map<Quantity, Integer> figures = new EnumMap<>(Quantity.class);
        switch (indicator) {
            case POPULATION -> put(figures, Quantity.PERSONS, builder, a, b, ages, 0, 1, 2);
            case EMPLOYMENT -> {
                put(figures, Quantity.NUMERATOR, builder, a, b, ages, 0);
                put(figures, Quantity.REST, builder, a, b, ages, 1, 2);
                put(figures, Quantity.TOTAL, builder, a, b, ages, 0, 1, 2);
            }
            case ACTIVITY -> {
                put(figures, Quantity.NUMERATOR, builder, a, b, ages, 0, 1);
                put(figures, Quantity.REST, builder, a, b, ages, 2);
                put(figures, Quantity.TOTAL, builder, a, b, ages, 0, 1, 2);
            }
            case UNEMPLOYMENT, UNEMPLOYMENT_AND_OUTSIDE -> {
                put(figures, Quantity.NUMERATOR, builder, a, b, ages, 1);
                put(figures, Quantity.REST, builder, a, b, ages, 0);
                put(figures, Quantity.TOTAL, builder, a, b, ages, 0, 1);
                if (indicator == Indicator.UNEMPLOYMENT_AND_OUTSIDE) {
                    put(figures, Quantity.OUTSIDE, builder, a, b, ages, 2);
                    put(figures, Quantity.PERSONS, builder, a, b, ages, 0, 1, 2);
                }
            }
        }
        return figures;
    }

    private static void put(
            Map<Quantity, Integer> figures,
            Quantity quantity,
            CountSystemBuilder builder,
            int[] a,
            int[] b,
            int[] ages,
            int... classes) {
        figures.put(quantity, builder.figure(a, b, ages, classes));
    }
}
