package org.ecart.files;

import java.util.List;
import java.util.stream.Collectors;
import org.ecart.model.Condition;

/** Conditions as text and back; the grammar stands in docs/formats/conditions.md. */
public final class ConditionText {
    private ConditionText() {}

    /**
     * Reads a condition.
     *
     * @throws org.ecart.model.EcartException usage, with the position of what was not understood
     */
    public static Condition parse(String text) {
        return new ConditionParser(text).parse();
    }

    /** Writes a condition in a form that {@link #parse} reads back to an equal one. */
    public static String print(Condition condition) {
        if (condition instanceof Condition.All) {
            return "all";
        }
        if (condition instanceof Condition.Not not) {
            return "not " + operand(not.condition());
        }
        if (condition instanceof Condition.And and) {
            return joined(and.conditions(), " and ");
        }
        if (condition instanceof Condition.Or or) {
            return joined(or.conditions(), " or ");
        }
        if (condition instanceof Condition.In in) {
            return in.variable() + codes(in.codes(), " = ", " in ");
        }
        if (condition instanceof Condition.NotIn in) {
            return in.variable() + codes(in.codes(), " != ", " not in ");
        }
        if (condition instanceof Condition.InGroup in) {
            return in.variable() + " in group " + quoted(in.group()) + " of " + in.grouping();
        }
        if (condition instanceof Condition.NotInGroup in) {
            return in.variable() + " not in group " + quoted(in.group()) + " of " + in.grouping();
        }
        if (condition instanceof Condition.Until until) {
            return "until(" + quoted(until.day().toString()) + ")";
        }
        if (condition instanceof Condition.Known known) {
            return "known(" + known.variable() + ")";
        }
        if (condition instanceof Condition.Recorded recorded) {
            return "recorded(" + recorded.variable() + ")";
        }
        Condition.Compare compare = (Condition.Compare) condition;
        return compare.variable() + " " + compare.comparison().sign() + " " + bound(compare.bound());
    }

    private static String joined(List<Condition> conditions, String word) {
        return conditions.stream().map(ConditionText::operand).collect(Collectors.joining(word));
    }

    private static String operand(Condition condition) {
        boolean compound = condition instanceof Condition.And || condition instanceof Condition.Or;
        return compound ? "(" + print(condition) + ")" : print(condition);
    }

    private static String codes(List<String> codes, String one, String several) {
        if (codes.size() == 1) {
            return one + quoted(codes.get(0));
        }
        return codes.stream().map(ConditionText::quoted).collect(Collectors.joining(", ", several + "(", ")"));
    }

    private static String quoted(String code) {
        return "\"" + code.replace("\\", "\\\\").replace("\"", "\\\"") + "\"";
    }

    private static String bound(Condition.Bound bound) {
        if (bound instanceof Condition.Bound.Number number) {
            return number.value().toPlainString();
        }
        if (bound instanceof Condition.Bound.Date date) {
            return "date " + quoted(date.date().toString());
        }
        if (bound instanceof Condition.Bound.Parameter parameter) {
            return "$" + parameter.name();
        }
        if (bound instanceof Condition.Bound.ReferenceParameter parameter) {
            return "reference " + (parameter.later() ? "+" : "-") + " $" + parameter.name() + " years";
        }
        int years = ((Condition.Bound.ReferenceDate) bound).plusYears();
        if (years == 0) {
            return "reference";
        }
        return "reference " + (years < 0 ? "-" : "+") + " " + Math.abs(years) + " years";
    }
}
