package org.ecart.study;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.ecart.files.AxisText;
import org.ecart.files.ConditionText;
import org.ecart.files.Definitions;
import org.ecart.model.Axis;
import org.ecart.model.Breakdown;
import org.ecart.model.Category;
import org.ecart.model.Condition;
import org.ecart.model.EcartException;
import org.ecart.model.Indicator;
import org.ecart.model.Labels;
import org.ecart.model.Measure;
import org.ecart.model.Period;
import org.ecart.model.Progress;
import org.ecart.model.Rules;
import org.ecart.model.Status;
import org.ecart.model.Study;
import org.ecart.protect.ReleasableTable;
import org.junit.jupiter.api.Test;

/** Five persons in two years, as tables of a study: who keeps work, who finds it. */
class TransitionsTest {
    private static final Rules STATUS = rules("status", """
            "categories": [{"code": "in", "labels": "In work"}, {"code": "out", "labels": "Not"}],
            "recode": {"of": "position", "groups": {"in": ["1"]}, "else": "out"}""");

    private static final Rules LATER = rules("later", """
            "categories": [{"code": "gone", "labels": "Gone"}],
            "at": {"variable": "status", "years": 1, "absent": "gone"}""");

    private static final Tables TABLES =
            new FewPersons().at(2013, """
                    no,position
                    1,1
                    2,1
                    3,1
                    4,2
                    5,2
                    """).at(2014, """
                    no,position
                    1,1
                    2,1
                    3,2
                    4,1
                    6,1
                    """).tables(List.of(STATUS, LATER), List.of(indicator()));

    private static Indicator indicator() {
        return new Indicator(
                "finds_work",
                Labels.same("Finds work"),
                Labels.same("those who were not in work and are a year later"),
                new Indicator.Statistic.Rate(
                        ConditionText.parse("later = \"in\""), ConditionText.parse("status = \"out\"")),
                Optional.empty());
    }

    private static Rules rules(String variable, String how) {
        return Definitions.rules("""
                {"format": "ecart/rules", "version": 1, "variable": "%s", "set": "own", "edition": "1",
                 "labels": "%s", %s}
                """.formatted(variable, variable, how));
    }

    private static ReleasableTable table(Study study, int year, String rows, Measure measure) {
        Breakdown breakdown = new Breakdown(
                List.of(Period.ofYear(year)),
                AxisText.parse(rows),
                Axis.EMPTY,
                Axis.EMPTY,
                Condition.ALL,
                "finds_work",
                Optional.empty(),
                Optional.empty(),
                new Breakdown.Weight.Default(),
                true,
                false,
                List.of(measure));
        return TABLES.make(study, breakdown, Progress.NONE).releasable();
    }

    private static Study study(String rules) {
        return study("rules", rules);
    }

    private static Study study(String key, String value) {
        return Definitions.study("""
                {"format": "ecart/study", "version": 1, "id": "s", "title": "s",
                 "policy": {"id": "none", "reason": "invented"}, "%s": [%s]}
                """.formatted(key, value));
    }

    @Test
    void aRateMayAskWhatPersonsDoAYearLater() {
        ReleasableTable table = table(study(""), 2013, "status", Measure.RATE);
        int out = table.shape().size() - 1;
        assertThat(table.value(Measure.RATE, out).number())
                .hasValueSatisfying(rate -> assertThat(rate).isEqualByComparingTo("50"));
    }

    @Test
    void whatIsReadAtTheOtherDateHasTheCodesAndLabelsItHasThere() {
        ReleasableTable table = table(study(""), 2013, "later", Measure.PERSONS);
        assertThat(table.shape().dimensions().get(0).categories().stream()
                        .map(Category::code)
                        .toList())
                .startsWith("in", "out", "gone");
    }

    @Test
    void theLastYearHasNoYearAfterIt() {
        ReleasableTable table = table(study(""), 2014, "later", Measure.PERSONS);
        assertThat(IntStream.range(0, table.shape().size())
                        .mapToObj(cell -> table.value(Measure.PERSONS, cell).number()))
                .allMatch(Optional::isEmpty);
    }

    @Test
    void rulesAreCountedByWhatPersonsAreThere() {
        RuleReport report =
                TABLES.counts(study(""), RuleReport.Question.of("later", List.of(Period.ofYear(2013))), Progress.NONE);
        assertThat(report.lines().stream()
                        .map(l -> l.id() + " "
                                + l.persons().get(0).map(Tally::persons).orElse(-1L))
                        .toList())
                .containsExactly("gone 1", "later 4", " 0", " 0");
    }

    @Test
    void aTransitionOverABreakIsMarked() {
        Study broken =
                study("breaks", "{\"period\": \"2014\", \"variables\": [\"position\"], \"note\": \"another source\"}");
        assertThat(table(broken, 2013, "later", Measure.PERSONS)
                        .value(Measure.PERSONS, 0)
                        .status())
                .isEqualTo(Status.BREAK);
        assertThat(table(study(""), 2013, "later", Measure.PERSONS)
                        .value(Measure.PERSONS, 0)
                        .status())
                .isEqualTo(Status.NORMAL);
    }

    @Test
    void aVariableIsNotReadFromItself() {
        String circle = """
                {"variable": "status", "set": "odd", "edition": "1", "labels": "status",
                 "categories": [{"code": "gone", "labels": "Gone"}],
                 "at": {"variable": "later", "years": 1, "absent": "gone"}}""";
        assertThatThrownBy(() -> table(study(circle), 2013, "later", Measure.PERSONS))
                .isInstanceOf(EcartException.class);
    }
}
