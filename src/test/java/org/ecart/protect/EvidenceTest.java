package org.ecart.protect;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.BitSet;
import java.util.List;
import java.util.Set;
import org.ecart.model.Policy;
import org.ecart.protect.CountTable.Cell;
import org.ecart.protect.Evidence.Range;
import org.junit.jupiter.api.Test;

class EvidenceTest {
    private static final int[] SQUARE_SIGNS = {1, -1, -1, 1};

    /**
     * Rows add to 7 and 3, columns to 6 and 4. The first cell is 5; no more than 6 fit in its column, and its row needs
     * 3 more than the 4 of the other column.
     */
    @Test
    void the_first_cell_of_a_square_with_row_sums_7_3_and_column_sums_6_4_lies_between_3_and_6() {
        CountTable table = Tables.persons(new int[][] {{5, 2}, {1, 2}});
        Evidence evidence = evidence(table, 100);
        evidence.addAlternating(square(2), SQUARE_SIGNS, all(table));
        assertThat(evidence.range(0, Quantity.PERSONS)).isEqualTo(new Range(3, 6));
    }

    @Test
    void a_move_that_breaks_a_sum_proves_nothing() {
        CountTable table = Tables.persons(new int[][] {{5, 2}, {1, 2}});
        Evidence evidence = evidence(table, 100);
        evidence.addAlternating(new int[] {0, 1}, new int[] {1, -1}, all(table));
        assertThat(evidence.range(0, Quantity.PERSONS)).isEqualTo(new Range(5, 5));
    }

    @Test
    void a_move_of_a_published_cell_proves_nothing() {
        CountTable table = Tables.persons(new int[][] {{5, 2}, {1, 2}});
        Evidence evidence = evidence(table, 100);
        BitSet unknown = all(table);
        unknown.clear(0);
        evidence.addAlternating(square(2), SQUARE_SIGNS, unknown);
        assertThat(evidence.range(1, Quantity.PERSONS).width()).isZero();
    }

    /** Each of the two knows his own cell, and the row then tells him the other. */
    @Test
    void two_singletons_alone_in_one_row_protect_nothing() {
        CountTable table = Tables.persons(new int[][] {{1, 1}, {50, 60}});
        Evidence evidence = evidence(table, 5, 0, 1);
        evidence.addAlternating(square(2), SQUARE_SIGNS, all(table));
        BitSet theOther = new BitSet();
        theOther.set(2);
        assertThat(evidence.undeceived(0, Quantity.PERSONS)).isEqualTo(theOther);
    }

    private static Evidence evidence(CountTable table, int enough, int... singletons) {
        Equations equations = new Equations(table);
        List<Set<Quantity>> unsafe =
                table.cells().stream().map((Cell cell) -> Set.<Quantity>of()).toList();
        return new Evidence(equations, new Knowledge(equations, unsafe, Policy.DEFAULT), singletons, enough);
    }

    private static int[] square(int columns) {
        return new int[] {
            Tables.at(0, 0, columns), Tables.at(0, 1, columns), Tables.at(1, 0, columns), Tables.at(1, 1, columns)
        };
    }

    private static BitSet all(CountTable table) {
        BitSet all = new BitSet();
        all.set(0, table.cells().size());
        return all;
    }
}
