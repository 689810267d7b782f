package org.ecart.protect;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.ecart.model.Policy;
import org.ecart.model.Progress;
import org.ecart.protect.Sums.Group;
import org.ecart.protect.TableSystem.Place;
import org.ecart.tabulate.Contributions;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** How long the protection of large tables of wages takes, and what it costs. Invented persons, in few large and many small cells. */
@Tag("bench")
class SumBenchmark {
    private static final Policy POLICY = Policy.DEFAULT;
    private static final int LARGEST = POLICY.amounts().telling().largest();

    @Test
    void two_dimensions() {
        measure(30, 24, 12);
    }

    @Test
    void three_dimensions_5000_cells() {
        measure(60, 24, 19, 9);
        measure(15, 24, 19, 9);
    }

    @Test
    void four_dimensions_3000_cells() {
        measure(15, 20, 12, 3, 2);
    }

    /** @param persons in a cell, on average */
    private static void measure(int persons, int... sizes) {
        long start = System.nanoTime();
        Sums sums = table(persons, sizes);
        BitSet none = new BitSet();
        SumSuppression.Outcome outcome = SumSuppression.of(sums, none, Progress.NONE);
        double seconds = (System.nanoTime() - start) / 1e9;
        BitSet told = new BitSet();
        IntStream.range(0, sums.figures().size())
                .filter(f -> !sums.figures().get(f).tellers().isEmpty())
                .forEach(told::set);
        long unsafe = told.stream().filter(f -> sums.figures().get(f).unsafe()).count();
        long hidden = told.stream().filter(outcome.hidden()::get).count();
        System.out.printf(
                Locale.ROOT,
                "sums of %s, %d cells %8.2f s  unsafe %d  besides %d  of these for want of a proof %d%n",
                Arrays.toString(sizes),
                told.cardinality(),
                seconds,
                unsafe,
                hidden - unsafe,
                told.stream().filter(outcome.surrendered()::get).count());
    }

    /** All crossings and all totals. */
    private static Sums table(int persons, int... sizes) {
        SplittableRandom random = new SplittableRandom(7);
        double[][] weights = new double[sizes.length][];
        for (int d = 0; d < sizes.length; d++) {
            double[] of = IntStream.range(0, sizes[d])
                    .mapToDouble(c -> StrictMath.exp(-2.5 * random.nextDouble()))
                    .toArray();
            double mean = Arrays.stream(of).average().orElseThrow();
            weights[d] = Arrays.stream(of).map(w -> w / mean).toArray();
        }
        List<int[]> places = crossings(sizes);
        List<Group> atoms = new ArrayList<>();
        for (int[] at : places) {
            double share = persons;
            for (int d = 0; d < sizes.length; d++) {
                share *= weights[d][at[d]];
            }
            atoms.add(group((int) (share * (0.5 + random.nextDouble()) + random.nextDouble()), random));
        }
        Sums.Builder builder = new Sums.Builder(
                atoms, places.toArray(int[][]::new), new AmountRules(POLICY), POLICY.threshold(), LARGEST);
        int[] withTotals = Arrays.stream(sizes).map(size -> size + 1).toArray();
        for (int[] cell : crossings(withTotals)) {
            int[] of = IntStream.range(0, places.size())
                    .filter(atom -> IntStream.range(0, sizes.length)
                            .allMatch(d -> cell[d] == sizes[d] || cell[d] == places.get(atom)[d]))
                    .toArray();
            int margins = (int) IntStream.range(0, sizes.length)
                    .filter(d -> cell[d] == sizes[d])
                    .count();
            builder.cell(of, new Place(0, 0), 16L * (1 + margins), false);
        }
        return builder.build();
    }

    private static List<int[]> crossings(int... sizes) {
        int all = Arrays.stream(sizes).reduce(1, Math::multiplyExact);
        List<int[]> crossings = new ArrayList<>();
        for (int number = 0; number < all; number++) {
            int[] at = new int[sizes.length];
            int rest = number;
            for (int d = sizes.length - 1; d >= 0; d--) {
                at[d] = rest % sizes[d];
                rest /= sizes[d];
            }
            crossings.add(at);
        }
        return crossings;
    }

    private static Group group(int persons, SplittableRandom random) {
        List<BigDecimal> wages = new ArrayList<>();
        for (int p = 0; p < persons; p++) {
            double normal =
                    IntStream.range(0, 12).mapToDouble(i -> random.nextDouble()).sum() - 6;
            wages.add(BigDecimal.valueOf((long) (100 * StrictMath.exp(7.5 + 0.6 * normal)), 2));
        }
        BigDecimal sum = wages.stream().reduce(BigDecimal.ZERO, BigDecimal::add);
        Contributions of = new Contributions(
                wages.stream().sorted(Comparator.reverseOrder()).limit(LARGEST).toList(), sum);
        return new Group(persons, sum, of, of);
    }
}
