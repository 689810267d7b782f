package org.ecart.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.ecart.files.Catalogue;
import org.ecart.files.ConditionText;
import org.ecart.model.RulesCheck.Values;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a rule set must not have. Rules are written as conditions with ";" between them. */
class RulesCheckTest {
    private static final List<Rules.Grouping> COUNTRY = List.of(new Rules.Grouping(
            "country",
            List.of(
                    new Rules.Group("BE", List.of("BE", "150")),
                    new Rules.Group("EU", List.of()),
                    new Rules.Group("EU14", Labels.same("EU14"), List.of("FR", "IT"), Optional.of("EU")),
                    new Rules.Group("REST", Labels.same("REST"), List.of("MA"), Optional.empty())),
            "REST"));

    /** A closed variable: what is derived has one of its categories. */
    private static final Values STATUS = new Values(
            List.of(
                    Category.of("work", Labels.same("In work")),
                    Category.of("none", Labels.same("Not in work")),
                    new Category("open", Labels.same("Not known"), false, true)),
            true);

    /** A delivered variable with a code list; files may deliver other codes. */
    private static final Values LISTED = new Values(List.of(Category.of("a", Labels.same("A"))), false);

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "x = 'a' ; known(x) ; not known(x)",
                "x = 'a' ; y = 'a' ; x != 'a' and y != 'a'",
                "x < 5 ; x <= 5 ; x < 6 ; x > 7",
                "d < reference - 5 years ; d < reference - 4 years ; d >= reference",
                "d < date '2000-01-01' ; d < reference - 5 years ; known(d)",
                "x in group 'EU' of country ; x not in group 'BE' of country ; x = 'BE' ; known(x) ; recorded(x)",
                "status = 'work' ; status = 'none' ; not known(status)",
                "until('2007-12-31') and x = 'a' ; x = 'a' ; until('2009-12-31')",
                "x = '01' ; x = 1",
                "x < 18 ; x >= 18 ; recorded(x) ; all",
                // A code of a list that is not known may be one that means "not known".
                "known(x) ; x = 'a'",
            })
    void rulesThatSomebodyReachesAreLeftAlone(String conditions) {
        check(conditions);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "x = 'a' ; x in ('a', 'b') ; x = 'b' | 3",
                "all ; x = 'a' | 2",
                "known(listed) ; listed = 'a' | 2",
                "x = 'a' and x = 'b' | 1",
                "listed = 'a' and not known(listed) | 1",
                "x = '_U' ; x = '_N' ; not recorded(x) | 3",
                "x < 5 ; x >= 5 ; x = 7 | 3",
                "x > 5 and x < 3 | 1",
                "d < reference - 5 years ; d < reference - 6 years | 2",
                "d < reference - $years years ; d < reference - 7 years | 2",
                "x in group 'EU' of country ; x = 'FR' | 2",
                "x not in group 'BE' of country ; x in group 'REST' of country | 2",
                "x not in group 'BE' of country ; x in group 'BE' of country ; listed not in group 'EU' of country ; listed = 'a' | 4",
                "status = 'work' ; status = 'none' ; known(status) | 3",
                "known(status) ; status = 'open' ; not recorded(status) | 3",
                "x = 'a' or y = 'a' ; not (x != 'a' or not known(x)) and y = 'b' | 2",
                "until('2009-12-31') ; until('2007-12-31') | 2",
                "x < 18 or x >= 18 ; x = 20 or x = 5 | 2",
            })
    void aRuleThatNobodyReachesIsRefused(String conditions, String rule) {
        refused(() -> check(conditions), "model.check.unreachable", "v=test@1", rule);
    }

    @Test
    void whatWouldTakeTooLongIsLetPass() {
        List<String> pairs = new ArrayList<>();
        for (int i = 0; i < 40; i++) {
            pairs.add("a%d = 'x' and b%d = 'x'".formatted(i, i));
        }
        // Whether the last can be reached is a puzzle of 2 to the 40.
        check(String.join(" ; ", pairs) + " ; (a0 = 'x' or b0 = 'x') and known(c)");
    }

    @Test
    void aCodeThatAVariableCannotHaveIsRefused() {
        refused(() -> check("x = 'a' ; status = 'wrok'"), "model.check.code", "v=test@1", "2", "wrok", "status");
        refused(() -> check("status not in ('work', 'wrok')"), "model.check.code", "v=test@1", "1", "wrok", "status");
        check("status = 'open' ; x = 'anything'");
    }

    @Test
    void aCategoryWithoutALabelIsRefused() {
        Rules rules = new Rules(
                "v", "test", "1", Labels.same("V"), List.of(Category.of("A", Labels.same(" "))), first("all", "A"));
        refused(() -> new RulesCheck(v -> Optional.empty()).check(rules), "model.check.label", "v=test@1", "A");
    }

    @Test
    void bandsAndGroupsThatNobodyReachesAreRefused() {
        Rules.Bands bands = new Rules.Bands(
                "age",
                List.of(
                        new Rules.Band("young", 0, 17),
                        new Rules.Band("old", 18, 99),
                        new Rules.Band("middle", 10, 50)),
                "else");
        refused(() -> RulesCheck.checkAll(List.of(rules("v", bands))), "model.check.unreachable", "v=test@1", "middle");
        Rules.Recode recode = new Rules.Recode(
                "x",
                new Rules.Grouping(
                        "recode", List.of(new Rules.Group("A", List.of("1")), new Rules.Group("B", List.of())), "C"),
                "C",
                "C");
        refused(() -> RulesCheck.checkAll(List.of(rules("v", recode))), "model.check.unreachable", "v=test@1", "B");
    }

    @Test
    void aCircleIsRefusedWithItsWay() {
        Rules a = rules("a", first("b = 'X'", "X"));
        Rules b = rules("b", first("c = 'X'", "X"));
        Rules c = rules("c", first("a = 'X'", "X"));
        RulesCheck.checkAll(List.of(a, b));
        refused(() -> RulesCheck.checkAll(List.of(a, b, c)), "model.check.circle", "a=test@1", "a > b > c");
        refused(
                () -> RulesCheck.checkAll(List.of(rules("a", first("a = 'X'", "X")))),
                "model.check.circle",
                "a=test@1",
                "a");
    }

    @Test
    void whatIsShippedPasses() {
        RulesCheck.checkAll(Catalogue.shipped().rules());
    }

    private static void check(String conditions) {
        List<Rules.Rule> rules = new ArrayList<>();
        for (String condition : conditions.split(";", -1)) {
            rules.add(new Rules.Rule(
                    Integer.toString(rules.size() + 1), ConditionText.parse(condition.strip()), new Rules.Code("A")));
        }
        Rules.FirstMatch first = new Rules.FirstMatch(rules, COUNTRY, Map.of("years", 5), "A");
        Map<String, Values> values = Map.of("status", STATUS, "listed", LISTED);
        new RulesCheck(v -> Optional.ofNullable(values.get(v))).check(rules("v", first));
    }

    private static Rules.FirstMatch first(String condition, String code) {
        return new Rules.FirstMatch(
                List.of(new Rules.Rule("1", ConditionText.parse(condition), new Rules.Code(code))), List.of(), code);
    }

    private static Rules rules(String variable, Rules.Derivation derivation) {
        List<Category> categories = derivation.outcomes().stream()
                .map(code -> Category.of(code, Labels.same(code)))
                .toList();
        return new Rules(variable, "test", "1", Labels.same(variable), categories, derivation);
    }

    private static void refused(Runnable check, String key, Object... arguments) {
        assertThatThrownBy(check::run).isInstanceOfSatisfying(EcartException.class, e -> {
            assertThat(e.key()).isEqualTo(key);
            assertThat(e.arguments()).startsWith(arguments);
        });
    }
}
