package org.ecart.study;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.ecart.model.Arrangement;
import org.ecart.model.Category;
import org.ecart.model.Condition;
import org.ecart.model.DatedName;
import org.ecart.model.EcartException;
import org.ecart.model.Indicator;
import org.ecart.model.RulesCheck;

/** Whether the codes that a breakdown names are there: in the code list of their variable, or in the data. */
final class CodesCheck {
    /** More codes than this are not told in a message. */
    private static final int MOST_TOLD = 40;

    private static final Set<String> SPECIAL = Set.of(Category.TOTAL, Category.UNKNOWN, Category.NO_RECORD);

    private final VariableNames names;
    private final Delivered delivered;

    CodesCheck(VariableNames names, Delivered delivered) {
        this.names = names;
        this.delivered = delivered;
    }

    /** A filter on a code that is not there would silently select nobody. */
    void check(Condition filter) {
        CodesNamed.by(filter).forEach((variable, lists) -> lists.stream()
                .flatMap(List::stream)
                .filter(code -> isNowhere(variable, code))
                .findFirst()
                .ifPresent(code -> {
                    throw EcartException.usage("study.filter_code", code, variable, there(variable));
                }));
    }

    /** An indicator may name codes of several codebooks; one of those it asks for must be there. */
    void check(Indicator indicator) {
        for (Condition part : indicator.conditions()) {
            CodesNamed.by(part).forEach((variable, lists) -> lists.stream()
                    .filter(codes -> !codes.isEmpty() && codes.stream().allMatch(c -> isNowhere(variable, c)))
                    .findFirst()
                    .ifPresent(codes -> {
                        throw EcartException.usage(
                                "study.indicator_code",
                                indicator.id(),
                                String.join(", ", codes),
                                variable,
                                there(variable));
                    }));
        }
    }

    /** A code with a typo would be neither hidden nor first. */
    void check(Arrangement arrangement) {
        List.of(arrangement.order(), arrangement.hidden()).forEach(this::check);
        arrangement.shareOf().stream().filter(v -> !names.known(v)).forEach(names::require);
    }

    private void check(Map<String, List<String>> lists) {
        lists.forEach((variable, codes) -> {
            if (!names.known(variable)) {
                names.require(variable);
            }
            codes.stream()
                    .filter(code -> !SPECIAL.contains(code) && isNowhere(variable, code))
                    .findFirst()
                    .ifPresent(code -> {
                        throw EcartException.usage("study.arranged_code", code, variable, there(variable));
                    });
        });
    }

    private boolean isNowhere(String variable, String code) {
        boolean unlisted =
                RulesCheck.unknown(List.of(code), names.values(variable)).isPresent();
        // what is derived was not delivered
        String read = DatedName.undated(variable);
        return unlisted && (names.stored(read).isEmpty() || !delivered.has(read, code));
    }

    private String there(String variable) {
        List<String> codes =
                names.categories(variable).stream().map(Category::code).toList();
        boolean many = codes.size() > MOST_TOLD;
        return String.join(", ", many ? codes.subList(0, MOST_TOLD) : codes) + (many ? ", ..." : "");
    }
}
