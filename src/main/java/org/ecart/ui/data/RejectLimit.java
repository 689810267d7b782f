package org.ecart.ui.data;

import java.math.BigDecimal;
import java.math.RoundingMode;
import javafx.beans.InvalidationListener;
import javafx.beans.WeakInvalidationListener;
import javafx.geometry.Pos;
import javafx.scene.control.Spinner;
import javafx.scene.control.SpinnerValueFactory;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.util.StringConverter;
import org.ecart.ui.text.Controls;

/** How many rows of a file may be refused before the whole import is: a sentence with a number to change. */
final class RejectLimit {
    private static final double MOST = 100;
    private static final int DECIMALS = 2;

    private final HBox root;
    private final Controls controls;
    private final Spinner<Double> spinner;
    /** Kept here so that it lives as long as the page, which the language only knows weakly. */
    private final InvalidationListener rewrite = o -> rewrite();

    RejectLimit(ImportViewModel model, Controls controls) {
        this.controls = controls;
        SpinnerValueFactory.DoubleSpinnerValueFactory values = new SpinnerValueFactory.DoubleSpinnerValueFactory(
                0, MOST, model.mostRejectedProperty().get(), 1);
        values.setConverter(new Percent());
        spinner = controls.named(new Spinner<>(values), "import-limit", "ui.data.limit");
        spinner.setEditable(true);
        spinner.setPrefWidth(84);
        spinner.getEditor().setId("import-limit-text");
        spinner.getEditor().accessibleTextProperty().bind(controls.texts().bind("ui.data.limit"));
        spinner.focusedProperty().addListener((o, before, now) -> {
            if (!now) {
                spinner.commitValue();
                rewrite();
            }
        });
        spinner.valueProperty()
                .addListener((o, before, now) -> model.mostRejectedProperty().set(now));
        model.mostRejectedProperty().addListener((o, before, now) -> values.setValue(now.doubleValue()));
        root = new HBox(
                6,
                controls.label("data-muted", "ui.data.limit.before"),
                spinner,
                controls.label("data-muted", "ui.data.limit.after"));
        root.setAlignment(Pos.CENTER_LEFT);
        root.setMinHeight(Region.USE_PREF_SIZE);
        root.getStyleClass().add("import-limit");
        controls.texts().languageProperty().addListener(new WeakInvalidationListener(rewrite));
    }

    Region root() {
        return root;
    }

    private void rewrite() {
        spinner.getEditor().setText(spinner.getValueFactory().getConverter().toString(spinner.getValue()));
    }

    /** A number of the language; a point and a comma are both read. What is no number changes nothing. */
    private final class Percent extends StringConverter<Double> {
        @Override
        public String toString(Double percent) {
            BigDecimal rounded = BigDecimal.valueOf(percent)
                    .setScale(DECIMALS, RoundingMode.HALF_UP)
                    .stripTrailingZeros();
            return controls.texts().numbers().format(rounded, Math.max(0, rounded.scale()));
        }

        @Override
        public Double fromString(String typed) {
            try {
                return new BigDecimal(typed.strip().replace(',', '.')).doubleValue();
            } catch (NumberFormatException noNumber) {
                return spinner.getValue();
            }
        }
    }
}
