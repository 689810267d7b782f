package org.ecart.ui.variables;

import java.util.Optional;
import javafx.geometry.Pos;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import org.ecart.model.Rules;
import org.ecart.ui.text.Controls;

/** Both ends of the band in hand. Enter, or going elsewhere, takes them; Up and Down count on and take them at once. */
final class BandFields {
    private static final double WIDTH = 62;

    private final HBox root;
    private final RuleSetViewModel model;
    private final TextField from;
    private final TextField to;
    private Optional<Rules.Band> before = Optional.empty();

    BandFields(RuleSetViewModel model, Controls controls) {
        this.model = model;
        this.from = field(controls, "variables-band-from", "ui.variables.band.from");
        this.to = field(controls, "variables-band-to", "ui.variables.band.to");
        this.root = new HBox(
                6,
                controls.label("muted", "ui.variables.band.from"),
                from,
                controls.label("muted", "ui.variables.band.to"),
                to);
        root.setAlignment(Pos.CENTER_LEFT);
        root.managedProperty().bind(root.visibleProperty());
    }

    Region root() {
        return root;
    }

    void focus() {
        from.requestFocus();
        from.selectAll();
    }

    void show(RuleLine line) {
        Optional<Rules.Band> band = model.shownProperty()
                .get()
                .map(s -> s.rules().derivation())
                .filter(d ->
                        d instanceof Rules.Bands b && line.place() < b.bands().size())
                .map(d -> ((Rules.Bands) d).bands().get(line.place()));
        root.setVisible(band.isPresent());
        before = band;
        band.ifPresent(b -> {
            from.setText(String.valueOf(b.from()));
            to.setText(String.valueOf(b.to()));
        });
    }

    private TextField field(Controls controls, String id, String key) {
        TextField field = controls.named(new TextField(), id, key);
        field.setPrefWidth(WIDTH);
        field.setMinWidth(WIDTH);
        field.getStyleClass().add("number");
        field.setOnKeyPressed(e -> {
            int by = e.getCode() == KeyCode.UP ? 1 : e.getCode() == KeyCode.DOWN ? -1 : 0;
            if (by != 0) {
                number(field).ifPresent(n -> field.setText(String.valueOf(n + by)));
                take();
                e.consume();
            }
        });
        field.setOnAction(e -> take());
        field.focusedProperty().addListener((o, was, now) -> {
            if (!now) {
                take();
            }
        });
        return field;
    }

    private static Optional<Integer> number(TextField field) {
        try {
            return Optional.of(Integer.valueOf(field.getText().strip()));
        } catch (NumberFormatException noNumber) {
            return Optional.empty();
        }
    }

    private void take() {
        int place = model.placeProperty().get();
        before.ifPresent(b -> {
            Rules.Band typed = new Rules.Band(
                    b.code(), number(from).orElse(b.from()), number(to).orElse(b.to()));
            if (typed.equals(b)) {
                from.setText(String.valueOf(b.from()));
                to.setText(String.valueOf(b.to()));
            } else {
                model.edit(rules -> RulesEdits.withBand(rules, place, typed.from(), typed.to()));
            }
        });
    }
}
