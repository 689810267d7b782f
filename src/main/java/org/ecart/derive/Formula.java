package org.ecart.derive;

import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.IntUnaryOperator;

/** A condition over the inputs of a rule set, of which some may be decided already. */
sealed interface Formula {
    Formula TRUE = new Constant(true);
    Formula FALSE = new Constant(false);

    record Constant(boolean holds) implements Formula {}

    /** Whether the answer to a question about an input is 1. */
    record Question(int input, int number) implements Formula {}

    record Not(Formula formula) implements Formula {}

    /** All of them hold, or one at least. */
    record Joined(boolean all, List<Formula> parts) implements Formula {}

    static Formula not(Formula formula) {
        if (formula instanceof Constant constant) {
            return constant.holds() ? FALSE : TRUE;
        }
        return formula instanceof Not not ? not.formula() : new Not(formula);
    }

    /** Parts joined, without those that decide nothing; a part that decides all stands for all. */
    static Formula join(boolean all, Collection<Formula> parts) {
        Formula idle = all ? TRUE : FALSE;
        Formula decisive = all ? FALSE : TRUE;
        Set<Formula> open = new LinkedHashSet<>();
        for (Formula part : parts) {
            if (part.equals(decisive)) {
                return decisive;
            }
            if (part instanceof Joined joined && joined.all() == all) {
                open.addAll(joined.parts());
            } else if (!part.equals(idle)) {
                open.add(part);
            }
        }
        return switch (open.size()) {
            case 0 -> idle;
            case 1 -> open.iterator().next();
            default -> new Joined(all, List.copyOf(open));
        };
    }

    /** What is left to decide when the answers about an input are known. */
    static Formula given(Formula formula, int input, IntUnaryOperator answers) {
        if (formula instanceof Question question) {
            if (question.input() != input) {
                return question;
            }
            return answers.applyAsInt(question.number()) == 1 ? TRUE : FALSE;
        }
        if (formula instanceof Not not) {
            return not(given(not.formula(), input, answers));
        }
        if (formula instanceof Joined joined) {
            return join(
                    joined.all(),
                    joined.parts().stream()
                            .map(part -> given(part, input, answers))
                            .toList());
        }
        return formula;
    }
}
