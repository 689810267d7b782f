package org.ecart.ui.explore;

import javafx.scene.layout.BorderPane;
import javafx.scene.layout.Region;
import org.ecart.ui.action.Actions;
import org.ecart.ui.text.Texts;

/** Explore on screen. */
public final class ExploreView {
    private final BorderPane root = new BorderPane();

    public ExploreView(ExploreViewModel model, Texts texts, Actions actions) {
        root.setId("explore");
    }

    public Region root() {
        return root;
    }
}
