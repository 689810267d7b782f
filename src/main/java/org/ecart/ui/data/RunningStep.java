package org.ecart.ui.data;

import java.util.function.Function;
import javafx.beans.binding.Bindings;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.ecart.ui.text.Controls;

/** How far the import is. */
final class RunningStep {
    private final VBox root;
    private final ImportViewModel model;
    private final Controls controls;

    RunningStep(ImportViewModel model, Controls controls) {
        this.model = model;
        this.controls = controls;
        Wording wording = new Wording(controls.texts());
        ProgressBar bar = controls.named(new ProgressBar(), "import-bar", "ui.data.progress");
        bar.setMaxWidth(Double.MAX_VALUE);
        bar.progressProperty()
                .bind(Bindings.createDoubleBinding(
                        () -> model.readingProperty()
                                .get()
                                .map(Pace.Reading::fraction)
                                .orElse(0.0),
                        model.readingProperty()));
        Label step = label(
                "import-at", r -> controls.texts().get(model.stoppingProperty().get() ? "ui.data.stopping" : r.step()));
        step.getStyleClass().add("data-empty-title");
        root = new VBox(
                10,
                step,
                bar,
                label("import-bytes", wording::progress),
                label("import-rate", wording::rate),
                label("import-left", wording::left));
        root.setMaxWidth(560);
        root.getStyleClass().addAll("import-body", "import-running");
    }

    Region root() {
        return root;
    }

    private Label label(String id, Function<Pace.Reading, String> text) {
        Label label = new Label();
        label.setId(id);
        label.textProperty()
                .bind(Bindings.createStringBinding(
                        () -> model.readingProperty().get().map(text).orElse(""),
                        model.readingProperty(),
                        model.stoppingProperty(),
                        controls.texts().languageProperty()));
        return label;
    }
}
