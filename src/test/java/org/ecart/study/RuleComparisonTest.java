package org.ecart.study;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.RoundingMode;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.ecart.files.AxisText;
import org.ecart.files.ConditionText;
import org.ecart.files.Definitions;
import org.ecart.i18n.Messages;
import org.ecart.model.Axis;
import org.ecart.model.Breakdown;
import org.ecart.model.Condition;
import org.ecart.model.EcartException;
import org.ecart.model.Indicator;
import org.ecart.model.Labels;
import org.ecart.model.Measure;
import org.ecart.model.Period;
import org.ecart.model.Progress;
import org.ecart.model.Rules;
import org.ecart.model.Study;
import org.ecart.model.TableShape;
import org.ecart.model.Value;
import org.ecart.protect.Preview;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Twelve persons under two editions of a rule set and under another definition. */
class RuleComparisonTest {
    private static final List<Period> YEAR = List.of(Period.ofYear(2014));

    private static final Rules OLD = edition("1", "\"FR\"");
    private static final Rules NEW = edition("2", "\"FR\", \"HR\"");

    private static Rules edition(String edition, String eu) {
        return Definitions.rules("""
                {"format": "ecart/rules", "version": 1, "variable": "origin", "set": "own", "edition": "%s",
                 "labels": "Origin",
                 "categories": [{"code": "EU", "labels": "EU"}, {"code": "BE", "labels": "Belgian"},
                                {"code": "NEU", "labels": "Non-EU"}],
                 "recode": {"of": "nationality", "groups": {"BE": ["BE"], "EU": [%s]}, "else": "NEU"}}
                """.formatted(edition, eu));
    }

    private static final Rules ROLLUP = Definitions.rules("""
            {"format": "ecart/rules", "version": 1, "variable": "rollup", "set": "up", "edition": "1",
             "labels": "Roll-up",
             "categories": [{"code": "HERE", "labels": "Here"}, {"code": "ABROAD", "labels": "Abroad"}],
             "rules": [{"id": "1", "when": "origin = \\"BE\\"", "then": "HERE"}], "else": "ABROAD"}
            """);

    private static final Rules NATION = Definitions.rules("""
            {"format": "ecart/rules", "version": 1, "variable": "nation", "set": "up", "edition": "x",
             "labels": "Nation",
             "categories": [{"code": "IN", "labels": "In the EU"}, {"code": "OUT", "labels": "Outside"}],
             "rules": [{"id": "1", "when": "origin in (\\"BE\\", \\"EU\\")", "then": "IN"}], "else": "OUT"}
            """);

    private static final Rules AGE = Definitions.rules("""
            {"format": "ecart/rules", "version": 1, "variable": "age", "set": "register", "edition": "1",
             "labels": "Age", "age": {"bornIn": "born"}}
            """);

    private static final Indicator AT_WORK = new Indicator(
            "at_work",
            Labels.same("At work"),
            Labels.same("those at work"),
            new Indicator.Statistic.Rate(ConditionText.parse("work = \"1\""), Condition.ALL),
            Optional.empty());

    private static final Study UNPROTECTED = Definitions.study("""
            {"format": "ecart/study", "version": 1, "id": "s", "title": "s",
             "policy": {"id": "none", "reason": "twelve invented persons"}}
            """);

    private static final Tables TABLES =
            new FewPersons().at(2014, """
                    nationality,work,born
                    BE,1,1980
                    BE,1,1980
                    BE,1,1980
                    BE,0,1980
                    FR,1,1980
                    FR,0,1980
                    HR,1,1980
                    HR,0,1980
                    HR,0,1980
                    HR,0,1980
                    TR,1,1980
                    TR,0,1980
                    """).tables(List.of(NEW, OLD, ROLLUP, NATION, AGE), List.of(AT_WORK));

    private static RuleComparison compare(String a, String b, String filter) {
        RuleComparison.Question question = new RuleComparison.Question(
                a, b, YEAR, ConditionText.parse(filter), "at_work", Optional.empty(), Optional.empty());
        return TABLES.compare(UNPROTECTED, question, Progress.NONE);
    }

    private static String flows(RuleComparison comparison) {
        return comparison.flows().stream()
                .map(f -> f.from() + ">" + f.to() + " "
                        + f.persons().get(0).orElseThrow().persons())
                .collect(Collectors.joining(", "));
    }

    @Test
    void theFlowSaysWhoMovesFromWhichGroupToWhich() {
        RuleComparison comparison = compare("origin@1", "origin@2", "all");

        assertThat(flows(comparison)).isEqualTo("EU>EU 2, BE>BE 4, NEU>EU 4, NEU>NEU 2");
        assertThat(comparison
                        .flows()
                        .get(0)
                        .persons()
                        .get(0)
                        .orElseThrow()
                        .share()
                        .orElseThrow())
                .isEqualByComparingTo("16.66666666666666666666666666666667");
        assertThat(comparison.a().groups())
                .extracting(g -> g.category().code() + " "
                        + g.persons().get(0).orElseThrow().persons())
                .containsExactly("EU 2", "BE 4", "NEU 6");
        assertThat(comparison.b().groups())
                .extracting(g -> g.category().code() + " "
                        + g.persons().get(0).orElseThrow().persons())
                .containsExactly("EU 6", "BE 4", "NEU 2");
    }

    @Test
    void theHeadlineIsTheOrdinaryTableUnderEach() {
        List<String> lines = compare("origin@1", "origin@2", "all").headlines().stream()
                .map(h -> h.code() + ": " + figures(h.years().get(0).a()) + " | "
                        + figures(h.years().get(0).b()))
                .toList();

        // EU: 1 of 2 at work, with the four Croatians 2 of 6; the Belgians, 3 of 4, are the reference.
        assertThat(lines)
                .containsExactly(
                        "EU: 50.0 -25.0 | 33.3 -41.7", "BE: 75.0 [z] | 75.0 [z]", "NEU: 33.3 -41.7 | 50.0 -25.0");
    }

    private static String figures(Optional<RuleComparison.Figures> figures) {
        return figures.map(f -> number(f.rate()) + " " + number(f.gap())).orElse("-");
    }

    private static String number(Value value) {
        return value.number()
                .map(n -> n.setScale(1, RoundingMode.HALF_UP).toPlainString())
                .orElse(value.status().mark());
    }

    @Test
    void rulesOfDifferentVariablesStandSideBySideWithTheirOwnInputs() {
        RuleComparison comparison = compare("origin=own@1", "rollup=up@1", "all");

        assertThat(flows(comparison)).isEqualTo("EU>ABROAD 2, BE>HERE 4, NEU>ABROAD 6");
        // HERE is no code of origin and BE none of the roll-up, whose reference is its first category.
        assertThat(comparison.headlines().stream()
                        .map(h -> h.code() + ": " + figures(h.years().get(0).a()) + " | "
                                + figures(h.years().get(0).b())))
                .containsExactly(
                        "EU: 50.0 -25.0 | -",
                        "BE: 75.0 [z] | -",
                        "NEU: 33.3 -41.7 | -",
                        "HERE: - | 75.0 [z]",
                        "ABROAD: - | 37.5 -37.5");
    }

    @Test
    void whatOnlyItsInputsHaveAnEditionOfFollowsThem() {
        RuleComparison comparison = compare("nation@1", "nation@2", "all");

        assertThat(flows(comparison)).isEqualTo("IN>IN 6, OUT>IN 4, OUT>OUT 2");
        assertThat(comparison.headlines().stream()
                        .map(h -> h.code() + ": " + figures(h.years().get(0).a()) + " | "
                                + figures(h.years().get(0).b())))
                .containsExactly("IN: 66.7 [z] | 50.0 [z]", "OUT: 33.3 -33.3 | 50.0 0.0");
    }

    @Test
    void whoIsCountedMayNotHangOnWhatIsCompared() {
        assertThat(flows(compare("origin@1", "origin@2", "nationality != \"TR\"")))
                .isEqualTo("EU>EU 2, BE>BE 4, NEU>EU 4");
        for (String filter : List.of("origin = \"EU\"", "origin@1 = \"EU\"", "rollup = \"HERE\"")) {
            assertThatThrownBy(() -> compare("origin@1", "origin@2", filter))
                    .isInstanceOfSatisfying(
                            EcartException.class, e -> assertThat(e.key()).isEqualTo("study.compare.filter"));
        }
    }

    @Test
    void numbersHaveNoGroupsToCompare() {
        assertThatThrownBy(() -> compare("age", "origin", "all"))
                .isInstanceOfSatisfying(
                        EcartException.class, e -> assertThat(e.key()).isEqualTo("study.compare.no_groups"));
    }

    @Test
    void theMarginsAreTheTwoTablesOfOneVariable(@TempDir Path folder) {
        SampleStudy sample = new SampleStudy(Path.of("sample-data"));
        try (Session session =
                sample.open(folder.resolve("ws"), Messages.load(), "2014-12-31T00:00:00Z", Progress.NONE)) {
            List<Period> periods = session.offer(Study.bare()).periods();
            RuleComparison comparison = session.tables()
                    .compare(
                            UNPROTECTED,
                            RuleComparison.Question.of("origin@2013", "origin@2017", periods),
                            Progress.NONE);

            for (RuleComparison.Side side : List.of(comparison.a(), comparison.b())) {
                Map<String, Long> margin = new TreeMap<>();
                side.groups().forEach(g -> {
                    for (int p = 0; p < periods.size(); p++) {
                        margin.put(
                                periods.get(p) + " " + g.category().code(),
                                g.persons().get(p).orElseThrow().persons());
                    }
                });
                Map<String, Long> flows = new TreeMap<>();
                comparison.flows().forEach(f -> {
                    for (int p = 0; p < periods.size(); p++) {
                        String code = side == comparison.a() ? f.from() : f.to();
                        flows.merge(
                                periods.get(p) + " " + code,
                                f.persons().get(p).orElseThrow().persons(),
                                Long::sum);
                    }
                });
                flows.values().removeIf(n -> n == 0);
                Map<String, Long> table = table(session, UNPROTECTED.withRuleSet(side.rules()), periods);
                assertThat(margin).isEqualTo(table);
                table.values().removeIf(n -> n == 0);
                assertThat(flows).isEqualTo(table);
            }
        }
    }

    /** Persons by origin in the usual way. */
    private static Map<String, Long> table(Session session, Study study, List<Period> periods) {
        Breakdown breakdown = new Breakdown(
                periods,
                AxisText.parse("origin"),
                Axis.EMPTY,
                Axis.EMPTY,
                Condition.ALL,
                "employment_rate",
                Optional.empty(),
                Optional.empty(),
                new Breakdown.Weight.Default(),
                true,
                false,
                List.of(Measure.PERSONS));
        Preview table = session.tables().draft(study, breakdown, Progress.NONE).preview();
        Map<String, Long> persons = new TreeMap<>();
        for (int cell = 0; cell < table.shape().size(); cell++) {
            TableShape.Address address = table.shape().address(cell);
            persons.put(
                    periods.get(address.period()) + " "
                            + table.shape().rows().entries().get(address.row()).get(0),
                    table.value(Measure.PERSONS, cell).number().orElseThrow().longValueExact());
        }
        return persons;
    }
}
