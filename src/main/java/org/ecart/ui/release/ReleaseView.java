package org.ecart.ui.release;

import atlantafx.base.theme.Styles;
import java.io.File;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javafx.beans.InvalidationListener;
import javafx.beans.value.ObservableValue;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.stage.DirectoryChooser;
import org.ecart.files.Definitions;
import org.ecart.model.Departure;
import org.ecart.model.EcartException;
import org.ecart.protect.ReleaseAudit;
import org.ecart.store.Ledger;
import org.ecart.study.Offer;
import org.ecart.study.Release;
import org.ecart.ui.action.Action;
import org.ecart.ui.action.Actions;
import org.ecart.ui.text.Controls;
import org.ecart.ui.text.Texts;

/** Release on screen: the protection, the numbered tables and charts with what became of them, and what has left. */
public final class ReleaseView {
    private static final int SHORT_HASH = 12;

    private final ReleaseViewModel model;
    private final ObservableValue<Offer> offer;
    private final Controls controls;
    private final Texts texts;
    private final ItemLines words;
    private final LineGrid items = new LineGrid(6, 1);
    private final LineGrid left = new LineGrid(6, 1);
    private final Label none;
    private final Label told = new Label();
    private final ProgressBar bar;
    private final Label step = new Label();
    private final HBox running;
    private final ScrollPane root;

    public ReleaseView(ReleaseViewModel model, ObservableValue<Offer> offer, Controls controls, Actions actions) {
        this.model = model;
        this.offer = offer;
        this.controls = controls;
        this.texts = controls.texts();
        this.words = new ItemLines(texts);
        this.bar = controls.named(new ProgressBar(), "release-bar", "ui.release.running");
        this.none = controls.label("muted", "ui.release.left.none");
        Action run = actions.add("release.run", Optional.of("Shortcut+R"), model.busyProperty(), model::runAll);
        Action write = actions.add("release.write", Optional.empty(), model.unreadyProperty(), this::choose);
        this.running = running();
        VBox content = new VBox(
                8,
                head(run, write),
                new ProtectionBar(model, controls).root(),
                running,
                told,
                items.root(),
                controls.label("release-heading", "ui.release.left"),
                none,
                left.root());
        content.getStyleClass().addAll("plain-page", "release-page");
        told.setId("release-told");
        told.setWrapText(true);
        told.setMinHeight(Region.USE_PREF_SIZE);
        told.visibleProperty().bind(told.textProperty().isNotEmpty());
        told.managedProperty().bind(told.visibleProperty());
        items.root().setId("release-items");
        left.root().setId("release-left");
        none.managedProperty().bind(none.visibleProperty());
        root = controls.named(new ScrollPane(content), "release", "ui.release.title");
        root.setFitToWidth(true);
        for (ObservableValue<?> each :
                List.of(model.changes(), model.trialProperty(), offer, texts.languageProperty())) {
            each.addListener((o, before, now) -> list());
        }
        for (ObservableValue<?> each : List.of(
                model.trialProperty(), model.failureProperty(), model.writtenProperty(), texts.languageProperty())) {
            each.addListener((o, before, now) -> tell());
        }
        model.stepProperty()
                .addListener((o, before, now) -> now.ifPresent(s -> {
                    bar.setProgress(s.fraction() < 0 ? ProgressBar.INDETERMINATE_PROGRESS : s.fraction());
                    step.setText(texts.get(s.step()));
                }));
        model.departures().addListener((InvalidationListener) o -> listLeft());
        texts.languageProperty().addListener(o -> listLeft());
        list();
        tell();
        listLeft();
    }

    public Region root() {
        return root;
    }

    private HBox head(Action run, Action write) {
        Label title = controls.label("page-title", "ui.release.title");
        Label text = controls.label("muted", "ui.release.text");
        text.setWrapText(true);
        VBox words = new VBox(2, title, text);
        HBox.setHgrow(words, Priority.ALWAYS);
        Button all = button("release-run", run);
        all.getStyleClass().add(Styles.ACCENT);
        HBox head = new HBox(8, words, button("release-write", write), all);
        head.setAlignment(Pos.TOP_LEFT);
        return head;
    }

    private Button button(String id, Action action) {
        Button button = controls.button(id, action.key(), action::perform);
        button.setMinWidth(Region.USE_PREF_SIZE);
        button.disableProperty().bind(action.disabled());
        return button;
    }

    private HBox running() {
        bar.setPrefWidth(220);
        step.setId("release-step");
        step.getStyleClass().add("muted");
        Button cancel = controls.button("release-cancel", "ui.release.cancel", model::cancel);
        HBox line = new HBox(10, bar, step, cancel);
        line.setAlignment(Pos.CENTER_LEFT);
        line.visibleProperty().bind(model.busyProperty());
        line.managedProperty().bind(line.visibleProperty());
        model.busyProperty().addListener((o, before, now) -> {
            bar.setProgress(ProgressBar.INDETERMINATE_PROGRESS);
            step.setText("");
        });
        return line;
    }

    private void choose() {
        DirectoryChooser chooser = new DirectoryChooser();
        chooser.setTitle(texts.get("ui.action.release.write"));
        Optional.ofNullable(chooser.showDialog(root.getScene().getWindow()))
                .map(File::toPath)
                .ifPresent(model::write);
    }

    private void list() {
        List<List<LineGrid.Cell>> lines = new ArrayList<>();
        for (ItemLines.Item item : words.of(model.study(), offer.getValue())) {
            ReleaseViewModel.Status status = model.status(item.table());
            lines.add(List.of(
                    LineGrid.Cell.of(item.id()),
                    LineGrid.Cell.of(item.title()),
                    LineGrid.Cell.of(item.shows()),
                    LineGrid.Cell.of(item.dates()),
                    new LineGrid.Cell(
                            "release-status-" + item.id(),
                            words.status(item, status),
                            style(item, status),
                            Optional.empty()),
                    LineGrid.Cell.of(item.files())));
        }
        items.show(
                heads(
                        "ui.release.number",
                        "ui.release.name",
                        "ui.release.shows",
                        "ui.release.dates",
                        "ui.release.status",
                        "ui.release.files"),
                lines);
    }

    /** A chart stands as its table does, and is not marked a second time. */
    private static String style(ItemLines.Item item, ReleaseViewModel.Status status) {
        boolean chart = !item.id().equals(item.table());
        ReleaseViewModel.State state = chart ? ReleaseViewModel.State.OPEN : status.state();
        return "release-" + state.name().toLowerCase(Locale.ROOT);
    }

    private List<String> heads(String... keys) {
        return Stream.of(keys).map(texts::get).toList();
    }

    /** How the last run ended. */
    private void tell() {
        List<String> said = new ArrayList<>();
        Optional<ReleaseAudit> audit =
                model.trialProperty().get().map(t -> t.released().audit());
        audit.flatMap(ReleaseAudit::broken).ifPresent(where -> said.add(texts.get("study.audit.broken", where)));
        audit.filter(ReleaseAudit::budgetSpent).ifPresent(a -> said.add(texts.get("ui.release.budget")));
        Optional<ReleaseViewModel.Written> written = model.writtenProperty().get();
        written.ifPresent(w -> said.add(texts.get("ui.release.written", w.folder(), shortened(w.id()))));
        List<EcartException> warnings = written.map(ReleaseViewModel.Written::warnings)
                .or(() -> model.trialProperty().get().map(Release.Trial::warnings))
                .orElse(List.of());
        warnings.forEach(w -> said.add(texts.get(w)));
        model.failureProperty()
                .get()
                .ifPresent(why -> said.add(
                        why instanceof EcartException expected
                                ? texts.get(expected)
                                : texts.get("ui.explore.defect", why)));
        told.setText(String.join("\n", said));
    }

    private void listLeft() {
        List<List<LineGrid.Cell>> lines =
                model.departures().stream().map(this::line).toList();
        none.setVisible(lines.isEmpty());
        left.root().setVisible(!lines.isEmpty());
        left.show(
                heads(
                        "ui.release.left.when",
                        "ui.release.left.study",
                        "ui.release.left.tables",
                        "ui.release.left.printed",
                        "ui.release.left.left_out",
                        "ui.release.left.hash"),
                lines);
    }

    private List<LineGrid.Cell> line(Ledger.Entry entry) {
        Departure departure = entry.departure();
        List<Departure.Cell> cells = departure.tables().stream()
                .flatMap(table -> table.cells().stream())
                .toList();
        long printed = cells.stream().filter(Departure.Cell::printed).count();
        String when = entry.at().replace('T', ' ').replaceAll(":[0-9]{2}Z$", "");
        String study = texts.get(Definitions.study(departure.study()).title());
        String tables = departure.tables().stream().map(Departure.Table::id).collect(Collectors.joining(", "));
        String forgotten = entry.forgotten()
                .map(f -> "\n" + texts.get("ui.release.left.forgotten", f.because()))
                .orElse("");
        return List.of(
                LineGrid.Cell.of(when),
                LineGrid.Cell.of(study + forgotten),
                LineGrid.Cell.of(tables),
                LineGrid.Cell.of(texts.numbers().whole(printed)),
                LineGrid.Cell.of(texts.numbers().whole(cells.size() - printed)),
                new LineGrid.Cell("", shortened(departure.id()), "", Optional.of(hashes(departure))));
    }

    /** The hash of the manifest and those of the files. */
    private String hashes(Departure departure) {
        return departure.id()
                + departure.files().entrySet().stream()
                        .map(file -> "\n" + file.getKey() + "  " + file.getValue())
                        .collect(Collectors.joining());
    }

    private static String shortened(String hash) {
        return hash.substring(0, Math.min(SHORT_HASH, hash.length()));
    }
}
