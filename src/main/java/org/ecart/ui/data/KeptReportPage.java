package org.ecart.ui.data;

import atlantafx.base.theme.Styles;
import java.util.List;
import javafx.beans.binding.Bindings;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.ecart.ui.text.Controls;

/** The report of an earlier import. */
final class KeptReportPage {
    private final BorderPane root = new BorderPane();
    private final Button close;

    KeptReportPage(DataViewModel model, DataViewModel.Kept kept, Controls controls, FileDialogs dialogs) {
        Wording wording = new Wording(controls.texts());
        ReportPane report =
                new ReportPane(controls, () -> model.heldProperty().get().flatMap(DataViewModel.Held::codebook));
        report.show(List.of(kept.report()), false);
        Label message = new Label();
        message.setId("kept-message");
        message.setWrapText(true);
        message.textProperty()
                .bind(Bindings.createStringBinding(
                        () -> wording.said(
                                model.failureProperty().get(),
                                model.noticeProperty().get()),
                        model.failureProperty(),
                        model.noticeProperty(),
                        controls.texts().languageProperty()));
        message.managedProperty().bind(message.textProperty().isNotEmpty());
        Button save = controls.button("kept-save", "ui.data.report.save", () -> dialogs.report(
                        root.getScene().getWindow(), "report.json")
                .ifPresent(model::saveReport));
        close = controls.button("kept-close", "ui.data.close", model::closeReport);
        close.setCancelButton(true);
        close.getStyleClass().add(Styles.ACCENT);
        HBox buttons = new HBox(8, save, close);
        buttons.setAlignment(Pos.CENTER_RIGHT);
        VBox foot = new VBox(8, message, buttons);
        foot.getStyleClass().add("import-foot");
        Label of = controls.label(
                "data-muted",
                "ui.data.report.of",
                model.name(kept.partition()),
                Wording.date(kept.partition()),
                kept.partition().version(),
                Wording.when(kept.partition()),
                kept.partition().importedBy());
        of.setId("kept-of");
        VBox head = new VBox(2, controls.label("data-title", "ui.data.report"), of);
        head.getStyleClass().add("data-head");
        root.setId("kept");
        root.getStyleClass().add("data-page");
        root.setTop(head);
        root.setCenter(report.root());
        root.setBottom(foot);
    }

    Region root() {
        return root;
    }

    void focus() {
        close.requestFocus();
    }
}
