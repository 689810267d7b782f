package org.ecart.ui.release;

import java.util.List;
import java.util.Optional;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;

/** Lines under heads, as many as there are; longer texts are wrapped. */
final class LineGrid {
    /** Longer texts may be wrapped, down to a width in pixels; shorter ones stay in one line. */
    private static final int SHORT = 30;

    private static final double NARROWEST = 190;

    /**
     * What stands in a line.
     *
     * @param style how it is marked; empty = like the others
     * @param whole what a tooltip tells; none where the text is all
     */
    record Cell(String id, String text, String style, Optional<String> whole) {
        static Cell of(String text) {
            return new Cell("", text, "", Optional.empty());
        }
    }

    private final GridPane grid = new GridPane();

    /** @param growing the number of the column that takes what room there is */
    LineGrid(int columns, int growing) {
        grid.getStyleClass().add("plain-grid");
        for (int c = 0; c < columns; c++) {
            ColumnConstraints column = new ColumnConstraints();
            column.setHgrow(c == growing ? Priority.ALWAYS : Priority.SOMETIMES);
            grid.getColumnConstraints().add(column);
        }
    }

    GridPane root() {
        return grid;
    }

    void show(List<String> heads, List<List<Cell>> lines) {
        grid.getChildren().clear();
        for (int c = 0; c < heads.size(); c++) {
            grid.add(label(Cell.of(heads.get(c)), "plain-head"), c, 0);
        }
        for (int r = 0; r < lines.size(); r++) {
            for (int c = 0; c < heads.size(); c++) {
                grid.add(label(lines.get(r).get(c), "plain-cell"), c, r + 1);
            }
        }
    }

    private static Label label(Cell cell, String style) {
        Label label = new Label(cell.text());
        label.getStyleClass().add(style);
        if (!cell.style().isEmpty()) {
            label.getStyleClass().add(cell.style());
        }
        if (!cell.id().isEmpty()) {
            label.setId(cell.id());
        }
        cell.whole().ifPresent(whole -> {
            label.setTooltip(new Tooltip(whole));
            label.setAccessibleText(whole);
        });
        boolean sentence = cell.text().length() > SHORT;
        label.setWrapText(sentence);
        label.setMinWidth(sentence ? NARROWEST : Region.USE_PREF_SIZE);
        label.setMinHeight(Region.USE_PREF_SIZE);
        label.setMaxSize(Double.MAX_VALUE, Double.MAX_VALUE);
        return label;
    }
}
