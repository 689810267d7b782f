package org.ecart.protect;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.ecart.model.Loss;
import org.ecart.model.Policy;
import org.ecart.protect.CountSystem.Join;
import org.ecart.protect.CountSystem.Unit;
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

    /**
     * One person with a1, b2 in the first grid, and four with b2 in the second, one of them with c1. After the move nobody has
     * b2, c1: who is there himself knows that it was not so; the other three do not.
     */
    @Test
    void whoIsNotWhereAMoveLeavesNobodyIsDeceivedByIt() {
        assertThat(undeceived(true, false)).as("he may be there").isEqualTo(1);
        assertThat(undeceived(true, true)).as("he is there").isEqualTo(1);
        assertThat(undeceived(false, true)).as("he is not").isZero();
    }

    /** How many know better than B. */
    private static int undeceived(boolean there, boolean lookedUp) {
        CountSystemBuilder builder = new CountSystemBuilder(2, 2, 1);
        long[] persons = {2, 1, 3, 3, 0, 5, 1, 3};
        for (int at = 0; at < 4; at++) {
            builder.atom(persons[at], at / 2, at % 2, 0);
        }
        builder.grid(2, 2, 1);
        for (int at = 0; at < 4; at++) {
            builder.atom(persons[4 + at], at / 2, at % 2, 0);
        }
        int alone = builder.figure(0, new int[] {0}, new int[] {1}, CountSystemBuilder.ALL);
        int other = builder.figure(1, new int[] {1}, new int[] {1}, CountSystemBuilder.ALL);
        builder.unit(new Unit(Map.of(Quantity.PERSONS, alone), 0, false));
        builder.unit(new Unit(Map.of(Quantity.PERSONS, other), 0, false));
        builder.join(new Join(0, 1, new int[] {0, 1, 0, 1, 0, 0, 1, 1}, new int[8][3]));
        builder.whereabouts((atom, place) -> place == (there ? 6 : 7));
        Evidence evidence = evidence(builder.build(), 5, new int[] {alone}, 0, 1);
        evidence.add(new Move(new int[] {4, 5, 6, 7}, new long[] {1, -1, -1, 1}));
        if (lookedUp) {
            assertThat(evidence.lookUp(0)).isTrue();
            assertThat(evidence.lookUp(0)).as("once is enough").isFalse();
        }
        return evidence.undeceived(other).length;
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
