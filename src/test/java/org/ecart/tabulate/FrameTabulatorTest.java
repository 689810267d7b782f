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

    @Test
    void aPersonWhoseWeightIsNotKnownIsCountedAndWeighsNothing() {
        AmountColumn weight = AmountColumn.of(1, List.of(new long[] {15, 20, AmountColumn.UNKNOWN, 7}));

        Cube cube = tabulate(
                new Frame(YEAR, 4, Map.of("sex", SEX), Map.of("w", weight), Optional.empty(), Set.of()),
                Optional.of("w"));

        assertThat(cube.dimensions().get(0).codes()).containsExactly("_U", "_N", "F", "M");
        assertThat(cube.persons()).containsExactly(1, 0, 2, 1);
        assertThat(IntStream.range(0, 4).mapToObj(cube::weight))
                .map(Object::toString)
                .containsExactly("0.7", "0.0", "1.5", "2.0");
    }

    @Test
    void aRowCountsAsManyPersonsAsItStandsFor() {
        AmountColumn persons = AmountColumn.of(0, List.of(new long[] {10, 0, 5, 1}));
        AmountColumn weight = AmountColumn.of(2, List.of(new long[] {125, 100, 200, 300}));

        Cube cube = tabulate(
                new Frame(YEAR, 4, Map.of("sex", SEX), Map.of("w", weight), Optional.of(persons), Set.of()),
                Optional.of("w"));

        assertThat(cube.persons()).containsExactly(1, 0, 15, 0);
        assertThat(cube.weight(2)).isEqualByComparingTo("22.50");
    }

    @Test
    void sumsBeyondALongStayExact() {
        AmountColumn persons = AmountColumn.of(0, List.of(new long[] {999_999_999, 999_999_999, 999_999_999, 0}));
        AmountColumn weight =
                AmountColumn.of(18, List.of(new long[] {999_999_999_999_999_999L, 1, -999_999_999_999_999_999L, 5}));

        Cube cube = tabulate(
                new Frame(YEAR, 4, Map.of("sex", SEX), Map.of("w", weight), Optional.of(persons), Set.of()),
                Optional.of("w"));

        assertThat(cube.weight(2)).isEqualByComparingTo("0");
        assertThat(cube.weight(3)).isEqualByComparingTo("0.000000000999999999");
    }

    @Test
    void aCrossingOfTooManyCellsIsRefusedInAdvance() {
        List<String> codes = IntStream.range(0, 5000).mapToObj(i -> "c" + i).toList();
        CodedColumn wide =
                new CodedColumn(new Dictionary(codes), Set.of(), List.of(CodeSegment.pack(new int[] {2}, 0, 1)));
        Frame frame = new Frame(YEAR, 1, Map.of("a", wide, "b", wide), Map.of(), Optional.empty(), Set.of());
        Query query = new Query(new Query.Source(YEAR, Optional.empty()), List.of(), List.of("a", "b"), Condition.ALL);

        assertThatThrownBy(() -> new FrameTabulator((period, variables) -> frame, 1).tabulate(query, Progress.NONE))
                .isInstanceOfSatisfying(
                        EcartException.class, e -> assertThat(e.key()).isEqualTo("tabulate.large"));
    }

    private static Cube tabulate(Frame frame, Optional<String> weight) {
        Query query =
                new Query(new Query.Source(YEAR, weight), List.of(), Collections.singletonList("sex"), Condition.ALL);
        return new FrameTabulator((period, variables) -> frame, 2).tabulate(query, Progress.NONE);
    }
}
