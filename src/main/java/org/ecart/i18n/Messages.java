package org.ecart.i18n;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.EnumMap;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.ecart.model.EcartException;
import org.ecart.model.Labels;
import org.ecart.model.Language;

/**
 * The texts of program and release, by key, from {@code resources/messages/messages_xx.properties} in UTF-8.
 *
 * <p>A text is written as for {@code java.text.MessageFormat}: <code>{0}</code> is the first argument, two apostrophes
 * print one, text between apostrophes is taken as it is. Unlike there, no argument is formatted by a locale: labels
 * print in the language asked for, whatever else by {@code toString}; a number that wants grouping comes formatted by
 * {@link Numbers}.
 */
public final class Messages {
    private final Map<Language, Map<String, String>> texts;

    Messages(Map<Language, Map<String, String>> texts) {
        this.texts = new EnumMap<>(texts);
    }

    /** Reads the files from the class path. */
    public static Messages load() {
        Map<Language, Map<String, String>> all = new EnumMap<>(Language.class);
        for (Language language : Language.values()) {
            all.put(language, read("/messages/messages_" + language.code() + ".properties"));
        }
        return new Messages(all);
    }

    /**
     * The text of {@code key} with its arguments filled in.
     *
     * @throws IllegalStateException when the key is unknown or an argument is not there: a defect, never a user's fault
     */
    public String text(Language language, String key, Object... arguments) {
        return fill(pattern(language, key), language, key, arguments);
    }

    /** What an expected failure says. */
    public String text(Language language, EcartException failure) {
        return text(language, failure.key(), failure.arguments().toArray());
    }

    /** The keys of one language, sorted. */
    Set<String> keys(Language language) {
        return new TreeSet<>(texts.getOrDefault(language, Map.of()).keySet());
    }

    String pattern(Language language, String key) {
        String pattern = texts.getOrDefault(language, Map.of()).get(key);
        if (pattern == null) {
            throw new IllegalStateException("no message '" + key + "' in " + language.code());
        }
        return pattern;
    }

    private String fill(String pattern, Language language, String key, Object... arguments) {
        StringBuilder text = new StringBuilder();
        boolean quoted = false;
        for (int i = 0; i < pattern.length(); i++) {
            char c = pattern.charAt(i);
            if (c == '\'') {
                boolean twice = pattern.startsWith("''", i);
                if (twice) {
                    text.append('\'');
                    i++;
                } else {
                    quoted = !quoted;
                }
            } else if (c == '{' && !quoted) {
                int end = pattern.indexOf('}', i);
                text.append(argument(pattern, i + 1, end, language, key, arguments));
                i = end;
            } else {
                text.append(c);
            }
        }
        return text.toString();
    }

    private String argument(String pattern, int from, int to, Language language, String key, Object... arguments) {
        String number = to < 0 ? "" : pattern.substring(from, to);
        boolean digits =
                !number.isEmpty() && number.length() < 3 && number.chars().allMatch(c -> c >= '0' && c <= '9');
        if (!digits || Integer.parseInt(number) >= arguments.length) {
            throw new IllegalStateException("message '" + key + "': no argument {" + number + "}");
        }
        Object argument = arguments[Integer.parseInt(number)];
        if (argument instanceof EcartException failure) {
            return text(language, failure);
        }
        return argument instanceof Labels labels ? labels.in(language) : argument.toString();
    }

    private static Map<String, String> read(String resource) {
        Properties properties = new Properties();
        try (InputStream in = Messages.class.getResourceAsStream(resource)) {
            if (in == null) {
                throw new IllegalStateException("no resource " + resource);
            }
            Reader reader = new InputStreamReader(in, StandardCharsets.UTF_8);
            properties.load(reader);
        } catch (IOException e) {
            throw new UncheckedIOException(resource, e);
        }
        Map<String, String> texts = new TreeMap<>();
        properties.stringPropertyNames().forEach(key -> texts.put(key, properties.getProperty(key)));
        return texts;
    }
}
