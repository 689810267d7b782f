package org.ecart.ui.explore;

import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.layout.Region;
import javafx.stage.Popup;

/** A small sheet beside what it is about; Escape or a click elsewhere closes it. */
final class Sheet {
    private static final double GAP = 4;

    private final Popup popup = new Popup();

    Sheet() {
        popup.setAutoHide(true);
        popup.setHideOnEscape(true);
        popup.setAutoFix(true);
    }

    void show(Region content, Node beside) {
        content.getStyleClass().add("ecart-sheet");
        popup.hide();
        popup.getContent().setAll(content);
        popup.getScene().getStylesheets().setAll(beside.getScene().getStylesheets());
        Bounds bounds = beside.localToScreen(beside.getBoundsInLocal());
        popup.show(beside, bounds.getMinX(), bounds.getMaxY() + GAP);
        content.requestFocus();
    }

    void hide() {
        popup.hide();
    }
}
