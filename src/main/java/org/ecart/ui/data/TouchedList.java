package org.ecart.ui.data;

import java.util.List;
import javafx.beans.InvalidationListener;
import javafx.beans.WeakInvalidationListener;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.ecart.study.Touched;
import org.ecart.ui.text.Controls;

/** The studies that hang on an extract that is to go. */
final class TouchedList {
    private static final double HIGHEST = 110;

    private final ScrollPane root;
    private final VBox lines = new VBox(3);
    private final Controls controls;
    private final Wording wording;
    private List<Touched> touched = List.of();
    /** Kept here so that it lives as long as the list, which the language only knows weakly. */
    private final InvalidationListener relabel = o -> show(touched);

    TouchedList(Controls controls, String id) {
        this.controls = controls;
        this.wording = new Wording(controls.texts());
        this.root = controls.named(new ScrollPane(lines), id, "ui.data.touched.title");
        root.getStyleClass().add("data-touched");
        root.setFitToWidth(true);
        root.setMaxHeight(HIGHEST);
        root.setMinHeight(Region.USE_PREF_SIZE);
        root.managedProperty().bind(root.visibleProperty());
        controls.texts().languageProperty().addListener(new WeakInvalidationListener(relabel));
    }

    Region root() {
        return root;
    }

    void show(List<Touched> studies) {
        touched = List.copyOf(studies);
        lines.getChildren().clear();
        lines.getChildren()
                .add(controls.label(
                        "data-muted", studies.isEmpty() ? "ui.data.touched.none" : "ui.data.touched.title"));
        for (Touched each : touched) {
            Label line = new Label(wording.touched(each));
            line.setWrapText(true);
            lines.getChildren().add(line);
        }
    }
}
