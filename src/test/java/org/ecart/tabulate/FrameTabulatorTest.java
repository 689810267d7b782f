package org.ecart.tabulate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import org.ecart.frame.AmountColumn;
import org.ecart.frame.CodeSegment;
import org.ecart.frame.CodedColumn;
import org.ecart.frame.Dictionary;
import org.ecart.frame.Frame;
import org.ecart.model.Condition;
import org.ecart.model.EcartException;
import org.ecart.model.Period;
import org.ecart.model.Progress;
import org.ecart.model.Query;
import org.junit.jupiter.api.Test;

class FrameTabulatorTest {
    private static final Period YEAR = Period.ofYear(2014);

    /** Places 2 and 3 of the dictionary: F, M. */
    private static final CodedColumn SEX = new CodedColumn(
            new Dictionary(List.of("F", "M")), Set.of(), List.of(CodeSegment.pack(new int[] {2, 3, 2, 0}, 0, 4)));

    /** 5,000 persons: a has 100 codes, b another one for each of them. */
    private static final Frame WIDE =
            new Frame(YEAR, 5000, Map.of("a", cyclic(100), "b", cyclic(5000)), Map.of(), Optional.empty(), Set.of());

    @Test
    void aPersonWhoseWeightIsNotKnownIsCountedAndWeighsNothing() {
        AmountColumn weight = AmountColumn.of(1, List.of(new long[] {15, 20, AmountColumn.UNKNOWN, 7}));

        Cube cube = tabulate(
                new Frame(YEAR, 4, Map.of("sex", SEX), Map.of("w", weight), Optional.empty(), Set.of()),
                Optional.of("w"));

        assertThat(cube.dimensions().get(0).codes()).containsExactly("_U", "F", "M");
        assertThat(cube.persons()).containsExactly(1, 2, 1);
        assertThat(IntStream.range(0, 3).mapToObj(cube::weight))
                .map(Object::toString)
                .containsExactly("0.7", "1.5", "2.0");
    }

    @Test
    void weightsThatAreAllTheSameWeighWhatTheyWouldOneByOne() {
        AmountColumn persons = AmountColumn.of(0, List.of(new long[] {10, 0, 5, 1}));
        AmountColumn weight = AmountColumn.of(1, List.of(new long[] {15, 15, 15, 15}));
        Frame rows = new Frame(YEAR, 4, Map.of("sex", SEX), Map.of("w", weight), Optional.empty(), Set.of());
        Frame many = new Frame(YEAR, 4, Map.of("sex", SEX), Map.of("w", weight), Optional.of(persons), Set.of());

        Cube counted = tabulate(rows, Optional.of("w"));
        Cube summed = tabulate(many, Optional.of("w"));

        assertThat(List.of(counted.weight(0), counted.weight(1), counted.weight(2)))
                .map(Object::toString)
                .containsExactly("1.5", "3.0", "1.5");
        assertThat(List.of(summed.weight(0), summed.weight(1)))
                .map(Object::toString)
                .containsExactly("1.5", "22.5");
    }

    @Test
    void aRowCountsAsManyPersonsAsItStandsFor() {
        AmountColumn persons = AmountColumn.of(0, List.of(new long[] {10, 0, 5, 1}));
        AmountColumn weight = AmountColumn.of(2, List.of(new long[] {125, 100, 200, 300}));

        Cube cube = tabulate(
                new Frame(YEAR, 4, Map.of("sex", SEX), Map.of("w", weight), Optional.of(persons), Set.of()),
                Optional.of("w"));

        assertThat(cube.numbers()).containsExactly(0, 1);
        assertThat(cube.persons()).containsExactly(1, 15);
        assertThat(cube.weight(1)).isEqualByComparingTo("22.50");
    }

    @Test
    void sumsBeyondALongStayExact() {
        AmountColumn persons = AmountColumn.of(0, List.of(new long[] {999_999_999, 999_999_999, 999_999_999, 0}));
        AmountColumn weight =
                AmountColumn.of(18, List.of(new long[] {999_999_999_999_999_999L, 1, -999_999_999_999_999_999L, 5}));

        Cube cube = tabulate(
                new Frame(YEAR, 4, Map.of("sex", SEX), Map.of("w", weight), Optional.of(persons), Set.of()),
                Optional.of("w"));

        assertThat(cube.weight(0)).isEqualByComparingTo("0");
        assertThat(cube.weight(1)).isEqualByComparingTo("0.000000000999999999");
    }

    @Test
    void aCrossingOfTooManyCellsIsRefusedInAdvanceWithWhatToDrop() {
        Tabulator tabulator = new FrameTabulator((period, variables) -> WIDE, 1, new FrameTabulator.Limits(1000, 4999));

        assertThatThrownBy(() -> tabulator.tabulate(crossed("a", "b"), Progress.NONE))
                .isInstanceOfSatisfying(EcartException.class, e -> {
                    assertThat(e.key()).isEqualTo("tabulate.large");
                    assertThat(e.arguments()).containsExactly("a x b", 4999L, "b");
                });
    }

    @Test
    void aCrossingOfVeryManyCellsFindsTheFewThatHavePersons() {
        Cube sparse = new FrameTabulator((period, variables) -> WIDE, 2, new FrameTabulator.Limits(1000, 5000))
                .tabulate(crossed("a", "b"), Progress.NONE);
        Cube dense = new FrameTabulator((period, variables) -> WIDE, 2).tabulate(crossed("a", "b"), Progress.NONE);

        assertThat(sparse.size()).isEqualTo(5000);
        assertThat(sparse.numbers()).containsExactly(dense.numbers());
        assertThat(sparse.persons()).containsExactly(dense.persons());
        assertThat(sparse.codes(4999)).containsExactly("c99", "c4999");
    }

    private static CodedColumn cyclic(int codes) {
        int[] places =
                IntStream.range(0, 5000).map(i -> Dictionary.FIRST + i % codes).toArray();
        return new CodedColumn(
                new Dictionary(IntStream.range(0, codes).mapToObj(i -> "c" + i).toList()),
                Set.of(),
                List.of(CodeSegment.pack(places, 0, places.length)));
    }

    private static Query crossed(String... dimensions) {
        return new Query(new Query.Source(YEAR, Optional.empty()), List.of(), List.of(dimensions), Condition.ALL);
    }

    private static Cube tabulate(Frame frame, Optional<String> weight) {
        Query query =
                new Query(new Query.Source(YEAR, weight), List.of(), Collections.singletonList("sex"), Condition.ALL);
        return new FrameTabulator((period, variables) -> frame, 2).tabulate(query, Progress.NONE);
    }
}
