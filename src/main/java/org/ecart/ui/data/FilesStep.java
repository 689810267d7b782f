package org.ecart.ui.data;

import atlantafx.base.theme.Styles;
import java.nio.file.Path;
import javafx.beans.binding.Bindings;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.ecart.ui.text.Controls;

/** Which files, and what they mean. */
final class FilesStep {
    private final VBox root;
    private final ImportViewModel model;
    private final Controls controls;
    private final FileDialogs dialogs;
    private final Button choose;

    FilesStep(ImportViewModel model, Controls controls, FileDialogs dialogs) {
        this.model = model;
        this.controls = controls;
        this.dialogs = dialogs;
        this.choose = choose();
        ListView<Path> files = files();
        Label hint = controls.label("data-muted", "ui.data.files.hint");
        Region space = new Region();
        HBox.setHgrow(space, Priority.ALWAYS);
        HBox head = new HBox(8, hint, space, remove(files), choose);
        head.setAlignment(Pos.CENTER_LEFT);
        root = new VBox(8, head, files, codebook());
        root.getStyleClass().add("import-body");
        VBox.setVgrow(files, Priority.ALWAYS);
    }

    Region root() {
        return root;
    }

    /** Puts the focus on what comes first: to choose files. */
    void focus() {
        choose.requestFocus();
    }

    private ListView<Path> files() {
        ListView<Path> files = controls.named(new ListView<>(model.files()), "import-files", "ui.data.files");
        files.getStyleClass().addAll(Styles.DENSE, "import-drop");
        files.setPlaceholder(controls.label("data-muted", "ui.data.files.none"));
        files.setCellFactory(list -> new ListCell<>() {
            @Override
            protected void updateItem(Path file, boolean empty) {
                super.updateItem(file, empty);
                setText(empty || file == null ? "" : file.toString());
            }
        });
        files.setOnKeyPressed(e -> {
            if (e.getCode() == KeyCode.DELETE) {
                removeSelected(files);
            }
        });
        return files;
    }

    private Button choose() {
        return controls.button(
                "import-choose",
                "ui.data.files.choose",
                () -> model.addFiles(dialogs.delivered(root.getScene().getWindow())));
    }

    private Button remove(ListView<Path> files) {
        Button remove = controls.button("import-remove", "ui.data.files.remove", () -> removeSelected(files));
        remove.disableProperty()
                .bind(files.getSelectionModel().selectedItemProperty().isNull());
        return remove;
    }

    private void removeSelected(ListView<Path> files) {
        Path selected = files.getSelectionModel().getSelectedItem();
        if (selected != null) {
            model.removeFile(selected);
        }
    }

    private HBox codebook() {
        Label what = new Label();
        what.setId("import-codebook");
        what.textProperty()
                .bind(Bindings.createStringBinding(
                        this::codebookText,
                        model.codebookProperty(),
                        model.codebookFileProperty(),
                        controls.texts().languageProperty()));
        Button other = controls.button("import-codebook-choose", "ui.data.codebook.choose", () -> dialogs.definition(
                        root.getScene().getWindow())
                .ifPresent(model::chooseCodebook));
        Button own = controls.button("import-codebook-own", "ui.data.codebook.own", model::useOwnCodebook);
        own.visibleProperty()
                .bind(Bindings.createBooleanBinding(
                        () -> model.hasOwnCodebook()
                                && model.codebookFileProperty().get().isPresent(),
                        model.codebookFileProperty()));
        own.managedProperty().bind(own.visibleProperty());
        HBox line = new HBox(8, controls.label("data-field", "ui.data.codebook"), what, other, own);
        line.setAlignment(Pos.CENTER_LEFT);
        return line;
    }

    private String codebookText() {
        return model.codebookProperty()
                .get()
                .map(c -> controls.texts().get("ui.data.codebook.is", c.labels(), c.edition()))
                .orElseGet(() -> controls.texts().get("ui.data.codebook.none"));
    }
}
