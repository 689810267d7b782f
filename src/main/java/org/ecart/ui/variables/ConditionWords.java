package org.ecart.ui.variables;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.ecart.files.ConditionText;
import org.ecart.model.Condition;
import org.ecart.model.Condition.Bound;
import org.ecart.model.Rules;
import org.ecart.ui.text.Texts;

/** A condition in the words of the interface's language, for reading; what is edited is its text. */
final class ConditionWords {
    private final Texts texts;
    private final Names names;
    private final List<Rules.Grouping> groupings;

    /** @param groupings those that the condition may name */
    ConditionWords(Texts texts, Names names, List<Rules.Grouping> groupings) {
        this.texts = texts;
        this.names = names;
        this.groupings = List.copyOf(groupings);
    }

    String of(Condition condition) {
        if (condition instanceof Condition.All) {
            return texts.get("ui.variables.when.all");
        }
        if (condition instanceof Condition.Not not) {
            return not(not.condition());
        }
        if (condition instanceof Condition.And and) {
            return joined(and.conditions(), "ui.variables.when.and");
        }
        if (condition instanceof Condition.Or or) {
            return joined(or.conditions(), "ui.variables.when.or");
        }
        if (condition instanceof Condition.In in) {
            return texts.get("ui.variables.when.in", variable(in.variable()), codes(in.variable(), in.codes()));
        }
        if (condition instanceof Condition.NotIn in) {
            return texts.get("ui.variables.when.not_in", variable(in.variable()), codes(in.variable(), in.codes()));
        }
        if (condition instanceof Condition.InGroup in) {
            return texts.get("ui.variables.when.in", variable(in.variable()), group(in.grouping(), in.group()));
        }
        if (condition instanceof Condition.NotInGroup in) {
            return texts.get("ui.variables.when.not_in", variable(in.variable()), group(in.grouping(), in.group()));
        }
        if (condition instanceof Condition.Until until) {
            return texts.get("ui.variables.when.until", until.day());
        }
        if (condition instanceof Condition.Known known) {
            return texts.get("ui.variables.when.known", variable(known.variable()));
        }
        if (condition instanceof Condition.Recorded recorded) {
            return texts.get("ui.variables.when.recorded", variable(recorded.variable()));
        }
        if (condition instanceof Condition.Compare compare) {
            return variable(compare.variable()) + " " + compare.comparison().sign() + " " + bound(compare.bound());
        }
        return ConditionText.print(condition);
    }

    private String not(Condition condition) {
        return condition instanceof Condition.Known known
                ? texts.get("ui.variables.when.unknown", variable(known.variable()))
                : texts.get("ui.variables.when.not", of(condition));
    }

    private String joined(List<Condition> conditions, String key) {
        String word = texts.get(key);
        return conditions.stream()
                .map(c -> c instanceof Condition.And || c instanceof Condition.Or ? "(" + of(c) + ")" : of(c))
                .collect(Collectors.joining(" " + word + " "));
    }

    private String variable(String variable) {
        return texts.get(names.variable(variable));
    }

    /** Each label once, though several codes may have it. */
    private String codes(String variable, List<String> codes) {
        Set<String> labels = new LinkedHashSet<>();
        codes.forEach(c -> labels.add(names.code(variable, c).map(texts::get).orElse(c)));
        return String.join(", ", labels);
    }

    private String group(String grouping, String group) {
        return groupings.stream()
                .filter(g -> g.id().equals(grouping))
                .flatMap(g -> g.group(group).stream())
                .findFirst()
                .map(g -> texts.get(g.labels()))
                .orElse(group);
    }

    private String bound(Bound bound) {
        if (bound instanceof Bound.Parameter parameter) {
            return parameter.name();
        }
        if (bound instanceof Bound.ReferenceParameter reference) {
            return texts.get(
                    reference.later() ? "ui.variables.when.later" : "ui.variables.when.earlier", reference.name());
        }
        if (bound instanceof Bound.ReferenceDate reference) {
            int years = reference.plusYears();
            return years == 0
                    ? texts.get("ui.variables.when.reference")
                    : texts.get(
                            years < 0 ? "ui.variables.when.earlier" : "ui.variables.when.later",
                            String.valueOf(Math.abs(years)));
        }
        if (bound instanceof Bound.Date date) {
            return date.date().toString();
        }
        return bound instanceof Bound.Number number
                ? texts.numbers()
                        .format(number.value(), Math.max(0, number.value().scale()))
                : "";
    }
}
