package org.ecart.ui.explore;

import javafx.beans.value.ObservableValue;
import javafx.scene.Node;

/** Gives a node its id and the name that a screen reader tells. */
final class Named {
    private Named() {}

    static <T extends Node> T node(T node, String id, ObservableValue<String> accessibleText) {
        node.setId(id);
        node.accessibleTextProperty().bind(accessibleText);
        return node;
    }

    static <T extends Node> T node(T node, String id, String accessibleText) {
        node.setId(id);
        node.setAccessibleText(accessibleText);
        return node;
    }
}
