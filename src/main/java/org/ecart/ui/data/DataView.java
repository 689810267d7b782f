package org.ecart.ui.data;

import javafx.scene.layout.BorderPane;
import javafx.scene.layout.Region;
import org.ecart.ui.action.Actions;
import org.ecart.ui.text.Texts;

/** Data on screen. */
public final class DataView {
    private final BorderPane root = new BorderPane();

    public DataView(DataViewModel model, Texts texts, Actions actions) {
        root.setId("data");
    }

    public Region root() {
        return root;
    }
}
