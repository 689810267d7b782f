package org.ecart.ui.explore;

import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.text.Text;
import javafx.scene.text.TextFlow;

/** A typed text once more, with what is wrong in it underlined; not there while nothing is wrong. */
public final class FaultPlace {
    private static final String MISSING = "\u2038";

    private final TextFlow root = new TextFlow();

    public FaultPlace(String id) {
        root.setId(id);
        root.managedProperty().bind(root.visibleProperty());
        root.setVisible(false);
    }

    public Node root() {
        return root;
    }

    public void show(String typed, Optional<TypedFault> fault) {
        root.setVisible(fault.isPresent());
        root.getChildren().clear();
        fault.ifPresent(f -> {
            int end = f.place() + f.length();
            root.getChildren()
                    .addAll(
                            part(typed.substring(0, f.place()), "ecart-typed"),
                            part(f.length() == 0 ? MISSING : typed.substring(f.place(), end), "ecart-wrong"),
                            part(typed.substring(end), "ecart-typed"));
        });
    }

    private static Text part(String text, String style) {
        Text part = new Text(text);
        part.getStyleClass().add(style);
        return part;
    }
}
