package org.ecart.ui.shell;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import javafx.beans.InvalidationListener;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.BooleanBinding;
import javafx.beans.value.ObservableStringValue;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Control;
import javafx.scene.control.Label;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.RadioMenuItem;
import javafx.scene.control.ToggleGroup;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import org.ecart.model.Language;
import org.ecart.ui.action.Action;
import org.ecart.ui.action.Actions;
import org.ecart.ui.text.Texts;

/** The line at the top: where one is, and the few actions that are wanted all the time. */
final class Toolbar {
    private static final double WIDEST_TIP = 360;

    private final HBox root = new HBox();
    private final Texts texts;
    private final Actions actions;

    Toolbar(ShellViewModel model, Texts texts, Actions actions) {
        this.texts = texts;
        this.actions = actions;
        root.setId("toolbar");
        root.getStyleClass().add("toolbar");
        Label brand = new Label();
        brand.getStyleClass().add("brand");
        brand.setMinWidth(Region.USE_PREF_SIZE);
        brand.textProperty().bind(texts.bind("ui.brand"));
        Label place = new Label();
        place.setId("toolbar-place");
        place.getStyleClass().add("muted");
        place.textProperty().bind(model.placeText());
        Region space = new Region();
        HBox.setHgrow(space, Priority.ALWAYS);
        root.getChildren().addAll(brand, place);
        icon("undo", Icons.UNDO);
        icon("redo", Icons.REDO);
        root.getChildren().add(space);
        icon("palette", Icons.SEARCH);
        root.getChildren().add(languages());
        icon("theme", Icons.THEME);
        HBox leaving = new HBox(8);
        leaving.setAlignment(Pos.CENTER_LEFT);
        named("copy").forEach(a -> leaving.getChildren().add(explained(text(a), List.of(a))));
        exports(leaving);
        leaving.visibleProperty().bind(model.pageProperty().isEqualTo(Page.EXPLORE));
        leaving.managedProperty().bind(leaving.visibleProperty());
        root.getChildren().add(leaving);
    }

    /** The actions of this name, whichever screen they are of: {@code copy}, {@code explore.copy}. */
    private List<Action> named(String name) {
        return actions.all().stream()
                .filter(a -> List.of(a.id().split("\\.", -1)).contains(name))
                .toList();
    }

    /** What leaves is what Explore shows: elsewhere there is nothing to copy. One way to export is a button, several are a menu. */
    private void exports(HBox leaving) {
        List<Action> exports = named("export");
        if (exports.size() == 1) {
            leaving.getChildren().add(explained(text(exports.get(0)), exports));
        } else if (!exports.isEmpty()) {
            MenuButton menu = new MenuButton();
            menu.setId("toolbar-export");
            menu.getStyleClass().add("toolbar-button");
            menu.setMinWidth(Region.USE_PREF_SIZE);
            menu.textProperty().bind(texts.bind("ui.toolbar.export"));
            menu.accessibleTextProperty().bind(menu.textProperty());
            exports.forEach(a -> menu.getItems().add(item(a)));
            leaving.getChildren().add(explained(menu, exports));
        }
    }

    /** A disabled control hears nothing of the mouse: what is around it tells why it cannot be used. */
    private static Node explained(Control control, List<Action> actions) {
        ObservableStringValue why = actions.get(0).why();
        BooleanBinding told = Bindings.createBooleanBinding(() -> !why.get().isEmpty(), why);
        Tooltip tip = new Tooltip();
        tip.textProperty().bind(why);
        tip.setWrapText(true);
        tip.setMaxWidth(WIDEST_TIP);
        StackPane place = new StackPane(control);
        place.setId(control.getId() + "-place");
        control.accessibleHelpProperty().bind(why);
        if (!control.disableProperty().isBound()) {
            control.disableProperty().bind(told);
        }
        InvalidationListener install = o -> {
            if (told.get()) {
                Tooltip.install(place, tip);
            } else {
                Tooltip.uninstall(place, tip);
            }
        };
        told.addListener(install);
        install.invalidated(told);
        return place;
    }

    private MenuItem item(Action action) {
        MenuItem item = new MenuItem();
        item.setId("toolbar-" + action.id());
        item.textProperty().bind(texts.bind(action.key()));
        item.disableProperty().bind(action.disabled());
        item.setOnAction(e -> action.perform());
        return item;
    }

    HBox root() {
        return root;
    }

    private void icon(String name, Icons icon) {
        named(name).forEach(action -> {
            Button button = button(action);
            button.setGraphic(icon.draw());
            button.getStyleClass().add("toolbar-icon");
            root.getChildren().add(button);
        });
    }

    private Button text(Action action) {
        Button button = button(action);
        button.textProperty().bind(texts.bind(action.key()));
        return button;
    }

    private Button button(Action action) {
        Button button = new Button();
        button.setId("toolbar-" + action.id());
        button.getStyleClass().add("toolbar-button");
        button.setMinWidth(Region.USE_PREF_SIZE);
        button.disableProperty().bind(action.disabled());
        button.accessibleTextProperty().bind(texts.bind(action.key()));
        Tooltip tip = new Tooltip();
        tip.textProperty()
                .bind(
                        action.accelerator().isPresent()
                                ? texts.bind(
                                        "ui.toolbar.tip",
                                        texts.bind(action.key()),
                                        Accelerators.text(action.accelerator().get()))
                                : texts.bind(action.key()));
        button.setTooltip(tip);
        button.setOnAction(e -> action.perform());
        return button;
    }

    private Node languages() {
        MenuButton menu = new MenuButton();
        menu.setId("toolbar-language");
        menu.getStyleClass().add("toolbar-button");
        menu.setMinWidth(Region.USE_PREF_SIZE);
        menu.textProperty().bind(texts.languageProperty().map(l -> l.code().toUpperCase(Locale.ROOT)));
        menu.accessibleTextProperty().bind(texts.bind("ui.toolbar.language"));
        ToggleGroup group = new ToggleGroup();
        for (Language language : Language.values()) {
            Optional<Action> action = actions.find("language." + language.code());
            RadioMenuItem item = new RadioMenuItem();
            item.setId("language-" + language.code());
            item.textProperty().bind(texts.bind("ui.action.language." + language.code()));
            item.setToggleGroup(group);
            item.setSelected(texts.language() == language);
            item.setOnAction(e -> action.ifPresent(Action::perform));
            texts.languageProperty().addListener((o, before, now) -> item.setSelected(now == language));
            menu.getItems().add(item);
        }
        return menu;
    }
}
