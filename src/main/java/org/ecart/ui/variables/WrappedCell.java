package org.ecart.ui.variables;

import java.util.Objects;
import javafx.scene.control.Label;
import javafx.scene.control.TableCell;
import javafx.scene.layout.Region;

/** A text that goes on in the next line rather than being cut. */
class WrappedCell<S> extends TableCell<S, String> {
    private static final double SIDES = 12;

    private final Label label = new Label();

    WrappedCell() {
        label.setWrapText(true);
        label.setMinHeight(Region.USE_PREF_SIZE);
        label.maxWidthProperty().bind(widthProperty().subtract(SIDES));
        label.getStyleClass().add("variables-wrapped");
    }

    @Override
    protected void updateItem(String text, boolean empty) {
        super.updateItem(text, empty);
        setGraphic(null);
        if (!empty) {
            write(Objects.requireNonNullElse(text, ""));
        }
    }

    /** Shows a text. */
    final void write(String text) {
        label.setText(text);
        setGraphic(label);
    }

    /** As high as the text is in the width of the column, which may differ from the cell's before the first layout. */
    @Override
    protected double computePrefHeight(double width) {
        return getGraphic() != label
                ? super.computePrefHeight(width)
                : label.prefHeight(getTableColumn().getWidth() - SIDES) + snappedTopInset() + snappedBottomInset();
    }
}
