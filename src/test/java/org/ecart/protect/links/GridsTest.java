package org.ecart.protect.links;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.ecart.files.ConditionText;
import org.ecart.model.AtDate;
import org.ecart.model.Category;
import org.ecart.model.Condition;
import org.ecart.model.Labels;
import org.ecart.model.Period;
import org.ecart.model.Rules;
import org.ecart.model.Shift;
import org.junit.jupiter.api.Test;

/** What is crossed with one another. A table is written as its variables, then its conditions; each question has two answers. */
class GridsTest {
    private static final Map<String, Rules> RULES = Stream.of(
                    made("origin", "father = 'BE' and mother = 'BE'"),
                    made("rollup", "origin = '1'"),
                    made("history", "grandfather = 'BE' and origin = '1'"),
                    later("next", "status"))
            .collect(Collectors.toMap(Rules::variable, rules -> rules));

    private static Rules made(String variable, String when) {
        List<Category> codes = List.of(Category.of("1", Labels.same("yes")), Category.of("0", Labels.same("no")));
        Rules.Rule rule = new Rules.Rule("1", ConditionText.parse(when), new Rules.Code("1"));
        return new Rules(
                variable, "s", "1", Labels.same(variable), codes, new Rules.FirstMatch(List.of(rule), List.of(), "0"));
    }

    private static Rules later(String variable, String read) {
        AtDate at = new AtDate(read, new Shift.Years(1), "gone");
        List<Category> codes = List.of(Category.of("gone", Labels.same("gone")));
        return new Rules(variable, "s", "1", Labels.same(variable), codes, at);
    }

    private static Asked table(String variables, String... conditions) {
        return table(2014, variables, conditions);
    }

    private static Asked table(int year, String variables, String... conditions) {
        Set<Condition> asked =
                Arrays.stream(conditions).map(ConditionText::parse).collect(Collectors.toSet());
        Set<String> names = variables.isEmpty() ? Set.of() : Set.of(variables.split(" "));
        return new Asked(
                Population.of(Period.ofYear(year)),
                names,
                asked,
                Condition.and(Condition.ALL, new Condition.And(List.copyOf(asked))),
                RULES);
    }

    private static Grids grids(Asked... tables) {
        return Grids.of(
                Questions.of(List.of(tables)),
                List.of(tables),
                questions -> 1L << questions.all().size(),
                apart -> false);
    }

    private static List<String> crossed(Asked... tables) {
        return grids(tables).all().stream().map(GridsTest::names).sorted().toList();
    }

    private static List<String> joined(Asked... tables) {
        return grids(tables).joins().stream()
                .map(join -> names(join.common()))
                .sorted()
                .toList();
    }

    private static String names(Questions questions) {
        return questions.all().stream()
                .map(question -> question.condition().map(ConditionText::print).orElse(question.name()))
                .sorted()
                .collect(Collectors.joining(" "));
    }

    @Test
    void eachTableIsCrossedForItself() {
        Asked[] tables = {table("region gender"), table("region education")};
        assertThat(crossed(tables)).containsExactly("education region", "gender region");
        assertThat(joined(tables)).containsExactly("region");
    }

    @Test
    void tablesWithNothingInCommonHaveAsManyPersons() {
        Asked[] tables = {table("gender"), table("education")};
        assertThat(crossed(tables)).containsExactly("education", "gender");
        assertThat(joined(tables)).containsExactly("");
    }

    @Test
    void aMarginIsReadFromALargerTable() {
        assertThat(crossed(table("region gender"), table("region gender education"), table("gender")))
                .containsExactly("education gender region");
    }

    @Test
    void threeTablesInACircleAreOne() {
        assertThat(crossed(table("region gender"), table("gender education"), table("education region")))
                .containsExactly("education gender region");
    }

    @Test
    void inALargerCircleOneQuestionIsLeftOut() {
        assertThat(crossed(
                        table("region gender"),
                        table("gender education"),
                        table("education sector"),
                        table("sector region")))
                .hasSize(2)
                .allSatisfy(grid -> assertThat(grid.split(" ")).hasSize(3));
    }

    @Test
    void whatDependsOnOneAnotherIsTogether() {
        Asked[] tables = {table("origin gender"), table("rollup region"), table("history")};
        assertThat(crossed(tables)).containsExactly("gender origin", "history origin rollup", "region rollup");
        assertThat(joined(tables)).containsExactly("origin", "rollup");
    }

    @Test
    void aTableAndItsRollUpAreCrossedInWhatBothAskFor() {
        assertThat(crossed(table("origin gender"), table("rollup gender region")))
                .containsExactly("gender origin rollup", "gender region rollup");
    }

    @Test
    void twoAgeSpansOverTheSamePersonsAreCrossed() {
        assertThat(crossed(
                        table("region", "age >= 18", "status = 'work'"),
                        table("region", "age >= 20", "status = 'work'")))
                .containsExactly("age >= 18 age >= 20 region status = \"work\"");
    }

    /** And with whether a person is there, and counted, at both. */
    @Test
    void aTransitionIsCrossedWithTheTableOfItsOtherYear() {
        assertThat(crossed(table(2014, "gender status next"), table(2015, "gender status")))
                .anySatisfy(grid -> assertThat(grid.split(" "))
                        .contains("gender", "next", "status")
                        .hasSizeGreaterThan(5));
    }

    @Test
    void ofManyYearsOnlyThoseAreCrossedThatOneTableLooksAtTogether() {
        assertThat(crossed(table(2014, "status next"), table(2015, "status next"), table(2016, "status")))
                .allSatisfy(grid ->
                        assertThat(grid.split("\\bstatus\\b", -1)).as(grid).hasSizeLessThanOrEqualTo(3));
    }

    @Test
    void withNoQuestionThereIsOneGrid() {
        assertThat(crossed(table(""))).containsExactly("");
    }

    /** People move from any region to any other: the one of 2014 says nothing of that of 2015. */
    @Test
    void what_passes_from_anything_to_anything_is_not_crossed_between_dates() {
        List<Asked> tables = List.of(table(2014, "status next"), table(2014, "region"), table(2015, "region"));
        Questions questions = Questions.of(tables);
        Grids free = Grids.of(questions, tables, some -> 1L << some.all().size(), apart -> true);
        Grids tied = Grids.of(questions, tables, some -> 1L << some.all().size(), apart -> false);
        assertThat(regions(free)).containsOnly(1L);
        assertThat(regions(tied)).containsOnly(2L);
    }

    /** A cell of the one year less the same cell of the next is who moved, where nobody came and nobody left. */
    @Test
    void two_years_are_crossed_in_what_both_tables_ask_if_a_third_looks_at_both() {
        Asked transition = table(2014, "status next");
        Asked[] years = {table(2014, "origin region"), table(2015, "origin region")};
        assertThat(crossed(transition, years[0], years[1])).anySatisfy(grid -> assertThat(grid.split(" "))
                .filteredOn(Set.of("origin", "region")::contains)
                .containsExactly("origin", "origin", "region", "region"));
        assertThat(crossed(years))
                .allSatisfy(grid ->
                        assertThat(grid.split(" ")).filteredOn("origin"::equals).hasSizeLessThan(2));
    }

    /** In each grid that asks for a region the dates of which it asks. */
    private static List<Long> regions(Grids grids) {
        return grids.all().stream()
                .map(grid -> grid.all().stream()
                        .filter(question -> question.name().equals("region"))
                        .count())
                .filter(dates -> dates > 0)
                .toList();
    }
}
