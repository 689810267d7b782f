package org.ecart.protect.links;

import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.ecart.model.Condition;
import org.ecart.model.Indicator.Statistic;
import org.ecart.model.Period;
import org.ecart.model.Rules;
import org.ecart.stats.TablePlan;

/**
 * What a table asks of each person whom it counts.
 *
 * @param population among whom these are
 * @param variables those on its axes
 * @param conditions yes-or-no questions: who is counted, and in which part of the indicator
 * @param counted who is counted
 * @param rules how derived variables are made, by name, inputs before what reads them
 */
public record Asked(
        Population population,
        Set<String> variables,
        Set<Condition> conditions,
        Condition counted,
        Map<String, Rules> rules) {
    public Asked {
        variables = Collections.unmodifiableSet(new TreeSet<>(variables));
        conditions = Collections.unmodifiableSet(new LinkedHashSet<>(conditions));
        rules = Collections.unmodifiableMap(new LinkedHashMap<>(rules));
    }

    /** What a planned table asks in one crossing of its variables; its rules are those of one date. */
    public static Asked by(Population population, TablePlan plan, List<String> crossing) {
        Set<Condition> conditions = new LinkedHashSet<>(parts(plan.counted()));
        if (plan.indicator().statistic() instanceof Statistic.Rate rate) {
            conditions.addAll(parts(rate.denominator()));
            conditions.addAll(parts(rate.numerator()));
        }
        Map<String, Rules> rules = new LinkedHashMap<>();
        plan.derivations().forEach(set -> rules.put(set.variable(), set));
        return new Asked(population, Set.copyOf(crossing), conditions, plan.counted(), rules);
    }

    /** The conditions that must all hold; none for everyone. */
    static List<Condition> parts(Condition condition) {
        if (condition instanceof Condition.And and) {
            return and.conditions().stream().flatMap(c -> parts(c).stream()).toList();
        }
        return condition instanceof Condition.All ? List.of() : List.of(condition);
    }

    /** The delivered variables that these are made from. */
    Set<String> sources(Set<String> names) {
        return new Behind(rules).sources(names);
    }

    /** All dates at which the table looks at persons. */
    public Set<Period> dates() {
        Set<String> names = new HashSet<>(variables);
        conditions.forEach(condition -> names.addAll(condition.variables()));
        return new Behind(rules).dates(names, population);
    }

    /** The dates that tables look at together, as far as no other table looks at more. */
    public static Set<Set<Period>> together(List<Asked> tables) {
        Set<Set<Period>> all = new LinkedHashSet<>();
        tables.forEach(table -> all.add(table.dates()));
        Set<Set<Period>> most = new LinkedHashSet<>(all);
        most.removeIf(dates -> all.stream().anyMatch(more -> more.size() > dates.size() && more.containsAll(dates)));
        return most;
    }
}
