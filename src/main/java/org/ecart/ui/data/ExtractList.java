package org.ecart.ui.data;

import atlantafx.base.theme.Styles;
import java.util.List;
import java.util.Optional;
import javafx.beans.binding.Bindings;
import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.Label;
import javafx.scene.control.MenuItem;
import javafx.scene.control.TableCell;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableRow;
import javafx.scene.control.TableView;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.ecart.store.Partition;
import org.ecart.ui.action.Action;
import org.ecart.ui.text.Controls;

/** The extracts that the workspace holds, and on demand those that it held. */
final class ExtractList {
    private static final int SHORT_HASH = 10;
    private static final PseudoClass GONE = PseudoClass.getPseudoClass("gone");

    private final VBox root;
    private final Controls controls;
    private final Wording wording;
    private final DataViewModel model;
    private final TableView<Partition> table;

    ExtractList(DataViewModel model, Controls controls, ExtractActions actions) {
        this.model = model;
        this.controls = controls;
        this.wording = new Wording(controls.texts());
        this.table = controls.named(new TableView<>(), "data-extracts", "ui.data.extracts");
        table.getStyleClass().addAll(Styles.DENSE, "quiet-table");
        table.getColumns().setAll(columns());
        table.setPlaceholder(empty());
        table.setRowFactory(view -> new Line(actions));
        table.setOnKeyPressed(e -> {
            switch (e.getCode()) {
                case ENTER -> actions.report().perform();
                case DELETE -> actions.remove().perform();
                default -> {}
            }
        });
        table.getSelectionModel().selectedItemProperty().addListener((o, before, now) -> model.selectedProperty()
                .set(Optional.ofNullable(now)));
        VBox.setVgrow(table, Priority.ALWAYS);
        root = new VBox(head(actions), table, message(), new RemovalBar(model, controls).root());
        root.getStyleClass().add("data-page");
        model.heldProperty().addListener((o, before, now) -> show());
        model.logShownProperty().addListener((o, before, now) -> show());
        model.removalProperty().addListener((o, before, now) -> {
            if (now.isEmpty()) {
                focus();
            }
        });
        show();
    }

    Region root() {
        return root;
    }

    void focus() {
        table.requestFocus();
    }

    private HBox head(ExtractActions actions) {
        Button button = button("data-import", actions.start().key(), actions.start());
        button.getStyleClass().add(Styles.ACCENT);
        Region space = new Region();
        HBox.setHgrow(space, Priority.ALWAYS);
        Label subtitle = new Label();
        subtitle.setId("data-summary");
        subtitle.getStyleClass().add("data-muted");
        subtitle.textProperty()
                .bind(Bindings.createStringBinding(
                        this::summary, model.heldProperty(), controls.texts().languageProperty()));
        CheckBox log = controls.named(new CheckBox(), "data-log", "ui.data.log");
        log.textProperty().bind(controls.texts().bind("ui.data.log"));
        log.selectedProperty().bindBidirectional(model.logShownProperty());
        HBox head = new HBox(
                8,
                new VBox(2, controls.label("data-title", "ui.data.extracts"), subtitle),
                space,
                log,
                button("data-report", "ui.data.report.open", actions.report()),
                button("data-remove", "ui.data.remove", actions.remove()),
                button);
        head.setAlignment(Pos.CENTER_LEFT);
        return head;
    }

    private Button button(String id, String key, Action action) {
        Button button = controls.button(id, key, action::perform);
        button.disableProperty().bind(action.disabled());
        return button;
    }

    private Label message() {
        Label message = new Label();
        message.setId("data-message");
        message.setWrapText(true);
        message.setMinHeight(Region.USE_PREF_SIZE);
        message.textProperty()
                .bind(Bindings.createStringBinding(
                        () -> wording.said(
                                model.failureProperty().get(),
                                model.noticeProperty().get()),
                        model.failureProperty(),
                        model.noticeProperty(),
                        controls.texts().languageProperty()));
        message.managedProperty().bind(message.textProperty().isNotEmpty());
        return message;
    }

    private String summary() {
        List<Partition> partitions =
                model.heldProperty().get().map(DataViewModel.Held::partitions).orElse(List.of());
        long rows = partitions.stream().mapToLong(Partition::rows).sum();
        return partitions.isEmpty()
                ? ""
                : controls.texts()
                        .get(
                                "ui.data.summary",
                                partitions.size(),
                                controls.texts().numbers().whole(rows));
    }

    private VBox empty() {
        Label what = controls.label("data-empty-title", "ui.data.empty");
        what.setId("data-empty");
        Label next = controls.label("data-muted", "ui.data.empty.next");
        next.setWrapText(true);
        VBox box = new VBox(6, what, next);
        box.setAlignment(Pos.CENTER);
        box.setMaxWidth(520);
        return box;
    }

    private List<TableColumn<Partition, String>> columns() {
        TableColumn<Partition, String> hash = controls.column("data-hash", "ui.data.column.hash", 120, Partition::hash);
        hash.setCellFactory(column -> new HashCell());
        TableColumn<Partition, String> until =
                controls.column("data-until", "ui.data.column.until", 190, p -> p.retiredAt()
                        .map(Wording::minute)
                        .orElse(Wording.NOTHING));
        until.visibleProperty().bind(model.logShownProperty());
        TableColumn<Partition, String> who =
                controls.column("data-who", "ui.data.column.who", 104, Partition::importedBy);
        TableColumn<Partition, String> rejected =
                controls.numbers("data-rejected", "ui.data.column.rejected", 96, Partition::rejected);
        // The log needs room for when a line went; what is in the report can be read there.
        for (TableColumn<Partition, String> lesser : List.of(who, rejected)) {
            lesser.visibleProperty().bind(model.logShownProperty().not());
        }
        return List.of(
                controls.column("data-extract", "ui.data.column.extract", 234, this::extract),
                controls.column("data-period", "ui.data.column.period", 130, wording::period),
                controls.numbers("data-rows", "ui.data.column.rows", 96, p -> (long) p.rows()),
                rejected,
                controls.column("data-file", "ui.data.column.file", 174, Partition::file),
                hash,
                who,
                controls.column("data-when", "ui.data.column.when", 170, Wording::when),
                until);
    }

    private String extract(Partition partition) {
        return model.heldProperty()
                .get()
                .map(held -> wording.extract(held, partition))
                .orElse(partition.extract());
    }

    /** Shows the lines; the chosen one stays so. */
    private void show() {
        Optional<Partition> chosen = model.selectedProperty().get();
        table.getItems().setAll(model.lines());
        chosen.filter(table.getItems()::contains).ifPresent(table.getSelectionModel()::select);
    }

    /** A line with its menu; one that was replaced or removed is pale. */
    private final class Line extends TableRow<Partition> {
        Line(ExtractActions actions) {
            contextMenuProperty()
                    .bind(Bindings.when(emptyProperty())
                            .then((ContextMenu) null)
                            .otherwise(new ContextMenu(
                                    item("data-menu-report", "ui.data.report.open", actions.report()),
                                    item("data-menu-remove", "ui.data.remove", actions.remove()))));
        }

        @Override
        protected void updateItem(Partition partition, boolean empty) {
            super.updateItem(partition, empty);
            pseudoClassStateChanged(GONE, !empty && partition.retiredAt().isPresent());
        }
    }

    private MenuItem item(String id, String key, Action action) {
        MenuItem item = new MenuItem();
        item.setId(id);
        item.textProperty().bind(controls.texts().bind(key));
        item.disableProperty().bind(action.disabled());
        item.setOnAction(e -> action.perform());
        return item;
    }

    /** The beginning of a hash; the tooltip has it all. */
    private static final class HashCell extends TableCell<Partition, String> {
        @Override
        protected void updateItem(String hash, boolean empty) {
            super.updateItem(hash, empty);
            boolean none = empty || hash == null;
            setText(none ? "" : hash.substring(0, Math.min(SHORT_HASH, hash.length())));
            setTooltip(none ? null : new Tooltip(hash));
        }
    }
}
