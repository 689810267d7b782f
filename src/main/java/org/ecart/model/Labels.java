package org.ecart.model;

import java.util.EnumMap;
import java.util.Map;

/** One text in up to four languages. A missing language falls back to English, then to any that is there. */
public record Labels(Map<Language, String> texts) {
    public Labels {
        if (texts.isEmpty()) {
            throw EcartException.usage("model.labels.empty");
        }
        texts = Map.copyOf(texts);
    }

    /** The same text in every language; for codes and names that are not translated. */
    public static Labels same(String text) {
        Map<Language, String> all = new EnumMap<>(Language.class);
        for (Language language : Language.values()) {
            all.put(language, text);
        }
        return new Labels(all);
    }

    /** The text in {@code language}, else in English, else in the first language that has one. */
    public String in(Language language) {
        String wanted = texts.get(language);
        if (wanted != null) {
            return wanted;
        }
        for (Language other : Language.values()) {
            String text = texts.get(other);
            if (text != null) {
                return text;
            }
        }
        throw new IllegalStateException("labels are never empty");
    }
}
