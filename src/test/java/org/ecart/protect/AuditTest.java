package org.ecart.protect;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import org.ecart.model.Policy;
import org.ecart.model.Progress;
import org.ecart.protect.Audit.Attacker;
import org.ecart.protect.Audit.Bounds;
import org.ecart.protect.Audit.Finding;
import org.ecart.protect.CountSystem.Unit;
import org.junit.jupiter.api.Test;

class AuditTest {
    private static final Policy OF_THREE = new Policy("three", 3, false, Optional.of("an example"));

    /** Rows add to 7 and 3, columns to 6 and 4. */
    @Test
    void the_bounds_of_a_cell_are_told_exactly() {
        CountSystem table = Tables.persons(new int[][] {{5, 2}, {1, 2}});
        Finding first = audit(table, OF_THREE, 0, 1, 3, 4).get(0);
        assertThat(first.unit()).isZero();
        assertThat(first.bounds()).containsEntry(Quantity.PERSONS, new Bounds(3, OptionalLong.of(6), true));
    }

    @Test
    void a_cell_left_out_alone_is_known_to_all() {
        CountSystem table = Tables.persons(new int[][] {{3, 40}, {50, 60}});
        Finding alone = audit(table, Policy.DEFAULT, 0).get(0);
        assertThat(alone.succeed()).contains(Attacker.A);
        assertThat(alone.bounds()).containsEntry(Quantity.PERSONS, new Bounds(3, OptionalLong.of(3), true));
        assertThat(audit(table, Policy.DEFAULT, 0, 1, 3, 4)).noneMatch(Finding::broken);
    }

    /** 4 and 4 of 8: anything for A; whoever knows that both are below 5 knows both. */
    @Test
    void who_knows_the_rule_knows_more() {
        CountSystem table = Tables.persons(new int[][] {{4, 4, 90}, {30, 60, 80}});
        Finding first = audit(table, Policy.DEFAULT, 0, 1, 4, 5).get(0);
        assertThat(first.succeed()).containsExactly(Attacker.B);
    }

    /** 43 and 40 of them have left, so the 3 others are known whatever is printed now. */
    @Test
    void what_was_left_out_under_the_same_policy_is_not_known_anyway() {
        assertThat(afterLeaving(Fate.LEFT_OUT).inAnyCase()).contains(Attacker.A);
        assertThat(afterLeaving(Fate.LEFT_OUT).broken()).isFalse();
        assertThat(afterLeaving(Fate.WITHHELD).succeed()).contains(Attacker.A);
    }

    /** All 30 work, and the table says nothing of others: nobody needs to print that. */
    @Test
    void what_is_known_though_nothing_was_ever_printed_is_no_fault_of_the_release() {
        CountSystemBuilder builder = new CountSystemBuilder(1, 2);
        builder.atom(30, 0, 0);
        int all = builder.figure(CountSystemBuilder.ALL, CountSystemBuilder.ALL);
        int rest = builder.figure(CountSystemBuilder.ALL, new int[] {1});
        Unit rate = new Unit(Map.of(Quantity.NUMERATOR, all, Quantity.REST, rest, Quantity.TOTAL, all), 0, false);
        builder.unit(rate, Fate.WITHHELD);
        Finding finding = Audit.of(builder.build(), List.of(Protection.PRIMARY), Policy.DEFAULT, Progress.NONE)
                .get(0);
        assertThat(finding.inAnyCase()).contains(Attacker.A);
        assertThat(finding.broken()).isFalse();
    }

    private static Finding afterLeaving(Fate others) {
        CountSystemBuilder builder = new CountSystemBuilder(2, 1);
        builder.atom(3, 0, 0).atom(40, 1, 0);
        Map<int[], Fate> cells = new LinkedHashMap<>();
        cells.put(new int[] {0}, others);
        cells.put(new int[] {1}, Fate.PRINTED);
        cells.put(new int[] {0, 1}, Fate.PRINTED);
        cells.forEach((group, fate) -> builder.unit(
                new Unit(Map.of(Quantity.PERSONS, builder.figure(group, CountSystemBuilder.ALL)), 0, false), fate));
        List<Protection> decided = List.of(Protection.PRIMARY, Protection.SAFE, Protection.SAFE);
        return Audit.of(builder.build(), decided, Policy.DEFAULT, Progress.NONE).get(0);
    }

    @Test
    void an_unsafe_cell_in_print_is_told_of() {
        CountSystem table = Tables.persons(new int[][] {{3, 40}, {50, 60}});
        List<Finding> findings = audit(table, Policy.DEFAULT);
        assertThat(findings).hasSize(1);
        assertThat(findings.get(0).kind()).isEqualTo(Protection.SAFE);
        assertThat(findings.get(0).broken()).isTrue();
    }

    @Test
    void a_difference_of_printed_cells_is_told_of() {
        CountSystemBuilder builder = new CountSystemBuilder(2, 1);
        builder.atom(1, 0, 0).atom(100, 1, 0);
        for (int[] group : new int[][] {{0, 1}, {1}}) {
            builder.unit(new Unit(Map.of(Quantity.PERSONS, builder.figure(group, CountSystemBuilder.ALL)), 0, false));
        }
        List<Finding> findings = audit(builder.build(), Policy.DEFAULT);
        assertThat(findings).extracting(Finding::unit).containsExactly(2);
        assertThat(findings.get(0).broken()).isTrue();
    }

    /** In each row a cell and the one to its right are left out: they can only move together, in one long chain. */
    @Test
    void a_chain_through_a_large_table_is_seen_as_a_whole() {
        int size = 130;
        int[][] persons = new int[size][size];
        int[] hidden = new int[2 * size];
        for (int row = 0; row < size; row++) {
            Arrays.fill(persons[row], 50);
            persons[row][row] = 3;
            hidden[2 * row] = Tables.at(row, row, size);
            hidden[2 * row + 1] = Tables.at(row, (row + 1) % size, size);
        }
        List<Finding> findings = audit(Tables.persons(persons), Policy.DEFAULT, hidden);
        assertThat(findings).hasSize(2 * size).noneMatch(Finding::broken);
    }

    /** Four cells of one person each, and their total of 4: the rule alone gives them away to B. */
    @Test
    void what_no_suppression_can_hide_breaks_nothing() {
        CountSystem table = Tables.line(
                new int[] {1, 1, 1, 1}, new int[] {0}, new int[] {1}, new int[] {2}, new int[] {3}, new int[] {
                    0, 1, 2, 3
                });
        assertThat(audit(table, Policy.DEFAULT, 0, 1, 2, 3, 4)).noneMatch(Finding::broken);
    }

    private static List<Finding> audit(CountSystem table, Policy policy, int... hidden) {
        Protection[] protections = new Protection[table.units().size()];
        Arrays.fill(protections, Protection.SAFE);
        for (int unit : hidden) {
            protections[unit] = Protection.SECONDARY;
        }
        return Audit.of(table, List.of(protections), policy, Progress.NONE);
    }
}
