package org.ecart.ui.explore;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Predicate;
import javafx.geometry.Pos;
import javafx.geometry.Side;
import javafx.scene.Node;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.Label;
import javafx.scene.control.MenuItem;
import javafx.scene.control.ToggleButton;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import org.ecart.model.Breakdown;
import org.ecart.model.Condition;
import org.ecart.model.Indicator;
import org.ecart.model.Period;
import org.ecart.study.Offer;
import org.ecart.ui.text.Texts;

/** The shelves of a breakdown with what stands on them. On a chip = nested in it, beside the chips = stacked. */
final class ShelfBar {
    private static final Shelf[][] PLACES = {
        {Shelf.ROWS, Shelf.COLUMNS},
        {Shelf.FILTERS, Shelf.LAYERS},
        {Shelf.INDICATOR, Shelf.REFERENCE},
        {Shelf.PERIOD}
    };

    private static final double NAME = 72;

    private final ExploreViewModel model;
    private final Texts texts;
    private final Dragging dragging;
    private final FilterPopup filter;
    private final ConditionPopup condition;
    private final VariableMenu menus;
    private final FollowingMenus following;
    private final ConditionWords words;
    private final GridPane root = new GridPane();
    private final Map<Shelf, FlowPane> shelves = new EnumMap<>(Shelf.class);

    ShelfBar(ExploreViewModel model, Texts texts, Dragging dragging, FilterPopup filter, VariableMenu menus) {
        this.model = model;
        this.texts = texts;
        this.dragging = dragging;
        this.filter = filter;
        this.condition = new ConditionPopup(model, texts);
        this.menus = menus;
        this.following = new FollowingMenus(model, texts);
        this.words = new ConditionWords(model, texts);
        root.setId("shelves");
        root.getStyleClass().add("ecart-shelves");
        // A shelf of two lines keeps both: the table gives way.
        root.setMinHeight(Region.USE_PREF_SIZE);
        for (int row = 0; row < PLACES.length; row++) {
            for (int column = 0; column < PLACES[row].length; column++) {
                add(PLACES[row][column], row, column);
            }
        }
        for (int column = 0; column < 2; column++) {
            ColumnConstraints half = new ColumnConstraints();
            half.setPercentWidth(50);
            root.getColumnConstraints().add(half);
        }
        model.changes().addListener(o -> rebuild());
        model.offerProperty().addListener(o -> rebuild());
        texts.languageProperty().addListener(o -> rebuild());
        dragging.loadProperty().addListener(o -> hint());
        rebuild();
    }

    Region root() {
        return root;
    }

    /** Puts tools in the place beside the dates. */
    void addTools(Node tools) {
        root.add(tools, 1, PLACES.length - 1);
    }

    private void add(Shelf shelf, int row, int column) {
        Label name = new Label();
        name.textProperty().bind(texts.bind(shelf.key()));
        name.getStyleClass().add("ecart-shelf-name");
        name.setMinWidth(NAME);
        name.setPrefWidth(NAME);
        FlowPane place = Named.node(new FlowPane(4, 4), id(shelf), texts.bind(shelf.key()));
        place.getStyleClass().add("ecart-shelf");
        place.setPrefWrapLength(100);
        place.setMinWidth(0);
        name.setLabelFor(place);
        shelves.put(shelf, place);
        dragging.target(place, accepts(shelf), dropped(shelf));
        HBox.setHgrow(place, Priority.ALWAYS);
        HBox line = new HBox(8, name, place);
        line.setAlignment(Pos.CENTER_LEFT);
        root.add(line, column, row);
    }

    private static String id(Shelf shelf) {
        return "shelf-" + shelf.name().toLowerCase(Locale.ROOT);
    }

    private Predicate<Dragging.Load> accepts(Shelf shelf) {
        return switch (shelf) {
            case ROWS, COLUMNS, LAYERS, FILTERS -> load -> !load.indicator();
            case INDICATOR -> Dragging.Load::indicator;
            case REFERENCE ->
                load -> !load.indicator() && model.breakdown().variables().contains(load.id());
            case PERIOD -> load -> false;
        };
    }

    private Consumer<Dragging.Load> dropped(Shelf shelf) {
        return load -> {
            switch (shelf) {
                case ROWS, COLUMNS, LAYERS -> model.put(shelf, load.id(), false);
                case FILTERS -> filter.show(load.id(), shelf(Shelf.FILTERS));
                case INDICATOR -> model.setIndicator(load.id());
                case REFERENCE -> {
                    ContextMenu menu = new ContextMenu();
                    menu.getItems()
                            .setAll(List.copyOf(menus.reference(load.id()).getItems()));
                    menu.show(shelf(Shelf.REFERENCE), Side.BOTTOM, 0, 2);
                }
                case PERIOD -> {}
            }
        };
    }

    private FlowPane shelf(Shelf shelf) {
        return Objects.requireNonNull(shelves.get(shelf));
    }

    private void rebuild() {
        String focused = focusedId();
        for (Shelf shelf : List.of(Shelf.ROWS, Shelf.COLUMNS, Shelf.LAYERS)) {
            shelf(shelf).getChildren().setAll(axis(shelf));
        }
        shelf(Shelf.FILTERS).getChildren().setAll(filters());
        shelf(Shelf.INDICATOR).getChildren().setAll(indicator());
        shelf(Shelf.REFERENCE).getChildren().setAll(reference());
        shelf(Shelf.PERIOD).getChildren().setAll(periods());
        hint();
        if (!focused.isEmpty()) {
            refocus(focused);
        }
    }

    private String focusedId() {
        Node owner = root.getScene() == null ? null : root.getScene().getFocusOwner();
        boolean mine = owner != null && owner.getId() != null && isMine(owner);
        return mine && owner != null ? owner.getId() : "";
    }

    private boolean isMine(Node node) {
        return shelves.values().stream().anyMatch(s -> s.getChildren().contains(node));
    }

    /** Where the focus was, else at the first chip of the same shelf, so that the keyboard goes on from there. */
    private void refocus(String id) {
        shelves.values().stream()
                .flatMap(s -> s.getChildren().stream())
                .filter(n -> id.equals(n.getId()))
                .findFirst()
                .or(() -> shelves.values().stream()
                        .flatMap(s -> s.getChildren().stream())
                        .filter(Node::isFocusTraversable)
                        .findFirst())
                .ifPresent(Node::requestFocus);
    }

    private List<Node> axis(Shelf shelf) {
        List<Node> nodes = new ArrayList<>();
        for (List<String> block : BreakdownEdits.axis(model.breakdown(), shelf).blocks()) {
            if (!nodes.isEmpty()) {
                nodes.add(sign("+"));
            }
            for (int place = 0; place < block.size(); place++) {
                if (place > 0) {
                    nodes.add(sign("›"));
                }
                nodes.add(variable(shelf, block.get(place)));
            }
        }
        return nodes;
    }

    private static Label sign(String text) {
        Label sign = new Label(text);
        sign.getStyleClass().add("ecart-sign");
        return sign;
    }

    private Node variable(Shelf shelf, String variable) {
        long hidden = model.categories().hidden(variable);
        Chip chip = new Chip("chip" + id(shelf).substring("shelf".length()) + "-" + variable, words.variable(variable));
        if (hidden > 0) {
            chip.aside(texts.get("ui.explore.hidden", texts.numbers().whole(hidden)));
        }
        chip.removable(texts.get("ui.explore.remove", words.variable(variable)), () -> model.take(variable))
                .withMenu(() -> menus.of(variable, chip.node()));
        dragging.source(chip.node(), () -> new Dragging.Load(false, variable, words.variable(variable)));
        dragging.target(
                chip.node(),
                load -> !load.indicator() && !load.id().equals(variable),
                load -> model.putWithin(shelf, load.id(), variable));
        return chip.node();
    }

    private List<Node> filters() {
        List<Node> nodes = new ArrayList<>();
        int number = 0;
        for (Condition each : model.filters()) {
            String text = words.of(each);
            Chip chip = new Chip("chip-filter-" + number++, text).styled("ecart-chip-filter");
            chip.removable(texts.get("ui.explore.remove", text), () -> model.removeFilter(each));
            chip.withMenu(() -> filterMenu(each, chip.node()));
            nodes.add(chip.node());
        }
        nodes.addAll(following.chips());
        Chip write = new Chip("chip-filter-write", texts.get("ui.explore.condition.write")).styled("ecart-chip-empty");
        write.opens(this::writeCondition);
        nodes.add(write.node());
        return nodes;
    }

    /** Asks for a filter in words. */
    void writeCondition() {
        condition.show(Optional.empty(), shelf(Shelf.FILTERS));
    }

    private ContextMenu filterMenu(Condition filtered, Node owner) {
        ContextMenu menu = new ContextMenu();
        if (filtered instanceof Condition.In in) {
            menu.getItems()
                    .add(VariableMenu.item(
                            "menu-filter",
                            texts.get("ui.explore.menu.filter"),
                            () -> filter.show(in.variable(), owner)));
        }
        menu.getItems()
                .add(VariableMenu.item(
                        "menu-condition",
                        texts.get("ui.explore.menu.condition"),
                        () -> condition.show(Optional.of(filtered), shelf(Shelf.FILTERS))));
        menu.getItems().add(following.cohort(filtered));
        menu.getItems()
                .add(VariableMenu.item(
                        "menu-remove", texts.get("ui.explore.menu.remove"), () -> model.removeFilter(filtered)));
        return menu;
    }

    private List<Node> indicator() {
        Offer offer = model.offerProperty().get();
        String id = model.breakdown().indicator();
        String name = offer.indicator(id).map(i -> texts.get(i.labels())).orElse(id);
        String span = model.breakdown()
                .span()
                .or(() -> offer.indicator(id).flatMap(Indicator::span))
                .map(s -> " · " + s)
                .orElse("");
        Chip chip = new Chip("chip-indicator", name + span);
        chip.withMenu(() -> {
            ContextMenu menu = new ContextMenu();
            offer.indicators().forEach(i -> menu.getItems()
                    .add(VariableMenu.item(
                            "menu-indicator-" + i.id(), texts.get(i.labels()), () -> model.setIndicator(i.id()))));
            return menu;
        });
        return List.of(chip.node());
    }

    private List<Node> reference() {
        String text = model.breakdown()
                .reference()
                .map(r -> words.variable(r.variable()) + " = " + words.category(r.variable(), r.code()))
                .orElseGet(() -> texts.get("ui.explore.reference.choose"));
        Chip chip = new Chip("chip-reference", text).withMenu(this::referenceMenu);
        if (model.breakdown().reference().isPresent()) {
            chip.removable(texts.get("ui.explore.remove", text), model::clearReference);
        } else {
            chip.styled("ecart-chip-empty");
        }
        return List.of(chip.node());
    }

    private ContextMenu referenceMenu() {
        ContextMenu menu = new ContextMenu();
        for (String variable : model.breakdown().variables()) {
            MenuItem categories = menus.reference(variable);
            categories.setText(words.variable(variable));
            menu.getItems().add(categories);
        }
        if (menu.getItems().isEmpty()) {
            MenuItem nothing = new MenuItem(texts.get("ui.explore.reference.none"));
            nothing.setDisable(true);
            menu.getItems().add(nothing);
        }
        return menu;
    }

    private List<Node> periods() {
        Breakdown breakdown = model.breakdown();
        List<Node> nodes = new ArrayList<>();
        for (Period period : model.offerProperty().get().periods()) {
            ToggleButton date = Named.node(new ToggleButton(period.toString()), "period-" + period, period.toString());
            date.getStyleClass().add("ecart-date");
            date.setSelected(breakdown.periods().contains(period));
            date.setOnAction(e -> {
                model.toggle(period);
                // the last date stays
                date.setSelected(model.breakdown().periods().contains(period));
            });
            nodes.add(date);
        }
        return nodes;
    }

    private void hint() {
        for (Shelf shelf : List.of(Shelf.ROWS, Shelf.COLUMNS, Shelf.LAYERS, Shelf.FILTERS)) {
            FlowPane place = shelf(shelf);
            place.getChildren().removeIf(n -> n.getStyleClass().contains("ecart-hint"));
            boolean empty =
                    place.getChildren().stream().allMatch(n -> n.getStyleClass().contains("ecart-chip-empty"));
            boolean dragged =
                    dragging.loadProperty().get().filter(l -> !l.indicator()).isPresent();
            if (empty || (dragged && shelf.isAxis())) {
                Label hint = new Label(texts.get(empty ? "ui.explore.drop" : "ui.explore.drop.more"));
                hint.getStyleClass().add("ecart-hint");
                hint.setMouseTransparent(true);
                place.getChildren().add(empty ? 0 : place.getChildren().size(), hint);
            }
        }
    }
}
