package org.ecart.derive;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.ecart.frame.Dictionary;
import org.ecart.model.Condition;
import org.ecart.model.Rules;

/** A first-match list taken apart: its inputs in the order in which the rules name them, and the rules over them. */
final class Questions {
    private final Conditions conditions;
    private final Dictionary dictionary;
    private final Map<String, Integer> numbers = new LinkedHashMap<>();
    private final List<Input> inputs = new ArrayList<>();
    private final Map<Condition, Formula> known = new HashMap<>();
    private final Map<Rules.Outcome, Remainder.Result> results = new HashMap<>();
    private final Remainder rules;

    /** @param dictionary of the derived variable */
    Questions(Rules.FirstMatch first, Conditions conditions, Dictionary dictionary) {
        this.conditions = conditions;
        this.dictionary = dictionary;
        List<Remainder.Branch> branches = new ArrayList<>();
        for (Rules.Rule rule : first.rules()) {
            branches.add(new Remainder.Branch(
                    formula(rule.when()), results.computeIfAbsent(rule.outcome(), o -> result(o, first))));
        }
        rules = Remainder.of(branches, new Remainder.Fixed(Places.of(dictionary, first.otherwise())));
    }

    List<Input> inputs() {
        return inputs;
    }

    Remainder rules() {
        return rules;
    }

    private Formula formula(Condition condition) {
        if (condition instanceof Condition.All) {
            return Formula.TRUE;
        }
        if (condition instanceof Condition.Until until) {
            return conditions.holds(until) ? Formula.TRUE : Formula.FALSE;
        }
        if (condition instanceof Condition.Not not) {
            return Formula.not(formula(not.condition()));
        }
        if (condition instanceof Condition.And and) {
            return Formula.join(
                    true, and.conditions().stream().map(this::formula).toList());
        }
        if (condition instanceof Condition.Or or) {
            return Formula.join(
                    false, or.conditions().stream().map(this::formula).toList());
        }
        return known.computeIfAbsent(condition, this::question);
    }

    private Formula question(Condition comparison) {
        int input = input(comparison.variables().iterator().next());
        boolean[] holds = conditions.answers(comparison);
        int[] answers = new int[holds.length];
        for (int place = 0; place < answers.length; place++) {
            answers[place] = holds[place] ? 1 : 0;
        }
        return new Formula.Question(input, inputs.get(input).ask(answers));
    }

    private Remainder.Result result(Rules.Outcome outcome, Rules.FirstMatch first) {
        if (outcome instanceof Rules.Code code) {
            return new Remainder.Fixed(Places.of(dictionary, code.code()));
        }
        Rules.GroupOf of = (Rules.GroupOf) outcome;
        int input = input(of.variable());
        Dictionary values = inputs.get(input).column().dictionary();
        int[] groups = Places.groups(first.grouping(of.grouping()), values, dictionary);
        return new Remainder.Answer(input, inputs.get(input).ask(groups));
    }

    private int input(String variable) {
        return numbers.computeIfAbsent(variable, v -> {
            inputs.add(new Input(conditions.column(v)));
            return inputs.size() - 1;
        });
    }
}
