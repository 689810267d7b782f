package org.ecart.ui.data;

import atlantafx.base.theme.Styles;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import javafx.beans.InvalidationListener;
import javafx.beans.WeakInvalidationListener;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.SplitPane;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.ecart.intake.IntakeReport;
import org.ecart.intake.IntakeReport.Link;
import org.ecart.intake.IntakeReport.Reject;
import org.ecart.model.Codebook;
import org.ecart.ui.text.Controls;

/** What became of each file of an import: its rows, its doubts, how its persons are linked, and what was refused. */
final class ReportPane {
    private static final double LEAST_SENTENCES = 150;
    /** Heights in pixels: as many files as there are, and the links below them. */
    private static final double HEAD = 38;

    private static final double LINE = 29;
    private static final int MOST_FILES = 8;
    private static final double LEAST_FILES = HEAD + 2 * LINE;

    private final SplitPane root = new SplitPane();
    private final Controls controls;
    private final Supplier<Optional<Codebook>> codebook;
    private final Wording wording;
    private final TableView<FileReport> files;
    private final TableView<Link> links;
    private final TableView<Reject> rejects;
    private final VBox linked;
    private final VBox sentences = new VBox(6);
    /** Kept here so that it lives as long as the page, which the language only knows weakly. */
    private final InvalidationListener relabel = o -> describe();

    private boolean refused;

    /** @param codebook tells how extracts are called */
    ReportPane(Controls controls, Supplier<Optional<Codebook>> codebook) {
        this.controls = controls;
        this.codebook = codebook;
        this.wording = new Wording(controls.texts());
        this.files = files();
        this.links = links();
        this.rejects = rejects();
        Label explained = controls.label("data-muted", "ui.data.report.links");
        explained.setWrapText(true);
        explained.setMinHeight(Region.USE_PREF_SIZE);
        linked = new VBox(4, explained, links);
        linked.getStyleClass().add("import-links");
        linked.managedProperty().bind(linked.visibleProperty());
        VBox.setVgrow(links, Priority.ALWAYS);
        VBox.setVgrow(linked, Priority.ALWAYS);
        ScrollPane told = new ScrollPane(sentences);
        told.setFitToWidth(true);
        told.setMinHeight(LEAST_SENTENCES);
        controls.named(told, "import-told", "ui.data.report");
        sentences.setId("import-report");
        sentences.getStyleClass().add("import-report");
        VBox detail = new VBox(told, rejects);
        VBox.setVgrow(rejects, Priority.ALWAYS);
        root.getItems().setAll(new VBox(10, files, linked), detail);
        root.setDividerPositions(0.55);
        root.getStyleClass().add("import-body");
        files.getSelectionModel().selectedItemProperty().addListener((o, before, now) -> describe());
        controls.texts().languageProperty().addListener(new WeakInvalidationListener(relabel));
    }

    Region root() {
        return root;
    }

    /**
     * Shows reports.
     *
     * @param nothingTaken whether they are those of an import that was refused for the last of them
     */
    void show(List<FileReport> reports, boolean nothingTaken) {
        refused = nothingTaken;
        files.getItems().setAll(reports);
        files.setPrefHeight(HEAD + LINE * Math.min(MOST_FILES, reports.size()));
        files.setMinHeight(Math.min(files.getPrefHeight(), LEAST_FILES));
        if (nothingTaken) {
            files.getSelectionModel().selectLast();
        } else {
            files.getSelectionModel().selectFirst();
        }
        describe();
    }

    private TableView<FileReport> files() {
        TableView<FileReport> table = controls.named(new TableView<>(), "import-reports", "ui.data.files");
        table.getStyleClass().addAll(Styles.DENSE, "quiet-table");
        table.getColumns()
                .setAll(List.of(
                        controls.column("report-file", "ui.data.column.file", 154, ReportPane::name),
                        controls.column(
                                "report-extract",
                                "ui.data.column.extract",
                                216,
                                r -> extract(r.report().extract())),
                        controls.numbers("report-read", "ui.data.column.read", 84, r -> r.report()
                                .read()),
                        controls.numbers("report-loaded", "ui.data.column.loaded", 84, r -> r.report()
                                .loaded()),
                        controls.numbers("report-rejected", "ui.data.column.rejected", 84, r -> r.report()
                                .rejected())));
        return table;
    }

    private TableView<Link> links() {
        TableView<Link> table = controls.named(new TableView<>(), "import-links", "ui.data.report.linked");
        table.getStyleClass().addAll(Styles.DENSE, "quiet-table");
        table.getColumns()
                .setAll(List.of(
                        controls.column("link-period", "ui.data.column.period", 78, l -> l.period()
                                .map(Object::toString)
                                .orElseGet(() -> controls.texts().get("ui.data.all_periods"))),
                        controls.column("link-extract", "ui.data.column.extract", 132, l -> extract(l.extract())),
                        controls.numbers("link-both", "ui.data.column.both", 78, Link::matched),
                        controls.numbers(
                                "link-population", "ui.data.column.population_only", 130, Link::populationOnly),
                        controls.numbers("link-extract-only", "ui.data.column.extract_only", 104, Link::extractOnly),
                        rate()));
        return table;
    }

    private TableColumn<Link, String> rate() {
        TableColumn<Link, String> rate =
                controls.column("link-rate", "ui.data.column.match_rate", 90, wording::matchRate);
        rate.getStyleClass().add("number");
        rate.setSortable(false);
        return rate;
    }

    private String extract(String id) {
        return codebook.get()
                .flatMap(c -> c.extract(id))
                .map(e -> controls.texts().get(e.labels()))
                .orElse(id);
    }

    private static String name(FileReport report) {
        return String.valueOf(Path.of(report.report().file()).getFileName());
    }

    private TableView<Reject> rejects() {
        TableView<Reject> table = controls.named(new TableView<>(), "import-rejects", "ui.data.report.rejects");
        table.getStyleClass().addAll(Styles.DENSE, "quiet-table");
        table.setPlaceholder(controls.label("data-muted", "ui.data.report.no_rejects"));
        table.getColumns()
                .setAll(List.of(
                        controls.numbers("reject-line", "ui.data.column.line", 70, Reject::line),
                        controls.column(
                                "reject-column",
                                "ui.data.column.column",
                                160,
                                r -> r.column().isEmpty() ? Wording.NOTHING : r.column()),
                        controls.column(
                                "reject-reason", "ui.data.column.reason", 260, r -> wording.reason(r.reason()))));
        return table;
    }

    private void describe() {
        sentences.getChildren().clear();
        Optional<FileReport> chosen =
                Optional.ofNullable(files.getSelectionModel().getSelectedItem());
        rejects.getItems().setAll(chosen.map(FileReport::first).orElse(List.of()));
        links.getItems().setAll(chosen.map(r -> r.report().links()).orElse(List.of()));
        linked.setVisible(!links.getItems().isEmpty());
        chosen.ifPresent(this::describe);
    }

    private void describe(FileReport told) {
        IntakeReport report = told.report();
        say("data-empty-title", "import-balance", wording.balance(told, refused));
        say("data-muted", "import-read-as", wording.dialect(report.dialect()));
        report.doubts()
                .forEach(d -> say(
                        "import-doubt",
                        "import-doubt-" + d.column(),
                        wording.failure(d.verdict().warning(d.column()))));
        told.byReason()
                .forEach((reason, rows) -> say(
                        "import-line",
                        "import-reason-" + reason,
                        controls.texts()
                                .get(
                                        "ui.data.report.reason",
                                        wording.reason(reason),
                                        controls.texts().numbers().whole(rows))));
        if (told.isCut()) {
            say(
                    "data-muted",
                    "import-cut",
                    controls.texts()
                            .get(
                                    "ui.data.report.cut",
                                    controls.texts().numbers().whole(FileReport.SHOWN)));
        }
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
