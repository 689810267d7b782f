package org.ecart.protect;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.BitSet;
import java.util.List;
import org.ecart.model.Progress;
import org.ecart.protect.TableSystem.Place;
import org.junit.jupiter.api.Test;

/** Small tables of sums whose answer can be seen; atoms are what each person has, in the same unit. */
class SumSuppressionTest {
    private static final int[] SAFE = {100, 100, 100, 100};
    /** 630 with a need of 60 - 15 = 45 more than the 15 that are left. */
    private static final int[] UNSAFE = {600, 15, 15};

    private final FewSums table = new FewSums();

    /** The cells that go, by number. */
    private List<Integer> leftOut() {
        Sums sums = table.sums();
        return SumSuppression.of(sums, new BitSet(), Progress.NONE).hidden().stream()
                .mapToObj(sums.figures()::get)
                .flatMap(figure -> figure.tellers().stream())
                .map(Place::cell)
                .sorted()
                .toList();
    }

    @Test
    void aSafeTableStaysWhole() {
        table.square(table.atom(SAFE), table.atom(SAFE), table.atom(SAFE), table.atom(SAFE));
        assertThat(leftOut()).isEmpty();
    }

    @Test
    void anUnsafeSumTakesARectangleAlong() {
        table.square(table.atom(UNSAFE), table.atom(SAFE), table.atom(SAFE), table.atom(SAFE));
        assertThat(leftOut()).containsExactly(0, 1, 2, 3);
    }

    /** b has 12 and the first sum needs 45 more: the row must go instead, and with it another. */
    @Test
    void aNeighbourThatIsTooSmallIsNotEnough() {
        table.square(table.atom(UNSAFE), table.atom(4, 4, 4), table.atom(SAFE), table.atom(SAFE));
        assertThat(leftOut()).contains(0).containsAnyOf(4, 8);
    }

    /** The neighbour has 10, less than the 45 needed, but nothing says that it could not have less than nothing. */
    @Test
    void amountsThatMayBeNegativeHideInSmallNeighboursToo() {
        table.square(table.atom(UNSAFE), table.atom(100, 100, -100, -90), table.atom(SAFE), table.atom(SAFE));
        assertThat(table.sums().signed()).isTrue();
        assertThat(leftOut()).containsExactly(0, 1, 2, 3);
    }

    /** All but the safe ones: 630. Either of the two sums tells it together with the other. */
    @Test
    void aDifferenceIsAsUnsafeAsACell() {
        int rest = table.atom(UNSAFE);
        int safe = table.atom(SAFE);
        table.cell(rest, safe);
        table.cell(safe);
        assertThat(leftOut()).hasSize(1);
    }

    /** Each of the two knows the own amount, and so the other's, unless a third cell goes. */
    @Test
    void twoWhoAreAloneDoNotHideEachOther() {
        int one = table.atom(600);
        int other = table.atom(700);
        int many = table.atom(SAFE);
        int more = table.atom(SAFE);
        table.cell(one);
        table.cell(other);
        table.cell(many);
        table.cell(more);
        table.cell(one, other, many, more);
        assertThat(leftOut()).contains(0, 1).hasSize(3);
    }

    /** Unweighted 45 are needed; the first contributor weighs 3. */
    @Test
    void aNeedIsWeightedAsTheLargestContributorIs() {
        table.cell(table.weighing(3, UNSAFE));
        assertThat(table.sums().figures().get(0).need()).isEqualTo(135);
    }

    @Test
    void whatHasLeftBeforeIsNotLeftOut() {
        table.square(table.atom(UNSAFE), table.atom(SAFE), table.atom(SAFE), table.atom(SAFE));
        table.fix(1);
        assertThat(leftOut()).doesNotContain(1).contains(0);
    }

    @Test
    void nobodysSumIsNoFigure() {
        table.atom();
        table.cell(0);
        assertThat(table.sums().figures()).isEmpty();
    }
}
