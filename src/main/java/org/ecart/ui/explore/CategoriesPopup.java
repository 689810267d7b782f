package org.ecart.ui.explore;

import java.util.EnumMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import javafx.beans.Observable;
import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.control.SelectionMode;
import javafx.scene.control.TextField;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.ecart.model.Labels;
import org.ecart.model.Language;
import org.ecart.ui.text.Texts;

/** The categories of a variable in a table: which are shown, in what order, and which are one. */
final class CategoriesPopup {
    private static final PseudoClass HIDDEN = PseudoClass.getPseudoClass("hidden-category");
    private static final double WIDTH = 380;
    private static final double LINE = 26;
    private static final int MOST_LINES = 11;

    private final ExploreViewModel model;
    private final CategoriesViewModel categories;
    private final Texts texts;
    private final Sheet sheet = new Sheet();
    private final ListView<CategoriesViewModel.Line> list = new ListView<>();
    private final Label title = new Label();
    private final Button up = button("categories-up", "ui.explore.categories.up");
    private final Button down = button("categories-down", "ui.explore.categories.down");
    private final Button reset = button("categories-reset", "ui.explore.categories.reset");
    private final Button merge = button("categories-merge", "ui.explore.categories.merge");
    private final Button merged = button("categories-merged", "ui.explore.categories.merged");
    private final TextField name = new TextField();
    private final HBox naming = new HBox(6, name, merged);
    private final HBox tools = new HBox(6);
    private String variable = "";

    CategoriesPopup(ExploreViewModel model, Texts texts) {
        this.model = model;
        this.categories = model.categories();
        this.texts = texts;
        title.getStyleClass().add("ecart-strong");
        list.setId("categories");
        list.getStyleClass().add("ecart-categories");
        list.getSelectionModel().setSelectionMode(SelectionMode.MULTIPLE);
        list.setFixedCellSize(LINE);
        list.setCellFactory(l -> new Cell());
        list.addEventFilter(KeyEvent.KEY_PRESSED, this::key);
        list.getSelectionModel().selectedItemProperty().addListener(o -> enable());
        list.getSelectionModel().getSelectedIndices().addListener((Observable o) -> enable());
        up.setOnAction(e -> move(-1));
        down.setOnAction(e -> move(1));
        reset.setOnAction(e -> categories.resetOrder(variable));
        merge.setOnAction(e -> askName());
        merged.setOnAction(e -> merge());
        merged.setDefaultButton(true);
        name.setId("categories-name");
        name.setOnAction(e -> merge());
        name.textProperty().addListener(o -> enable());
        HBox.setHgrow(name, Priority.ALWAYS);
        tools.setAlignment(Pos.CENTER_LEFT);
        Region space = new Region();
        HBox.setHgrow(space, Priority.ALWAYS);
        tools.getChildren().setAll(up, down, reset, space, merge);
        naming.managedProperty().bind(naming.visibleProperty());
        model.changes().addListener(o -> refill());
        model.shownProperty().addListener(o -> refill());
        model.offerProperty().addListener(o -> refill());
    }

    private static Button button(String id, String key) {
        Button button = new Button();
        button.setId(id);
        button.setUserData(key);
        button.setMinWidth(Region.USE_PREF_SIZE);
        return button;
    }

    void show(String of, Node beside) {
        variable = of;
        name.clear();
        naming.setVisible(false);
        title.setText(texts.get(categories.labels(of)));
        list.setAccessibleText(texts.get("ui.explore.categories.of", title.getText()));
        name.setPromptText(texts.get("ui.explore.categories.name"));
        name.setAccessibleText(name.getPromptText());
        for (Button button : List.of(up, down, reset, merge, merged)) {
            String text = texts.get(button.getUserData().toString());
            button.setAccessibleText(text);
            button.setText(text);
            button.setTooltip(new Tooltip(text));
        }
        up.setText("↑");
        down.setText("↓");
        Label hint = new Label(texts.get("ui.explore.categories.hint"));
        hint.getStyleClass().add("ecart-note");
        hint.setWrapText(true);
        fill(Set.of());
        VBox content = new VBox(8, title, list, tools, naming, hint);
        content.setPrefWidth(WIDTH);
        sheet.stay(content, beside);
        list.requestFocus();
        list.getSelectionModel().clearSelection();
    }

    private void refill() {
        if (!sheet.isOpen()) {
            return;
        }
        if (model.breakdown().variables().contains(variable)) {
            fill(selected());
        } else {
            sheet.hide();
        }
    }

    private void fill(Set<String> selected) {
        List<CategoriesViewModel.Line> lines = categories.linesAndTotal(variable);
        if (!lines.equals(list.getItems())) {
            list.getItems().setAll(lines);
            list.getSelectionModel().clearSelection();
            for (int i = 0; i < lines.size(); i++) {
                if (selected.contains(lines.get(i).category().code())) {
                    list.getSelectionModel().select(i);
                }
            }
        }
        list.setPrefHeight(LINE * Math.min(MOST_LINES, lines.size()) + 2);
        enable();
    }

    private Set<String> selected() {
        return list.getSelectionModel().getSelectedItems().stream()
                .map(l -> l.category().code())
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }

    private void enable() {
        Set<String> selected = selected();
        up.setDisable(selected.isEmpty());
        down.setDisable(selected.isEmpty());
        reset.setDisable(!categories.ordered(variable));
        merge.setDisable(!categories.canMerge(variable, selected));
        merged.setDisable(merge.isDisabled() || name.getText().isBlank());
    }

    private void key(KeyEvent e) {
        if (e.isAltDown() && (e.getCode() == KeyCode.UP || e.getCode() == KeyCode.DOWN)) {
            move(e.getCode() == KeyCode.UP ? -1 : 1);
            e.consume();
        } else if (e.getCode() == KeyCode.ESCAPE) {
            // a list keeps this key to itself
            sheet.hide();
            e.consume();
        } else if (e.getCode() == KeyCode.SPACE && !e.isShortcutDown()) {
            toggle();
            e.consume();
        }
    }

    private void move(int by) {
        categories.move(variable, selected(), by);
        if (!list.getSelectionModel().isEmpty()) {
            list.scrollTo(Math.max(0, list.getSelectionModel().getSelectedIndex() - 1));
        }
    }

    /** Hides what is selected, or shows it where all of it is hidden. */
    private void toggle() {
        boolean all = list.getSelectionModel().getSelectedItems().stream().allMatch(CategoriesViewModel.Line::hidden);
        if (all) {
            categories.show(variable, selected());
        } else {
            categories.hide(variable, selected());
        }
    }

    private void askName() {
        naming.setVisible(true);
        name.requestFocus();
        enable();
    }

    private void merge() {
        if (merged.isDisabled()) {
            return;
        }
        Set<String> codes = selected();
        sheet.hide();
        Map<Language, String> titles = new EnumMap<>(Language.class);
        for (Language language : Language.values()) {
            titles.put(
                    language,
                    texts.messages()
                            .text(
                                    language,
                                    "ui.explore.categories.variable",
                                    categories.labels(variable).in(language)));
        }
        categories.merge(
                variable,
                codes,
                name.getText(),
                new Merging.Words(new Labels(titles), inAll("study.unknown"), inAll("study.no_record")));
    }

    private Labels inAll(String key) {
        Map<Language, String> all = new EnumMap<>(Language.class);
        for (Language language : Language.values()) {
            all.put(language, texts.messages().text(language, key));
        }
        return new Labels(all);
    }

    /** A category with its check. */
    private final class Cell extends ListCell<CategoriesViewModel.Line> {
        private final CheckBox box = new CheckBox();
        private final Label label = new Label();
        private final Label aside = new Label();
        private final HBox line = new HBox(8, box, label, aside);

        Cell() {
            box.setFocusTraversable(false);
            label.getStyleClass().add("ecart-category");
            aside.getStyleClass().add("ecart-note");
            line.setAlignment(Pos.CENTER_LEFT);
        }

        @Override
        protected void updateItem(CategoriesViewModel.Line item, boolean empty) {
            super.updateItem(item, empty);
            boolean there = !empty && item != null;
            pseudoClassStateChanged(HIDDEN, there && item.hidden());
            if (!there) {
                setGraphic(null);
                setAccessibleText(null);
                return;
            }
            String code = item.category().code();
            String text = item.category().isTotal()
                    ? texts.get("i18n.total")
                    : texts.get(item.category().labels());
            box.setId("category-" + code);
            box.setAccessibleText(text);
            box.setSelected(!item.hidden());
            box.setDisable(!item.hidden() && !categories.canHide(variable, List.of(code)));
            box.setOnAction(e -> {
                if (item.hidden()) {
                    categories.show(variable, List.of(code));
                } else {
                    categories.hide(variable, List.of(code));
                }
            });
            label.setText(text);
            aside.setText(item.reference() ? texts.get("ui.shelf.reference") : "");
            setAccessibleText(
                    texts.get(item.hidden() ? "ui.explore.categories.hidden" : "ui.explore.categories.shown", text));
            setGraphic(line);
        }
    }
}
