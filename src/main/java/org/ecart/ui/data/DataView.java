package org.ecart.ui.data;

import java.util.List;
import java.util.Optional;
import javafx.beans.binding.Bindings;
import javafx.scene.Scene;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.Region;
import org.ecart.ui.action.Action;
import org.ecart.ui.action.Actions;
import org.ecart.ui.text.Controls;
import org.ecart.ui.text.Texts;

/** Data on screen: the list of extracts, and in its place an import or the report of an earlier one. */
public final class DataView {
    private final BorderPane root = new BorderPane();
    private final Texts texts;
    private final FileDialogs dialogs;
    private final ExtractList list;

    public DataView(DataViewModel model, Texts texts, Actions actions) {
        this(model, texts, actions, new SystemFileDialogs(texts));
    }

    DataView(DataViewModel model, Texts texts, Actions actions, FileDialogs dialogs) {
        this.texts = texts;
        this.dialogs = dialogs;
        root.setId("data");
        root.getStyleClass().add("data");
        Action start = actions.add(
                "import",
                Optional.of("Shortcut+I"),
                Bindings.createBooleanBinding(
                        () -> model.importProperty().get().isPresent()
                                || model.heldProperty().get().isEmpty(),
                        model.importProperty(),
                        model.heldProperty()),
                () -> model.startImport(List.of()));
        list = new ExtractList(model, new Controls(texts), ExtractActions.of(model, actions, start));
        FileDrop drop = new FileDrop(model::takesFiles, model::startImport);
        root.sceneProperty().addListener((o, before, now) -> {
            Optional.ofNullable(before).ifPresent(drop::remove);
            Optional.<Scene>ofNullable(now).ifPresent(drop::install);
        });
        model.importProperty().addListener((o, before, now) -> show(model));
        model.keptProperty().addListener((o, before, now) -> show(model));
        show(model);
    }

    private void show(DataViewModel model) {
        Optional<ImportViewModel> importing = model.importProperty().get();
        Optional<DataViewModel.Kept> kept = model.keptProperty().get();
        if (importing.isPresent()) {
            ImportPage page = new ImportPage(importing.get(), new Controls(texts), dialogs);
            root.setCenter(page.root());
            page.focus();
        } else if (kept.isPresent()) {
            KeptReportPage page = new KeptReportPage(model, kept.get(), new Controls(texts), dialogs);
            root.setCenter(page.root());
            page.focus();
        } else {
            root.setCenter(list.root());
            list.focus();
        }
    }

    public Region root() {
        return root;
    }
}
