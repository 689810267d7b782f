package org.ecart.study;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.ecart.files.AxisText;
import org.ecart.files.ConditionText;
import org.ecart.files.Definitions;
import org.ecart.model.Axis;
import org.ecart.model.Breakdown;
import org.ecart.model.Condition;
import org.ecart.model.EcartException;
import org.ecart.model.Indicator;
import org.ecart.model.Labels;
import org.ecart.model.Language;
import org.ecart.model.Measure;
import org.ecart.model.Period;
import org.ecart.model.Progress;
import org.ecart.model.Rules;
import org.ecart.model.Study;
import org.ecart.protect.ReleasableTable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Three years of six persons, with a break in 2014. */
class BreaksTest {
    private static final String SIX = """
            area,position,gender
            N,1,f
            N,1,m
            N,2,f
            S,1,m
            S,2,f
            S,2,m
            """;

    private static final Rules STATUS = Definitions.rules("""
            {"format": "ecart/rules", "version": 1, "variable": "status", "set": "own", "edition": "1",
             "labels": "Status", "categories": [{"code": "in", "labels": "In work"}, {"code": "out", "labels": "Not"}],
             "recode": {"of": "position", "groups": {"in": ["1"]}, "else": "out"}}
            """);

    private static final Tables TABLES = new FewPersons()
            .at(2012, SIX)
            .at(2013, SIX)
            .at(2014, SIX)
            .at(2015, SIX)
            .tables(
                    List.of(STATUS),
                    List.of(
                            new Indicator(
                                    "persons",
                                    Labels.same("Persons"),
                                    Labels.same("all"),
                                    new Indicator.Statistic.Count(),
                                    Optional.empty()),
                            new Indicator(
                                    "at_work",
                                    Labels.same("At work"),
                                    Labels.same("those in work"),
                                    new Indicator.Statistic.Rate(ConditionText.parse("status = \"in\""), Condition.ALL),
                                    Optional.empty())));

    private static Study study(String breaks) {
        return Definitions.study("""
                {"format": "ecart/study", "version": 1, "id": "s", "title": "s",
                 "policy": {"id": "none", "reason": "invented"}, "breaks": [%s]}
                """.formatted(breaks));
    }

    private static Study positionsIn2014() {
        return study("{\"period\": \"2014\", \"variables\": [\"position\"], \"note\": \"another source\"}");
    }

    private static ReleasableTable table(Study study, String rows, String indicator, String filter, Integer... years) {
        Breakdown breakdown = new Breakdown(
                List.of(years).stream().map(Period::ofYear).toList(),
                AxisText.parse(rows),
                Axis.EMPTY,
                Axis.EMPTY,
                ConditionText.parse(filter),
                indicator,
                Optional.empty(),
                Optional.empty(),
                new Breakdown.Weight.Default(),
                true,
                false,
                List.of(Measure.PERSONS));
        return TABLES.make(study, breakdown, Progress.NONE).releasable();
    }

    /** The first figure of each period with its mark. */
    private static String figures(ReleasableTable table) {
        int cells = table.shape().size() / table.shape().periods().size();
        return IntStream.range(0, table.shape().periods().size())
                .mapToObj(p -> table.shape().periods().get(p)
                        + table.value(Measure.PERSONS, p * cells).status().mark())
                .collect(Collectors.joining(" "));
    }

    private static boolean noted(ReleasableTable table) {
        return table.caption().notes().stream()
                .anyMatch(n -> n.in(Language.EN).equals("Break in the series from 2014: another source"));
    }

    @Test
    void theFirstPeriodAtOrAfterTheBreakIsMarkedAndKeepsItsFigure() {
        ReleasableTable table = table(positionsIn2014(), "area", "at_work", "all", 2012, 2013, 2014, 2015);

        assertThat(figures(table)).isEqualTo("2012 2013 2014[b] 2015");
        assertThat(table.value(Measure.PERSONS, 4).number().orElseThrow()).isEqualByComparingTo("3");
        assertThat(noted(table)).isTrue();
    }

    @Test
    void theOrderOfPeriodsDoesNotMatterNorThatTheBreaksOwnIsLeftOut() {
        assertThat(figures(table(positionsIn2014(), "area", "at_work", "all", 2015, 2013, 2012)))
                .isEqualTo("2015[b] 2013 2012");
    }

    @Test
    void aTableOnOneSideOfTheBreakHasNoMark() {
        for (List<Integer> years : List.of(List.of(2012, 2013), List.of(2014, 2015), List.of(2014))) {
            ReleasableTable table = table(positionsIn2014(), "area", "at_work", "all", years.toArray(new Integer[0]));
            assertThat(figures(table)).doesNotContain("[b]");
            assertThat(noted(table)).isFalse();
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "position | persons | all | true",
                "status | persons | all | true",
                "status@1 | persons | all | true",
                "area | at_work | all | true",
                "area | persons | position = \"1\" | true",
                "area | persons | status = \"in\" | true",
                "area | persons | gender = \"f\" | false",
            })
    void onlyTablesThatHangOnTheVariableBreak(String rows, String indicator, String filter, boolean breaks) {
        ReleasableTable table = table(positionsIn2014(), rows, indicator, filter, 2013, 2014);

        assertThat(figures(table)).isEqualTo(breaks ? "2013 2014[b]" : "2013 2014");
        assertThat(noted(table)).isEqualTo(breaks);
    }

    @Test
    void aBreakWithoutVariablesTouchesEverything() {
        Study study = study("{\"period\": \"2013\", \"note\": \"new register\"}");
        assertThat(figures(table(study, "area", "persons", "all", 2012, 2013, 2014)))
                .isEqualTo("2012 2013[b] 2014");
    }

    @Test
    void severalBreaksEachHaveTheirMark() {
        Study study = study("{\"period\": \"2013\", \"note\": \"a\"}, {\"period\": \"2015\", \"note\": \"b\"}");
        assertThat(figures(table(study, "area", "persons", "all", 2012, 2013, 2014, 2015)))
                .isEqualTo("2012 2013[b] 2014 2015[b]");
    }

    @Test
    void whatHasNoFigureKeepsTheReasonWhy() {
        Study study = Definitions.study("""
                {"format": "ecart/study", "version": 1, "id": "s", "title": "s",
                 "breaks": [{"period": "2014", "note": "another source"}]}
                """);
        // Three persons are a small group under the default policy.
        assertThat(figures(table(study, "area", "persons", "all", 2013, 2014))).isEqualTo("2013[c] 2014[c]");
    }

    @Test
    void aBreakInAVariableThatIsNotThereIsRefused() {
        Study study = study("{\"period\": \"2014\", \"variables\": [\"postion\"], \"note\": \"a typo\"}");
        assertThatThrownBy(() -> table(study, "area", "persons", "all", 2013, 2014))
                .isInstanceOfSatisfying(
                        EcartException.class, e -> assertThat(e.arguments()).contains("postion"));
    }

    @Test
    void aStudyIsReadBackWithItsBreaks() {
        Study study = positionsIn2014();
        assertThat(Definitions.study(Definitions.text(study))).isEqualTo(study);
        assertThat(study.withTables(List.of()).breaks()).isEqualTo(study.breaks());
        assertThat(study.withRuleSet(STATUS).breaks()).isEqualTo(study.breaks());
    }
}
