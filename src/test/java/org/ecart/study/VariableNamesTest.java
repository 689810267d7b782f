package org.ecart.study;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.ecart.files.AxisText;
import org.ecart.files.Catalogue;
import org.ecart.files.ConditionText;
import org.ecart.files.Definitions;
import org.ecart.model.AtDate;
import org.ecart.model.Axis;
import org.ecart.model.Breakdown;
import org.ecart.model.Category;
import org.ecart.model.Codebook;
import org.ecart.model.Condition;
import org.ecart.model.EcartException;
import org.ecart.model.Language;
import org.ecart.model.Measure;
import org.ecart.model.Period;
import org.ecart.model.Rules;
import org.ecart.model.Shift;
import org.ecart.model.Study;
import org.ecart.stats.TablePlan;
import org.junit.jupiter.api.Test;

/** What the words of a breakdown stand for, over the codebook of the sample. */
class VariableNamesTest {
    private static final Codebook SAMPLE =
            Definitions.file(Path.of("sample-data/codebook.json"), Definitions::codebook);

    private static final String OWN_ORIGIN = """
            {"format": "ecart/rules", "version": 1, "variable": "origin", "set": "ours", "edition": "2013",
             "labels": "Origin", "categories": [{"code": "IN", "labels": "In"}, {"code": "OUT", "labels": "Out"}],
             "rules": [{"id": "1", "when": "nationality_now = \\"%s\\"", "then": "IN"}], "else": "OUT"}
            """;

    @Test
    void twoRuleSetsStandInOneTable() {
        TablePlan plan = plan(Study.bare(), "origin > origin@2013", "all");

        assertThat(plan.derivations())
                .extracting(r -> r.variable() + " = " + r.key())
                .contains("origin = origin=monitoring@2017", "origin@2013 = origin=monitoring@2013");
        assertThat(plan.dimensions())
                .extracting(d -> d.labels().in(Language.FR))
                .containsExactly("Origine", "Origine (2013)");
        assertThat(codes(plan, 0)).contains("EU13").doesNotContain("EU12");
        assertThat(codes(plan, 1)).contains("EU12").doesNotContain("EU13");
    }

    @Test
    void whatIsReadHasTheSameEdition() {
        TablePlan plan = plan(Study.bare(), "origin_rollup@2013", "all");

        assertThat(plan.derivations())
                .extracting(r -> r.variable() + " = " + r.key())
                .contains("origin@2013 = origin=monitoring@2013", "origin_rollup@2013 = origin_rollup=rollup@1");
        Rules rollup = plan.derivations().stream()
                .filter(r -> r.variable().equals("origin_rollup@2013"))
                .findFirst()
                .orElseThrow();
        assertThat(rollup.derivation().inputs()).containsExactly("origin@2013");
    }

    @Test
    void aDateStandsAfterTheEdition() {
        TablePlan plan = plan(Study.bare(), "origin@2013@1y > status_1y@2y_ago > region@at2011", "all");

        assertThat(plan.derivations())
                .filteredOn(r -> r.derivation() instanceof AtDate)
                .extracting(Rules::variable, Rules::derivation)
                .contains(
                        tuple("origin@2013@1y", new AtDate("origin@2013", new Shift.Years(1), "gone")),
                        tuple("status_1y@2y_ago", new AtDate("status_1y", new Shift.Years(-2), "new")),
                        tuple("region@at2011", new AtDate("region", new Shift.Fixed(Period.ofYear(2011)), "absent")));
        assertThat(plan.dimensions())
                .extracting(d -> d.labels().in(Language.FR))
                .contains("Origine (2013) (un an plus tard)");
        assertThat(codes(plan, 0)).contains("EU12", "gone").endsWith("gone");
    }

    @Test
    void whatIsNoDateIsAnEditionThatIsNotThere() {
        assertThatThrownBy(() -> plan(Study.bare(), "origin@soon", "all"))
                .isInstanceOfSatisfying(
                        EcartException.class, e -> assertThat(e.key()).isEqualTo("study.edition"));
    }

    @Test
    void whatTheStudyChoseHoldsForPlainNamesOnly() {
        Study study = Study.bare().withRuleSets(Map.of("origin", "monitoring@2015"));

        assertThat(plan(study, "origin_rollup > origin_rollup@2013", "all").derivations())
                .extracting(r -> r.variable() + " = " + r.key())
                .containsSubsequence("origin = origin=monitoring@2015", "origin_rollup = origin_rollup=rollup@1")
                .containsSubsequence(
                        "origin@2013 = origin=monitoring@2013", "origin_rollup@2013 = origin_rollup=rollup@1");
    }

    @Test
    void migrationHistoryReadsTheOriginOfItsEdition() {
        assertThat(plan(Study.bare(), "migration_history@2013", "all").derivations())
                .extracting(r -> r.variable() + " = " + r.key())
                .containsSubsequence(
                        "origin@2013 = origin=monitoring@2013",
                        "migration_history@2013 = migration_history=monitoring@2013");
        Study chosen = Study.bare().withRuleSets(Map.of("migration_history", "monitoring@2013"));
        assertThat(plan(chosen, "origin > migration_history", "all").derivations())
                .extracting(r -> r.variable() + " = " + r.key())
                .contains(
                        "origin = origin=monitoring@2017",
                        "origin@2013 = origin=monitoring@2013",
                        "migration_history = migration_history=monitoring@2013");
        Study both =
                Study.bare().withRuleSets(Map.of("migration_history", "monitoring@2013", "origin", "monitoring@2015"));
        assertThat(plan(both, "migration_history", "all").derivations())
                .extracting(r -> r.variable() + " = " + r.key())
                .contains("origin = origin=monitoring@2015", "migration_history = migration_history=monitoring@2013");
    }

    @Test
    void setAndEditionAreTakenByTheirNames() {
        Study study = withRules(OWN_ORIGIN.formatted("BE"));

        assertThat(plan(study, "origin", "all").derivations())
                .extracting(Rules::key)
                .contains("origin=ours@2013");
        assertThat(plan(study, "origin@monitoring@2013", "all").derivations())
                .extracting(r -> r.variable() + " = " + r.key())
                .contains("origin@monitoring@2013 = origin=monitoring@2013");
    }

    @Test
    void aNameThatStandsForNothingIsToldWithThoseThereAre() {
        refused(() -> plan(Study.bare(), "origin@1999", "all"), "study.edition", "origin@1999");
        refused(() -> plan(Study.bare(), "region@2013", "all"), "study.variable", "region@2013");
        refused(() -> plan(Study.bare(), "orgin", "all"), "study.variable", "orgin");
    }

    @Test
    void aReferenceIsFoundUnderAQualifiedName() {
        TablePlan plan = plan(Study.bare(), "origin@2013", "all", Measure.GAP);

        assertThat(plan.reference()).contains(new Breakdown.Reference("origin@2013", "BE"));
    }

    @Test
    void aFilterOnACodeThatIsNotThereIsRefused() {
        refused(() -> plan(Study.bare(), "gender", "gender = \"3\""), "study.filter_code", "3");
        refused(() -> plan(Study.bare(), "gender", "origin in (\"BE\", \"EU12\")"), "study.filter_code", "EU12");
        assertThat(plan(Study.bare(), "gender", "origin@2013 in (\"BE\", \"EU12\")")
                        .derivations())
                .extracting(Rules::variable)
                .contains("origin@2013");
        assertThat(plan(Study.bare(), "gender", "father_nationality = \"_U\"").universe())
                .isNotNull();
    }

    @Test
    void aFilterTakesGroupsFromASharedTable() {
        TablePlan plan = plan(Study.bare(), "gender", "father_country not in group \"BE\" of country@2013");

        assertThat(plan.universe().toString())
                .contains(List.of("BE", "BEL", "150").toString());
        refused(
                () -> plan(Study.bare(), "gender", "father_country in group \"MARS\" of country"),
                "model.no_group",
                "MARS");
    }

    @Test
    void rulesOfTheStudysOwnAreChecked() {
        assertThat(plan(withRules(OWN_ORIGIN.formatted("BE")), "origin", "all").derivations())
                .isNotEmpty();
        refused(
                () -> plan(withRules(OWN_ORIGIN.formatted("BELGIUM")), "origin", "all"),
                "model.check.code",
                "origin=ours@2013");
    }

    private static Study withRules(String... rules) {
        Study bare = Study.bare();
        return new Study(
                bare.id(),
                bare.title(),
                bare.outputs(),
                bare.policy(),
                bare.decimals(),
                Map.of(),
                List.of(rules).stream().map(Definitions::rules).toList(),
                List.of(),
                List.of(),
                List.of());
    }

    private static TablePlan plan(Study study, String rows, String filter, Measure... measures) {
        Breakdown breakdown = new Breakdown(
                List.of(Period.ofYear(2014)),
                AxisText.parse(rows),
                Axis.EMPTY,
                Axis.EMPTY,
                ConditionText.parse(filter),
                "employment_rate",
                Optional.empty(),
                Optional.empty(),
                new Breakdown.Weight.Default(),
                true,
                false,
                List.of(measures));
        return new Planner(SAMPLE, Catalogue.shipped(), study).plan(breakdown);
    }

    private static List<String> codes(TablePlan plan, int dimension) {
        return plan.dimensions().get(dimension).categories().stream()
                .map(Category::code)
                .toList();
    }

    private static void refused(Runnable plan, String key, String first) {
        assertThatThrownBy(plan::run).isInstanceOfSatisfying(EcartException.class, e -> {
            assertThat(e.key()).isEqualTo(key);
            assertThat(e.arguments().get(0)).isEqualTo(first);
        });
    }

    @Test
    void aConditionIsLeftAsItIsWhereItNamesNoGroup() {
        Condition plain = ConditionText.parse("a = \"1\" and not known(b)");
        assertThat(VariableNames.plain(plain)).isEqualTo(plain);
    }
}
