package org.ecart.ui.explore;

import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.scene.Node;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import javafx.stage.FileChooser;
import org.ecart.model.ChartSpec;
import org.ecart.model.EcartException;
import org.ecart.model.Language;
import org.ecart.protect.ReleasableTable;
import org.ecart.ui.task.TaskRunner;
import org.ecart.ui.text.Texts;

/** What leaves the screen: files and the clipboard. Only a protected table does. */
final class Exports {
    private final ExploreViewModel model;
    private final Texts texts;
    private final Node owner;
    private final Consumer<String> say;

    /** @param say hears how it went, in the user's language */
    Exports(ExploreViewModel model, Texts texts, Node owner, Consumer<String> say) {
        this.model = model;
        this.texts = texts;
        this.owner = owner;
        this.say = say;
    }

    /** Asks where to, then writes. */
    void export(TableFile kind, ChartSpec.Kind drawn) {
        if (model.releasable().isEmpty() || owner.getScene() == null) {
            return;
        }
        FileChooser chooser = new FileChooser();
        chooser.setTitle(texts.get("ui.action.explore.export." + kind.ending()));
        chooser.setInitialFileName(model.table().id() + "." + kind.ending());
        chooser.getExtensionFilters().add(new FileChooser.ExtensionFilter(kind.name(), "*." + kind.ending()));
        Optional.ofNullable(chooser.showSaveDialog(owner.getScene().getWindow()))
                .ifPresent(file -> write(kind, drawn, file.toPath()));
    }

    /** Writes the table that is on screen. */
    void write(TableFile kind, ChartSpec.Kind drawn, Path file) {
        Optional<ReleasableTable> table = model.releasable();
        if (table.isEmpty()) {
            return;
        }
        ChartSpec chart = ChartSource.spec(model.study(), model.table(), drawn);
        Language language = texts.language();
        model.tasks()
                .run(
                        progress -> {
                            kind.write(table.get(), chart, language, texts.messages(), file);
                            return file;
                        },
                        TaskRunner.Listener.of(
                                written -> say.accept(texts.get("ui.explore.export.written", written)), this::failed));
    }

    private void failed(RuntimeException why) {
        say.accept(why instanceof EcartException expected ? texts.get(expected) : texts.get("ui.explore.defect", why));
    }

    /** Puts text on the clipboard as HTML and plain. */
    void copy(Optional<TableText> text) {
        model.refusal().ifPresent(why -> say.accept(texts.get(why)));
        if (model.releasable().isPresent() && text.isPresent()) {
            ClipboardContent content = new ClipboardContent();
            content.putHtml(text.get().html());
            content.putString(text.get().plain());
            Clipboard.getSystemClipboard().setContent(content);
            say.accept(texts.get("ui.explore.copied"));
        }
    }
}
