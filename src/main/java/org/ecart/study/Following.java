package org.ecart.study;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.ecart.model.AtDate;
import org.ecart.model.Category;
import org.ecart.model.Codebook;
import org.ecart.model.Condition;
import org.ecart.model.Counted;
import org.ecart.model.Indicator;
import org.ecart.model.Labels;
import org.ecart.model.Query;
import org.ecart.model.Rules;
import org.ecart.model.Shift;
import org.ecart.model.Variable;

/** What a table asks besides its words where it follows a cohort or counts persons of another date. */
final class Following {
    /** In no catalogue. */
    private static final String SET = "following";

    private static final String IN = "in";
    private static final String OUT = "out";
    private static final String COHORT = "following.cohort";
    private static final String MEMBER = "following.member";
    private static final String ANYBODY = "following.anybody";
    private static final String PRESENT = "following.present";

    private final Counted counted;
    private final Condition who;

    /** @param who what is asked of persons at the start of a cohort, the age span with it */
    Following(Counted counted, Condition who) {
        this.counted = counted;
        this.who = who;
    }

    /** Whether rules are made here. */
    static boolean made(Rules rules) {
        return rules.set().equals(SET);
    }

    /** What is asked of persons at the start of a cohort. */
    Condition who() {
        return who;
    }

    /** Who is in the cohort, and for a rate who is in the population of the table's date itself. */
    List<Rules> rules(Indicator indicator) {
        List<Rules> rules = new ArrayList<>();
        counted.cohort().ifPresent(cohort -> {
            rules.add(rules(
                    COHORT,
                    new Rules.FirstMatch(List.of(new Rules.Rule(IN, who, new Rules.Code(IN))), List.of(), OUT)));
            rules.add(rules(MEMBER, new AtDate(COHORT, new Shift.Fixed(cohort.start()), OUT)));
        });
        if (counted.also().isPresent() && indicator.statistic() instanceof Indicator.Statistic.Rate) {
            rules.add(rules(ANYBODY, new Rules.FirstMatch(List.of(), List.of(), IN)));
            rules.add(rules(PRESENT, new AtDate(ANYBODY, new Shift.Years(0), OUT)));
        }
        return rules;
    }

    private static Rules rules(String variable, Rules.Derivation derivation) {
        Labels label = Labels.same(variable);
        List<Category> categories = derivation.outcomes().stream()
                .sorted()
                .map(code -> Category.of(code, label))
                .toList();
        return new Rules(variable, SET, "1", label, categories, derivation).resolved();
    }

    /** Those of the universe who are in the cohort. */
    Condition within(Condition universe) {
        return counted.cohort().isEmpty() ? universe : Condition.and(universe, in(MEMBER));
    }

    /** A rate is that of the persons of the date: those of another are only counted beside them. */
    Indicator of(Indicator indicator) {
        if (counted.also().isPresent() && indicator.statistic() instanceof Indicator.Statistic.Rate rate) {
            return indicator.with(
                    new Indicator.Statistic.Rate(rate.numerator(), Condition.and(rate.denominator(), in(PRESENT))));
        }
        return indicator;
    }

    private static Condition in(String variable) {
        return new Condition.In(variable, List.of(IN));
    }

    /**
     * Whose persons are counted too, and what is carried over of them: who they are, as far as the table asks for it.
     *
     * @param variables that the table needs
     */
    Optional<Query.Also> also(Codebook codebook, Set<String> variables) {
        Set<String> carried = new TreeSet<>(variables);
        carried.removeIf(variable -> codebook.variable(variable)
                .filter(Variable::coded)
                .flatMap(v -> codebook.holderOf(variable))
                .filter(extract -> extract.population() || !extract.dated())
                .isEmpty());
        return counted.also().map(shift -> new Query.Also(shift, carried));
    }
}
