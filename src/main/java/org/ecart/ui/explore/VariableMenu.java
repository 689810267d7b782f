package org.ecart.ui.explore;

import java.util.List;
import java.util.Locale;
import javafx.scene.Node;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.Menu;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SeparatorMenuItem;
import org.ecart.model.Category;
import org.ecart.ui.text.Texts;

/** What can be done with a variable, by menu: everything that dragging can do, and more. */
final class VariableMenu {
    private static final int LONGEST_LIST = 60;

    private final ExploreViewModel model;
    private final Texts texts;
    private final FilterPopup filter;
    private final CategoriesPopup categories;

    VariableMenu(ExploreViewModel model, Texts texts, FilterPopup filter, CategoriesPopup categories) {
        this.model = model;
        this.texts = texts;
        this.filter = filter;
        this.categories = categories;
    }

    /** The menu for a variable. */
    ContextMenu of(String variable, Node owner) {
        ContextMenu menu = new ContextMenu();
        for (Shelf shelf : List.of(Shelf.ROWS, Shelf.COLUMNS, Shelf.LAYERS)) {
            addShelf(menu, shelf, variable);
        }
        menu.getItems().add(new SeparatorMenuItem());
        menu.getItems()
                .add(item("menu-filter", texts.get("ui.explore.menu.filter"), () -> filter.show(variable, owner)));
        if (model.breakdown().variables().contains(variable)) {
            menu.getItems()
                    .add(item(
                            "menu-categories",
                            texts.get("ui.explore.menu.categories"),
                            () -> categories.show(variable, owner)));
            menu.getItems().add(reference(variable));
            menu.getItems().addAll(new FollowingMenus(model, texts).of(variable));
            menu.getItems().add(new SeparatorMenuItem());
            menu.getItems().add(item("menu-remove", texts.get("ui.explore.menu.remove"), () -> model.take(variable)));
        }
        return menu;
    }

    /** The menu for the categories that a line or column of the table is about. */
    ContextMenu of(List<GridModel.Of> shown, Node owner) {
        ContextMenu menu = new ContextMenu();
        for (GridModel.Of each : shown) {
            menu.getItems().add(hide(each));
        }
        List<GridModel.Of> others = shown.stream()
                .filter(each -> !each.code().equals(Category.TOTAL))
                .filter(each -> !model.categories().isReference(each.variable(), each.code()))
                .toList();
        if (!others.isEmpty()) {
            menu.getItems().add(new SeparatorMenuItem());
        }
        for (GridModel.Of each : others) {
            menu.getItems()
                    .add(item(
                            "menu-compare-" + each.variable() + "-" + each.code(),
                            texts.get("ui.explore.menu.compare", each.label()),
                            () -> model.setReference(each.variable(), each.code())));
        }
        new FollowingMenus(model, texts).cohort(shown).ifPresent(menu.getItems()::add);
        menu.getItems().add(new SeparatorMenuItem());
        shown.stream().map(GridModel.Of::variable).distinct().forEach(variable -> menu.getItems()
                .add(item(
                        "menu-categories-" + variable,
                        texts.get(
                                "ui.explore.menu.categories.of",
                                texts.get(model.categories().labels(variable))),
                        () -> categories.show(variable, owner))));
        return menu;
    }

    private MenuItem hide(GridModel.Of each) {
        boolean can = model.categories().canHide(each.variable(), List.of(each.code()));
        boolean reference = model.categories().isReference(each.variable(), each.code());
        String why = reference ? "ui.explore.menu.hide.reference" : "ui.explore.menu.hide.last";
        MenuItem item = item(
                "menu-hide-" + each.variable() + "-" + each.code(),
                texts.get(can ? "ui.explore.menu.hide" : why, each.label()),
                () -> model.categories().hide(each.variable(), List.of(each.code())));
        item.setDisable(!can);
        return item;
    }

    private void addShelf(ContextMenu menu, Shelf shelf, String variable) {
        String id = "menu-" + shelf.name().toLowerCase(Locale.ROOT);
        String name = texts.get(shelf.key());
        boolean others = BreakdownEdits.axis(model.breakdown(), shelf).variables().stream()
                .anyMatch(v -> !v.equals(variable));
        if (others) {
            menu.getItems()
                    .addAll(
                            item(
                                    id + "-nest",
                                    texts.get("ui.explore.menu.nest", name),
                                    () -> model.put(shelf, variable, true)),
                            item(
                                    id + "-stack",
                                    texts.get("ui.explore.menu.stack", name),
                                    () -> model.put(shelf, variable, false)));
        } else {
            menu.getItems().add(item(id, name, () -> model.put(shelf, variable, false)));
        }
    }

    /** The categories of a variable, to compare the others with. */
    Menu reference(String variable) {
        Menu menu = new Menu(texts.get("ui.explore.menu.reference"));
        menu.setId("menu-reference");
        categories(variable).stream().limit(LONGEST_LIST).forEach(c -> menu.getItems()
                .add(item(
                        "menu-reference-" + variable + "-" + c.code(),
                        texts.get(c.labels()),
                        () -> model.setReference(variable, c.code()))));
        return menu;
    }

    private List<Category> categories(String variable) {
        return model.offerProperty()
                .get()
                .find(variable)
                .map(c -> c.categories())
                .orElse(List.of());
    }

    static MenuItem item(String id, String text, Runnable run) {
        MenuItem item = new MenuItem(text);
        item.setMnemonicParsing(false);
        item.setId(id);
        item.setOnAction(e -> run.run());
        return item;
    }
}
