package org.ecart.ui.explore;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.function.Consumer;
import javafx.application.Platform;
import javafx.beans.value.ObservableValue;
import javafx.geometry.Orientation;
import javafx.scene.AccessibleAttribute;
import javafx.scene.AccessibleRole;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollBar;
import javafx.scene.control.Tooltip;
import javafx.scene.input.ScrollEvent;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Region;
import javafx.scene.shape.Rectangle;

/**
 * Lines and columns that scroll under heads and beside labels that stay. There are only as many nodes as are in view,
 * whatever the table: JavaFX's own table makes a head for every column, and a table of ten thousand fills the memory.
 */
final class GridArea extends Region {
    private static final double WHEEL_PAGE = 3 * GridPlaces.LINE;
    private static final double FIRST_WIDTH = 480;
    private static final double FIRST_HEIGHT = 320;

    /** A place in the grid: a line and a column of figures. */
    record Place(int row, int column) {}

    private final Pane heads = new Pane();
    private final Pane body = new Pane();
    private final Label periodHead = new Label();
    private final Label rowHead = new Label();
    private final List<Label> figureHeads = new ArrayList<>();
    private final List<GridLine> lines = new ArrayList<>();
    private final ScrollBar down = bar(Orientation.VERTICAL, "explore-grid-down");
    private final ScrollBar across = bar(Orientation.HORIZONTAL, "explore-grid-across");
    private final Tooltip cut = new Tooltip();
    private final Consumer<GridCell> made;
    private Optional<GridPlaces> places = Optional.empty();
    private Optional<Place> inHand = Optional.empty();
    private Optional<Place> anchor = Optional.empty();
    private Optional<GridPlaces> whole = Optional.empty();
    private Set<Integer> takingPart = Set.of();
    private boolean tooWide;

    /**
     * @param bars what the scroll bars are called, down and across
     * @param made hears of each new cell
     */
    GridArea(List<ObservableValue<String>> bars, Consumer<GridCell> made) {
        this.made = made;
        getStyleClass().add("ecart-grid");
        setAccessibleRole(AccessibleRole.TABLE_VIEW);
        setFocusTraversable(true);
        heads.getStyleClass().add("ecart-grid-heads");
        for (Label head : List.of(periodHead, rowHead)) {
            head(head, "ecart-row-head");
        }
        heads.getChildren().addAll(periodHead, rowHead);
        for (Pane pane : List.of(heads, body)) {
            Rectangle clip = new Rectangle();
            clip.widthProperty().bind(pane.widthProperty());
            clip.heightProperty().bind(pane.heightProperty());
            pane.setClip(clip);
        }
        down.accessibleTextProperty().bind(bars.get(0));
        across.accessibleTextProperty().bind(bars.get(1));
        getChildren().setAll(body, heads, down, across);
        down.valueProperty().addListener(o -> requestLayout());
        across.valueProperty().addListener(o -> requestLayout());
        focusedProperty().addListener(o -> requestLayout());
        addEventHandler(ScrollEvent.SCROLL, this::scroll);
    }

    private static ScrollBar bar(Orientation orientation, String id) {
        ScrollBar bar = new ScrollBar();
        bar.setId(id);
        bar.setOrientation(orientation);
        bar.setUnitIncrement(GridPlaces.LINE);
        return bar;
    }

    private void head(Label head, String style) {
        head.setManaged(false);
        head.getStyleClass().addAll("ecart-grid-head", style);
        head.setOnMouseEntered(e -> cut.setText(head.getText()));
        Tooltip.install(head, cut);
    }

    /** Shows other lines or figures; stays where it is unless the columns are others. */
    void show(GridPlaces next) {
        boolean same = places.filter(
                        p -> p.model().columns().equals(next.model().columns()))
                .isPresent();
        whole = Optional.of(next);
        places = whole;
        if (!same) {
            across.setValue(0);
            down.setValue(0);
        }
        requestLayout();
    }

    /** The places from one to another are selected, and the keyboard is at the last. */
    void select(Optional<Place> from, Optional<Place> to) {
        anchor = from;
        inHand = to;
        requestLayout();
        notifyAccessibleAttributeChanged(AccessibleAttribute.FOCUS_ITEM);
    }

    /** Marks cells with which another could be computed, numbered as the shape says. */
    void markTakingPart(Set<Integer> cells) {
        takingPart = Set.copyOf(cells);
        requestLayout();
    }

    /** Scrolls as far as is needed to have a place in view. */
    void reveal(Place place) {
        if (places.isEmpty()) {
            return;
        }
        layout();
        GridPlaces p = places.get();
        reveal(down, place.row() * GridPlaces.LINE, (place.row() + 1) * GridPlaces.LINE, body.getHeight());
        reveal(across, p.start(place.column()), p.start(place.column() + 1), body.getWidth() - p.frozen());
    }

    private static void reveal(ScrollBar bar, double from, double to, double view) {
        double value = Math.min(from, Math.max(bar.getValue(), to - view));
        bar.setValue(Math.max(0, Math.min(bar.getMax(), value)));
    }

    /** What lies under a point: over a label a line only, over a head a column only, over a figure both. */
    record Spot(OptionalInt row, OptionalInt column) {}

    /** What lies under a point of this area. */
    Spot spot(double x, double y) {
        if (places.isEmpty()) {
            return new Spot(OptionalInt.empty(), OptionalInt.empty());
        }
        GridPlaces p = places.get();
        int row = (int) ((y - p.headHeight() + down.getValue()) / GridPlaces.LINE);
        boolean lines = y >= p.headHeight() && row < p.model().lines().size();
        boolean columns = x >= p.frozen() && p.columns() > 0;
        return new Spot(
                lines ? OptionalInt.of(row) : OptionalInt.empty(),
                columns ? OptionalInt.of(p.columnAt(x - p.frozen() + across.getValue())) : OptionalInt.empty());
    }

    /** What is at a place of this area; beside the figures the nearest. */
    Optional<Place> at(double x, double y) {
        return places.flatMap(p -> {
            int row = (int) ((y - p.headHeight() + down.getValue()) / GridPlaces.LINE);
            boolean inside = y >= p.headHeight()
                    && y < p.headHeight() + body.getHeight()
                    && x < body.getWidth()
                    && row < p.model().lines().size()
                    && p.columns() > 0;
            return inside
                    ? Optional.of(new Place(row, p.columnAt(x - p.frozen() + across.getValue())))
                    : Optional.empty();
        });
    }

    /** How many lines are in view at once. */
    int page() {
        return Math.max(1, (int) (body.getHeight() / GridPlaces.LINE) - 1);
    }

    /** The node that shows a place, where it is in view. */
    Optional<GridCell> cell(Place place) {
        layout();
        return lines.stream()
                .filter(GridLine::isVisible)
                .flatMap(l -> l.cells().stream())
                .filter(c -> c.isVisible() && c.row() == place.row() && c.column() == place.column())
                .findFirst();
    }

    private void scroll(ScrollEvent e) {
        boolean moved = scroll(down, e.getDeltaY()) | scroll(across, e.getDeltaX());
        if (moved) {
            e.consume();
        }
    }

    private static boolean scroll(ScrollBar bar, double by) {
        double before = bar.getValue();
        bar.setValue(Math.max(0, Math.min(bar.getMax(), before - by)));
        return bar.getValue() != before;
    }

    @Override
    protected double computePrefWidth(double height) {
        return FIRST_WIDTH;
    }

    @Override
    protected double computePrefHeight(double width) {
        return places.map(p -> p.headHeight() + tall(p) + (tooWide ? across.prefHeight(-1) : 0))
                .orElse(FIRST_HEIGHT);
    }

    /** No higher than its lines, so that the notes stand right under them. */
    @Override
    protected double computeMaxHeight(double width) {
        return prefHeight(width);
    }

    @Override
    protected double computeMinHeight(double width) {
        return 0;
    }

    private static double tall(GridPlaces p) {
        return p.model().lines().size() * GridPlaces.LINE;
    }

    @Override
    protected void layoutChildren() {
        if (whole.isPresent()) {
            double bar = tall(whole.get()) + whole.get().headHeight() > getHeight() ? down.prefWidth(-1) : 0;
            GridPlaces fitting = whole.get().within(getWidth() - bar);
            if (places.filter(p -> p.model() == fitting.model() && p.labels() == fitting.labels())
                    .isEmpty()) {
                places = Optional.of(fitting);
            }
        }
        places.ifPresent(this::arrange);
    }

    private void arrange(GridPlaces p) {
        double tall = tall(p);
        double thick = down.prefWidth(-1);
        double height = getHeight() - p.headHeight();
        boolean wide = p.frozen() + p.width() > getWidth() - (tall > height ? thick : 0);
        double bodyHeight = Math.max(0, height - (wide ? thick : 0));
        boolean high = tall > bodyHeight;
        if (wide != tooWide) {
            tooWide = wide;
            // another height is wanted now; not to be asked for in the middle of a layout
            Platform.runLater(this::requestLayout);
        }
        double bodyWidth = Math.max(0, getWidth() - (high ? thick : 0));
        set(down, high, tall - bodyHeight, bodyHeight, tall);
        set(across, wide, p.frozen() + p.width() - bodyWidth, bodyWidth - p.frozen(), p.width());
        down.resizeRelocate(bodyWidth, p.headHeight(), thick, bodyHeight);
        across.resizeRelocate(p.frozen(), p.headHeight() + bodyHeight, Math.max(0, bodyWidth - p.frozen()), thick);
        heads.resizeRelocate(0, 0, getWidth(), p.headHeight());
        body.resizeRelocate(0, p.headHeight(), bodyWidth, bodyHeight);
        double from = across.getValue();
        int first = p.columnAt(from);
        int last = p.columnAt(from + Math.max(0, bodyWidth - p.frozen()));
        boolean none = p.columns() == 0;
        fillHeads(p, first, none ? -1 : last, from, bodyWidth);
        fillLines(p, first, none ? first - 1 : last, from);
    }

    private static void set(ScrollBar bar, boolean needed, double max, double view, double all) {
        bar.setVisible(needed);
        double most = needed ? Math.max(0, max) : 0;
        bar.setMax(most);
        bar.setVisibleAmount(all > 0 ? most * Math.max(0, view) / all : 0);
        bar.setBlockIncrement(Math.max(WHEEL_PAGE, view - GridPlaces.LINE));
        bar.setValue(Math.min(bar.getValue(), most));
    }

    private void fillHeads(GridPlaces p, int first, int last, double from, double width) {
        List<GridPlaces.Head> wanted = p.heads(first, last);
        while (figureHeads.size() < wanted.size()) {
            Label head = new Label();
            head(head, "ecart-figure-head");
            figureHeads.add(head);
            // under the head of the labels
            heads.getChildren().add(0, head);
        }
        for (int i = 0; i < figureHeads.size(); i++) {
            Label label = figureHeads.get(i);
            label.setVisible(i < wanted.size());
            if (i < wanted.size()) {
                GridPlaces.Head head = wanted.get(i);
                label.setText(head.text());
                // a head of columns that reach out of view stands over those in view
                double left = Math.max(p.frozen(), p.frozen() + p.start(head.from()) - from);
                double right = Math.min(width, p.frozen() + p.start(head.to()) - from);
                boolean single = head.to() - head.from() == 1;
                double begin = single ? p.frozen() + p.start(head.from()) - from : left;
                double end = single ? p.frozen() + p.start(head.to()) - from : right;
                label.getStyleClass().removeAll("ecart-over");
                if (head.level() + head.levels() < p.headHeight() / GridPlaces.LINE) {
                    label.getStyleClass().add("ecart-over");
                }
                label.resizeRelocate(
                        begin,
                        head.level() * GridPlaces.LINE,
                        Math.max(0, end - begin),
                        head.levels() * GridPlaces.LINE);
            }
        }
        periodHead.setVisible(p.period() > 0);
        periodHead.resizeRelocate(0, 0, p.period(), p.headHeight());
        rowHead.setText(p.model().rowHead());
        rowHead.resizeRelocate(p.period(), 0, p.labels(), p.headHeight());
    }

    private void fillLines(GridPlaces p, int first, int last, double from) {
        int all = p.model().lines().size();
        int top = (int) (down.getValue() / GridPlaces.LINE);
        int bottom = Math.min(all, (int) Math.ceil((down.getValue() + body.getHeight()) / GridPlaces.LINE));
        while (lines.size() < bottom - top) {
            GridLine line = new GridLine(this::makeCell);
            head(line);
            lines.add(line);
            body.getChildren().add(line);
        }
        for (int row = top; row < bottom; row++) {
            // each row has its own line as long as it is in view
            GridLine line = lines.get(row % lines.size());
            line.resizeRelocate(0, row * GridPlaces.LINE - down.getValue(), body.getWidth(), GridPlaces.LINE);
            line.show(p, row, first, last, from);
            for (GridCell cell : line.cells()) {
                mark(cell);
            }
        }
        // never hidden for a moment only: a passport beside a cell closes when the cell goes
        for (int i = 0; i < lines.size(); i++) {
            lines.get(i).setVisible(Math.floorMod(i - top, lines.size()) < bottom - top);
        }
    }

    private void head(GridLine line) {
        line.label().setOnMouseEntered(e -> cut.setText(line.label().getText()));
        Tooltip.install(line.label(), cut);
    }

    private GridCell makeCell() {
        GridCell cell = new GridCell();
        made.accept(cell);
        return cell;
    }

    private void mark(GridCell cell) {
        boolean at = inHand.filter(p -> p.row() == cell.row() && p.column() == cell.column())
                .isPresent();
        boolean within = inHand.isPresent()
                && anchor.isPresent()
                && between(cell.row(), anchor.get().row(), inHand.get().row())
                && between(cell.column(), anchor.get().column(), inHand.get().column());
        cell.mark(within || at, at && isFocused(), takingPart(cell));
    }

    private boolean takingPart(GridCell cell) {
        if (takingPart.isEmpty() || places.isEmpty() || cell.row() < 0 || cell.column() < 0) {
            return false;
        }
        GridModel model = places.get().model();
        OptionalInt index =
                model.index(model.lines().get(cell.row()), model.columns().get(cell.column()));
        return index.isPresent() && takingPart.contains(index.getAsInt());
    }

    private static boolean between(int value, int one, int other) {
        return value >= Math.min(one, other) && value <= Math.max(one, other);
    }

    @Override
    public Object queryAccessibleAttribute(AccessibleAttribute attribute, Object... parameters) {
        return switch (attribute) {
            case ROW_COUNT -> places.map(p -> p.model().lines().size()).orElse(0);
            case COLUMN_COUNT -> places.map(GridPlaces::columns).orElse(0);
            case FOCUS_ITEM ->
                inHand.flatMap(this::cell).<Object>map(Objects::requireNonNull).orElse(this);
            case CELL_AT_ROW_COLUMN ->
                cell(new Place((Integer) parameters[0], (Integer) parameters[1]))
                        .<Object>map(Objects::requireNonNull)
                        .orElse(this);
            default -> super.queryAccessibleAttribute(attribute, parameters);
        };
    }
}
