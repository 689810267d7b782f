package org.ecart.ui.data;

import atlantafx.base.theme.Styles;
import java.util.Optional;
import javafx.beans.binding.Bindings;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.ecart.ui.text.Controls;

/** Asks below the list whether an extract is to be removed, with the studies that hang on it. */
final class RemovalBar {
    private final VBox root;
    private final DataViewModel model;
    private final Controls controls;
    private final TouchedList touched;
    private final Button keep;

    RemovalBar(DataViewModel model, Controls controls) {
        this.model = model;
        this.controls = controls;
        this.touched = new TouchedList(controls, "data-touched");
        Label question = new Label();
        question.setId("data-removal");
        question.getStyleClass().add("data-question");
        question.setWrapText(true);
        question.textProperty()
                .bind(Bindings.createStringBinding(
                        this::question,
                        model.removalProperty(),
                        controls.texts().languageProperty()));
        Button remove = controls.button("data-removal-yes", "ui.data.remove.yes", model::remove);
        remove.getStyleClass().addAll(Styles.DANGER, Styles.BUTTON_OUTLINED);
        keep = controls.button("data-removal-no", "ui.data.remove.no", model::keep);
        keep.setCancelButton(true);
        root = new VBox(8, question, touched.root(), new HBox(8, remove, keep));
        root.getStyleClass().add("import-foot");
        root.setMinHeight(Region.USE_PREF_SIZE);
        root.managedProperty().bind(root.visibleProperty());
        model.removalProperty().addListener((o, before, now) -> show(now));
        show(model.removalProperty().get());
    }

    Region root() {
        return root;
    }

    private String question() {
        return model.removalProperty()
                .get()
                .map(DataViewModel.Removal::partition)
                .map(p -> controls.texts().get("ui.data.remove.ask", model.name(p), Wording.date(p)))
                .orElse("");
    }

    /** Shows or hides the question; to keep what is there is the choice at hand. */
    private void show(Optional<DataViewModel.Removal> asked) {
        root.setVisible(asked.isPresent());
        asked.ifPresent(removal -> {
            touched.show(removal.touched());
            keep.requestFocus();
        });
    }
}
