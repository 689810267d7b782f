package org.ecart.ui.data;

import java.io.File;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import javafx.stage.FileChooser;
import javafx.stage.Window;
import org.ecart.ui.text.Texts;

/** The file dialogs of the system. */
final class SystemFileDialogs implements FileDialogs {
    private final Texts texts;

    SystemFileDialogs(Texts texts) {
        this.texts = texts;
    }

    @Override
    public List<Path> delivered(Window owner) {
        FileChooser chooser = chooser("ui.data.dialog.delivered");
        filter(chooser, "ui.data.dialog.delimited", "*.csv", "*.txt", "*.tsv", "*.gz", "*.zip");
        filter(chooser, "ui.data.dialog.all", "*");
        List<File> chosen =
                Optional.ofNullable(chooser.showOpenMultipleDialog(owner)).orElse(List.of());
        return chosen.stream().map(File::toPath).toList();
    }

    @Override
    public Optional<Path> definition(Window owner) {
        FileChooser chooser = chooser("ui.data.dialog.definition");
        filter(chooser, "ui.data.dialog.json", "*.json");
        return Optional.ofNullable(chooser.showOpenDialog(owner)).map(File::toPath);
    }

    @Override
    public Optional<Path> target(Window owner, String proposed) {
        return saved(owner, chooser("ui.data.dialog.target"), "ui.data.dialog.json", proposed);
    }

    @Override
    public Optional<Path> report(Window owner, String proposed) {
        return saved(owner, chooser("ui.data.dialog.report"), "ui.data.dialog.reports", proposed);
    }

    private Optional<Path> saved(Window owner, FileChooser chooser, String kind, String proposed) {
        filter(chooser, kind, "*.json");
        chooser.setInitialFileName(proposed);
        return Optional.ofNullable(chooser.showSaveDialog(owner)).map(File::toPath);
    }

    private FileChooser chooser(String title) {
        FileChooser chooser = new FileChooser();
        chooser.setTitle(texts.get(title));
        return chooser;
    }

    private void filter(FileChooser chooser, String name, String... forms) {
        chooser.getExtensionFilters().add(new FileChooser.ExtensionFilter(texts.get(name), forms));
    }
}
