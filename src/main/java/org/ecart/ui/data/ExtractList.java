package org.ecart.ui.data;

import atlantafx.base.theme.Styles;
import java.util.List;
import java.util.Optional;
import javafx.beans.binding.Bindings;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TableCell;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.ecart.store.Partition;
import org.ecart.ui.action.Action;
import org.ecart.ui.text.Controls;

/** The extracts that the workspace holds. */
final class ExtractList {
    private static final int SHORT_HASH = 10;

    private final VBox root;
    private final Controls controls;
    private final Wording wording;
    private final DataViewModel model;
    private final TableView<Partition> table;

    ExtractList(DataViewModel model, Controls controls, Action start) {
        this.model = model;
        this.controls = controls;
        this.wording = new Wording(controls.texts());
        this.table = controls.named(new TableView<>(), "data-extracts", "ui.data.extracts");
        table.getStyleClass().addAll(Styles.DENSE, "quiet-table");
        table.getColumns().setAll(columns());
        table.setPlaceholder(empty());
        VBox.setVgrow(table, Priority.ALWAYS);
        root = new VBox(head(start), table);
        root.getStyleClass().add("data-page");
        model.heldProperty().addListener((o, before, now) -> show(now));
        show(model.heldProperty().get());
    }

    Region root() {
        return root;
    }

    void focus() {
        table.requestFocus();
    }

    private HBox head(Action start) {
        Button button = controls.button("data-import", start.key(), start::perform);
        button.getStyleClass().add(Styles.ACCENT);
        button.disableProperty().bind(start.disabled());
        Region space = new Region();
        HBox.setHgrow(space, Priority.ALWAYS);
        Label subtitle = new Label();
        subtitle.setId("data-summary");
        subtitle.getStyleClass().add("data-muted");
        subtitle.textProperty()
                .bind(Bindings.createStringBinding(
                        this::summary,
                        model.heldProperty(),
                        model.failureProperty(),
                        controls.texts().languageProperty()));
        HBox head = new HBox(new VBox(2, controls.label("data-title", "ui.data.extracts"), subtitle), space, button);
        head.setAlignment(Pos.CENTER_LEFT);
        return head;
    }

    private String summary() {
        Optional<RuntimeException> failure = model.failureProperty().get();
        if (failure.isPresent()) {
            return wording.failure(failure.get());
        }
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
        return List.of(
                controls.column("data-extract", "ui.data.column.extract", 234, this::extract),
                controls.column("data-period", "ui.data.column.period", 130, wording::period),
                controls.numbers("data-rows", "ui.data.column.rows", 96, p -> (long) p.rows()),
                controls.numbers("data-rejected", "ui.data.column.rejected", 96, Partition::rejected),
                controls.column("data-file", "ui.data.column.file", 174, Partition::file),
                hash,
                controls.column("data-who", "ui.data.column.who", 104, Partition::importedBy),
                controls.column("data-when", "ui.data.column.when", 170, Wording::when));
    }

    private String extract(Partition partition) {
        return model.heldProperty()
                .get()
                .map(held -> wording.extract(held, partition))
                .orElse(partition.extract());
    }

    private void show(Optional<DataViewModel.Held> held) {
        table.getItems().setAll(held.map(DataViewModel.Held::partitions).orElse(List.of()));
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
