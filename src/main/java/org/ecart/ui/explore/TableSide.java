package org.ecart.ui.explore;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import javafx.beans.binding.Bindings;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.Tab;
import javafx.scene.control.TabPane;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.ecart.model.Caption;
import org.ecart.model.EcartException;
import org.ecart.model.Labels;
import org.ecart.protect.Protection;
import org.ecart.ui.explore.ExploreViewModel.Shown;
import org.ecart.ui.text.Texts;

/** The table with what must be read with it, its method and its protection; or why there is none. */
final class TableSide {
    private static final double NOTES = 66;

    private final ExploreViewModel model;
    private final Texts texts;
    private final Grid grid;
    private final FlowPane legend = new FlowPane(14, 2);
    private final VBox notes = new VBox(2);
    private final VBox method = new VBox(8);
    private final VBox protection = new VBox(6);
    private final Label refusal = new Label();
    private final Label message = new Label();
    private final Button back = new Button();
    private final VBox instead = new VBox(12, message, back);
    private final HBox large = new HBox(8);
    private final Label largeText = new Label();
    private final TabPane tabs = new TabPane();
    private final Tab tableTab = new Tab();
    private final Tab methodTab = new Tab();
    private final Tab protectionTab = new Tab();
    private final VBox root = new VBox();

    TableSide(ExploreViewModel model, Texts texts, VariableMenu menus) {
        this.model = model;
        this.texts = texts;
        PassportSheet passport = new PassportSheet(model, texts, this::markTakingPart);
        this.grid = new Grid(
                texts, model.selectedCellProperty()::set, passport::show, (categories, owner, x, y) -> menus.of(
                                categories, owner)
                        .show(owner, x, y));
        build();
        model.shownProperty().addListener(o -> show());
        model.sortedByGapProperty().addListener(o -> show());
        model.failureProperty().addListener(o -> explain());
        model.largeCellsProperty().addListener(o -> explain());
        model.busyProperty().addListener(o -> explain());
        model.selectedCellProperty().addListener((o, before, now) -> grid.follow(now));
        texts.languageProperty().addListener(o -> {
            show();
            explain();
        });
        show();
        explain();
    }

    Region root() {
        return root;
    }

    Grid grid() {
        return grid;
    }

    private void markTakingPart(Set<Integer> cells) {
        grid.markTakingPart(cells);
    }

    private void build() {
        message.setId("explore-failure");
        message.setWrapText(true);
        message.getStyleClass().add("ecart-message");
        back.setId("explore-failure-undo");
        back.textProperty().bind(texts.bind("ui.explore.large.undo"));
        back.accessibleTextProperty().bind(back.textProperty());
        back.setOnAction(e -> model.undo());
        back.disableProperty().bind(model.nothingToUndoProperty());
        instead.managedProperty().bind(instead.visibleProperty());
        refusal.setId("explore-refusal");
        refusal.setWrapText(true);
        refusal.setMinHeight(Region.USE_PREF_SIZE);
        refusal.getStyleClass().addAll("ecart-note", "ecart-refusal");
        refusal.visibleProperty().bind(refusal.textProperty().isNotEmpty());
        refusal.managedProperty().bind(refusal.visibleProperty());
        Button make = button("explore-large-make", "ui.explore.large.make", model::makeLarge);
        Button undo = button("explore-large-undo", "ui.explore.large.undo", model::undo);
        undo.disableProperty().bind(model.nothingToUndoProperty());
        largeText.setWrapText(true);
        HBox.setHgrow(largeText, Priority.ALWAYS);
        largeText.setMaxWidth(Double.MAX_VALUE);
        large.setId("explore-large");
        large.setAlignment(Pos.CENTER_LEFT);
        large.getStyleClass().add("ecart-warning");
        large.getChildren().setAll(largeText, make, undo);
        notes.setId("explore-notes");
        ScrollPane under = scroll(notes);
        // as high as the notes are, up to a limit
        under.prefHeightProperty().bind(Bindings.min(NOTES, notes.heightProperty()));
        under.setMinHeight(Region.USE_PREF_SIZE);
        legend.setId("explore-legend");
        legend.setMinHeight(Region.USE_PREF_SIZE);
        legend.managedProperty().bind(legend.visibleProperty());
        VBox page = new VBox(6, grid.view(), legend, refusal, under);
        VBox.setVgrow(grid.view(), Priority.ALWAYS);
        StackPane place = new StackPane(page, instead);
        StackPane.setAlignment(instead, Pos.TOP_LEFT);
        method.setId("explore-method");
        protection.setId("explore-protection");
        tab(tableTab, "tab-table", place);
        tab(methodTab, "tab-method", scroll(method));
        tab(protectionTab, "tab-protection", scroll(protection));
        tableTab.textProperty().bind(texts.bind("ui.explore.tab.table"));
        methodTab.textProperty().bind(texts.bind("ui.explore.tab.method"));
        tabs.setId("explore-tabs");
        tabs.accessibleTextProperty().bind(texts.bind("ui.explore.grid"));
        tabs.getStyleClass().add("ecart-table-tabs");
        tabs.setTabClosingPolicy(TabPane.TabClosingPolicy.UNAVAILABLE);
        VBox.setVgrow(tabs, Priority.ALWAYS);
        root.setMinWidth(360);
        root.getChildren().setAll(large, tabs);
    }

    private void tab(Tab tab, String id, Node content) {
        tab.setId(id);
        tab.setContent(content);
        tabs.getTabs().add(tab);
    }

    private static ScrollPane scroll(VBox content) {
        ScrollPane scroll = new ScrollPane(content);
        scroll.setFitToWidth(true);
        scroll.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
        scroll.getStyleClass().add("ecart-text");
        return scroll;
    }

    private Button button(String id, String key, Runnable run) {
        Button button = Named.node(new Button(), id, texts.bind(key));
        button.textProperty().bind(texts.bind(key));
        button.setMinWidth(Region.USE_PREF_SIZE);
        button.setOnAction(e -> run.run());
        return button;
    }

    private void show() {
        Optional<Shown> shown = model.shownProperty().get();
        boolean there = shown.isPresent();
        grid.view().setVisible(there);
        notes.setVisible(there);
        legend.setVisible(false);
        refusal.setText(shown.flatMap(Shown::refusal).map(texts::get).orElse(""));
        shown.ifPresent(s -> {
            GridModel lines = new GridModel(
                    s.table(),
                    s.marks(),
                    texts.language(),
                    texts.messages(),
                    model.sortedByGapProperty().get());
            grid.show(lines);
            explain(lines.looks());
            Caption caption = s.table().caption();
            notes.getChildren().clear();
            if (s.marks().stream().anyMatch(Protection::suppressed)) {
                notes.getChildren().add(text(texts.get("i18n.status.c")));
            }
            caption.notes().forEach(n -> notes.getChildren().add(text(texts.get(n))));
            notes.getChildren().add(text(texts.get(caption.source())));
            caption.notice().ifPresent(n -> {
                Label notice = text(texts.get(n));
                notice.getStyleClass().add("ecart-strong");
                notes.getChildren().add(0, notice);
            });
            method.getChildren().clear();
            for (Labels definition : caption.definitions()) {
                method.getChildren().add(text(texts.get(definition)));
            }
        });
        showProtection(shown);
    }

    private void showProtection(Optional<Shown> shown) {
        List<Protection> marks = shown.map(Shown::marks).orElse(List.of());
        Optional<String> refused = shown.flatMap(Shown::refusal).map(texts::get);
        boolean done = shown.flatMap(Shown::last).isPresent() || refused.isPresent();
        long suppressed = marks.stream().filter(Protection::suppressed).count();
        protectionTab.setText(
                done
                        ? texts.get("ui.explore.tab.protection", texts.numbers().whole(suppressed))
                        : texts.get("ui.explore.tab.protection.under_way"));
        protection.getChildren().clear();
        refused.ifPresent(why -> protection.getChildren().add(text(why)));
        for (Protection kind : Protection.values()) {
            long cells = marks.stream().filter(m -> m == kind).count();
            if (kind == Protection.FALLBACK && cells == 0) {
                continue;
            }
            protection
                    .getChildren()
                    .add(text(texts.get(
                            "ui.explore.protection.cells." + kind.name().toLowerCase(Locale.ROOT),
                            texts.numbers().whole(cells))));
        }
        if (!done) {
            protection.getChildren().add(text(texts.get("ui.explore.protection.under_way")));
        }
    }

    private static Label text(String text) {
        Label label = new Label(text);
        label.setWrapText(true);
        label.getStyleClass().add("ecart-note");
        return label;
    }

    private void explain() {
        long cells = model.largeCellsProperty().get();
        large.setVisible(cells > 0);
        large.setManaged(cells > 0);
        largeText.setText(
                cells > 0 ? texts.get("ui.explore.large", texts.numbers().whole(cells)) : "");
        Optional<RuntimeException> why = model.failureProperty().get();
        boolean nothing = model.shownProperty().get().isEmpty();
        String text = "";
        if (nothing && why.isPresent()) {
            text = why.get() instanceof EcartException expected
                    ? texts.get(expected)
                    : texts.get("ui.explore.defect", why.get());
        } else if (nothing && model.busyProperty().get()) {
            text = texts.get("ui.explore.counting");
        }
        message.setText(text);
        instead.setVisible(!text.isEmpty());
        back.setVisible(nothing && why.isPresent());
    }

    /** The marks that occur, told apart in words. */
    private void explain(List<GridModel.Look> looks) {
        legend.getChildren().clear();
        for (GridModel.Look look : looks) {
            MarkSign sign = new MarkSign();
            sign.show(look);
            Label words = new Label(texts.get("ui.explore.legend." + look.name().toLowerCase(Locale.ROOT)), sign);
            words.getStyleClass().add("ecart-note");
            legend.getChildren().add(words);
        }
        legend.setVisible(!looks.isEmpty());
    }
}
