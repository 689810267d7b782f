package org.ecart.ui.explore;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Supplier;
import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.geometry.Side;
import javafx.scene.AccessibleRole;
import javafx.scene.Node;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.ecart.model.Indicator;
import org.ecart.model.Study;
import org.ecart.study.Offer;
import org.ecart.ui.text.Texts;

/** What can be chosen from, with a search: named breakdowns, variables, indicators. */
final class Palette {
    private static final PseudoClass CHOSEN = PseudoClass.getPseudoClass("chosen");
    private static final double WIDTH = 210;

    private final ExploreViewModel model;
    private final Texts texts;
    private final Dragging dragging;
    private final VariableMenu menus;
    private final TextField search = new TextField();
    private final VBox list = new VBox(1);
    private final VBox root = new VBox(8);

    Palette(ExploreViewModel model, Texts texts, Dragging dragging, VariableMenu menus) {
        this.model = model;
        this.texts = texts;
        this.dragging = dragging;
        this.menus = menus;
        Named.node(search, "explore-search", texts.bind("ui.explore.search"));
        search.promptTextProperty().bind(texts.bind("ui.explore.search"));
        search.textProperty().addListener(o -> rebuild());
        search.setOnKeyPressed(e -> {
            if (e.getCode() == KeyCode.DOWN) {
                items().stream().findFirst().ifPresent(Node::requestFocus);
                e.consume();
            } else if (e.getCode() == KeyCode.ESCAPE) {
                search.clear();
            }
        });
        ScrollPane scroll = new ScrollPane(list);
        scroll.setFitToWidth(true);
        scroll.setFocusTraversable(false);
        scroll.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
        scroll.getStyleClass().add("ecart-palette-list");
        VBox.setVgrow(scroll, Priority.ALWAYS);
        root.setId("explore-palette");
        root.getStyleClass().add("ecart-palette");
        root.setMinWidth(WIDTH);
        root.setPrefWidth(WIDTH);
        root.setMaxWidth(WIDTH);
        root.getChildren().setAll(search, scroll);
        model.changes().addListener(o -> rebuild());
        model.offerProperty().addListener(o -> rebuild());
        texts.languageProperty().addListener(o -> rebuild());
        rebuild();
    }

    Region root() {
        return root;
    }

    void search() {
        search.requestFocus();
        search.selectAll();
    }

    private void rebuild() {
        Node owner = root.getScene() == null ? null : root.getScene().getFocusOwner();
        String focused = owner != null && list.getChildren().contains(owner) ? owner.getId() : "";
        list.getChildren().clear();
        group(
                texts.get("ui.explore.breakdowns"),
                model.study().tables().stream().map(this::table).toList());
        Offer offer = model.offerProperty().get();
        for (Offer.Group group : offer.groups()) {
            group(
                    group.labels().map(texts::get).orElseGet(() -> texts.get("ui.explore.derived")),
                    group.choices().stream().map(this::variable).toList());
        }
        group(
                texts.get("ui.explore.indicators"),
                offer.indicators().stream().map(this::indicator).toList());
        if (items().isEmpty()) {
            Label nothing = new Label(texts.get("ui.explore.search.nothing"));
            nothing.getStyleClass().add("ecart-hint");
            list.getChildren().add(nothing);
        }
        items().stream().filter(n -> focused.equals(n.getId())).findFirst().ifPresent(Node::requestFocus);
    }

    private void group(String name, List<HBox> items) {
        List<HBox> found = new ArrayList<>(items);
        String wanted = search.getText().strip().toLowerCase(Locale.ROOT);
        found.removeIf(i -> !i.getAccessibleText().toLowerCase(Locale.ROOT).contains(wanted));
        if (!found.isEmpty()) {
            Label head = new Label(name.toUpperCase(Locale.ROOT));
            head.getStyleClass().add("ecart-group");
            head.setWrapText(true);
            head.setMinHeight(Region.USE_PREF_SIZE);
            list.getChildren().add(head);
            list.getChildren().addAll(found);
        }
    }

    private List<Node> items() {
        return list.getChildren().stream().filter(HBox.class::isInstance).toList();
    }

    private HBox table(Study.Table table) {
        String title = table.id() + " " + texts.get(table.title());
        HBox item = item("palette-table-" + table.id(), title, "");
        chosen(item, table.id().equals(model.table().id()));
        item.setOnMouseClicked(e -> {
            if (e.getButton() == MouseButton.PRIMARY && e.getClickCount() == 1) {
                model.select(table.id());
            } else if (e.getClickCount() == 2) {
                rename(table);
            }
        });
        menu(item, () -> tableMenu(table), () -> model.select(table.id()));
        return item;
    }

    private ContextMenu tableMenu(Study.Table table) {
        ContextMenu menu = new ContextMenu();
        menu.getItems()
                .addAll(
                        VariableMenu.item(
                                "menu-select", texts.get("ui.explore.menu.select"), () -> model.select(table.id())),
                        VariableMenu.item("menu-duplicate", texts.get("ui.explore.menu.duplicate"), () -> {
                            model.select(table.id());
                            model.duplicate();
                        }),
                        VariableMenu.item("menu-rename", texts.get("ui.explore.menu.rename"), () -> rename(table)));
        return menu;
    }

    private void rename(Study.Table table) {
        items().stream()
                .filter(n -> ("palette-table-" + table.id()).equals(n.getId()))
                .findFirst()
                .ifPresent(n -> {
                    TextField field = Named.node(
                            new TextField(texts.get(table.title())),
                            "palette-rename",
                            texts.get("ui.explore.menu.rename"));
                    HBox.setHgrow(field, Priority.ALWAYS);
                    ((HBox) n).getChildren().setAll(field);
                    field.setOnAction(e -> model.rename(table.id(), texts.language(), field.getText()));
                    field.setOnKeyPressed(e -> {
                        if (e.getCode() == KeyCode.ESCAPE) {
                            rebuild();
                        }
                        e.consume();
                    });
                    field.requestFocus();
                });
    }

    private HBox variable(Offer.Choice choice) {
        String name = texts.get(choice.labels());
        int categories = choice.categories().size();
        HBox item = item(
                "palette-variable-" + choice.variable(), name, categories == 0 ? "" : Integer.toString(categories));
        chosen(item, model.breakdown().variables().contains(choice.variable()));
        dragging.source(item, () -> new Dragging.Load(false, choice.variable(), name));
        Supplier<ContextMenu> menu = () -> menus.of(choice.variable(), item);
        menu(item, menu, () -> menu.get().show(item, Side.BOTTOM, 8, 0));
        return item;
    }

    private HBox indicator(Indicator indicator) {
        String name = texts.get(indicator.labels());
        HBox item = item(
                "palette-indicator-" + indicator.id(),
                name,
                indicator.span().map(Object::toString).orElse(""));
        chosen(item, indicator.id().equals(model.breakdown().indicator()));
        dragging.source(item, () -> new Dragging.Load(true, indicator.id(), name));
        Runnable set = () -> model.setIndicator(indicator.id());
        menu(
                item,
                () -> {
                    ContextMenu menu = new ContextMenu();
                    menu.getItems().add(VariableMenu.item("menu-indicator", texts.get(Shelf.INDICATOR.key()), set));
                    return menu;
                },
                set);
        item.setOnMouseClicked(e -> {
            if (e.getClickCount() == 2) {
                set.run();
            }
        });
        return item;
    }

    private static void chosen(HBox item, boolean chosen) {
        item.pseudoClassStateChanged(CHOSEN, chosen);
    }

    private HBox item(String id, String name, String aside) {
        Label label = new Label(name);
        label.setWrapText(true);
        label.setMinHeight(Region.USE_PREF_SIZE);
        label.setMaxWidth(Double.MAX_VALUE);
        HBox.setHgrow(label, Priority.ALWAYS);
        Label small = new Label(aside);
        small.getStyleClass().add("ecart-aside");
        small.setMinWidth(Region.USE_PREF_SIZE);
        HBox item = Named.node(new HBox(6, label, small), id, name);
        item.setAlignment(Pos.CENTER_LEFT);
        item.setAccessibleRole(AccessibleRole.LIST_ITEM);
        item.setFocusTraversable(true);
        item.getStyleClass().add("ecart-item");
        item.addEventHandler(MouseEvent.MOUSE_PRESSED, e -> item.requestFocus());
        return item;
    }

    /** @param enter what the Enter key does */
    private void menu(HBox item, Supplier<ContextMenu> menu, Runnable enter) {
        item.setOnContextMenuRequested(e -> {
            menu.get().show(item, Side.BOTTOM, 8, 0);
            e.consume();
        });
        item.setOnKeyPressed(e -> key(e, item, menu, enter));
    }

    private void key(KeyEvent e, HBox item, Supplier<ContextMenu> menu, Runnable enter) {
        if (e.getCode() == KeyCode.ENTER) {
            enter.run();
        } else if (Chip.opensMenu(e)) {
            menu.get().show(item, Side.BOTTOM, 8, 0);
        } else if (e.getCode() == KeyCode.DOWN || e.getCode() == KeyCode.UP) {
            List<Node> items = items();
            int next = items.indexOf(item) + (e.getCode() == KeyCode.DOWN ? 1 : -1);
            if (next >= 0 && next < items.size()) {
                items.get(next).requestFocus();
            } else if (next < 0) {
                search.requestFocus();
            }
        } else {
            return;
        }
        e.consume();
    }
}
