package org.ecart.derive;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.ecart.frame.CodeSegment;
import org.ecart.frame.CodedColumn;
import org.ecart.frame.Dictionary;
import org.ecart.frame.PersonSegment;
import org.junit.jupiter.api.Test;

class SamePersonsTest {
    /** Of each person there the code is a tenth of the number. */
    private static List<Integer> met(int[] here, int[] there) {
        int[] places = Arrays.stream(there).map(person -> person / 10).toArray();
        CodedColumn column = new CodedColumn(
                new Dictionary(
                        IntStream.range(0, 20).mapToObj(Integer::toString).toList()),
                Set.of(),
                List.of(CodeSegment.pack(places, 0, places.length)));
        CodeSegment codes = new SamePersons(List.of(PersonSegment.pack(here)), List.of(PersonSegment.pack(there)))
                .align(column, 1)
                .get(0);
        return IntStream.range(0, here.length).map(codes::at).boxed().toList();
    }

    @Test
    void whoIsThereHasOneMoreThanThePlaceThere() {
        assertThat(met(new int[] {10, 20, 25, 40}, new int[] {20, 30, 40, 50})).containsExactly(0, 3, 0, 5);
    }

    /** As two dates together are kept: those of the date, and behind them those of another. */
    @Test
    void bothListsMayAscendAnew() {
        assertThat(met(new int[] {10, 20, 40, 15, 30, 60}, new int[] {20, 40, 60, 10, 30, 50}))
                .containsExactly(2, 3, 5, 0, 4, 7);
    }
}
