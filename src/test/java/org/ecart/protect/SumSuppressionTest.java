package org.ecart.protect;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.ecart.model.Loss;
import org.ecart.model.Policy;
import org.ecart.model.Policy.AmountRule;
import org.ecart.model.Progress;
import org.ecart.protect.Sums.Group;
import org.ecart.protect.TableSystem.Place;
import org.ecart.tabulate.Contributions;
import org.junit.jupiter.api.Test;

/** Small tables of sums whose answer can be seen; atoms are what each person has, in the same unit. */
class SumSuppressionTest {
    private static final Policy POLICY =
            new Policy("test", 1, false, new AmountRule(2, 100, 10, 1), Loss.BALANCED, Optional.of("a test"));
    private static final int[] SAFE = {100, 100, 100, 100};
    /** 630 with a need of 60 - 15 = 45 more than the 15 that are left. */
    private static final int[] UNSAFE = {600, 15, 15};

    private final List<Group> atoms = new ArrayList<>();
    private final List<int[]> cells = new ArrayList<>();
    private final List<Boolean> fixed = new ArrayList<>();

    private int atom(int... amounts) {
        return weighing(1, amounts);
    }

    /** @param weight of each person */
    private int weighing(int weight, int... amounts) {
        int sum = Arrays.stream(amounts).sum() * weight;
        atoms.add(new Group(amounts.length, BigDecimal.valueOf(sum), of(1, amounts), of(weight, amounts)));
        return atoms.size() - 1;
    }

    private static Contributions of(int weight, int... amounts) {
        List<BigDecimal> all = Arrays.stream(amounts)
                .mapToObj(a -> BigDecimal.valueOf(Math.abs(a * weight)))
                .sorted(Comparator.reverseOrder())
                .toList();
        return new Contributions(all.stream().limit(2).toList(), all.stream().reduce(BigDecimal.ZERO, BigDecimal::add));
    }

    private void cell(int... of) {
        cells.add(of);
        fixed.add(false);
    }

    private Sums sums() {
        Sums.Builder builder = new Sums.Builder(
                atoms,
                IntStream.range(0, atoms.size())
                        .mapToObj(atom -> new int[] {atom / 2, atom % 2})
                        .toArray(int[][]::new),
                new AmountRules(POLICY),
                POLICY.threshold(),
                2);
        for (int c = 0; c < cells.size(); c++) {
            builder.cell(cells.get(c), new Place(0, c), 16L * cells.get(c).length, fixed.get(c));
        }
        return builder.build();
    }

    /** The cells that go, by number. */
    private List<Integer> leftOut() {
        Sums sums = sums();
        return SumSuppression.of(sums, new BitSet(), Progress.NONE).hidden().stream()
                .mapToObj(sums.figures()::get)
                .flatMap(figure -> figure.tellers().stream())
                .map(Place::cell)
                .sorted()
                .toList();
    }

    /** a b / c d with row, column and whole sums. */
    private void square(int a, int b, int c, int d) {
        for (int[] of : List.of(
                new int[] {a},
                new int[] {b},
                new int[] {c},
                new int[] {d},
                new int[] {a, b},
                new int[] {c, d},
                new int[] {a, c},
                new int[] {b, d},
                new int[] {a, b, c, d})) {
            cell(of);
        }
    }

    @Test
    void aSafeTableStaysWhole() {
        square(atom(SAFE), atom(SAFE), atom(SAFE), atom(SAFE));
        assertThat(leftOut()).isEmpty();
    }

    @Test
    void anUnsafeSumTakesARectangleAlong() {
        square(atom(UNSAFE), atom(SAFE), atom(SAFE), atom(SAFE));
        assertThat(leftOut()).containsExactly(0, 1, 2, 3);
    }

    /** b has 12 and the first sum needs 45 more: the row must go instead, and with it another. */
    @Test
    void aNeighbourThatIsTooSmallIsNotEnough() {
        square(atom(UNSAFE), atom(4, 4, 4), atom(SAFE), atom(SAFE));
        assertThat(leftOut()).contains(0).containsAnyOf(4, 8);
    }

    /** The neighbour has 10, less than the 45 needed, but nothing says that it could not have less than nothing. */
    @Test
    void amountsThatMayBeNegativeHideInSmallNeighboursToo() {
        square(atom(UNSAFE), atom(100, 100, -100, -90), atom(SAFE), atom(SAFE));
        assertThat(sums().signed()).isTrue();
        assertThat(leftOut()).containsExactly(0, 1, 2, 3);
    }

    /** All but the safe ones: 630. Either of the two sums tells it together with the other. */
    @Test
    void aDifferenceIsAsUnsafeAsACell() {
        int rest = atom(UNSAFE);
        int safe = atom(SAFE);
        cell(rest, safe);
        cell(safe);
        assertThat(leftOut()).hasSize(1);
    }

    /** Each of the two knows the own amount, and so the other's, unless a third cell goes. */
    @Test
    void twoWhoAreAloneDoNotHideEachOther() {
        int one = atom(600);
        int other = atom(700);
        int many = atom(SAFE);
        int more = atom(SAFE);
        cell(one);
        cell(other);
        cell(many);
        cell(more);
        cell(one, other, many, more);
        assertThat(leftOut()).contains(0, 1).hasSize(3);
    }

    /** Unweighted 45 are needed; the first contributor weighs 3. */
    @Test
    void aNeedIsWeightedAsTheLargestContributorIs() {
        cell(weighing(3, UNSAFE));
        assertThat(sums().figures().get(0).need()).isEqualTo(135);
    }

    @Test
    void whatHasLeftBeforeIsNotLeftOut() {
        square(atom(UNSAFE), atom(SAFE), atom(SAFE), atom(SAFE));
        fixed.set(1, true);
        assertThat(leftOut()).doesNotContain(1).contains(0);
    }

    @Test
    void nobodysSumIsNoFigure() {
        atom();
        cell(0);
        assertThat(sums().figures()).isEmpty();
    }
}
