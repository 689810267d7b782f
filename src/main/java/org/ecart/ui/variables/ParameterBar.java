package org.ecart.ui.variables;

import java.util.Map;
import java.util.Optional;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import org.ecart.model.Rules;
import org.ecart.ui.text.Controls;

/** The whole numbers that the conditions of a rule set name. Enter, or going elsewhere, takes one. */
final class ParameterBar {
    private static final double WIDTH = 62;

    private final HBox root = new HBox(8);
    private final RuleSetViewModel model;
    private final Controls controls;
    private Map<String, Integer> shown = Map.of();

    ParameterBar(RuleSetViewModel model, Controls controls) {
        this.model = model;
        this.controls = controls;
        root.setAlignment(Pos.CENTER_LEFT);
        root.managedProperty().bind(root.visibleProperty());
        root.setVisible(false);
    }

    Region root() {
        return root;
    }

    void show() {
        Map<String, Integer> now = model.shownProperty()
                .get()
                .filter(s -> s.rules().derivation() instanceof Rules.FirstMatch)
                .map(s -> ((Rules.FirstMatch) s.rules().derivation()).parameters())
                .orElse(Map.of());
        if (now.equals(shown)) {
            return;
        }
        shown = now;
        root.setVisible(!now.isEmpty());
        root.getChildren().setAll(controls.label("muted", "ui.variables.parameters"));
        now.forEach(this::add);
    }

    private void add(String name, int value) {
        Label label = new Label(name);
        label.setMinWidth(Region.USE_PREF_SIZE);
        TextField field = new TextField(String.valueOf(value));
        field.setId("variables-parameter-" + name);
        field.setAccessibleText(name);
        field.setPrefWidth(WIDTH);
        field.setMinWidth(WIDTH);
        field.getStyleClass().add("number");
        field.setOnAction(e -> take(name, field));
        field.focusedProperty().addListener((o, was, now) -> {
            if (!now) {
                take(name, field);
            }
        });
        root.getChildren().addAll(label, field);
    }

    private void take(String name, TextField field) {
        Optional<Integer> typed = number(field.getText());
        if (typed.isEmpty()) {
            Optional.ofNullable(shown.get(name)).map(String::valueOf).ifPresent(field::setText);
        } else if (!typed.equals(Optional.ofNullable(shown.get(name)))) {
            model.edit(rules -> RulesEdits.withParameter(rules, name, typed.get()));
        }
    }

    private static Optional<Integer> number(String text) {
        try {
            return Optional.of(Integer.valueOf(text.strip()));
        } catch (NumberFormatException noNumber) {
            return Optional.empty();
        }
    }
}
