package org.ecart.ui.explore;

import java.util.List;
import java.util.stream.Collectors;
import org.ecart.files.ConditionText;
import org.ecart.model.Condition;
import org.ecart.ui.text.Texts;

/** Conditions in the words of the analyst's language, as far as they are simple; others as they are written. */
final class ConditionWords {
    private static final int MOST_NAMES = 3;

    private final ExploreViewModel model;
    private final Texts texts;

    ConditionWords(ExploreViewModel model, Texts texts) {
        this.model = model;
        this.texts = texts;
    }

    String of(Condition condition) {
        if (condition instanceof Condition.And and) {
            return and.conditions().stream().map(this::of).collect(Collectors.joining(", "));
        }
        if (condition instanceof Condition.In in) {
            List<String> names = in.codes().stream()
                    .map(code -> category(in.variable(), code))
                    .toList();
            String first = String.join(", ", names.subList(0, Math.min(MOST_NAMES, names.size())));
            return variable(in.variable()) + " = " + first + (names.size() > MOST_NAMES ? ", …" : "");
        }
        String printed = ConditionText.print(condition);
        return condition instanceof Condition.Compare compare && printed.startsWith(compare.variable())
                ? variable(compare.variable())
                        + printed.substring(compare.variable().length())
                : printed;
    }

    String variable(String variable) {
        return model.offerProperty()
                .get()
                .inCondition(variable)
                .map(c -> texts.get(c.labels()))
                .orElse(variable);
    }

    String category(String variable, String code) {
        return model.offerProperty()
                .get()
                .find(variable)
                .flatMap(c -> c.categories().stream()
                        .filter(k -> k.code().equals(code))
                        .findFirst())
                .map(k -> texts.get(k.labels()))
                .orElse(code);
    }
}
