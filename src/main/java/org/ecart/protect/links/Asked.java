package org.ecart.protect.links;

import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.ecart.model.Condition;
import org.ecart.model.Indicator.Statistic;
import org.ecart.model.Rules;
import org.ecart.stats.TablePlan;

/**
 * What a table asks of each person whom it counts.
 *
 * @param variables those on its axes
 * @param conditions yes-or-no questions: who is counted, and in which part of the indicator
 * @param rules how derived variables are made, by name
 */
public record Asked(Set<String> variables, Set<Condition> conditions, Map<String, Rules> rules) {
    public Asked {
        variables = Set.copyOf(variables);
        conditions = Set.copyOf(conditions);
        rules = Map.copyOf(rules);
    }

    /** What a planned table asks; its rules are those of one date. */
    public static Asked by(TablePlan plan) {
        Set<Condition> conditions = new LinkedHashSet<>();
        addParts(plan.counted(), conditions);
        if (plan.indicator().statistic() instanceof Statistic.Rate rate) {
            conditions.add(rate.numerator());
            conditions.add(rate.denominator());
        }
        conditions.remove(Condition.ALL);
        Map<String, Rules> rules = new LinkedHashMap<>();
        plan.derivations().forEach(set -> rules.put(set.variable(), set));
        return new Asked(plan.breakdown().variables(), conditions, rules);
    }

    private static void addParts(Condition condition, Set<Condition> into) {
        if (condition instanceof Condition.And and) {
            and.conditions().forEach(part -> addParts(part, into));
        } else {
            into.add(condition);
        }
    }

    /** The delivered variables that these are made from. */
    Set<String> sources(Set<String> names) {
        Set<String> sources = new TreeSet<>();
        for (String name : names) {
            Optional<Rules> made = Optional.ofNullable(rules.get(name));
            if (made.isPresent()) {
                sources.addAll(sources(made.get().derivation().inputs()));
            } else {
                sources.add(name);
            }
        }
        return sources;
    }
}
