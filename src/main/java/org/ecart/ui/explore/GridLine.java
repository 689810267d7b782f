package org.ecart.ui.explore;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import javafx.css.PseudoClass;
import javafx.geometry.Insets;
import javafx.scene.control.Label;
import javafx.scene.layout.Pane;

/** A line of the grid in view: its labels, which stay, and the figures in view, which move under them. */
final class GridLine extends Pane {
    private static final PseudoClass REFERENCE = PseudoClass.getPseudoClass("reference");
    private static final PseudoClass UNDETERMINED = PseudoClass.getPseudoClass("undetermined");
    private static final PseudoClass TOTAL = PseudoClass.getPseudoClass("total");
    private static final PseudoClass HEADING = PseudoClass.getPseudoClass("heading");
    private static final double LEFT = 8;

    private final List<GridCell> cells = new ArrayList<>();
    private final Supplier<GridCell> makes;
    private final Label period = new Label();
    private final Label label = new Label();
    private Optional<GridPlaces> shown = Optional.empty();
    private int row = -1;

    /** @param makes a cell that hears of the mouse */
    GridLine(Supplier<GridCell> makes) {
        this.makes = makes;
        getStyleClass().add("ecart-line");
        setManaged(false);
        for (Label each : List.of(period, label)) {
            each.getStyleClass().add("ecart-line-label");
            each.setManaged(false);
        }
        period.setPadding(new Insets(0, 0, 0, LEFT));
        getChildren().addAll(period, label);
    }

    List<GridCell> cells() {
        return cells;
    }

    Label label() {
        return label;
    }

    /**
     * Shows a line.
     *
     * @param last column in view
     * @param from pixels that the columns are moved by to the left
     */
    void show(GridPlaces places, int at, int first, int last, double from) {
        boolean other = row != at || shown.filter(places::equals).isEmpty();
        row = at;
        shown = Optional.of(places);
        GridModel.Line line = places.model().lines().get(at);
        if (other) {
            period.setVisible(places.period() > 0);
            period.setText(places.period() > 0 ? places.model().period(line) : "");
            period.resizeRelocate(0, 0, places.period(), GridPlaces.LINE);
            label.setText(line.label());
            label.setPadding(new Insets(0, 6, 0, LEFT + GridPlaces.indent(line)));
            label.resizeRelocate(places.period(), 0, places.labels(), GridPlaces.LINE);
            pseudoClassStateChanged(REFERENCE, line.reference());
            pseudoClassStateChanged(UNDETERMINED, line.undetermined());
            pseudoClassStateChanged(TOTAL, line.total());
            pseudoClassStateChanged(HEADING, line.row().isEmpty());
        }
        while (cells.size() < last - first + 1) {
            GridCell cell = makes.get();
            cells.add(cell);
            // under the labels
            getChildren().add(0, cell);
        }
        if (other) {
            cells.forEach(GridCell::forget);
        }
        for (int column = first; column <= last; column++) {
            // each column has its own cell as long as it is in view, so that little changes with each step
            GridCell cell = cells.get(column % cells.size());
            if (other || cell.column() != column) {
                GridModel.Column figures = places.model().columns().get(column);
                GridModel.Cell content = places.model().cell(line, figures);
                cell.show(at, column, content, places.model().spoken(line, figures));
            }
            double start = places.start(column);
            cell.resizeRelocate(places.frozen() + start - from, 0, places.start(column + 1) - start, GridPlaces.LINE);
        }
        cells.forEach(c -> c.setVisible(c.column() >= first && c.column() <= last));
    }
}
