package org.ecart.attack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.ecart.protect.CountSystemBuilder.ALL;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.ecart.model.Policy;
import org.ecart.model.Progress;
import org.ecart.protect.CountSystem;
import org.ecart.protect.CountSystem.Unit;
import org.ecart.protect.CountSystemBuilder;
import org.ecart.protect.Fate;
import org.ecart.protect.Protection;
import org.ecart.protect.Quantity;
import org.ecart.protect.Suppression;
import org.junit.jupiter.api.Test;

/** Tables of one release, each safe or protected by itself, that give somebody away together. */
class LinkedTablesTest {
    private static final int[] EMPLOYED = {0};
    private static final int[] UNEMPLOYED = {1};
    private static final int[] INACTIVE = {2};
    private static final int[] NOT_EMPLOYED = {1, 2};
    private static final int[] ACTIVE = {0, 1};

    @Test
    void two_filters_that_subtract_to_one_person_are_not_both_printed() {
        CountSystemBuilder builder = new CountSystemBuilder(2, 1);
        builder.atom(1, 0, 0).atom(100, 1, 0);
        persons(builder, ALL);
        persons(builder, new int[] {1});
        CountSystem both = builder.build();

        assertThat(Attacker.breaks(both, new boolean[2], Policy.DEFAULT)).isNotEmpty();
        assertThat(protect(both)).containsOnlyOnce(Protection.SECONDARY);
    }

    @Test
    void two_filters_that_subtract_to_many_are_both_printed() {
        CountSystemBuilder builder = new CountSystemBuilder(2, 1);
        builder.atom(5, 0, 0).atom(100, 1, 0);
        persons(builder, ALL);
        persons(builder, new int[] {1});

        assertThat(protect(builder.build())).containsOnly(Protection.SAFE);
    }

    /** 18-64 less 20-64 leaves 18-19, which no table prints. */
    @Test
    void two_age_spans_side_by_side_do_not_give_the_years_between_away() {
        CountSystemBuilder builder = new CountSystemBuilder(2, 2);
        builder.atom(2, 0, 0).atom(40, 0, 1).atom(500, 1, 0).atom(200, 1, 1);
        rate(builder, new int[] {0, 1}, new int[] {0}, new int[] {1});
        rate(builder, new int[] {1}, new int[] {0}, new int[] {1});

        assertThat(protect(builder.build())).containsOnlyOnce(Protection.SECONDARY);
    }

    /** Nobody of 18-19 works: 0 % of 40. */
    @Test
    void two_age_spans_do_not_tell_that_nobody_between_them_works() {
        CountSystemBuilder builder = new CountSystemBuilder(2, 2);
        builder.atom(0, 0, 0).atom(40, 0, 1).atom(500, 1, 0).atom(200, 1, 1);
        rate(builder, new int[] {0, 1}, new int[] {0}, new int[] {1});
        rate(builder, new int[] {1}, new int[] {0}, new int[] {1});

        assertThat(protect(builder.build())).containsOnlyOnce(Protection.SECONDARY);
    }

    @Test
    void two_age_spans_far_enough_apart_are_both_printed() {
        CountSystemBuilder builder = new CountSystemBuilder(2, 2);
        builder.atom(20, 0, 0).atom(40, 0, 1).atom(500, 1, 0).atom(200, 1, 1);
        rate(builder, new int[] {0, 1}, new int[] {0}, new int[] {1});
        rate(builder, new int[] {1}, new int[] {0}, new int[] {1});

        assertThat(protect(builder.build())).containsOnly(Protection.SAFE);
    }

    /** 17 persons, of whom nobody left: the same 17 a year later. 8 were in a place to which nobody moves, and 6 still are: 2 moved. */
    @Test
    void two_years_of_the_same_persons_do_not_tell_how_many_moved() {
        int[] stayed = {0};
        int[] elsewhere = {2};
        int[] first = {0, 1};
        int[] second = {0, 2};
        CountSystemBuilder builder = new CountSystemBuilder(3, 3, 1);
        builder.atom(6, 0, 0, 0).atom(2, 1, 0, 0).atom(9, 2, 0, 0);
        for (int place : new int[] {0, 2}) {
            builder.atom(0, place, 1, 0).atom(0, place, 2, 0);
        }
        persons(builder, new int[] {0, 1}, first, ALL);
        persons(builder, elsewhere, first, ALL);
        persons(builder, stayed, second, ALL);
        persons(builder, new int[] {1, 2}, second, ALL);
        persons(builder, ALL, first, ALL);
        persons(builder, ALL, second, ALL);
        persons(builder, ALL, new int[] {1}, ALL);
        CountSystem years = builder.build();

        assertThat(Attacker.breaks(years, new boolean[7], Policy.DEFAULT)).isNotEmpty();
        assertThat(protect(years)).contains(Protection.SECONDARY);
    }

    /** 18-64 has left before: 20-64 cannot follow, whatever it would cost to leave out the other instead. */
    @Test
    void what_has_left_before_cannot_be_left_out_any_more() {
        CountSystemBuilder builder = new CountSystemBuilder(2, 1);
        builder.atom(1, 0, 0).atom(100, 1, 0);
        for (int[] ages : List.of(ALL, new int[] {1})) {
            Unit unit = new Unit(Map.of(Quantity.PERSONS, builder.figure(ages, ALL)), 0, false);
            builder.unit(unit, ages.length == 1 ? Fate.OPEN : Fate.PRINTED);
        }
        assertThat(protect(builder.build())).containsExactly(Protection.SAFE, Protection.SECONDARY);
    }

    /** The third row would be the cheapest to leave out beside the 2 persons, but it has left before: the second goes. */
    @Test
    void what_has_left_before_is_no_hiding_place() {
        int[][] persons = {{2, 40, 50}, {60, 70, 80}, {20, 21, 22}};
        CountSystemBuilder builder = new CountSystemBuilder(3, 3, 1);
        for (int r = 0; r < 3; r++) {
            for (int c = 0; c < 3; c++) {
                builder.atom(persons[r][c], r, c, 0);
            }
        }
        for (int[] row : List.of(new int[] {0}, new int[] {1}, new int[] {2}, ALL)) {
            for (int[] column : List.of(new int[] {0}, new int[] {1}, new int[] {2}, ALL)) {
                int figure = builder.figure(row, column, ALL);
                boolean before = row.length == 1 && row[0] == 2;
                builder.unit(new Unit(Map.of(Quantity.PERSONS, figure), 0, false), before ? Fate.PRINTED : Fate.OPEN);
            }
        }
        List<Protection> protections = protect(builder.build());

        assertThat(protections).doesNotContain(Protection.FALLBACK);
        assertThat(protections.get(4)).isEqualTo(Protection.SECONDARY);
    }

    /** Its persons are many, so nothing else has to go for it. */
    @Test
    void a_cell_that_is_left_out_for_a_reason_of_its_own_stays_out() {
        CountSystemBuilder builder = new CountSystemBuilder(2, 1);
        builder.atom(60, 0, 0).atom(100, 1, 0);
        builder.unit(new Unit(Map.of(Quantity.PERSONS, builder.figure(new int[] {0}, ALL)), 0, false), Fate.LEFT_OUT);
        persons(builder, new int[] {1});
        persons(builder, ALL);

        assertThat(Suppression.protect(builder.build(), Policy.DEFAULT, Progress.NONE))
                .containsExactly(Protection.SECONDARY, Protection.SAFE, Protection.SAFE);
    }

    /** It was printed under another policy; hiding it now would hide nothing. */
    @Test
    void what_was_told_before_is_no_reason_to_leave_out_more() {
        CountSystemBuilder builder = new CountSystemBuilder(3, 1);
        builder.atom(3, 0, 0).atom(60, 1, 0).atom(70, 2, 0);
        Unit told = new Unit(Map.of(Quantity.PERSONS, builder.figure(new int[] {0}, ALL)), 0, false);
        builder.unit(told, Fate.PRINTED);
        builder.unit(told);
        persons(builder, new int[] {1});
        persons(builder, new int[] {2});
        persons(builder, ALL);

        assertThat(Suppression.protect(builder.build(), Policy.DEFAULT, Progress.NONE))
                .containsExactly(
                        Protection.SAFE, Protection.PRIMARY, Protection.SAFE, Protection.SAFE, Protection.SAFE);
    }

    /** Those active less those in work are the unemployed, and of them there are 3. */
    @Test
    void employment_and_activity_together_do_not_give_unemployment() {
        CountSystemBuilder builder = new CountSystemBuilder(2, 3);
        builder.atom(60, 0, 0).atom(3, 0, 1).atom(30, 0, 2);
        builder.atom(70, 1, 0).atom(20, 1, 1).atom(40, 1, 2);
        for (int group = 0; group < 2; group++) {
            rate(builder, new int[] {group}, EMPLOYED, NOT_EMPLOYED);
            rate(builder, new int[] {group}, ACTIVE, INACTIVE);
        }
        List<Protection> protections = protect(builder.build());

        assertThat(protections.subList(0, 2)).containsOnlyOnce(Protection.SECONDARY);
        assertThat(protections.subList(2, 4)).containsOnly(Protection.SAFE);
    }

    @Test
    void what_one_table_hides_another_does_not_tell() {
        CountSystemBuilder builder = new CountSystemBuilder(2, 3);
        builder.atom(60, 0, 0).atom(3, 0, 1).atom(30, 0, 2);
        builder.atom(70, 1, 0).atom(20, 1, 1).atom(40, 1, 2);
        for (int[] group : List.of(new int[] {0}, new int[] {1}, ALL)) {
            rate(builder, group, UNEMPLOYED, EMPLOYED);
            int all = builder.figure(group, UNEMPLOYED);
            builder.unit(new Unit(Map.of(Quantity.PERSONS, all), group.length == 1 ? 0 : 1, false));
        }
        List<Protection> protections = protect(builder.build());

        assertThat(protections.subList(0, 2)).containsOnly(Protection.PRIMARY);
    }

    /** The detail prints no total; the roll-up is its total. */
    @Test
    void a_roll_up_counts_as_the_total_of_its_detail() {
        CountSystemBuilder builder = new CountSystemBuilder(4, 1);
        builder.atom(3, 0, 0).atom(50, 1, 0).atom(60, 2, 0).atom(70, 3, 0);
        for (int c = 0; c < 4; c++) {
            persons(builder, new int[] {c});
        }
        assertThat(protect(builder.build()))
                .containsOnlyOnce(Protection.PRIMARY)
                .doesNotContain(Protection.SECONDARY);

        persons(builder, new int[] {0, 1});
        persons(builder, new int[] {2, 3});
        List<Protection> linked = protect(builder.build());
        assertThat(linked).containsOnlyOnce(Protection.SECONDARY);
        assertThat(linked.get(1)).isEqualTo(Protection.SECONDARY);
    }

    /** By gender and by region, both with the total of the group: 2 women and 3 in one region. */
    @Test
    void a_total_that_two_tables_share_is_one_figure() {
        CountSystemBuilder builder = new CountSystemBuilder(2, 2, 1);
        builder.atom(1, 0, 0, 0).atom(1, 0, 1, 0).atom(2, 1, 0, 0).atom(90, 1, 1, 0);
        for (int[] gender : List.of(new int[] {0}, new int[] {1}, ALL)) {
            persons(builder, gender, ALL, ALL);
        }
        for (int[] region : List.of(new int[] {0}, new int[] {1}, ALL)) {
            persons(builder, ALL, region, ALL);
        }
        List<Protection> protections = protect(builder.build());

        assertThat(protections.get(2)).isEqualTo(protections.get(5));
    }

    /** Her row and her column are 1 each; who knows both would get the other row from the other column. */
    @Test
    void who_is_alone_in_a_cell_of_each_of_two_tables_does_not_put_them_together() {
        CountSystemBuilder builder = new CountSystemBuilder(2, 2, 1);
        builder.atom(0, 0, 0, 0).atom(1, 0, 1, 0).atom(13, 1, 0, 0).atom(0, 1, 1, 0);
        for (int[] row : List.of(new int[] {0}, new int[] {1})) {
            persons(builder, row, ALL, ALL);
        }
        for (int[] column : List.of(new int[] {0}, new int[] {1})) {
            persons(builder, ALL, column, ALL);
        }
        List<Protection> protections = protect(builder.build());

        assertThat(protections.get(1).suppressed()).isEqualTo(protections.get(2).suppressed());
    }

    private static void persons(CountSystemBuilder builder, int[] group) {
        persons(builder, group, ALL);
    }

    private static void persons(CountSystemBuilder builder, int[] group, int[] other, int[]... more) {
        int[][] box = Stream.concat(Stream.of(group, other), Stream.of(more)).toArray(int[][]::new);
        builder.unit(new Unit(Map.of(Quantity.PERSONS, builder.figure(box)), group.length == 1 ? 0 : 1, false));
    }

    private static void rate(CountSystemBuilder builder, int[] group, int[] numerator, int[] rest) {
        int[] total =
                IntStream.concat(Arrays.stream(numerator), Arrays.stream(rest)).toArray();
        builder.unit(new Unit(
                Map.of(
                        Quantity.NUMERATOR, builder.figure(group, numerator),
                        Quantity.REST, builder.figure(group, rest),
                        Quantity.TOTAL, builder.figure(group, total)),
                group.length == 1 ? 0 : 1,
                false));
    }

    /** Protected, and nobody breaks it. */
    private static List<Protection> protect(CountSystem system) {
        List<Protection> protections = Suppression.protect(system, Policy.DEFAULT, Progress.NONE);
        boolean[] suppressed = new boolean[protections.size()];
        for (int u = 0; u < suppressed.length; u++) {
            suppressed[u] = protections.get(u).suppressed();
        }
        assertThat(Attacker.avoidable(system, suppressed, Policy.DEFAULT)).isEmpty();
        return protections;
    }
}
