package org.ecart.ui.explore;

import java.util.Optional;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.layout.Region;
import javafx.stage.Popup;
import javafx.stage.Window;

/** A small sheet beside what it is about; Escape or a click elsewhere closes it. */
final class Sheet {
    private static final double GAP = 4;

    private final Popup popup = new Popup();
    private Optional<Window> inside = Optional.empty();

    Sheet() {
        popup.setAutoHide(true);
        popup.setHideOnEscape(true);
        popup.setAutoFix(true);
        popup.heightProperty().addListener(o -> keepInside());
    }

    /** It goes when what it is about goes. */
    void show(Region content, Node beside) {
        show(content, beside, beside);
    }

    /** It stays when what it is about is drawn anew, as a chip is with every change. */
    void stay(Region content, Node beside) {
        show(content, beside.getScene().getRoot(), beside);
    }

    private void show(Region content, Node owner, Node beside) {
        content.getStyleClass().add("ecart-sheet");
        popup.hide();
        popup.getContent().setAll(content);
        popup.getScene().getStylesheets().setAll(beside.getScene().getStylesheets());
        Bounds bounds = beside.localToScreen(beside.getBoundsInLocal());
        popup.show(owner, bounds.getMinX(), bounds.getMaxY() + GAP);
        inside = Optional.of(owner.getScene().getWindow());
        keepInside();
        content.requestFocus();
    }

    /** It stays within its window, also when it grows. */
    private void keepInside() {
        inside.ifPresent(window -> {
            double right = window.getX() + window.getWidth();
            if (popup.getX() + popup.getWidth() > right) {
                popup.setX(Math.max(window.getX(), right - popup.getWidth()));
            }
            double bottom = window.getY() + window.getHeight();
            if (popup.getY() + popup.getHeight() > bottom) {
                popup.setY(Math.max(window.getY(), bottom - popup.getHeight()));
            }
        });
    }

    /** What to do whenever it is closed. */
    void whenHidden(Runnable what) {
        popup.setOnHidden(e -> what.run());
    }

    boolean isOpen() {
        return popup.isShowing();
    }

    void hide() {
        popup.hide();
    }
}
