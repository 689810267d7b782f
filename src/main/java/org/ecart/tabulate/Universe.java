package org.ecart.tabulate;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.ecart.derive.Derivations;
import org.ecart.frame.CodedColumn;
import org.ecart.frame.Dictionary;
import org.ecart.frame.Frame;
import org.ecart.model.Category;
import org.ecart.model.Condition;
import org.ecart.model.Labels;
import org.ecart.model.Rules;

/** Who is counted, as columns that say so: one for each condition that must hold. */
final class Universe {
    /** The place of those who are counted in each of the columns. */
    static final int COUNTED = Dictionary.FIRST;

    private static final List<Category> ANSWERS =
            List.of(Category.of("counted", Labels.same("counted")), Category.of("left", Labels.same("left")));

    private Universe() {}

    static List<CodedColumn> columns(Condition universe, Frame frame, int threads) {
        List<Rules> rules = new ArrayList<>();
        for (Condition part : parts(universe)) {
            Rules.Rule counted = new Rules.Rule("counted", part, new Rules.Code("counted"));
            rules.add(new Rules(
                    "universe." + rules.size(),
                    "universe",
                    "1",
                    Labels.same("universe"),
                    ANSWERS,
                    new Rules.FirstMatch(List.of(counted), List.of(), "left")));
        }
        Map<String, CodedColumn> derived = Derivations.columns(frame, rules, threads);
        return rules.stream()
                .map(r -> Optional.ofNullable(derived.get(r.variable())).orElseThrow())
                .toList();
    }

    /** What must hold all together. */
    private static List<Condition> parts(Condition universe) {
        if (universe instanceof Condition.And and) {
            return and.conditions().stream().flatMap(c -> parts(c).stream()).toList();
        }
        return universe instanceof Condition.All ? List.of() : List.of(universe);
    }
}
