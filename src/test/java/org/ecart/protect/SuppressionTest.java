package org.ecart.protect;

import static org.assertj.core.api.Assertions.assertThat;
import static org.ecart.protect.Protection.PRIMARY;
import static org.ecart.protect.Protection.SAFE;
import static org.ecart.protect.Protection.SECONDARY;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.ecart.model.Policy;
import org.ecart.model.Progress;
import org.ecart.protect.CountTable.Cell;
import org.ecart.protect.CountTable.Parts;
import org.ecart.protect.CountTable.Sum;
import org.junit.jupiter.api.Test;

class SuppressionTest {
    @Test
    void without_sums_only_the_unsafe_cells_go() {
        CountTable table =
                new CountTable(Parts.PERSONS, List.of(persons(3), persons(50), persons(4), persons(7)), List.of());
        assertThat(protect(table)).containsExactly(PRIMARY, SAFE, PRIMARY, SAFE);
    }

    @Test
    void one_unsafe_cell_takes_three_along_so_that_no_sum_gives_it_back() {
        CountTable table = Tables.persons(new int[][] {{3, 40, 90}, {50, 60, 90}, {90, 90, 90}});
        assertThat(protect(table))
                .containsExactly(
                        PRIMARY, SECONDARY, SAFE, SAFE, //
                        SECONDARY, SECONDARY, SAFE, SAFE, //
                        SAFE, SAFE, SAFE, SAFE, //
                        SAFE, SAFE, SAFE, SAFE);
    }

    /** The 2 could only become 3: its neighbours of 1 person have no more to give. */
    @Test
    void a_neighbour_with_too_few_persons_is_not_enough() {
        CountTable table = Tables.persons(new int[][] {{2, 1, 90}, {1, 80, 90}, {90, 90, 90}});
        List<Protection> protections = protect(table);
        assertThat(Collections.frequency(protections, PRIMARY)).isEqualTo(3);
        assertThat(Collections.frequency(protections, SECONDARY)).isGreaterThanOrEqualTo(3);
    }

    /**
     * The nine cells of 3 or 4 persons stand at least two by two in each row and column. Yet the first two rows less
     * the first two columns, all published, give the 4 away: it is the only one of them in the upper right, and there
     * is none in the lower left.
     */
    @Test
    void two_rows_less_two_columns_do_not_give_a_cell_away() {
        CountTable table = Tables.persons(new int[][] {
            {3, 3, 4, 32},
            {3, 3, 35, 36},
            {37, 38, 3, 3},
            {40, 41, 3, 3}
        });
        List<Protection> protections = protect(table);
        assertThat(protections.get(Tables.at(0, 2, 4))).isEqualTo(PRIMARY);
        assertThat(Collections.frequency(protections, PRIMARY)).isEqualTo(9);
        assertThat(protections).contains(SECONDARY);
    }

    private static long suppressedInRow(List<Protection> protections, int row) {
        return protections.subList(row * 5, row * 5 + 5).stream()
                .filter(Protection::suppressed)
                .count();
    }

    @Test
    void a_singleton_does_not_learn_the_other_in_his_row() {
        CountTable table = Tables.persons(new int[][] {{1, 1, 50}, {50, 60, 70}, {80, 90, 99}});
        List<Protection> protections = protect(table);
        assertThat(suppressedInRow(protections, 0)).isGreaterThanOrEqualTo(3);
    }

    @Test
    void a_margin_that_is_not_published_protects_by_itself() {
        CountTable table = new CountTable(
                Parts.PERSONS,
                List.of(persons(3), persons(50), new Cell(53, 0, 0, false)),
                List.of(new Sum(2, List.of(0, 1))));
        assertThat(protect(table)).containsExactly(PRIMARY, SAFE, SAFE);
    }

    @Test
    void the_same_margin_published_takes_another_cell() {
        CountTable table = new CountTable(
                Parts.PERSONS, List.of(persons(3), persons(50), persons(53)), List.of(new Sum(2, List.of(0, 1))));
        assertThat(protect(table)).containsExactly(PRIMARY, SECONDARY, SAFE);
    }

    @Test
    void an_empty_cell_hides_nobody() {
        CountTable table = new CountTable(
                Parts.PERSONS,
                List.of(persons(3), persons(0), persons(50), persons(53)),
                List.of(new Sum(3, List.of(0, 1, 2))));
        assertThat(protect(table)).containsExactly(PRIMARY, SAFE, SECONDARY, SAFE);
    }

    @Test
    void a_group_in_which_all_have_work_is_unsafe_however_large() {
        CountTable table = Tables.rates(new int[][] {{60, 40}, {50, 50}}, new int[][] {{0, 30}, {20, 30}});
        List<Protection> protections = protect(table);
        assertThat(protections.get(0)).isEqualTo(PRIMARY);
        assertThat(Collections.frequency(protections, PRIMARY)).isEqualTo(1);
        assertThat(Collections.frequency(protections, SECONDARY)).isEqualTo(3);
    }

    @Test
    void a_table_of_small_cells_alone_goes_as_a_whole() {
        CountTable table = Tables.persons(new int[][] {{2, 1}, {1, 2}});
        assertThat(protect(table)).allMatch(Protection::suppressed);
    }

    @Test
    void the_policy_none_protects_nothing() {
        CountTable table = Tables.persons(new int[][] {{2, 1}, {1, 2}});
        assertThat(Suppression.protect(table, Policy.none("a check inside the house"), Progress.NONE))
                .containsOnly(SAFE);
    }

    @Test
    void the_same_table_is_always_protected_alike() {
        int[][] interior = new int[12][6];
        for (int r = 0; r < 12; r++) {
            for (int c = 0; c < 6; c++) {
                interior[r][c] = (r * 7 + c * 13) * (r + c) % 41;
            }
        }
        CountTable table = Tables.persons(interior);
        assertThat(protect(table)).isEqualTo(protect(table));
    }

    /** A hierarchy: the unsafe part of a group needs another part, and the group itself can stay. */
    @Test
    void a_sum_of_sums_is_protected_too() {
        List<Cell> cells = new ArrayList<>();
        for (long persons : new long[] {3, 20, 30, 40, 23, 70, 93}) {
            cells.add(persons(persons));
        }
        CountTable table = new CountTable(
                Parts.PERSONS,
                cells,
                List.of(new Sum(4, List.of(0, 1)), new Sum(5, List.of(2, 3)), new Sum(6, List.of(4, 5))));
        assertThat(protect(table)).containsExactly(PRIMARY, SECONDARY, SAFE, SAFE, SAFE, SAFE, SAFE);
    }

    /** A group that is itself unsafe: it is an addend and a total, so no hypercube goes through it. */
    @Test
    void an_unsafe_subtotal_is_protected_too() {
        List<Cell> cells = new ArrayList<>();
        for (long persons : new long[] {3, 1, 30, 40, 4, 70, 74}) {
            cells.add(persons(persons));
        }
        CountTable table = new CountTable(
                Parts.PERSONS,
                cells,
                List.of(new Sum(4, List.of(0, 1)), new Sum(5, List.of(2, 3)), new Sum(6, List.of(4, 5))));
        assertThat(protect(table)).containsExactly(PRIMARY, PRIMARY, SAFE, SAFE, PRIMARY, SAFE, SECONDARY);
    }

    private static Cell persons(long persons) {
        return new Cell(persons, 0, 0, true);
    }

    private static List<Protection> protect(CountTable table) {
        return Suppression.protect(table, Policy.DEFAULT, Progress.NONE);
    }
}
