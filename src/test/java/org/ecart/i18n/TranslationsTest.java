package org.ecart.i18n;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.ecart.model.Language;
import org.junit.jupiter.api.Test;

/** Every message that the program asks for is there, and every message that is there is asked for. */
class TranslationsTest {
    private static final Pattern LITERAL = Pattern.compile("\"((?:[^\"\\\\\\n]|\\\\.)*)\"");
    private static final Pattern KEY = Pattern.compile("[a-z0-9]+(?:[._][A-Za-z0-9]+)+");
    private static final Pattern FILE_NAME = Pattern.compile(".*\\.(json|csv|txt|log|db|part|properties|css|ttf|xlsx)");

    /** Literals that look like keys and are none, each as it stands in the sources. */
    private static final Set<String> NO_KEYS = Set.of("ecart.home", "ecart.started", "ecart.mv.db");

    private final Messages messages = Messages.load();
    private final Set<String> keys = messages.keys(Language.EN);
    private final Set<String> literals = literals();

    @Test
    void everyKeyInTheSourcesIsThere() {
        Set<String> rooms = keys.stream().map(TranslationsTest::room).collect(Collectors.toCollection(TreeSet::new));
        List<String> missing = literals.stream()
                .filter(l -> KEY.matcher(l).matches() && l.contains(".") && rooms.contains(room(l)))
                .filter(l -> !FILE_NAME.matcher(l).matches() && !NO_KEYS.contains(l))
                .filter(l -> !keys.contains(l))
                .toList();
        assertThat(missing).as("keys without a message").isEmpty();
    }

    @Test
    void everyMessageIsUsed() {
        // A literal that ends in a dot is the beginning of keys that are put together: "i18n.measure." + id.
        List<String> beginnings =
                literals.stream().filter(l -> l.endsWith(".") && l.length() > 4).toList();
        List<String> unused = keys.stream()
                .filter(k -> !literals.contains(k))
                .filter(k -> beginnings.stream().noneMatch(k::startsWith) || actionWithoutName(k))
                .filter(k -> !putTogether(k))
                .toList();
        assertThat(unused).as("messages nobody asks for").isEmpty();
    }

    /** {@code ui.action.} + id: the id must stand somewhere too, whole or put together itself. */
    private boolean actionWithoutName(String key) {
        String start = "ui.action.";
        if (!key.startsWith(start)) {
            return false;
        }
        String id = key.substring(start.length());
        return !literals.contains(id)
                && literals.stream().noneMatch(l -> l.endsWith(".") && l.length() > 1 && id.startsWith(l));
    }

    /** {@code "ui." + page + ".title"}: beginning and end stand in the sources. */
    private boolean putTogether(String key) {
        return List.of(".title", ".text").stream()
                .anyMatch(end -> key.startsWith("ui.")
                        && key.endsWith(end)
                        && literals.contains("ui.")
                        && literals.contains(end)
                        && key.split("\\.", -1).length == 3);
    }

    @Test
    void everyTextIsWritten() {
        for (Language language : Language.values()) {
            for (String key : keys) {
                assertThat(messages.pattern(language, key))
                        .as(key + " in " + language.code())
                        .isNotBlank()
                        .doesNotContain("TODO", "??", "\uFFFD");
            }
        }
    }

    private static String room(String key) {
        return key.substring(0, key.indexOf('.') < 0 ? 0 : key.indexOf('.'));
    }

    private static Set<String> literals() {
        Set<String> found = new TreeSet<>();
        try (Stream<Path> sources = Files.walk(Path.of("src", "main", "java"))) {
            for (Path source :
                    sources.filter(p -> p.toString().endsWith(".java")).toList()) {
                Matcher matcher = LITERAL.matcher(Files.readString(source));
                while (matcher.find()) {
                    found.add(matcher.group(1));
                }
            }
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
        return found;
    }
}
