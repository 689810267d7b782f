package org.ecart.ui.explore;

import java.util.Optional;
import java.util.function.Supplier;
import javafx.geometry.Pos;
import javafx.geometry.Side;
import javafx.scene.AccessibleRole;
import javafx.scene.Node;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseButton;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;

/** Something that stands on a shelf: can be focused, has a menu, and goes by its cross or by Delete. */
final class Chip {
    /** A chip stays within its shelf in a window of 1280 pixels, alone and with a few words more. */
    private static final double WIDEST = 320;

    private static final double WIDEST_BESIDE = 230;

    private final HBox node = new HBox(6);
    private final Label label = new Label();
    private Optional<Runnable> remove = Optional.empty();
    private Optional<Supplier<ContextMenu>> menu = Optional.empty();
    private Optional<Runnable> opens = Optional.empty();

    Chip(String id, String text) {
        Named.node(node, id, text);
        node.setAccessibleRole(AccessibleRole.BUTTON);
        node.setFocusTraversable(true);
        node.setAlignment(Pos.CENTER_LEFT);
        node.getStyleClass().add("ecart-chip");
        label.setText(text);
        label.setMaxWidth(WIDEST);
        Tooltip.install(node, new Tooltip(text));
        node.getChildren().add(label);
        node.setOnKeyPressed(this::key);
        node.setOnContextMenuRequested(e -> {
            showMenu();
            e.consume();
        });
        node.setOnMouseClicked(e -> {
            node.requestFocus();
            if (e.getButton() == MouseButton.PRIMARY && e.isStillSincePress()) {
                showMenu();
            }
        });
    }

    Node node() {
        return node;
    }

    Chip styled(String styleClass) {
        node.getStyleClass().add(styleClass);
        return this;
    }

    /** A few words more, which are never cut off. */
    Chip aside(String text) {
        Label words = new Label(text);
        words.getStyleClass().add("ecart-aside");
        words.setMinWidth(Region.USE_PREF_SIZE);
        label.setMaxWidth(WIDEST_BESIDE);
        node.getChildren().add(words);
        node.setAccessibleText(node.getAccessibleText() + ", " + text);
        return this;
    }

    /** @param name what a screen reader calls the cross */
    Chip removable(String name, Runnable run) {
        Label cross = Named.node(new Label("×"), node.getId() + "-remove", name);
        cross.getStyleClass().add("ecart-cross");
        cross.setAccessibleRole(AccessibleRole.BUTTON);
        cross.setOnMouseClicked(e -> {
            e.consume();
            run.run();
        });
        node.getChildren().add(cross);
        remove = Optional.of(run);
        return this;
    }

    Chip withMenu(Supplier<ContextMenu> supplier) {
        menu = Optional.of(supplier);
        return this;
    }

    /** Something else than a menu that it opens. */
    Chip opens(Runnable run) {
        opens = Optional.of(run);
        return this;
    }

    private void key(KeyEvent e) {
        if (e.getCode() == KeyCode.DELETE || e.getCode() == KeyCode.BACK_SPACE) {
            remove.ifPresent(Runnable::run);
            e.consume();
        } else if (opensMenu(e)) {
            showMenu();
            e.consume();
        }
    }

    /** Whether a key asks for the menu of what is focused. */
    static boolean opensMenu(KeyEvent e) {
        return e.getCode() == KeyCode.ENTER
                || e.getCode() == KeyCode.SPACE
                || e.getCode() == KeyCode.CONTEXT_MENU
                || (e.getCode() == KeyCode.F10 && e.isShiftDown());
    }

    private void showMenu() {
        opens.ifPresent(Runnable::run);
        menu.ifPresent(m -> m.get().show(node, Side.BOTTOM, 0, 2));
    }
}
