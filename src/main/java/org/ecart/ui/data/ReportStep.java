package org.ecart.ui.data;

import atlantafx.base.theme.Styles;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import javafx.beans.InvalidationListener;
import javafx.beans.WeakInvalidationListener;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.SplitPane;
import javafx.scene.control.TableView;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.ecart.intake.IntakeReport;
import org.ecart.intake.IntakeReport.Reject;
import org.ecart.ui.text.Controls;

/** What became of each file. */
final class ReportStep {
    private final SplitPane root = new SplitPane();
    private final ImportViewModel model;
    private final Controls controls;
    private final Wording wording;
    private final TableView<IntakeReport> files;
    private final TableView<Reject> rejects;
    private final VBox sentences = new VBox(6);
    /** Kept here so that it lives as long as the page, which the language only knows weakly. */
    private final InvalidationListener relabel = o -> describe();

    ReportStep(ImportViewModel model, Controls controls) {
        this.model = model;
        this.controls = controls;
        this.wording = new Wording(controls.texts());
        this.files = files();
        this.rejects = rejects();
        ScrollPane told = new ScrollPane(sentences);
        told.setFitToWidth(true);
        told.setMinHeight(150);
        sentences.setId("import-report");
        sentences.getStyleClass().add("import-report");
        VBox detail = new VBox(told, rejects);
        VBox.setVgrow(rejects, Priority.ALWAYS);
        root.getItems().setAll(files, detail);
        root.setDividerPositions(0.52);
        root.getStyleClass().add("import-body");
        files.getSelectionModel().selectedItemProperty().addListener((o, before, now) -> describe());
        model.reportsProperty().addListener((o, before, now) -> show(now));
        controls.texts().languageProperty().addListener(new WeakInvalidationListener(relabel));
        show(model.reportsProperty().get());
    }

    Region root() {
        return root;
    }

    private TableView<IntakeReport> files() {
        TableView<IntakeReport> table = controls.named(new TableView<>(), "import-reports", "ui.data.files");
        table.getStyleClass().addAll(Styles.DENSE, "quiet-table");
        table.getColumns()
                .setAll(List.of(
                        controls.column("report-file", "ui.data.column.file", 170, ReportStep::name),
                        controls.column("report-extract", "ui.data.column.extract", 150, this::extract),
                        controls.numbers("report-read", "ui.data.column.read", 80, IntakeReport::read),
                        controls.numbers("report-loaded", "ui.data.column.loaded", 80, IntakeReport::loaded),
                        controls.numbers("report-rejected", "ui.data.column.rejected", 80, IntakeReport::rejected)));
        return table;
    }

    private String extract(IntakeReport report) {
        return model.codebookProperty()
                .get()
                .flatMap(c -> c.extract(report.extract()))
                .map(e -> controls.texts().get(e.labels()))
                .orElse(report.extract());
    }

    private static String name(IntakeReport report) {
        return String.valueOf(Path.of(report.file()).getFileName());
    }

    private TableView<Reject> rejects() {
        TableView<Reject> table = controls.named(new TableView<>(), "import-rejects", "ui.data.report.rejects");
        table.getStyleClass().addAll(Styles.DENSE, "quiet-table");
        table.setPlaceholder(controls.label("data-muted", "ui.data.report.no_rejects"));
        table.getColumns()
                .setAll(List.of(
                        controls.numbers("reject-line", "ui.data.column.line", 80, Reject::line),
                        controls.column(
                                "reject-column",
                                "ui.data.column.column",
                                160,
                                r -> r.column().isEmpty() ? "\u2013" : r.column()),
                        controls.column(
                                "reject-reason", "ui.data.column.reason", 260, r -> wording.reason(r.reason()))));
        return table;
    }

    private void show(List<IntakeReport> reports) {
        files.getItems().setAll(reports);
        files.getSelectionModel().selectFirst();
        describe();
    }

    private void describe() {
        sentences.getChildren().clear();
        Optional<IntakeReport> chosen =
                Optional.ofNullable(files.getSelectionModel().getSelectedItem());
        rejects.getItems().setAll(chosen.map(IntakeReport::rejects).orElse(List.of()));
        chosen.ifPresent(report -> {
            say("data-empty-title", "import-balance", wording.balance(report));
            report.byReason()
                    .forEach((reason, rows) -> say(
                            "import-line",
                            "import-reason-" + reason,
                            controls.texts()
                                    .get(
                                            "ui.data.report.reason",
                                            wording.reason(reason),
                                            controls.texts().numbers().whole(rows))));
            if (!report.unmatched().isEmpty()) {
                list("import-unmatched", "ui.data.report.unmatched", String.join(", ", report.unmatched()));
            }
            if (!report.absent().isEmpty()) {
                list("import-not-brought", "ui.data.report.absent", String.join(", ", report.absent()));
            }
            if (!report.unmapped().isEmpty()) {
                say("import-line", "import-unmapped", controls.texts().get("ui.data.report.unmapped"));
            }
            report.unmapped()
                    .forEach((variable, codes) ->
                            say("import-code", "import-unmapped-" + variable, wording.unmapped(variable, codes)));
        });
    }

    private void list(String id, String key, String what) {
        say("import-line", id, controls.texts().get(key, what));
    }

    private void say(String style, String id, String text) {
        Label label = new Label(text);
        label.setId(id);
        label.setWrapText(true);
        label.getStyleClass().add(style);
        sentences.getChildren().add(label);
    }
}
