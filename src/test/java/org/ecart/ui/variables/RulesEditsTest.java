package org.ecart.ui.variables;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.ecart.files.ConditionText;
import org.ecart.model.Category;
import org.ecart.model.EcartException;
import org.ecart.model.Labels;
import org.ecart.model.Language;
import org.ecart.model.Rules;
import org.ecart.model.Rules.Band;
import org.ecart.model.Rules.Bands;
import org.ecart.model.Rules.Code;
import org.ecart.model.Rules.FirstMatch;
import org.ecart.model.Rules.Group;
import org.ecart.model.Rules.GroupOf;
import org.ecart.model.Rules.Grouping;
import org.ecart.model.Rules.Recode;
import org.ecart.model.Rules.Rule;
import org.ecart.model.Rules.Shared;
import org.ecart.model.Study;
import org.junit.jupiter.api.Test;

class RulesEditsTest {
    private static final Grouping COUNTRY = new Grouping(
            "country",
            Optional.of(new Shared("country@2017", 1)),
            List.of(new Group("EU", List.of("FR", "DE")), new Group("AFR", List.of("MA"))),
            "OTH");
    private static final Rules RULES = rules(new FirstMatch(
            List.of(
                    rule("1", "father != \"BE\"", new GroupOf("father", "country")),
                    rule("2", "born != \"BE\"", new GroupOf("born", "country")),
                    rule("3", "known(born)", new Code("BE"))),
            List.of(COUNTRY),
            Map.of("settled", 5),
            "UND"));

    private static Rule rule(String id, String when, Rules.Outcome outcome) {
        return new Rule(id, Optional.of(Labels.same("rule " + id)), ConditionText.parse(when), outcome);
    }

    private static Rules rules(Rules.Derivation derivation) {
        List<Category> categories = List.of("BE", "EU", "AFR", "OTH", "UND").stream()
                .map(c -> Category.of(c, Labels.same(c)))
                .toList();
        return new Rules(
                "origin",
                "monitoring",
                "2017",
                Labels.same("Origin"),
                categories,
                List.of(Labels.same("?")),
                derivation);
    }

    private static List<String> ids(Rules rules) {
        return ((FirstMatch) rules.derivation()).rules().stream().map(Rule::id).toList();
    }

    private static Map<String, List<String>> members(Rules rules) {
        Map<String, List<String>> members = new java.util.LinkedHashMap<>();
        RulesEdits.groupings(rules).get(0).groups().forEach(g -> members.put(g.code(), g.members()));
        return members;
    }

    @Test
    void theFirstEditOfAShippedSetMakesACopyUnderAFreeName() {
        Rules copy = RulesEdits.own(RULES, Study.bare(), List.of(RULES));
        assertThat(copy.key()).isEqualTo("origin=own@2017");
        assertThat(copy.derivation()).isEqualTo(RULES.derivation());
        assertThat(copy.toConfirm()).isEqualTo(RULES.toConfirm());
        assertThat(RulesEdits.own(RULES, Study.bare(), List.of(RULES, copy)).set())
                .isEqualTo("own2");
    }

    @Test
    void oneOfTheStudysOwnIsEditedAsItIsAndStandsOnce() {
        Rules copy = RulesEdits.own(RULES, Study.bare(), List.of(RULES));
        Study once = RulesEdits.taken(Study.bare(), copy);
        Rules changed = RulesEdits.withElse(copy, "BE");
        assertThat(RulesEdits.own(changed, once, List.of(RULES, copy))).isEqualTo(changed);
        Study twice = RulesEdits.taken(once, changed);
        assertThat(twice.rules()).containsExactly(changed);
        assertThat(twice.ruleSets()).containsEntry("origin", "own@2017");
        assertThat(RulesEdits.dropped(twice, changed)).isEqualTo(Study.bare());
    }

    @Test
    void rulesAreMovedDoubledAndRemoved() {
        assertThat(ids(RulesEdits.moved(RULES, 0, 1))).containsExactly("2", "1", "3");
        assertThat(ids(RulesEdits.moved(RULES, 2, 1))).containsExactly("1", "2", "3");
        assertThat(ids(RulesEdits.doubled(RULES, 0))).containsExactly("1", "4", "2", "3");
        assertThat(ids(RulesEdits.removed(RULES, 1))).containsExactly("1", "3");
        Rules last = RulesEdits.removed(RulesEdits.removed(RULES, 0), 0);
        assertThat(ids(RulesEdits.removed(last, 0))).containsExactly("3");
    }

    @Test
    void anotherConditionTakesTheTextOfTheRuleAway() {
        Rules changed = RulesEdits.withCondition(RULES, 0, ConditionText.parse("known(father)"));
        Rule first = ((FirstMatch) changed.derivation()).rules().get(0);
        assertThat(first.labels()).isEmpty();
        assertThat(RulesEdits.withCondition(RULES, 0, ConditionText.parse("father != \"BE\"")))
                .isEqualTo(RULES);
        Rules told = RulesEdits.withText(changed, 0, Language.FR, " Père connu ");
        assertThat(((FirstMatch) told.derivation())
                        .rules()
                        .get(0)
                        .labels()
                        .orElseThrow()
                        .texts())
                .containsExactly(Map.entry(Language.FR, "Père connu"));
        assertThat(RulesEdits.withText(told, 0, Language.FR, "")).isEqualTo(changed);
    }

    @Test
    void outcomeElseAndParametersChangeAndNothingElse() {
        Rules changed = RulesEdits.withParameter(
                RulesEdits.withElse(RulesEdits.withOutcome(RULES, 2, new Code("EU")), "OTH"), "settled", 7);
        FirstMatch first = (FirstMatch) changed.derivation();
        assertThat(first.rules().get(2).outcome()).isEqualTo(new Code("EU"));
        assertThat(first.otherwise()).isEqualTo("OTH");
        assertThat(first.parameters()).containsExactly(Map.entry("settled", 7));
        assertThat(first.groupings()).containsExactly(COUNTRY);
    }

    @Test
    void anOutcomeThatIsNoCategoryIsRefused() {
        assertThatThrownBy(() -> RulesEdits.withElse(RULES, "XX"))
                .isInstanceOf(EcartException.class)
                .hasMessageContaining("model.no_category");
    }

    @Test
    void codesMoveTogetherAreAddedAndLeaveTheTable() {
        Rules moved = RulesEdits.grouped(RULES, "country", List.of("DE", "TN"), "AFR");
        assertThat(members(moved)).isEqualTo(Map.of("EU", List.of("FR"), "AFR", List.of("MA", "DE", "TN")));
        assertThat(RulesEdits.groupings(moved).get(0).shared())
                .as("a shared table that is edited is the study's own")
                .isEmpty();
        Rules off = RulesEdits.grouped(RULES, "country", List.of("FR"), "OTH");
        assertThat(members(off)).isEqualTo(Map.of("EU", List.of("DE"), "AFR", List.of("MA")));
        Rules fresh = RulesEdits.grouped(RULES, "country", List.of("FR"), "BE");
        assertThat(members(fresh)).containsEntry("BE", List.of("FR"));
    }

    @Test
    void recodesAreEditedByTheSameTable() {
        Rules recode = rules(new Recode(
                "nation", new Grouping("recode", List.of(new Group("EU", List.of("FR"))), "OTH"), "UND", "UND"));
        assertThat(members(RulesEdits.grouped(recode, "recode", List.of("MA"), "AFR")))
                .isEqualTo(Map.of("EU", List.of("FR"), "AFR", List.of("MA")));
        assertThat(RulesEdits.otherwise(recode.derivation())).contains("OTH");
    }

    @Test
    void bandsHaveOtherEnds() {
        Rules bands = rules(new Bands("age", List.of(new Band("EU", 18, 24), new Band("AFR", 25, 34)), "OTH"));
        assertThat(((Bands) RulesEdits.withBand(bands, 1, 25, 29).derivation()).bands())
                .containsExactly(new Band("EU", 18, 24), new Band("AFR", 25, 29));
    }

    @Test
    void categoriesAreNamedAddedAndRemovedWhereNoRuleGivesThem() {
        Rules named = RulesEdits.labelled(RULES, "AFR", Language.NL, "Afrikaans");
        assertThat(named.categories().get(2).labels().in(Language.NL)).isEqualTo("Afrikaans");
        Rules more = RulesEdits.withCategory(RULES, "ASIA");
        assertThat(more.categories()).extracting(Category::code).endsWith("ASIA");
        assertThat(RulesEdits.withoutCategory(more, "ASIA")).isEqualTo(RULES);
        assertThat(RulesEdits.withoutCategory(RULES, "EU")).isEqualTo(RULES);
    }
}
