package org.ecart.ui.explore;

import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.function.Supplier;
import javafx.application.Platform;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.css.PseudoClass;
import javafx.event.EventHandler;
import javafx.geometry.Point2D;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseDragEvent;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.Pane;

/**
 * Dragging within the screen by the mouse's own press, drag and release, with a ghost that is drawn here: it needs
 * nothing of the platform, so it works without a display too.
 */
final class Dragging {
    private static final PseudoClass TARGET = PseudoClass.getPseudoClass("drop-target");
    private static final double BESIDE_POINTER = 12;

    /** What is dragged: a variable or an indicator. */
    record Load(boolean indicator, String id, String text) {}

    private final Pane layer = new Pane();
    private final Label ghost = new Label();
    private final ReadOnlyObjectWrapper<Optional<Load>> load = new ReadOnlyObjectWrapper<>(Optional.empty());
    /** Who moves the mouse with no button down drags nothing, whoever heard of the release: a source that is gone does not. */
    private final EventHandler<MouseEvent> unpressed = e -> end();

    Dragging() {
        ghost.getStyleClass().addAll("ecart-chip", "ecart-ghost");
        ghost.visibleProperty().bind(load.map(Optional::isPresent));
        layer.setMouseTransparent(true);
        layer.getChildren().add(ghost);
        layer.sceneProperty().addListener((o, before, now) -> {
            Optional.ofNullable(before).ifPresent(s -> s.removeEventFilter(MouseEvent.MOUSE_MOVED, unpressed));
            Optional.ofNullable(now).ifPresent(s -> s.addEventFilter(MouseEvent.MOUSE_MOVED, unpressed));
        });
    }

    private void end() {
        if (load.get().isPresent()) {
            load.set(Optional.empty());
        }
    }

    /** What the ghost is drawn on, above everything else. */
    Pane layer() {
        return layer;
    }

    /** What is under way. */
    ReadOnlyObjectProperty<Optional<Load>> loadProperty() {
        return load.getReadOnlyProperty();
    }

    /** Lets a node be dragged. */
    void source(Node node, Supplier<Load> what) {
        node.setOnDragDetected(e -> {
            if (e.getButton() == MouseButton.PRIMARY) {
                load.set(Optional.of(what.get()));
                ghost.setText(what.get().text());
                ghost.autosize();
                follow(e);
                node.startFullDrag();
                e.consume();
            }
        });
        node.addEventHandler(MouseEvent.MOUSE_DRAGGED, this::follow);
        // later, because the target hears of the release after the source
        node.addEventHandler(MouseEvent.MOUSE_RELEASED, e -> Platform.runLater(this::end));
    }

    private void follow(MouseEvent e) {
        Point2D at = layer.sceneToLocal(e.getSceneX(), e.getSceneY());
        ghost.relocate(at.getX() + BESIDE_POINTER, at.getY() + BESIDE_POINTER);
    }

    /** Lets a node take what is dragged. */
    void target(Node node, Predicate<Load> accepts, Consumer<Load> drop) {
        node.addEventHandler(
                MouseDragEvent.MOUSE_DRAG_ENTERED,
                e -> node.pseudoClassStateChanged(
                        TARGET, load.get().filter(accepts).isPresent()));
        node.addEventHandler(MouseDragEvent.MOUSE_DRAG_EXITED, e -> node.pseudoClassStateChanged(TARGET, false));
        node.addEventHandler(MouseDragEvent.MOUSE_DRAG_RELEASED, e -> {
            Optional<Load> dropped = load.get().filter(accepts);
            node.pseudoClassStateChanged(TARGET, false);
            if (dropped.isPresent()) {
                load.set(Optional.empty());
                drop.accept(dropped.get());
                e.consume();
            }
        });
    }
}
