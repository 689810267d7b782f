package org.ecart.bench;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.ecart.model.Policy;
import org.ecart.model.Progress;
import org.ecart.protect.CountSystem;
import org.ecart.protect.CountSystem.Unit;
import org.ecart.protect.CountSystemBuilder;
import org.ecart.protect.Protection;
import org.ecart.protect.Quantity;
import org.ecart.protect.Suppression;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * How long the protection of large tables takes, and what it costs, beside the simple hypercube method. Invented persons:
 * a few large categories and many small ones, as origins and communes are.
 */
@Tag("bench")
class ProtectBenchmark {
    private static final int ROUNDS = Integer.getInteger("ecart.bench.rounds", 3);

    @Test
    void two_dimensions_with_groups_500_cells() {
        measure("2-way with groups", new int[] {25, 12}, new int[] {5, 4}, 40_000);
    }

    @Test
    void three_dimensions_5000_cells() {
        measure("3-way", new int[] {24, 19, 9}, new int[] {1, 1, 1}, 1_200_000);
    }

    @Test
    void three_dimensions_150000_cells() {
        measure(
                "3-way with groups",
                new int[] {Integer.getInteger("ecart.bench.protect.rows", 220), 40, 14},
                new int[] {20, 1, 1},
                Integer.getInteger("ecart.bench.protect.persons", 20_000_000));
    }

    private static void measure(String name, int[] leaves, int[] groups, int persons) {
        CountSystem system = table(leaves, groups, persons);
        List<Double> seconds = new ArrayList<>();
        List<Protection> protections = List.of();
        for (int round = 0; round < ROUNDS; round++) {
            long start = System.nanoTime();
            protections = Suppression.protect(system, Policy.DEFAULT, Progress.NONE);
            seconds.add((System.nanoTime() - start) / 1e9);
        }
        seconds.sort(null);
        report(name + ", " + system.units().size() + " cells", system, protections, seconds.get(seconds.size() / 2));
        long start = System.nanoTime();
        List<Protection> simple = new SimpleHypercubes(system, Policy.DEFAULT).protect();
        report("  simple hypercubes", system, simple, (System.nanoTime() - start) / 1e9);
        LossBound bound = new LossBound(system, Policy.DEFAULT);
        System.out.printf(
                Locale.ROOT,
                "  at least (LP relaxation): secondary %.0f  persons %.0f%n",
                bound.cells(),
                bound.persons());
    }

    private static void report(String name, CountSystem system, List<Protection> protections, double seconds) {
        long primary = 0;
        long secondary = 0;
        long persons = 0;
        for (int u = 0; u < protections.size(); u++) {
            boolean besides = protections.get(u).suppressed() && protections.get(u) != Protection.PRIMARY;
            primary += protections.get(u) == Protection.PRIMARY ? 1 : 0;
            secondary += besides ? 1 : 0;
            persons += besides ? system.persons(system.units().get(u)) : 0;
        }
        System.out.printf(
                Locale.ROOT,
                "%-40s %8.2f s  primary %6d  secondary %6d  of %6d safe cells (%.1f %% stay)  persons %d%n",
                name,
                seconds,
                primary,
                secondary,
                protections.size() - primary,
                100.0 * (protections.size() - primary - secondary) / Math.max(1, protections.size() - primary),
                persons);
    }

    /** Rates by dimensions of so many categories in so many groups, with all totals. */
    private static CountSystem table(int[] leaves, int[] groups, int persons) {
        SplittableRandom random = new SplittableRandom(20);
        CountSystemBuilder builder = new CountSystemBuilder(
                IntStream.concat(IntStream.of(leaves), IntStream.of(2)).toArray());
        double[][] weights = new double[leaves.length][];
        for (int d = 0; d < leaves.length; d++) {
            weights[d] = IntStream.range(0, leaves[d])
                    .mapToDouble(c -> StrictMath.exp(-2.5 * random.nextDouble()))
                    .toArray();
            double sum = Arrays.stream(weights[d]).sum();
            for (int c = 0; c < leaves[d]; c++) {
                weights[d][c] /= sum;
            }
        }
        each(leaves, new int[leaves.length + 1], 0, at -> {
            double share = persons;
            for (int d = 0; d < leaves.length; d++) {
                share *= weights[d][at[d]];
            }
            long here = (long) (share * (0.5 + random.nextDouble()) + random.nextDouble());
            long numerator = (long) (here * (0.4 + 0.4 * random.nextDouble()) + random.nextDouble());
            at[leaves.length] = 0;
            builder.atom(Math.min(here, numerator), at);
            at[leaves.length] = 1;
            builder.atom(here - Math.min(here, numerator), at);
        });
        List<List<int[]>> sides = new ArrayList<>();
        for (int d = 0; d < leaves.length; d++) {
            sides.add(sides(leaves[d], groups[d]));
        }
        int[] counts = sides.stream().mapToInt(List::size).toArray();
        each(counts, new int[leaves.length + 1], 0, at -> {
            int[][] box = new int[leaves.length + 1][];
            int margins = 0;
            for (int d = 0; d < leaves.length; d++) {
                box[d] = sides.get(d).get(at[d]);
                margins += at[d] < leaves[d] ? 0 : 1;
            }
            builder.unit(new Unit(figures(builder, box), margins, false));
        });
        return builder.build();
    }

    private static Map<Quantity, Integer> figures(CountSystemBuilder builder, int[][] box) {
        Map<Quantity, Integer> figures = new EnumMap<>(Quantity.class);
        box[box.length - 1] = new int[] {0};
        figures.put(Quantity.NUMERATOR, builder.figure(box));
        box[box.length - 1] = new int[] {1};
        figures.put(Quantity.REST, builder.figure(box));
        box[box.length - 1] = CountSystemBuilder.ALL;
        figures.put(Quantity.TOTAL, builder.figure(box));
        return figures;
    }

    private static List<int[]> sides(int leaves, int groups) {
        List<int[]> sides = new ArrayList<>();
        IntStream.range(0, leaves).forEach(c -> sides.add(new int[] {c}));
        int size = (leaves + groups - 1) / groups;
        for (int first = 0; groups > 1 && first < leaves; first += size) {
            sides.add(IntStream.range(first, Math.min(leaves, first + size)).toArray());
        }
        sides.add(CountSystemBuilder.ALL);
        return sides;
    }

    private interface Visitor {
        void visit(int[] at);
    }

    private static void each(int[] sizes, int[] at, int dimension, Visitor visitor) {
        if (dimension == sizes.length) {
            visitor.visit(at);
            return;
        }
        for (int c = 0; c < sizes[dimension]; c++) {
            at[dimension] = c;
            each(sizes, at, dimension + 1, visitor);
        }
    }
}
