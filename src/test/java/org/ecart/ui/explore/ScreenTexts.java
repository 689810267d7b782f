package org.ecart.ui.explore;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Labeled;
import javafx.scene.control.skin.LabeledSkinBase;
import javafx.scene.text.Text;
import org.ecart.model.Language;

/** What can be read on a screen, and what is wrong with it. */
record ScreenTexts(Parent root) {
    private List<Node> visible() {
        List<Node> all = new ArrayList<>();
        collect(root, all);
        return all;
    }

    private static void collect(Node node, List<Node> all) {
        if (node.isVisible()) {
            all.add(node);
            if (node instanceof Parent parent) {
                parent.getChildrenUnmodifiable().forEach(child -> collect(child, all));
            }
        }
    }

    private List<Labeled> labels() {
        return visible().stream()
                .filter(Labeled.class::isInstance)
                .map(Labeled.class::cast)
                .filter(l -> l.getText() != null && !l.getText().isBlank())
                .toList();
    }

    /** Texts of which the end is cut off. */
    List<String> clipped() {
        return labels().stream()
                .filter(l -> l.getSkin() instanceof LabeledSkinBase<?>)
                .filter(l -> l.getChildrenUnmodifiable().stream()
                        .filter(Text.class::isInstance)
                        .map(t -> ((Text) t).getText())
                        .anyMatch(t -> t.endsWith(l.getEllipsisString())
                                && !l.getText().endsWith(l.getEllipsisString())))
                .map(l -> l.getStyleClass() + ": " + l.getText())
                .toList();
    }

    /** What takes the keyboard and tells no name to who does not see it. */
    List<String> nameless() {
        return visible().stream()
                .filter(n -> n.isFocusTraversable() && !n.isDisabled())
                .filter(n ->
                        Optional.ofNullable(n.getAccessibleText()).orElse("").isBlank())
                .map(n -> n.getClass().getSimpleName() + " " + n.getId() + " " + n.getStyleClass())
                .toList();
    }

    /** Texts that are a message in English and are said otherwise in another language, or bare keys. */
    List<String> untranslated(Language language) {
        Properties english = messages(Language.EN);
        Properties own = messages(language);
        Set<String> foreign = new HashSet<>();
        english.forEach((key, text) -> foreign.add(text.toString()));
        own.forEach((key, text) -> foreign.remove(text.toString()));
        return labels().stream()
                .map(Labeled::getText)
                .filter(t -> foreign.contains(t) || t.startsWith("ui.") || t.startsWith("i18n."))
                .toList();
    }

    private static Properties messages(Language language) {
        String name = "/messages/messages_" + language.code() + ".properties";
        Properties messages = new Properties();
        try (Reader reader = new InputStreamReader(
                Objects.requireNonNull(ScreenTexts.class.getResourceAsStream(name)), StandardCharsets.UTF_8)) {
            messages.load(reader);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
        return messages;
    }
}
