package org.ecart.protect;

import static org.assertj.core.api.Assertions.assertThat;
import static org.ecart.protect.Protection.PRIMARY;
import static org.ecart.protect.Protection.SAFE;
import static org.ecart.protect.Protection.SECONDARY;

import java.util.Collections;
import java.util.List;
import org.ecart.model.Loss;
import org.ecart.model.Policy;
import org.ecart.model.Progress;
import org.junit.jupiter.api.Test;

class SuppressionTest {
    @Test
    void without_sums_only_the_unsafe_cells_go() {
        CountSystem table = Tables.line(new int[] {3, 50, 4, 7}, group(0), group(1), group(2), group(3));
        assertThat(protect(table)).containsExactly(PRIMARY, SAFE, PRIMARY, SAFE);
    }

    @Test
    void one_unsafe_cell_takes_three_along_so_that_no_sum_gives_it_back() {
        CountSystem table = Tables.persons(new int[][] {{3, 40, 90}, {50, 60, 90}, {90, 90, 90}});
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
        CountSystem table = Tables.persons(new int[][] {{2, 1, 90}, {1, 80, 90}, {90, 90, 90}});
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
        CountSystem table = Tables.persons(new int[][] {
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
        CountSystem table = Tables.persons(new int[][] {{1, 1, 50}, {50, 60, 70}, {80, 90, 99}});
        List<Protection> protections = protect(table);
        assertThat(suppressedInRow(protections, 0)).isGreaterThanOrEqualTo(3);
    }

    /** Each of the three knows his own cell; what he gets of the two others is only their sum, or less. */
    @Test
    void three_singletons_in_two_rows_of_five_do_not_learn_of_each_other() {
        CountSystem table = Tables.persons(new int[][] {{1, 1, 30, 40, 50}, {1, 20, 35, 45, 55}});
        List<Protection> protections = protect(table);
        assertThat(Collections.frequency(protections, PRIMARY)).isGreaterThanOrEqualTo(3);
        assertThat(protections.subList(0, 5).stream().filter(Protection::suppressed))
                .hasSizeGreaterThanOrEqualTo(3);
    }

    @Test
    void the_smallest_square_goes_but_for_its_margins() {
        CountSystem table = Tables.persons(new int[][] {{3, 40}, {50, 60}});
        assertThat(protect(table))
                .containsExactly(
                        PRIMARY, SECONDARY, SAFE, //
                        SECONDARY, SECONDARY, SAFE, //
                        SAFE, SAFE, SAFE);
    }

    /** A row of small cells alone protects itself from the columns, and the columns from it take a second row. */
    @Test
    void a_row_that_is_left_out_as_a_whole_takes_another_along() {
        CountSystem table = Tables.persons(new int[][] {{3, 2, 4}, {50, 60, 70}, {80, 90, 99}});
        List<Protection> protections = protect(table);
        assertThat(protections.subList(0, 3)).containsOnly(PRIMARY);
        assertThat(Collections.frequency(protections, SECONDARY)).isGreaterThanOrEqualTo(3);
    }

    @Test
    void a_table_of_one_row_hides_its_cell_behind_another() {
        CountSystem table = Tables.line(new int[] {3, 20, 40}, group(0), group(1), group(2), group(0, 1, 2));
        assertThat(protect(table)).containsExactly(PRIMARY, SECONDARY, SAFE, SAFE);
    }

    @Test
    void nobody_of_a_group_in_work_is_unsafe_however_large() {
        CountSystem table = Tables.rates(new int[][] {{0, 40}, {50, 50}}, new int[][] {{60, 30}, {20, 30}});
        assertThat(protect(table).get(0)).isEqualTo(PRIMARY);
    }

    @Test
    void a_structural_zero_stays() {
        CountSystem table = Tables.rates(new int[][] {{0, 40}, {50, 50}}, new int[][] {{0, 30}, {20, 30}});
        assertThat(protect(table)).containsOnly(SAFE);
    }

    @Test
    void totals_are_kept_when_that_is_asked_for() {
        CountSystem table = Tables.line(
                new int[] {3, 1, 30, 40}, group(0), group(1), group(2), group(3), group(0, 1), group(0, 1, 2, 3));
        List<Protection> kept = Suppression.protect(table, Policy.DEFAULT.with(Loss.KEEP_TOTALS), Progress.NONE);
        assertThat(kept.get(5)).isEqualTo(SAFE);
    }

    @Test
    void a_margin_that_is_not_published_protects_by_itself() {
        CountSystem table = Tables.line(new int[] {3, 50}, group(0), group(1));
        assertThat(protect(table)).containsExactly(PRIMARY, SAFE);
    }

    @Test
    void the_same_margin_published_takes_another_cell() {
        CountSystem table = Tables.line(new int[] {3, 50}, group(0), group(1), group(0, 1));
        assertThat(protect(table)).containsExactly(PRIMARY, SECONDARY, SAFE);
    }

    @Test
    void an_empty_cell_hides_nobody() {
        CountSystem table = Tables.line(new int[] {3, 0, 50}, group(0), group(1), group(2), group(0, 1, 2));
        assertThat(protect(table)).containsExactly(PRIMARY, SAFE, SECONDARY, SAFE);
    }

    @Test
    void a_group_in_which_all_have_work_is_unsafe_however_large() {
        CountSystem table = Tables.rates(new int[][] {{60, 40}, {50, 50}}, new int[][] {{0, 30}, {20, 30}});
        List<Protection> protections = protect(table);
        assertThat(protections.get(0)).isEqualTo(PRIMARY);
        assertThat(Collections.frequency(protections, PRIMARY)).isEqualTo(1);
        assertThat(Collections.frequency(protections, SECONDARY)).isEqualTo(3);
    }

    @Test
    void a_table_of_small_cells_alone_goes_as_a_whole() {
        CountSystem table = Tables.persons(new int[][] {{2, 1}, {1, 2}});
        assertThat(protect(table)).allMatch(Protection::suppressed);
    }

    @Test
    void the_policy_none_protects_nothing() {
        CountSystem table = Tables.persons(new int[][] {{2, 1}, {1, 2}});
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
        CountSystem table = Tables.persons(interior);
        assertThat(protect(table)).isEqualTo(protect(table));
    }

    /** A hierarchy: the unsafe part of a group needs another part, and the group itself can stay. */
    @Test
    void a_sum_of_sums_is_protected_too() {
        CountSystem table = hierarchy(3, 20, 30, 40);
        assertThat(protect(table)).containsExactly(PRIMARY, SECONDARY, SAFE, SAFE, SAFE, SAFE, SAFE);
    }

    /** A group that is itself unsafe: it is an addend and a total, so no hypercube goes through it. */
    @Test
    void an_unsafe_subtotal_is_protected_too() {
        CountSystem table = hierarchy(3, 1, 30, 40);
        assertThat(protect(table)).containsExactly(PRIMARY, PRIMARY, SAFE, SAFE, PRIMARY, SAFE, SECONDARY);
    }

    /** Four cells in two groups, the groups and their total. */
    private static CountSystem hierarchy(int... interior) {
        return Tables.line(
                interior, group(0), group(1), group(2), group(3), group(0, 1), group(2, 3), group(0, 1, 2, 3));
    }

    private static int[] group(int... places) {
        return places;
    }

    private static List<Protection> protect(CountSystem table) {
        return Suppression.protect(table, Policy.DEFAULT, Progress.NONE);
    }
}
