package org.ecart.ui.explore;

import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.ecart.files.ConditionText;
import org.ecart.model.Condition;
import org.ecart.model.EcartException;

/**
 * What is wrong with a text that is being typed.
 *
 * @param place where, from 0; the length of the text where something is missing at its end
 * @param length how many characters are wrong; 0 where something is missing
 */
public record TypedFault(int place, int length, EcartException why) {
    /** @param known whether there is a variable of that name */
    public static Optional<TypedFault> of(String text, Predicate<String> known) {
        Condition condition;
        try {
            condition = ConditionText.parse(text);
        } catch (EcartException notUnderstood) {
            return Optional.of(at(text, notUnderstood));
        }
        return condition.variables().stream()
                .filter(v -> !known.test(v))
                .findFirst()
                .map(v -> new TypedFault(
                        text.indexOf(v), v.length(), EcartException.usage("ui.variables.fault.variable", v)));
    }

    /** Messages of the grammar name the position last, from 1. */
    private static TypedFault at(String text, EcartException why) {
        List<Object> arguments = why.arguments();
        Object last = arguments.isEmpty() ? 0 : arguments.get(arguments.size() - 1);
        int place = last instanceof Integer position && !why.key().equals("files.condition.deep")
                ? Math.min(text.length(), position - 1)
                : 0;
        int end = place;
        while (end < text.length() && !Character.isWhitespace(text.charAt(end))) {
            end++;
        }
        return new TypedFault(place, end - place, why);
    }
}
