package org.ecart.ui.explore;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.TreeSet;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.css.PseudoClass;
import javafx.geometry.Insets;
import javafx.scene.Node;
import javafx.scene.control.SelectionMode;
import javafx.scene.control.TableCell;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableColumnBase;
import javafx.scene.control.TablePosition;
import javafx.scene.control.TableRow;
import javafx.scene.control.TableView;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyCode;
import javafx.scene.input.MouseButton;
import org.ecart.ui.text.Texts;

/** The table on screen. Only what is visible is asked of the model, so that large tables scroll smoothly. */
final class Grid {
    private static final double LINE = 28;
    private static final double NARROWEST_LABEL = 150;
    private static final double WIDEST_LABEL = 250;
    private static final double PERIOD = 64;
    private static final double CHARACTER = 7.6;
    private static final double NARROWEST = 68;
    private static final PseudoClass REFERENCE = PseudoClass.getPseudoClass("reference");
    private static final PseudoClass UNDETERMINED = PseudoClass.getPseudoClass("undetermined");
    private static final PseudoClass TOTAL = PseudoClass.getPseudoClass("total");
    private static final PseudoClass HEADING = PseudoClass.getPseudoClass("heading");
    private static final PseudoClass TINTED = PseudoClass.getPseudoClass("unsafe");
    private static final PseudoClass LIGHTLY = PseudoClass.getPseudoClass("with-it");
    private static final PseudoClass ABSENT = PseudoClass.getPseudoClass("absent");

    private final Texts texts;
    private final TableView<GridModel.Line> view = new TableView<>();
    private final BiConsumer<OptionalInt, Node> open;
    private final Consumer<OptionalInt> selected;
    /** One for all cells of a kind: a tooltip is a window, too heavy to make for each. */
    private final Map<GridModel.Look, Tooltip> tips = new EnumMap<>(GridModel.Look.class);

    private Optional<GridModel> model = Optional.empty();
    private List<Object> frame = List.of();
    private boolean following;

    /**
     * @param selected hears which cell is in hand
     * @param open is asked to tell about a cell, beside a node
     */
    Grid(Texts texts, Consumer<OptionalInt> selected, BiConsumer<OptionalInt, Node> open) {
        this.texts = texts;
        this.open = open;
        this.selected = selected;
        tip(GridModel.Look.PRIMARY, "ui.explore.tip.primary");
        tip(GridModel.Look.SECONDARY, "ui.explore.tip.secondary");
        tip(GridModel.Look.DERIVED, "ui.explore.tip.derived");
        Named.node(view, "explore-grid", texts.bind("ui.explore.grid"));
        view.setFixedCellSize(LINE);
        view.getStyleClass().addAll("ecart-grid", "dense");
        view.getSelectionModel().setCellSelectionEnabled(true);
        view.getSelectionModel().setSelectionMode(SelectionMode.MULTIPLE);
        view.setRowFactory(v -> new Row());
        view.getFocusModel().focusedCellProperty().addListener((o, before, now) -> {
            if (!following) {
                selected.accept(index(now));
            }
        });
        view.setOnKeyPressed(e -> {
            if (e.getCode() == KeyCode.ENTER || e.getCode() == KeyCode.SPACE) {
                open.accept(index(view.getFocusModel().getFocusedCell()), view);
                e.consume();
            }
        });
    }

    private void tip(GridModel.Look look, String key) {
        Tooltip tip = new Tooltip();
        tip.textProperty().bind(texts.bind(key));
        tips.put(look, tip);
    }

    TableView<GridModel.Line> view() {
        return view;
    }

    /** Shows a table; the columns are kept where only figures changed. */
    void show(GridModel next) {
        model = Optional.of(next);
        List<Object> nextFrame = List.of(texts.language(), next.rowHead(), next.dated(), next.columns());
        following = true;
        if (!nextFrame.equals(frame)) {
            frame = nextFrame;
            view.getColumns().setAll(columns(next));
        }
        view.getItems().setAll(next.lines());
        view.refresh();
        following = false;
    }

    /** Goes to the line of a cell, without telling it back. */
    void follow(OptionalInt cell) {
        if (cell.isEmpty()
                || model.isEmpty()
                || index(view.getFocusModel().getFocusedCell()).equals(cell)) {
            return;
        }
        var address = model.get().table().shape().address(cell.getAsInt());
        List<GridModel.Line> lines = model.get().lines();
        for (int i = 0; i < lines.size(); i++) {
            GridModel.Line line = lines.get(i);
            if (line.period() == address.period() && line.row().equals(OptionalInt.of(address.row()))) {
                following = true;
                view.getSelectionModel().clearAndSelect(i, view.getVisibleLeafColumn(0));
                view.scrollTo(Math.max(0, i - 3));
                following = false;
            }
        }
    }

    /** What is selected as text; all of it where less than two cells are. */
    Optional<TableText> text() {
        return model.map(m -> {
            TreeSet<Integer> rows = new TreeSet<>();
            TreeSet<Integer> columns = new TreeSet<>();
            for (TablePosition<?, ?> position : view.getSelectionModel().getSelectedCells()) {
                rows.add(position.getRow());
                figures(m, position).ifPresent(columns::add);
            }
            boolean all = rows.size() * columns.size() < 2;
            return new TableText(
                    m,
                    all ? m.lines() : rows.stream().map(m.lines()::get).toList(),
                    all ? m.columns() : columns.stream().map(m.columns()::get).toList());
        });
    }

    /** The place of a position among the columns of figures. */
    private static OptionalInt figures(GridModel m, TablePosition<?, ?> position) {
        int place = position.getColumn() - (m.dated() ? 2 : 1);
        return place >= 0 && place < m.columns().size() ? OptionalInt.of(place) : OptionalInt.empty();
    }

    private OptionalInt index(TablePosition<?, ?> position) {
        if (model.isEmpty() || position == null || position.getRow() < 0) {
            return OptionalInt.empty();
        }
        GridModel m = model.get();
        OptionalInt column = figures(m, position);
        return position.getRow() >= m.lines().size() || column.isEmpty()
                ? OptionalInt.empty()
                : m.index(m.lines().get(position.getRow()), m.columns().get(column.getAsInt()));
    }

    private List<TableColumn<GridModel.Line, ?>> columns(GridModel m) {
        List<TableColumn<GridModel.Line, ?>> all = new ArrayList<>();
        if (m.dated()) {
            all.add(labels("", PERIOD, true));
        }
        all.add(labels(m.rowHead(), labelWidth(m), false));
        int from = 0;
        while (from < m.columns().size()) {
            int to = group(m, from, 0);
            all.add(column(m, from, to, 0));
            from = to;
        }
        return all;
    }

    private static double labelWidth(GridModel m) {
        double longest = m.lines().stream()
                .mapToDouble(l -> 24 + l.indent() * 16 + l.label().length() * CHARACTER)
                .max()
                .orElse(0);
        return Math.min(WIDEST_LABEL, Math.max(NARROWEST_LABEL, longest));
    }

    /** The end of the columns that share the heads down to {@code level} with column {@code from}. */
    private static int group(GridModel m, int from, int level) {
        List<String> heads = m.columns().get(from).heads();
        int to = from + 1;
        if (level < heads.size() - 1) {
            List<String> shared = heads.subList(0, level + 1);
            while (to < m.columns().size()
                    && m.columns().get(to).heads().size() > level + 1
                    && m.columns().get(to).heads().subList(0, level + 1).equals(shared)) {
                to++;
            }
        }
        return to;
    }

    private TableColumn<GridModel.Line, ?> column(GridModel m, int from, int to, int level) {
        GridModel.Column first = m.columns().get(from);
        if (level == first.heads().size() - 1) {
            return figures(first, from);
        }
        TableColumn<GridModel.Line, Object> head =
                new TableColumn<>(first.heads().get(level));
        unmovable(head);
        int inner = from;
        while (inner < to) {
            int end = Math.min(to, group(m, inner, level + 1));
            head.getColumns().add(column(m, inner, end, level + 1));
            inner = end;
        }
        return head;
    }

    private TableColumn<GridModel.Line, GridModel.Cell> figures(GridModel.Column column, int place) {
        String head = column.heads().get(column.heads().size() - 1);
        TableColumn<GridModel.Line, GridModel.Cell> figures = new TableColumn<>(head);
        figures.setId("column-" + place);
        unmovable(figures);
        figures.setPrefWidth(Math.max(NARROWEST, 28 + head.length() * CHARACTER));
        figures.getStyleClass().add("ecart-figure");
        figures.setCellValueFactory(line -> new ReadOnlyObjectWrapper<>(
                model.map(m -> m.cell(line.getValue(), column)).orElseThrow()));
        figures.setCellFactory(c -> new Figure());
        return figures;
    }

    private TableColumn<GridModel.Line, GridModel.Line> labels(String head, double width, boolean period) {
        TableColumn<GridModel.Line, GridModel.Line> labels = new TableColumn<>(head);
        labels.setId(period ? "column-period" : "column-label");
        unmovable(labels);
        labels.setPrefWidth(width);
        labels.setCellValueFactory(line -> new ReadOnlyObjectWrapper<>(line.getValue()));
        labels.setCellFactory(c -> new LabelCell(period));
        return labels;
    }

    private static void unmovable(TableColumnBase<?, ?> column) {
        column.setSortable(false);
        column.setReorderable(false);
    }

    private final class Figure extends TableCell<GridModel.Line, GridModel.Cell> {
        Figure() {
            setOnMouseClicked(e -> {
                if (e.getButton() == MouseButton.PRIMARY && e.isStillSincePress() && e.getClickCount() == 1) {
                    OptionalInt cell = index(new TablePosition<>(view, getIndex(), getTableColumn()));
                    selected.accept(cell);
                    if (!e.isShiftDown() && !e.isShortcutDown()) {
                        open.accept(cell, this);
                    }
                }
            });
        }

        @Override
        protected void updateItem(GridModel.Cell cell, boolean empty) {
            super.updateItem(cell, empty);
            boolean filled = !empty && cell != null;
            GridModel.Look look = filled && cell != null ? cell.look() : GridModel.Look.PLAIN;
            setText(filled && cell != null ? cell.text() : "");
            pseudoClassStateChanged(TINTED, look == GridModel.Look.PRIMARY);
            pseudoClassStateChanged(LIGHTLY, look == GridModel.Look.SECONDARY || look == GridModel.Look.DERIVED);
            pseudoClassStateChanged(ABSENT, look == GridModel.Look.ABSENT);
            setTooltip(tips.get(look));
        }
    }

    private final class LabelCell extends TableCell<GridModel.Line, GridModel.Line> {
        private static final double INDENT = 16;
        private static final double LEFT = 8;

        private final boolean period;

        LabelCell(boolean period) {
            this.period = period;
        }

        @Override
        protected void updateItem(GridModel.Line line, boolean empty) {
            super.updateItem(line, empty);
            if (empty || line == null) {
                setText("");
            } else {
                setText(period ? model.map(m -> m.period(line)).orElse("") : line.label());
                setPadding(new Insets(0, 4, 0, LEFT + (period ? 0 : INDENT * line.indent())));
            }
        }
    }

    private static final class Row extends TableRow<GridModel.Line> {
        @Override
        protected void updateItem(GridModel.Line line, boolean empty) {
            super.updateItem(line, empty);
            boolean filled = !empty && line != null;
            pseudoClassStateChanged(REFERENCE, filled && line != null && line.reference());
            pseudoClassStateChanged(UNDETERMINED, filled && line != null && line.undetermined());
            pseudoClassStateChanged(TOTAL, filled && line != null && line.total());
            pseudoClassStateChanged(
                    HEADING, filled && line != null && line.row().isEmpty());
        }
    }
}
