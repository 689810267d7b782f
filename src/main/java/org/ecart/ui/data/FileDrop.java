package org.ecart.ui.data;

import java.io.File;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;
import javafx.event.EventHandler;
import javafx.scene.Scene;
import javafx.scene.input.DragEvent;
import javafx.scene.input.TransferMode;

/** Takes files that are dropped anywhere on a window. */
final class FileDrop {
    private final EventHandler<DragEvent> over = FileDrop::offer;
    private final EventHandler<DragEvent> dropped;

    FileDrop(Consumer<List<Path>> taker) {
        this.dropped = event -> take(event, taker);
    }

    void install(Scene scene) {
        scene.addEventHandler(DragEvent.DRAG_OVER, over);
        scene.addEventHandler(DragEvent.DRAG_DROPPED, dropped);
    }

    void remove(Scene scene) {
        scene.removeEventHandler(DragEvent.DRAG_OVER, over);
        scene.removeEventHandler(DragEvent.DRAG_DROPPED, dropped);
    }

    private static void offer(DragEvent event) {
        if (event.getDragboard().hasFiles()) {
            event.acceptTransferModes(TransferMode.COPY);
            event.consume();
        }
    }

    private static void take(DragEvent event, Consumer<List<Path>> taker) {
        if (event.getDragboard().hasFiles()) {
            taker.accept(
                    event.getDragboard().getFiles().stream().map(File::toPath).toList());
            event.setDropCompleted(true);
            event.consume();
        }
    }
}
