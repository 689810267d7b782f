package org.ecart.tabulate;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.function.IntUnaryOperator;
import java.util.stream.IntStream;
import org.ecart.frame.AmountColumn;
import org.ecart.frame.Chunks;
import org.ecart.frame.CodeSegment;
import org.ecart.frame.CodedColumn;
import org.ecart.frame.Dictionary;
import org.ecart.frame.Frame;
import org.ecart.model.Condition;
import org.ecart.model.Fraction;
import org.ecart.model.Period;
import org.ecart.model.Progress;
import org.ecart.model.Query;
import org.junit.jupiter.api.Test;

/** Cells that are looked up are those that are counted in arrays, with the same weights, sums and quantiles. */
class SparseLawTest {
    private static final Period YEAR = Period.ofYear(2014);
    private static final int ROWS = Chunks.SIZE + 777;
    private static final Map<String, Integer> CODES = Map.of("a", 3, "b", 40, "c", 300, "d", 1000);

    @Test
    void lookedUpIsCounted() {
        for (long seed = 1; seed <= 12; seed++) {
            Random random = new Random(seed);
            Frame frame = frame(random);
            Query query = query(random);
            Cube counted = tabulate(frame, query, new FrameTabulator.Limits(1 << 30, 1 << 30));
            Cube lookedUp = tabulate(frame, query, new FrameTabulator.Limits(0, 1 << 30));

            String said = "seed %d: %s".formatted(seed, query);
            assertThat(lookedUp.dimensions()).as(said).isEqualTo(counted.dimensions());
            assertThat(lookedUp.numbers()).as(said).containsExactly(counted.numbers());
            assertThat(lookedUp.persons()).as(said).containsExactly(counted.persons());
            assertThat(weights(lookedUp.weights(), counted.size()))
                    .as(said)
                    .isEqualTo(weights(counted.weights(), counted.size()));
            assertThat(lookedUp.amounts().isPresent())
                    .isEqualTo(counted.amounts().isPresent());
            if (counted.amounts().isPresent()) {
                Cube.Amounts amounts = lookedUp.amounts().orElseThrow();
                Cube.Amounts expected = counted.amounts().get();
                assertThat(amounts.persons()).as(said).containsExactly(expected.persons());
                assertThat(amounts.sums()).as(said).isEqualTo(expected.sums());
                assertThat(amounts.quantiles()).as(said).isEqualTo(expected.quantiles());
            }
        }
    }

    /** Beyond a thousand million cells a row that two filters leave out must not get the number of a cell. */
    @Test
    void nobodyWhomTwoFiltersLeaveOutIsCountedInAVeryLargeCrossing() {
        Frame frame = new Frame(
                YEAR,
                ROWS,
                Map.of(
                        "a", column(3, row -> row % 3),
                        "b", column(1_000, row -> row % 1_000),
                        "c", column(1_000, row -> (row + 7) % 1_000),
                        "d", column(1_000, row -> (row + 13) % 1_000),
                        "e", column(2, row -> row % 2),
                        "f", column(5, row -> row % 5)),
                Map.of(),
                Optional.empty(),
                Set.of());
        Query query = new Query(
                new Query.Source(YEAR, Optional.empty()),
                List.of(),
                List.of("a", "b", "c", "d"),
                new Condition.And(
                        List.of(new Condition.In("e", List.of("c1")), new Condition.NotIn("f", List.of("c2", "c3")))),
                Optional.empty());
        long expected = IntStream.range(0, ROWS)
                .filter(row -> row % 2 == 1 && row % 5 != 2 && row % 5 != 3)
                .count();

        assertThat(tabulate(frame, query, new FrameTabulator.Limits(0, 1 << 30)).total())
                .isEqualTo(expected);
    }

    private static List<String> weights(ExactSums sums, int cells) {
        return IntStream.range(0, cells)
                .mapToObj(cell -> sums.sum(cell).toPlainString())
                .toList();
    }

    private static Cube tabulate(Frame frame, Query query, FrameTabulator.Limits limits) {
        return new FrameTabulator((period, variables) -> frame, 2, limits).tabulate(query, Progress.NONE);
    }

    private static Query query(Random random) {
        List<String> dimensions = List.of("a", "b", "c", "d").stream()
                .filter(v -> random.nextBoolean())
                .toList();
        return new Query(
                new Query.Source(YEAR, random.nextBoolean() ? Optional.of("weight") : Optional.empty()),
                List.of(),
                dimensions,
                random.nextBoolean() ? new Condition.NotIn("b", List.of("c1", "c5")) : Condition.ALL,
                random.nextBoolean()
                        ? Optional.of(new Query.Amount("wage", List.of(new Fraction(1, 10), Fraction.HALF)))
                        : Optional.empty());
    }

    private static Frame frame(Random random) {
        Map<String, CodedColumn> columns = Map.of(
                "a", column("a", random), "b", column("b", random), "c", column("c", random), "d", column("d", random));
        Map<String, AmountColumn> amounts = Map.of(
                "weight", amount(2, random.nextInt(5_000) + 1, false, random),
                "wage", amount(1, random.nextInt(500_000) + 1, true, random));
        return new Frame(YEAR, ROWS, columns, amounts, Optional.empty(), Set.of());
    }

    private static CodedColumn column(String variable, Random random) {
        int codes = CODES.getOrDefault(variable, 1);
        return column(codes, random.ints(ROWS, 0, Dictionary.FIRST + codes).toArray());
    }

    private static CodedColumn column(int codes, IntUnaryOperator code) {
        return column(
                codes,
                IntStream.range(0, ROWS)
                        .map(row -> Dictionary.FIRST + code.applyAsInt(row))
                        .toArray());
    }

    private static CodedColumn column(int codes, int[] places) {
        return new CodedColumn(
                new Dictionary(IntStream.range(0, codes).mapToObj(i -> "c" + i).toList()),
                Set.of(),
                List.of(CodeSegment.pack(places, 0, Chunks.SIZE), CodeSegment.pack(places, Chunks.SIZE, ROWS)));
    }

    private static AmountColumn amount(int scale, int most, boolean gaps, Random random) {
        long[] elements = random.longs(ROWS, 0, most)
                .map(e -> gaps && e % 7 == 0 ? AmountColumn.UNKNOWN : e)
                .toArray();
        return AmountColumn.of(
                scale, List.of(Arrays.copyOf(elements, Chunks.SIZE), Arrays.copyOfRange(elements, Chunks.SIZE, ROWS)));
    }
}
