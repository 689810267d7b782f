package org.ecart.intake;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.ecart.model.EcartException;
import org.ecart.model.Identifiers;
import org.ecart.model.Labels;
import org.ecart.model.Language;

/**
 * One row of a CSV file of a codebook, its fields by column. An empty field is one that was left out. Every complaint
 * names line and column.
 *
 * @param line where it begins, from 1
 */
record CsvRow(long line, Map<String, String> fields) {
    Optional<String> optional(String column) {
        return Optional.of(fields.getOrDefault(column, "")).filter(text -> !text.isEmpty());
    }

    String required(String column) {
        return optional(column).orElseThrow(() -> wrong(column, EcartException.usage("intake.codebook.required")));
    }

    String identifier(String column) {
        String id = required(column);
        if (!Identifiers.valid(id)) {
            throw wrong(column, EcartException.usage("model.identifier", id));
        }
        return id;
    }

    /** A yes or a no. */
    boolean flag(String column, boolean otherwise) {
        String text = optional(column).orElse(otherwise ? "yes" : "no");
        return switch (text.toLowerCase(Locale.ROOT)) {
            case "yes", "true", "1" -> true;
            case "no", "false", "0" -> false;
            default -> throw oneOf(column, text, "yes, no");
        };
    }

    /** A constant of an enumeration, in small letters. */
    <E extends Enum<E>> E oneOf(String column, E otherwise) {
        Optional<String> text = optional(column);
        if (text.isEmpty()) {
            return otherwise;
        }
        List<E> all = List.of(otherwise.getDeclaringClass().getEnumConstants());
        return all.stream()
                .filter(constant -> name(constant).equals(text.get()))
                .findFirst()
                .orElseThrow(() ->
                        oneOf(column, text.get(), all.stream().map(CsvRow::name).collect(Collectors.joining(", "))));
    }

    static String name(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT);
    }

    /** One of the things that stand elsewhere. */
    void known(String column, Set<String> among, String otherwise) {
        String named = required(column);
        if (!among.contains(named)) {
            throw wrong(column, EcartException.usage(otherwise, named));
        }
    }

    /** Adds what stands in a column to what stood there before. */
    void once(String column, Set<String> before) {
        if (!before.add(required(column))) {
            throw wrong(column, EcartException.usage("model.twice", required(column)));
        }
    }

    /** The texts in {@code name_en} and so on; none where all are left out. */
    Optional<Labels> optionalLabels(String name) {
        Map<Language, String> texts = new EnumMap<>(Language.class);
        for (Language language : Language.values()) {
            optional(name + "_" + language.code()).ifPresent(text -> texts.put(language, text));
        }
        return texts.isEmpty() ? Optional.empty() : Optional.of(new Labels(texts));
    }

    Labels labels(String name) {
        String first = name + "_" + Language.values()[0].code();
        return optionalLabels(name).orElseThrow(() -> wrong(first, EcartException.usage("model.labels.empty")));
    }

    /** Several texts with "|" between; {@code \|} is one in a text, {@code \\} a backslash. */
    List<String> list(String column) {
        String text = fields.getOrDefault(column, "");
        List<String> items = new ArrayList<>();
        StringBuilder item = new StringBuilder();
        for (int i = 0; i < text.length(); i++) {
            char sign = text.charAt(i);
            if (sign == '|') {
                items.add(item.toString());
                item.setLength(0);
            } else if (sign == '\\' && i + 1 < text.length()) {
                item.append(text.charAt(++i));
            } else {
                item.append(sign);
            }
        }
        items.add(item.toString());
        if (text.isEmpty()) {
            return List.of();
        }
        if (items.contains("")) {
            throw wrong(column, EcartException.usage("intake.codebook.required"));
        }
        return items;
    }

    /** Several texts as {@link #list} reads them. */
    static String listed(List<String> items) {
        return items.stream()
                .map(item -> item.replace("\\", "\\\\").replace("|", "\\|"))
                .collect(Collectors.joining("|"));
    }

    EcartException wrong(String column, EcartException reason) {
        return EcartException.usage("intake.codebook.field", line, column, reason);
    }

    private EcartException oneOf(String column, String text, String possible) {
        return wrong(column, EcartException.usage("intake.codebook.one_of", text, possible));
    }

    /** The four columns of a text in four languages. */
    static Stream<String> languages(String name) {
        return Stream.of(Language.values()).map(language -> name + "_" + language.code());
    }
}
