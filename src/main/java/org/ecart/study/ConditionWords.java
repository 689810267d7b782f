package org.ecart.study;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.ecart.files.ConditionText;
import org.ecart.i18n.Messages;
import org.ecart.i18n.Numbers;
import org.ecart.model.Category;
import org.ecart.model.Condition;
import org.ecart.model.Condition.Bound;
import org.ecart.model.Condition.Comparison;
import org.ecart.model.Labels;
import org.ecart.model.Language;
import org.ecart.model.Rules;

/** A condition in the words of a language, for reading; what is edited and run is its text. */
public final class ConditionWords {
    private final Messages messages;
    private final Language language;
    private final Names names;
    private final List<Rules.Grouping> groupings;

    /** What variables and their codes are called. */
    public interface Names {
        /** The label of a variable, or what stands for it. */
        Labels variable(String variable);

        /** The label of a code; none where it is in no list. */
        Optional<Labels> code(String variable, String code);
    }

    /** @param groupings those that the condition may name */
    public ConditionWords(Messages messages, Language language, Names names, List<Rules.Grouping> groupings) {
        this.messages = messages;
        this.language = language;
        this.names = names;
        this.groupings = List.copyOf(groupings);
    }

    public String of(Condition condition) {
        if (condition instanceof Condition.All) {
            return text("study.when.all");
        }
        if (condition instanceof Condition.Not not) {
            return not(not.condition());
        }
        if (condition instanceof Condition.And and) {
            return joined(and.conditions(), "study.when.and");
        }
        if (condition instanceof Condition.Or or) {
            return joined(or.conditions(), "study.when.or");
        }
        if (condition instanceof Condition.In in) {
            return text("study.when.in", variable(in.variable()), codes(in.variable(), in.codes()));
        }
        if (condition instanceof Condition.NotIn in) {
            return text("study.when.not_in", variable(in.variable()), codes(in.variable(), in.codes()));
        }
        if (condition instanceof Condition.InGroup in) {
            return text("study.when.in", variable(in.variable()), group(in.grouping(), in.group()));
        }
        if (condition instanceof Condition.NotInGroup in) {
            return text("study.when.not_in", variable(in.variable()), group(in.grouping(), in.group()));
        }
        if (condition instanceof Condition.Until until) {
            return text("study.when.until", until.day());
        }
        if (condition instanceof Condition.Known known) {
            return text("study.when.known", variable(known.variable()));
        }
        if (condition instanceof Condition.Recorded recorded) {
            return text("study.when.recorded", variable(recorded.variable()));
        }
        if (condition instanceof Condition.Compare compare) {
            return variable(compare.variable()) + " " + sign(compare.comparison()) + " " + bound(compare.bound());
        }
        return ConditionText.print(condition);
    }

    private static String sign(Comparison comparison) {
        return switch (comparison) {
            case AT_MOST -> "\u2264";
            case AT_LEAST -> "\u2265";
            case DIFFERENT -> "\u2260";
            default -> comparison.sign();
        };
    }

    private String not(Condition condition) {
        return condition instanceof Condition.Known known
                ? text("study.when.unknown", variable(known.variable()))
                : text("study.when.not", of(condition));
    }

    private String joined(List<Condition> conditions, String key) {
        String word = text(key);
        return conditions.stream()
                .map(c -> c instanceof Condition.And || c instanceof Condition.Or ? "(" + of(c) + ")" : of(c))
                .collect(Collectors.joining(" " + word + " "));
    }

    private String variable(String variable) {
        return names.variable(variable).in(language);
    }

    /** Each label once, though several codes may have it. */
    private String codes(String variable, List<String> codes) {
        Set<String> labels = new LinkedHashSet<>();
        codes.forEach(code ->
                labels.add(names.code(variable, code).map(l -> l.in(language)).orElseGet(() -> unlisted(code))));
        return String.join(", ", labels);
    }

    private String unlisted(String code) {
        return switch (code) {
            case Category.UNKNOWN -> text("study.unknown");
            case Category.NO_RECORD -> text("study.no_record");
            default -> code;
        };
    }

    private String group(String grouping, String group) {
        return groupings.stream()
                .filter(g -> g.id().equals(grouping))
                .flatMap(g -> g.group(group).stream())
                .findFirst()
                .map(g -> g.labels().in(language))
                .orElse(group);
    }

    private String bound(Bound bound) {
        if (bound instanceof Bound.Parameter parameter) {
            return parameter.name();
        }
        if (bound instanceof Bound.ReferenceParameter reference) {
            return text(reference.later() ? "study.when.later" : "study.when.earlier", reference.name());
        }
        if (bound instanceof Bound.ReferenceDate reference) {
            int years = reference.plusYears();
            return years == 0
                    ? text("study.when.reference")
                    : text(years < 0 ? "study.when.earlier" : "study.when.later", String.valueOf(Math.abs(years)));
        }
        if (bound instanceof Bound.Date date) {
            return date.date().toString();
        }
        return bound instanceof Bound.Number number
                // not in groups of three digits: it may be a year
                ? number.value()
                        .toPlainString()
                        .replace('.', Numbers.of(language).point())
                : "";
    }

    private String text(String key, Object... arguments) {
        return messages.text(language, key, arguments);
    }
}
