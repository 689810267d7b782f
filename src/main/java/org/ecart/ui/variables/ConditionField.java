package org.ecart.ui.variables;

import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.TextArea;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.KeyCombination;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.ecart.ui.explore.FaultPlace;
import org.ecart.ui.explore.TypedFault;
import org.ecart.ui.text.Controls;

/**
 * The text of a condition: what is wrong with it is told where it is, as it is typed. Enter, or going elsewhere, takes it;
 * Escape takes it back.
 */
final class ConditionField {
    private static final KeyCombination UNDO = new KeyCodeCombination(KeyCode.Z, KeyCombination.SHORTCUT_DOWN);
    private static final KeyCombination REDO =
            new KeyCodeCombination(KeyCode.Z, KeyCombination.SHORTCUT_DOWN, KeyCombination.SHIFT_DOWN);
    private static final double HEIGHT = 44;

    private final VBox root = new VBox(2);
    private final RuleSetViewModel model;
    private final Controls controls;
    private final Wording wording;
    private final TextArea text;
    private final FaultPlace place = new FaultPlace("variables-condition-place");
    private final Label message = new Label();
    private String before = "";

    ConditionField(RuleSetViewModel model, Controls controls) {
        this.model = model;
        this.controls = controls;
        this.wording = new Wording(controls.texts());
        this.text = controls.named(new TextArea(), "variables-condition", "ui.variables.rule.condition");
        text.setWrapText(true);
        text.setPrefHeight(HEIGHT);
        text.setMinHeight(HEIGHT);
        text.getStyleClass().add("variables-code");
        text.textProperty().addListener(o -> tell());
        text.addEventFilter(KeyEvent.KEY_PRESSED, this::key);
        text.focusedProperty().addListener((o, was, now) -> {
            if (!now) {
                take();
            }
        });
        message.setId("variables-condition-fault");
        message.getStyleClass().add("variables-fault");
        message.setWrapText(true);
        message.setMinHeight(Region.USE_PREF_SIZE);
        message.managedProperty().bind(message.textProperty().isNotEmpty());
        root.getChildren().addAll(text, place.root(), message);
        controls.texts().languageProperty().addListener(o -> tell());
    }

    Region root() {
        return root;
    }

    void focus() {
        text.requestFocus();
        text.end();
    }

    /** Shows the condition of a rule; what is being typed for the same one stays. */
    void show(String condition) {
        if (!condition.equals(before)) {
            before = condition;
            text.setText(condition);
        }
    }

    /** Takes what was typed, where it can be read. */
    void take() {
        if (!text.getText().equals(before) && model.wrong(text.getText()).isEmpty()) {
            String typed = text.getText();
            String last = before;
            before = typed;
            if (!model.setCondition(typed)) {
                before = last;
            }
        }
    }

    private void key(KeyEvent e) {
        if (text.getText().equals(before) && (UNDO.match(e) || REDO.match(e))) {
            // nothing is being typed: what is taken back is the last edit, as everywhere
            model.back(UNDO.match(e));
            e.consume();
            return;
        }
        if (e.getCode() == KeyCode.ENTER) {
            take();
            e.consume();
        } else if (e.getCode() == KeyCode.ESCAPE) {
            text.setText(before);
            e.consume();
        } else if (e.getCode() == KeyCode.TAB) {
            // a condition has no tabs: the key goes on as everywhere
            e.consume();
            (e.isShiftDown() ? previous() : next()).requestFocus();
        }
    }

    private Node next() {
        return Optional.<Node>ofNullable(text.getScene().lookup("#variables-outcome"))
                .orElse(text);
    }

    private Node previous() {
        return Optional.<Node>ofNullable(text.getScene().lookup("#variables-rules"))
                .orElse(text);
    }

    private void tell() {
        String typed = text.getText();
        Optional<TypedFault> fault = typed.equals(before) ? Optional.empty() : model.wrong(typed);
        message.setText(fault.map(f -> wording.failure(f.why())).orElse(""));
        place.show(typed, fault);
    }
}
