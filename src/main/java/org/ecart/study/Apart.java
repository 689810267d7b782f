package org.ecart.study;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.ecart.model.Condition;
import org.ecart.model.Rules;

/** Rules under names of their own, so that two rule sets of one variable can stand in one question. */
final class Apart {
    private final String prefix;
    private final Set<String> derived;

    private Apart(String prefix, List<Rules> rules) {
        this.prefix = prefix;
        this.derived = rules.stream().map(Rules::variable).collect(Collectors.toSet());
    }

    /** The same rules with a prefix before every variable that they derive; what they read from the data stays. */
    static List<Rules> named(String prefix, List<Rules> rules) {
        Apart apart = new Apart(prefix, rules);
        return rules.stream().map(apart::rules).toList();
    }

    private Rules rules(Rules rules) {
        return new Rules(
                name(rules.variable()),
                rules.set(),
                rules.edition(),
                rules.labels(),
                rules.categories(),
                derivation(rules.derivation()));
    }

    private String name(String variable) {
        return derived.contains(variable) ? prefix + variable : variable;
    }

    private Rules.Derivation derivation(Rules.Derivation derivation) {
        if (derivation instanceof Rules.FirstMatch first) {
            List<Rules.Rule> rules = new ArrayList<>();
            for (Rules.Rule rule : first.rules()) {
                Rules.Outcome outcome = rule.outcome() instanceof Rules.GroupOf of
                        ? new Rules.GroupOf(name(of.variable()), of.grouping())
                        : rule.outcome();
                rules.add(new Rules.Rule(rule.id(), condition(rule.when()), outcome));
            }
            return new Rules.FirstMatch(rules, first.groupings(), first.otherwise());
        }
        if (derivation instanceof Rules.Recode recode) {
            return new Rules.Recode(name(recode.variable()), recode.grouping(), recode.unknown(), recode.noRecord());
        }
        if (derivation instanceof Rules.Bands bands) {
            return new Rules.Bands(name(bands.variable()), bands.bands(), bands.otherwise());
        }
        return new Rules.Age(name(((Rules.Age) derivation).birthYear()));
    }

    private Condition condition(Condition condition) {
        if (condition instanceof Condition.Not not) {
            return new Condition.Not(condition(not.condition()));
        }
        if (condition instanceof Condition.And and) {
            return new Condition.And(
                    and.conditions().stream().map(this::condition).toList());
        }
        if (condition instanceof Condition.Or or) {
            return new Condition.Or(
                    or.conditions().stream().map(this::condition).toList());
        }
        if (condition instanceof Condition.In in) {
            return new Condition.In(name(in.variable()), in.codes());
        }
        if (condition instanceof Condition.NotIn in) {
            return new Condition.NotIn(name(in.variable()), in.codes());
        }
        if (condition instanceof Condition.Known known) {
            return new Condition.Known(name(known.variable()));
        }
        if (condition instanceof Condition.Recorded recorded) {
            return new Condition.Recorded(name(recorded.variable()));
        }
        if (condition instanceof Condition.Compare compare) {
            return new Condition.Compare(name(compare.variable()), compare.comparison(), compare.bound());
        }
        return condition;
    }
}
