package org.ecart.study;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.ecart.files.ConditionText;
import org.ecart.files.Definitions;
import org.ecart.model.Decimals;
import org.ecart.model.EcartException;
import org.ecart.model.Labels;
import org.ecart.model.Language;
import org.ecart.model.Period;
import org.ecart.model.Policy;
import org.ecart.model.Progress;
import org.ecart.model.Rules;
import org.ecart.model.Span;
import org.ecart.model.Study;
import org.junit.jupiter.api.Test;

/** Ten persons with father and mother; what each rule, band and group decides can be counted on fingers. */
class RuleReportTest {
    private static final List<Period> BOTH = List.of(Period.ofYear(2013), Period.ofYear(2014));

    private static final Rules ORIGIN = Definitions.rules("""
            {"format": "ecart/rules", "version": 1, "variable": "origin", "set": "parents", "edition": "1",
             "labels": "Origin",
             "categories": [{"code": "BE", "labels": "Belgian"}, {"code": "EU", "labels": "EU"},
                            {"code": "NEU", "labels": "Non-EU"}, {"code": "U", "labels": "Undetermined"}],
             "rules": [
               {"id": "father", "when": "father != \\"BE\\"", "groupOf": "father", "grouping": "country"},
               {"id": "mother", "when": "mother != \\"BE\\"", "groupOf": "mother", "grouping": "country"},
               {"id": "both", "when": "father = \\"BE\\" and mother = \\"BE\\"", "then": "BE"},
               {"id": "rest", "when": "all", "then": "U"}],
             "else": "U",
             "groupings": {"country": {"groups": {"BE": ["BE"], "EU": ["FR", "IT"]}, "else": "NEU"}}}
            """);

    private static final Rules REGION = Definitions.rules("""
            {"format": "ecart/rules", "version": 1, "variable": "area", "set": "areas", "edition": "1",
             "labels": "Area",
             "categories": [{"code": "N", "labels": "North"}, {"code": "S", "labels": "South"},
                            {"code": "?", "labels": "Elsewhere"}, {"code": "U", "labels": "Unknown"}],
             "recode": {"of": "town", "groups": {"N": ["1", "2"], "S": ["3"]}, "else": "?", "unknown": "U",
                        "noRecord": "U"}}
            """);

    private static final Rules BAND = Definitions.rules("""
            {"format": "ecart/rules", "version": 1, "variable": "band", "set": "bands", "edition": "1",
             "labels": "Band",
             "categories": [{"code": "young", "labels": "Young"}, {"code": "older", "labels": "Older"},
                            {"code": "other", "labels": "Other"}],
             "of": "age", "bands": [{"code": "young", "from": 18, "to": 40}, {"code": "older", "from": 40, "to": 64}],
             "else": "other"}
            """);

    private static final Rules AGE = Definitions.rules("""
            {"format": "ecart/rules", "version": 1, "variable": "age", "set": "register", "edition": "1",
             "labels": "Age", "age": {"bornIn": "born"}}
            """);

    private static final Tables TABLES = persons().tables(List.of(ORIGIN, REGION, BAND, AGE), List.of());

    private static FewPersons persons() {
        return new FewPersons().at(2013, """
                    father,mother,born
                    BE,BE,1980
                    BE,FR,1980
                    """).at(2014, """
                    father,mother,born,town
                    BE,BE,1980,1
                    BE,BE,1974,1
                    BE,BE,1973,2
                    FR,BE,1950,3
                    FR,IT,1949,3
                    FR,SU,2000,9
                    SU,BE,,
                    BE,SU,1990,_N
                    ,IT,1991,9
                    BE,,1992,2
                    """);
    }

    private static RuleReport report(String rules) {
        return TABLES.counts(Study.bare(), RuleReport.Question.of(rules, BOTH), Progress.NONE);
    }

    /** Persons by date, [x] where there are none to tell; small ones with a star. */
    private static String persons(List<Optional<Tally>> tallies) {
        return tallies.stream()
                .map(t -> t.map(v -> v.persons() + (v.small() ? "*" : "")).orElse("[x]"))
                .collect(Collectors.joining(" "));
    }

    private static List<String> lines(RuleReport report) {
        return report.lines().stream()
                .map(l -> (l.kind() == RuleReport.Kind.RULE ? l.id() : l.kind()) + ": " + persons(l.persons()))
                .toList();
    }

    private static List<String> outcomes(RuleReport report) {
        return report.outcomes().stream()
                .map(o -> o.category().code() + ": " + persons(o.persons()))
                .toList();
    }

    @Test
    void eachRuleIsCountedByDateAndTheElseToo() {
        RuleReport report = report("origin");

        assertThat(lines(report))
                .containsExactly("father: 0 4*", "mother: 1* 2*", "both: 1* 3*", "rest: 0 1*", "ELSE: 0 0");
        assertThat(outcomes(report)).containsExactly("BE: 1* 3*", "EU: 1* 4*", "NEU: 0 2*", "U: 0 1*");
        assertThat(persons(report.population())).isEqualTo("2* 10");
        assertThat(report.lines().get(0).persons().get(1).orElseThrow().share().orElseThrow())
                .isEqualByComparingTo("40");
        assertThat(report.lines().get(2).text().in(Language.EN)).isEqualTo("father = \"BE\" and mother = \"BE\"");
    }

    @Test
    void aConflictIsARuleThatWouldHaveMatchedToo() {
        // Two French fathers with a foreign mother; "rest" holds for everyone and conflicts with none.
        assertThat(report("origin").conflicts())
                .extracting(c -> c.decided() + " before " + c.later() + ": " + persons(c.persons()))
                .containsExactly("0 before 1: 0 2*");
    }

    @Test
    void codesThatAreInNoGroupAreListedWithWhomTheyDecided() {
        assertThat(report("origin").unmapped())
                .extracting(u -> u.variable() + " " + u.code() + ": " + persons(u.persons()) + ", decided "
                        + persons(u.decided()))
                .containsExactly("father SU: 0 1*, decided 0 1*", "mother SU: 0 2*, decided 0 1*");
        assertThat(report("area").unmapped())
                .extracting(u -> u.variable() + " " + u.code() + ": " + persons(u.persons()))
                .containsExactly("town 9: [x] 2*");
    }

    @Test
    void aRecodeIsCountedByGroup() {
        RuleReport report = report("area");

        assertThat(lines(report))
                .containsExactly("N: [x] 4*", "S: [x] 2*", "ELSE: [x] 2*", "UNKNOWN: [x] 1*", "NO_RECORD: [x] 1*");
        assertThat(outcomes(report)).containsExactly("N: [x] 4*", "S: [x] 2*", "?: [x] 2*", "U: [x] 2*");
        assertThat(report.unavailable()).containsOnlyKeys(Period.ofYear(2013));
        assertThat(report.unavailable().get(Period.ofYear(2013))).containsExactly("town");
    }

    @Test
    void aBandIsARuleAndTwoThatOverlapAreAConflict() {
        RuleReport report = report("band");

        assertThat(lines(report)).containsExactly("young: 2* 5", "older: 0 2*", "ELSE: 0 3*");
        assertThat(report.conflicts())
                .extracting(c -> c.decided() + " before " + c.later() + ": " + persons(c.persons()))
                .containsExactly("0 before 1: 0 1*");
    }

    @Test
    void anAgeIsKnownOrNot() {
        RuleReport report = report("age");

        assertThat(lines(report)).containsExactly("age: 2* 9", "UNKNOWN: 0 1*", "NO_RECORD: 0 0");
        assertThat(outcomes(report)).startsWith("14: 0 1*", "22: 0 1*").endsWith("65: 0 1*", "_U: 0 1*");
    }

    @Test
    void groupsByNameParametersAndTextsOfRulesAreUnderstood() {
        Rules rules = Definitions.rules("""
                {"format": "ecart/rules", "version": 1, "variable": "from", "set": "own", "edition": "1",
                 "labels": "From",
                 "categories": [{"code": "old", "labels": "Born long ago"}, {"code": "EU", "labels": "EU"},
                                {"code": "-", "labels": "Others"}],
                 "parameters": {"year": 1973},
                 "rules": [
                   {"id": "1", "labels": {"en": "Born in 1973 or before"}, "when": "born <= $year", "then": "old"},
                   {"id": "2", "when": "father in group \\"EU\\" of country", "then": "EU"}],
                 "else": "-",
                 "groupings": {"country": {"groups": {"BE": ["BE"], "EU": ["FR", "IT"]}, "else": "NEU"}}}
                """);
        Tables tables = persons().tables(List.of(rules), List.of());

        RuleReport report = tables.counts(Study.bare(), RuleReport.Question.of("from", BOTH), Progress.NONE);

        assertThat(lines(report)).containsExactly("1: 0 3*", "2: 0 1*", "ELSE: 2* 6");
        assertThat(report.lines())
                .extracting(l -> l.text().in(Language.EN))
                .containsExactly("Born in 1973 or before", "father in group \"EU\" of country", "Otherwise");
        assertThat(report.conflicts())
                .extracting(c -> c.decided() + " before " + c.later() + ": " + persons(c.persons()))
                .containsExactly("0 before 1: 0 2*");
        // Asked for by a condition only: nobody's group is decided by it.
        assertThat(report.unmapped())
                .extracting(u -> u.variable() + " " + u.code() + ": " + persons(u.persons()) + ", decided "
                        + persons(u.decided()))
                .containsExactly("father SU: 0 1*, decided 0 0");
    }

    @Test
    void aCrosswalkIsCountedByOldAndNewCodes() {
        Rules rules = Definitions.rules("""
                {"format": "ecart/rules", "version": 1, "variable": "area", "set": "carried", "edition": "1",
                 "labels": "Area",
                 "categories": [{"code": "10", "labels": "North"}, {"code": "30", "labels": "South"},
                                {"code": "?", "labels": "Elsewhere"}],
                 "crosswalk": {"of": "town", "until": "2013-12-31", "groups": {"10": ["1", "2"], "30": ["3"]},
                               "else": "?"}}
                """);
        Tables tables = new FewPersons()
                .at(2013, "town\n1\n2\n3\n4\n\n")
                .at(2014, "town\n10\n10\n30\n1\n_N\n")
                .tables(List.of(rules), List.of());

        RuleReport report = tables.counts(Study.bare(), RuleReport.Question.of("area", BOTH), Progress.NONE);

        assertThat(lines(report))
                .containsExactly("NO_RECORD: 0 1*", "UNKNOWN: 1* 0", "old: 4* 0", "new: 0 4*", "ELSE: 0 0");
        assertThat(outcomes(report)).containsExactly("10: 2* 2*", "30: 1* 1*", "?: 2* 2*");
        assertThat(report.conflicts()).isEmpty();
        assertThat(report.unmapped())
                .extracting(u -> u.code() + ": " + persons(u.decided()))
                .containsExactly("4: 1* 0", "1: 0 1*");
    }

    @Test
    void onlyWhoIsAskedForIsCounted() {
        RuleReport.Question question = new RuleReport.Question(
                "origin=parents@1",
                List.of(Period.ofYear(2014)),
                ConditionText.parse("mother = \"BE\""),
                Optional.of(new Span(18, 64)));

        RuleReport report = TABLES.counts(Study.bare(), question, Progress.NONE);

        assertThat(persons(report.population())).isEqualTo("4*");
        assertThat(lines(report)).startsWith("father: 1*", "mother: 0", "both: 3*");
    }

    @Test
    void everyReportAddsUpToThePopulation() {
        for (String rules : List.of("origin", "area", "band", "age")) {
            RuleReport report = report(rules);
            for (int p = 0; p < BOTH.size(); p++) {
                int period = p;
                Optional<Long> all = report.population().get(p).map(Tally::persons);
                List<List<Optional<Tally>>> lines = new ArrayList<>();
                report.lines().forEach(l -> lines.add(l.persons()));
                List<List<Optional<Tally>>> outcomes = new ArrayList<>();
                report.outcomes().forEach(o -> outcomes.add(o.persons()));
                for (List<List<Optional<Tally>>> parts : List.of(lines, outcomes)) {
                    long sum = parts.stream()
                            .flatMap(t -> t.get(period).stream())
                            .mapToLong(Tally::persons)
                            .sum();
                    assertThat(sum).as("%s %s", rules, BOTH.get(p)).isEqualTo(all.orElse(0L));
                }
            }
        }
    }

    @Test
    void whatIsSmallFollowsThePolicy() {
        Study none = new Study(
                "s",
                Labels.same("s"),
                List.of(Language.EN),
                Policy.none("a test"),
                Decimals.DEFAULT,
                Map.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of());

        RuleReport report = TABLES.counts(none, RuleReport.Question.of("origin", BOTH), Progress.NONE);

        assertThat(lines(report)).startsWith("father: 0 4");
        assertThat(report.threshold()).isEqualTo(1);
    }

    @Test
    void aNameThatStandsForNothingIsToldWithWhatThereIs() {
        assertThatThrownBy(() -> report("orogin"))
                .isInstanceOfSatisfying(
                        EcartException.class, e -> assertThat(e.arguments()).contains("age, area, band, origin"));
        assertThatThrownBy(() -> report("origin@2013"))
                .isInstanceOfSatisfying(
                        EcartException.class, e -> assertThat(e.arguments()).contains("origin@parents@1"));
        assertThat(report("origin@parents@1").rules()).isEqualTo(ORIGIN);
        assertThat(report("origin@1").rules()).isEqualTo(ORIGIN);
    }
}
