package org.ecart.ui.variables;

import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import org.ecart.model.Language;
import org.ecart.model.Rules;
import org.ecart.ui.text.Controls;

/** The text of a rule in every language, each to change. Enter, or going elsewhere, takes it; Escape takes it back. */
final class RuleTexts {
    private final HBox root = new HBox(8);
    private final Map<Language, TextField> fields = new EnumMap<>(Language.class);
    private final Map<Language, String> before = new EnumMap<>(Language.class);

    RuleTexts(RuleSetViewModel model, Controls controls) {
        root.setAlignment(Pos.CENTER_LEFT);
        for (Language language : Language.values()) {
            TextField field = new TextField();
            field.setId("variables-text-" + language.code());
            field.accessibleTextProperty()
                    .bind(controls.texts().bind("ui.variables.rule.text.in", Wording.head(language)));
            field.promptTextProperty().bind(controls.texts().bind("ui.variables.rule.text"));
            field.setMinWidth(60);
            HBox.setHgrow(field, Priority.ALWAYS);
            field.setOnAction(e -> take(model, language));
            field.focusedProperty().addListener((o, was, now) -> {
                if (!now) {
                    take(model, language);
                }
            });
            field.setOnKeyPressed(e -> {
                if (e.getCode() == KeyCode.ESCAPE) {
                    field.setText(text(language));
                    e.consume();
                }
            });
            Label head = new Label(Wording.head(language));
            head.getStyleClass().add("muted");
            head.setMinWidth(Region.USE_PREF_SIZE);
            fields.put(language, field);
            root.getChildren().addAll(head, field);
        }
    }

    Region root() {
        return root;
    }

    void show(Rules.Rule rule) {
        fields.forEach((language, field) -> {
            String text = rule.labels()
                    .flatMap(l -> Optional.ofNullable(l.texts().get(language)))
                    .orElse("");
            before.put(language, text);
            if (!field.getText().equals(text)) {
                field.setText(text);
            }
        });
    }

    private String text(Language language) {
        return before.getOrDefault(language, "");
    }

    private void take(RuleSetViewModel model, Language language) {
        Optional.ofNullable(fields.get(language))
                .map(TextField::getText)
                .filter(t -> !t.equals(text(language)))
                .ifPresent(t -> model.setText(language, t));
    }
}
