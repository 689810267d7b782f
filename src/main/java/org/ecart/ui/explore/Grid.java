package org.ecart.ui.explore;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.control.Tooltip;
import javafx.scene.input.ContextMenuEvent;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.Region;
import javafx.scene.text.Font;
import javafx.scene.text.Text;
import org.ecart.model.TableShape.Address;
import org.ecart.ui.explore.GridArea.Place;
import org.ecart.ui.text.Texts;

/** The table on screen, by mouse and keyboard: one cell is in hand, and cells beside it can be selected to be copied. */
final class Grid {
    private static final Font HEAD = Font.font("Inter SemiBold", 13);

    private final GridArea area;
    private final BiConsumer<OptionalInt, Node> open;
    private final Consumer<OptionalInt> selected;
    private final Menu menu;
    /** One for all cells of a kind: a tooltip is a window, too heavy to make for each. */
    private final Map<GridModel.Look, Tooltip> tips = new EnumMap<>(GridModel.Look.class);

    private final Text ruler = new Text();
    private Optional<GridModel> model = Optional.empty();
    private Optional<Place> anchor = Optional.empty();
    private Optional<Place> inHand = Optional.empty();

    /** Is asked for the menu of the categories that a line, a column or a cell is about. */
    interface Menu {
        void show(List<GridModel.Of> categories, Node owner, double screenX, double screenY);
    }

    /**
     * @param selected hears which cell is in hand
     * @param open is asked to tell about a cell, beside a node
     */
    Grid(Texts texts, Consumer<OptionalInt> selected, BiConsumer<OptionalInt, Node> open, Menu menu) {
        this.open = open;
        this.menu = menu;
        this.selected = selected;
        ruler.setFont(HEAD);
        GridModel.Look.CONFIDENTIAL.forEach(look -> tip(texts, look));
        this.area = Named.node(
                new GridArea(
                        List.of(texts.bind("ui.explore.grid.down"), texts.bind("ui.explore.grid.across")), this::wire),
                "explore-grid",
                texts.bind("ui.explore.grid"));
        area.addEventHandler(MouseEvent.MOUSE_PRESSED, this::pressed);
        area.addEventHandler(MouseEvent.MOUSE_DRAGGED, this::dragged);
        area.setOnKeyPressed(this::key);
        area.setOnContextMenuRequested(this::menu);
    }

    private void tip(Texts texts, GridModel.Look look) {
        Tooltip tip = new Tooltip();
        tip.textProperty().bind(texts.bind(look.key()));
        tips.put(look, tip);
    }

    private void wire(GridCell cell) {
        cell.setOnMouseEntered(e -> cell.setTooltip(tips.get(cell.look())));
        cell.setOnMouseClicked(e -> {
            boolean plain = e.getButton() == MouseButton.PRIMARY && !e.isShiftDown() && !e.isShortcutDown();
            if (plain && e.isStillSincePress() && e.getClickCount() == 1) {
                open.accept(index(Optional.of(new Place(cell.row(), cell.column()))), cell);
            }
        });
    }

    Region view() {
        return area;
    }

    /** Shows a table. What is in hand stays so where only figures changed. */
    void show(GridModel next) {
        boolean same = model.filter(m -> m.lines().equals(next.lines())
                        && m.columns().equals(next.columns())
                        && m.table().shape().equals(next.table().shape()))
                .isPresent();
        model = Optional.of(next);
        if (!same) {
            put(Optional.empty(), Optional.empty());
        }
        area.show(GridPlaces.of(next, this::width));
    }

    /** Marks cells with which another could be computed, numbered as the shape says. */
    void markTakingPart(Set<Integer> cells) {
        area.markTakingPart(cells);
    }

    private double width(String text) {
        ruler.setText(text);
        return ruler.getLayoutBounds().getWidth();
    }

    /** Goes to the line of a cell, without telling it back. */
    void follow(OptionalInt cell) {
        if (cell.isEmpty() || model.isEmpty() || index(inHand).equals(cell)) {
            return;
        }
        GridModel m = model.get();
        Address address = m.table().shape().address(cell.getAsInt());
        IntStream.range(0, m.lines().size())
                .filter(i -> m.lines().get(i).period() == address.period()
                        && m.lines().get(i).row().equals(OptionalInt.of(address.row())))
                .findFirst()
                .ifPresent(row -> IntStream.range(0, m.columns().size())
                        .filter(i -> m.columns().get(i).column() == address.column()
                                && m.columns().get(i).layer() == address.layer())
                        .findFirst()
                        .ifPresent(column -> {
                            Optional<Place> place = Optional.of(new Place(row, column));
                            put(place, place);
                            area.reveal(place.get());
                        }));
    }

    /** What is selected as text; all of it where less than two cells are. */
    Optional<TableText> text() {
        return model.map(m -> {
            boolean all = anchor.equals(inHand) || anchor.isEmpty() || inHand.isEmpty();
            return all
                    ? new TableText(m, m.lines(), m.columns())
                    : new TableText(
                            m,
                            part(m.lines(), anchor.get().row(), inHand.get().row()),
                            part(
                                    m.columns(),
                                    anchor.get().column(),
                                    inHand.get().column()));
        });
    }

    private static <T> List<T> part(List<T> all, int one, int other) {
        return all.subList(Math.min(one, other), Math.max(one, other) + 1);
    }

    private OptionalInt index(Optional<Place> place) {
        return model.isEmpty() || place.isEmpty()
                ? OptionalInt.empty()
                : model.get()
                        .index(
                                model.get().lines().get(place.get().row()),
                                model.get().columns().get(place.get().column()));
    }

    private void put(Optional<Place> from, Optional<Place> to) {
        anchor = from;
        inHand = to;
        area.select(from, to);
    }

    private void take(Place place, boolean extend) {
        Optional<Place> to = Optional.of(place);
        put(extend && anchor.isPresent() ? anchor : to, to);
        selected.accept(index(to));
    }

    private void pressed(MouseEvent e) {
        area.requestFocus();
        if (e.getButton() == MouseButton.PRIMARY) {
            area.at(e.getX(), e.getY()).ifPresent(p -> take(p, e.isShiftDown()));
        }
        // else the tabs around take the keyboard
        e.consume();
    }

    private void menu(ContextMenuEvent e) {
        if (e.isKeyboardTrigger()) {
            menuInHand();
        } else {
            GridArea.Spot spot = area.spot(e.getX(), e.getY());
            menu(spot, e.getScreenX(), e.getScreenY());
        }
        e.consume();
    }

    private void menu(GridArea.Spot spot, double screenX, double screenY) {
        List<GridModel.Of> categories = categories(spot);
        if (!categories.isEmpty()) {
            menu.show(categories, area, screenX, screenY);
        }
    }

    private void menuInHand() {
        inHand.ifPresent(place -> {
            area.reveal(place);
            Node at = area.cell(place).<Node>map(c -> c).orElse(area);
            Bounds bounds = at.localToScreen(at.getBoundsInLocal());
            menu(
                    new GridArea.Spot(OptionalInt.of(place.row()), OptionalInt.of(place.column())),
                    bounds.getMinX(),
                    bounds.getMaxY());
        });
    }

    private List<GridModel.Of> categories(GridArea.Spot spot) {
        List<GridModel.Of> all = new ArrayList<>();
        model.ifPresent(m -> {
            spot.row().ifPresent(row -> all.addAll(m.categories(m.lines().get(row))));
            spot.column()
                    .ifPresent(column -> all.addAll(m.categories(m.columns().get(column))));
        });
        return all;
    }

    /** The categories of the line in hand, the innermost first. */
    List<GridModel.Of> rowInHand() {
        return inHand.map(p -> categories(new GridArea.Spot(OptionalInt.of(p.row()), OptionalInt.empty())))
                .orElse(List.of());
    }

    private void dragged(MouseEvent e) {
        if (e.isPrimaryButtonDown()) {
            area.at(e.getX(), e.getY())
                    .filter(p -> !Optional.of(p).equals(inHand))
                    .ifPresent(p -> take(p, true));
        }
    }

    private void key(KeyEvent e) {
        if (model.isEmpty()
                || model.get().lines().isEmpty()
                || model.get().columns().isEmpty()) {
            return;
        }
        int bottom = model.get().lines().size() - 1;
        int right = model.get().columns().size() - 1;
        Place at = inHand.orElse(new Place(0, 0));
        boolean far = e.isShortcutDown();
        Optional<Place> next =
                switch (e.getCode()) {
                    case DOWN -> Optional.of(new Place(far ? bottom : at.row() + 1, at.column()));
                    case UP -> Optional.of(new Place(far ? 0 : at.row() - 1, at.column()));
                    case RIGHT -> Optional.of(new Place(at.row(), far ? right : at.column() + 1));
                    case LEFT -> Optional.of(new Place(at.row(), far ? 0 : at.column() - 1));
                    case PAGE_DOWN -> Optional.of(new Place(at.row() + area.page(), at.column()));
                    case PAGE_UP -> Optional.of(new Place(at.row() - area.page(), at.column()));
                    case HOME -> Optional.of(new Place(far ? 0 : at.row(), 0));
                    case END -> Optional.of(new Place(far ? bottom : at.row(), right));
                    default -> Optional.empty();
                };
        if (next.isPresent()) {
            Place wanted = next.get();
            Place place = new Place(
                    Math.max(0, Math.min(bottom, wanted.row())), Math.max(0, Math.min(right, wanted.column())));
            take(inHand.isEmpty() ? new Place(0, 0) : place, e.isShiftDown());
            inHand.ifPresent(area::reveal);
            e.consume();
            return;
        }
        switch (e.getCode()) {
            case ENTER, SPACE -> {
                inHand.ifPresent(area::reveal);
                open.accept(
                        index(inHand),
                        inHand.flatMap(area::cell).<Node>map(c -> c).orElse(area));
                e.consume();
            }
            case F10 -> {
                if (e.isShiftDown()) {
                    menuInHand();
                    e.consume();
                }
            }
            case A -> {
                if (far) {
                    put(Optional.of(new Place(0, 0)), Optional.of(new Place(bottom, right)));
                    e.consume();
                }
            }
            default -> {}
        }
    }
}
