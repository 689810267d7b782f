package org.ecart.ui.shell;

import javafx.beans.value.ObservableValue;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;

/** The line at the bottom: what one works on, and how it goes. */
final class StatusBar {
    private final HBox root = new HBox();

    StatusBar(ShellViewModel model) {
        root.setId("status");
        root.getStyleClass().add("status");
        Region space = new Region();
        HBox.setHgrow(space, Priority.ALWAYS);
        root.getChildren()
                .addAll(
                        label("status-workspace", model.workspaceText()),
                        label("status-rows", model.rowsText()),
                        label("status-millis", model.millisText()),
                        space,
                        label("status-protection", model.protectionText()),
                        label("status-memory", model.memoryText()));
    }

    HBox root() {
        return root;
    }

    private static Label label(String id, ObservableValue<String> text) {
        Label label = new Label();
        label.setId(id);
        label.textProperty().bind(text);
        label.accessibleTextProperty().bind(text);
        return label;
    }
}
