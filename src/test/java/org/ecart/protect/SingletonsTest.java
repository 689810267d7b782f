package org.ecart.protect;

import static org.assertj.core.api.Assertions.assertThat;
import static org.ecart.protect.CountSystemBuilder.ALL;

import java.util.Map;
import org.ecart.model.Loss;
import org.ecart.protect.CountSystem.Join;
import org.ecart.protect.CountSystem.Unit;
import org.junit.jupiter.api.Test;

class SingletonsTest {
    /** One person in the first row and the second column. */
    @Test
    void whoIsAloneInARowAndInAColumnIsOnePerson() {
        CountSystem table = Tables.persons(new int[][] {{0, 1}, {13, 0}});
        int row = table.units().get(2).widest();
        int column = table.units().get(7).widest();
        Singletons singletons = new Singletons(new Ground(table, Loss.BALANCED), new int[] {row, column});

        assertThat(singletons.of(0)).containsExactly(0);
        assertThat(singletons.of(2)).isEmpty();
        assertThat(singletons.of(3)).containsExactly(0);
        assertThat(singletons.atoms(0).stream()).containsExactly(0, 1, 3);
    }

    /** Both tables share a variable; only one person has its second value, so it is he in both. */
    @Test
    void whoIsAloneInWhatTwoGridsShareIsOnePersonInBoth() {
        Singletons singletons = alone(new int[][] {{7, 1}, {5, 0}}, new int[][] {{6, 6}, {0, 1}});

        assertThat(singletons.of(1)).containsExactly(0);
        assertThat(singletons.of(7)).containsExactly(0);
    }

    /** Of the four with the second value one is alone here and one there: perhaps the same, perhaps not. */
    @Test
    void whoMayBeOneOrTwoIsBoth() {
        Singletons singletons = alone(new int[][] {{7, 1}, {5, 3}}, new int[][] {{6, 6}, {3, 1}});
        int here = 0;
        int there = 1;
        int both = 2;

        assertThat(singletons.of(1)).containsExactly(here, both);
        assertThat(singletons.of(7)).containsExactly(there, both);
        assertThat(singletons.within(0, here)).isTrue();
        assertThat(singletons.within(0, there)).isFalse();
        assertThat(singletons.within(0, both)).isTrue();
    }

    /** Those alone have different values of what both tables share. */
    @Test
    void whoCannotBeOneAreTwo() {
        Singletons singletons = alone(new int[][] {{7, 1}, {5, 3}}, new int[][] {{11, 1}, {2, 2}}, 4 + 1);

        assertThat(singletons.of(1)).containsExactly(0);
        assertThat(singletons.of(5)).containsExactly(1);
    }

    private static Singletons alone(int[][] first, int[][] second) {
        return alone(first, second, 7);
    }

    /**
     * Two grids, a by b and b by c, and the second person of the first grid alone.
     *
     * @param other the atom of the second grid where somebody is alone
     */
    private static Singletons alone(int[][] first, int[][] second, int other) {
        CountSystemBuilder builder = new CountSystemBuilder(2, 2, 1);
        for (int at = 0; at < 4; at++) {
            builder.atom(first[at / 2][at % 2], at / 2, at % 2, 0);
        }
        builder.grid(2, 2, 1);
        for (int at = 0; at < 4; at++) {
            builder.atom(second[at / 2][at % 2], at / 2, at % 2, 0);
        }
        int here = builder.figure(0, new int[] {0}, new int[] {1}, ALL);
        int there = builder.figure(1, new int[] {(other - 4) / 2}, new int[] {other % 2}, ALL);
        builder.unit(new Unit(Map.of(Quantity.PERSONS, here), 0, false));
        builder.unit(new Unit(Map.of(Quantity.PERSONS, there), 0, false));
        int[] cells = {0, 1, 0, 1, 0, 0, 1, 1};
        builder.join(new Join(0, 1, cells, new int[8][3]));
        return new Singletons(new Ground(builder.build(), Loss.BALANCED), new int[] {here, there});
    }
}
