package org.ecart.ui.data;

import java.io.File;
import java.nio.file.Path;
import java.util.List;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import javafx.event.EventHandler;
import javafx.scene.Scene;
import javafx.scene.input.DragEvent;
import javafx.scene.input.TransferMode;

/** Takes files that are dropped anywhere on a window, when they are welcome. */
final class FileDrop {
    private final BooleanSupplier welcome;
    private final Consumer<List<Path>> taker;
    private final EventHandler<DragEvent> over = this::offer;
    private final EventHandler<DragEvent> dropped = this::take;

    FileDrop(BooleanSupplier welcome, Consumer<List<Path>> taker) {
        this.welcome = welcome;
        this.taker = taker;
    }

    void install(Scene scene) {
        scene.addEventHandler(DragEvent.DRAG_OVER, over);
        scene.addEventHandler(DragEvent.DRAG_DROPPED, dropped);
    }

    void remove(Scene scene) {
        scene.removeEventHandler(DragEvent.DRAG_OVER, over);
        scene.removeEventHandler(DragEvent.DRAG_DROPPED, dropped);
    }

    private void offer(DragEvent event) {
        if (welcome.getAsBoolean() && event.getDragboard().hasFiles()) {
            event.acceptTransferModes(TransferMode.COPY);
            event.consume();
        }
    }

    private void take(DragEvent event) {
        if (welcome.getAsBoolean() && event.getDragboard().hasFiles()) {
            taker.accept(
                    event.getDragboard().getFiles().stream().map(File::toPath).toList());
            event.setDropCompleted(true);
            event.consume();
        }
    }
}
