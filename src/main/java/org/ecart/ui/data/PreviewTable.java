package org.ecart.ui.data;

import atlantafx.base.theme.Styles;
import java.util.List;
import java.util.Optional;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.scene.control.Label;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.layout.Region;
import org.ecart.intake.Preview;
import org.ecart.ui.text.Controls;

/** The first rows of a file. They are persons' values: nothing here keeps or writes them. */
final class PreviewTable {
    /** Widths in pixels, so that names can be read. */
    private static final double LEAST = 90;

    private static final double MOST = 320;
    private static final double A_SIGN = 8;
    private static final double MARGIN = 28;

    private final TableView<List<String>> table;
    private Optional<Preview> shown = Optional.empty();

    PreviewTable(Controls controls) {
        table = controls.named(new TableView<>(), "import-preview", "ui.data.preview");
        table.getStyleClass().addAll(Styles.DENSE, "quiet-table");
        table.setPlaceholder(controls.label("data-muted", "ui.data.preview.none"));
    }

    Region root() {
        return table;
    }

    void show(Preview preview) {
        if (shown.equals(Optional.of(preview))) {
            return;
        }
        shown = Optional.of(preview);
        table.getColumns().clear();
        for (int c = 0; c < preview.header().size(); c++) {
            table.getColumns().add(column(preview, c));
        }
        table.getItems().setAll(preview.rows());
    }

    private static TableColumn<List<String>, String> column(Preview preview, int place) {
        String name = preview.header().get(place);
        int signs = preview.rows().stream()
                .filter(row -> place < row.size())
                .mapToInt(row -> row.get(place).length())
                .max()
                .orElse(0);
        TableColumn<List<String>, String> column = new TableColumn<>();
        Label head = new Label(name);
        column.setGraphic(head);
        column.setPrefWidth(Math.max(LEAST, Math.min(MOST, Math.max(signs, name.length()) * A_SIGN + MARGIN)));
        column.setSortable(false);
        column.setCellValueFactory(row -> new ReadOnlyStringWrapper(
                place < row.getValue().size() ? row.getValue().get(place) : ""));
        return column;
    }
}
