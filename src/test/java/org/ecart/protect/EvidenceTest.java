package org.ecart.protect;

import static org.assertj.core.api.Assertions.assertThat;

import org.ecart.model.Loss;
import org.ecart.model.Policy;
import org.junit.jupiter.api.Test;

class EvidenceTest {
    private static final Move SQUARE = new Move(new int[] {0, 1, 2, 3}, new long[] {1, -1, -1, 1});

    /**
     * Rows add to 7 and 3, columns to 6 and 4. The first cell is 5; no more than 6 fit in its column, and its row needs
     * 3 more than the 4 of the other column.
     */
    @Test
    void the_first_cell_of_a_square_with_row_sums_7_3_and_column_sums_6_4_lies_between_3_and_6() {
        CountSystem table = Tables.persons(new int[][] {{5, 2}, {1, 2}});
        Evidence evidence = evidence(table, 100, new int[0], 0, 1, 3, 4);
        evidence.add(SQUARE);
        int first = cell(table, 0);
        assertThat(table.value(first) - evidence.down(first)).isEqualTo(3);
        assertThat(table.value(first) + evidence.up(first)).isEqualTo(6);
    }

    @Test
    void a_move_that_breaks_a_sum_proves_nothing() {
        CountSystem table = Tables.persons(new int[][] {{5, 2}, {1, 2}});
        Evidence evidence = evidence(table, 100, new int[0], 0, 1, 3, 4);
        assertThat(evidence.add(new Move(new int[] {0, 1}, new long[] {1, -1}))).isFalse();
        assertThat(evidence.up(cell(table, 0))).isZero();
    }

    @Test
    void a_move_of_a_published_cell_proves_nothing() {
        CountSystem table = Tables.persons(new int[][] {{5, 2}, {1, 2}});
        Evidence evidence = evidence(table, 100, new int[0], 1, 3, 4);
        assertThat(evidence.add(SQUARE)).isFalse();
        assertThat(evidence.up(cell(table, 1)) + evidence.down(cell(table, 1))).isZero();
    }

    /** Each of the two knows his own cell, and the row then tells him the other. */
    @Test
    void two_singletons_alone_in_one_row_protect_nothing() {
        CountSystem table = Tables.persons(new int[][] {{1, 1}, {50, 60}});
        Evidence evidence = evidence(table, 5, new int[] {cell(table, 0), cell(table, 1)}, 0, 1, 3, 4);
        evidence.add(SQUARE);
        int theOther = 1;
        assertThat(evidence.knownToB(cell(table, 0))).isFalse();
        assertThat(evidence.undeceived(cell(table, 0))).containsExactly(theOther);
    }

    /** The persons of a cell, as a figure. */
    private static int cell(CountSystem table, int unit) {
        return table.units().get(unit).widest();
    }

    /** Nobody knows of any primary cell here. */
    private static Evidence evidence(CountSystem table, int enough, int[] singletons, int... hidden) {
        Policy none = Policy.none("what is published is given");
        Ground ground = new Ground(table, Loss.BALANCED);
        Requirements requirements = new Requirements(table, table.units().size(), none);
        Published published = new Published(ground, requirements);
        for (int unit : hidden) {
            published.hide(unit);
        }
        return new Evidence(
                ground,
                new Knowledge(table, requirements, none),
                published,
                new Singletons(ground, singletons),
                enough);
    }
}
