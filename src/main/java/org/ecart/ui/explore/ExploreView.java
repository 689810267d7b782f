package org.ecart.ui.explore;

import java.util.Optional;
import java.util.concurrent.Callable;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.BooleanBinding;
import javafx.beans.binding.StringBinding;
import javafx.beans.property.BooleanProperty;
import javafx.scene.control.Label;
import javafx.scene.control.SplitPane;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.KeyCombination;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.ecart.chart.Charts;
import org.ecart.ui.action.Actions;
import org.ecart.ui.text.Texts;

/** Explore on screen: the palette, the shelves, and the table beside its chart. */
public final class ExploreView {
    private static final KeyCombination COPY = new KeyCodeCombination(KeyCode.C, KeyCombination.SHORTCUT_DOWN);
    private static final double TABLE_SHARE = 0.62;

    private final ExploreViewModel model;
    private final StackPane root = new StackPane();
    private final Label told = new Label();
    private final Exports exports;
    private final TableSide table;
    private final Palette palette;
    private final ChartPane chart;

    public ExploreView(ExploreViewModel model, Texts texts, Actions actions) {
        this.model = model;
        root.setId("explore");
        root.getStyleClass().add("ecart-explore");
        Dragging dragging = new Dragging();
        FilterPopup filter = new FilterPopup(model, texts);
        this.exports = new Exports(model, texts, root, told::setText);
        CategoriesPopup categories = new CategoriesPopup(model, texts);
        VariableMenu menus = new VariableMenu(model, texts, filter, categories);
        this.table = new TableSide(model, texts, menus);
        this.palette = new Palette(model, texts, dragging, menus);
        BooleanBinding unfinished = Bindings.createBooleanBinding(
                () -> model.releasable().isEmpty(), model.shownProperty(), model.busyProperty());
        ShelfBar shelves = new ShelfBar(model, texts, dragging, filter, menus);
        Head head = new Head(model, texts);
        shelves.addTools(head.tools());
        this.chart = new ChartPane(model, texts, new ChartSource(new Charts(texts.messages())));
        SplitPane sides = new SplitPane(table.root(), chart.root());
        sides.setDividerPositions(TABLE_SHARE);
        sides.getStyleClass().add("ecart-sides");
        told.setId("explore-told");
        told.getStyleClass().add("ecart-quiet");
        told.managedProperty().bind(told.textProperty().isNotEmpty());
        model.changes().addListener(o -> told.setText(""));
        VBox centre = new VBox(6, shelves.root(), head.words(), sides, told);
        centre.getStyleClass().add("ecart-centre");
        VBox.setVgrow(sides, Priority.ALWAYS);
        BorderPane pane = new BorderPane(centre);
        pane.setLeft(palette.root());
        root.getChildren().setAll(pane, dragging.layer());
        table.grid().view().addEventHandler(KeyEvent.KEY_PRESSED, e -> {
            if (COPY.match(e)) {
                copy();
                e.consume();
            }
        });
        addActions(actions, texts, unfinished);
        addTableActions(actions, head, shelves, categories);
    }

    public Region root() {
        return root;
    }

    /** Whether the screen is dark, for the chart's own colours. */
    public BooleanProperty darkProperty() {
        return chart.darkProperty();
    }

    private void export(TableFile kind) {
        exports.export(kind, chart.kindProperty().get());
    }

    private void copy() {
        exports.copy(table.grid().text());
    }

    /** What can be done with the categories, measures and filters of the table. */
    private void addTableActions(Actions actions, Head head, ShelfBar shelves, CategoriesPopup categories) {
        BooleanBinding never = Bindings.createBooleanBinding(() -> false);
        CategoriesViewModel arranged = model.categories();
        actions.add("explore.measures", Optional.of("Shortcut+M"), never, head::showMeasures);
        actions.add("explore.condition", Optional.empty(), never, shelves::writeCondition);
        actions.add(
                "explore.categories",
                Optional.empty(),
                when(() -> model.breakdown().variables().isEmpty()),
                () -> categories.show(
                        model.breakdown().variables().iterator().next(),
                        table.grid().view()));
        actions.add(
                "explore.hide",
                Optional.empty(),
                Bindings.createBooleanBinding(
                        () -> !arranged.canHide(table.grid().rowInHand()),
                        model.selectedCellProperty(),
                        model.changes()),
                () -> arranged.hide(table.grid().rowInHand()));
        actions.add(
                "explore.show_all",
                Optional.empty(),
                when(() -> model.breakdown().arrangement().hidden().isEmpty()),
                arranged::showAll);
        actions.add(
                "explore.code_order",
                Optional.empty(),
                when(() -> model.breakdown().arrangement().order().isEmpty()),
                arranged::resetOrders);
    }

    private BooleanBinding when(Callable<Boolean> disabled) {
        return Bindings.createBooleanBinding(disabled, model.changes());
    }

    private void addActions(Actions actions, Texts texts, BooleanBinding unfinished) {
        StringBinding why = Bindings.createStringBinding(
                () -> model.refusal().map(texts::get).orElse(""), model.shownProperty(), texts.languageProperty());
        BooleanBinding never = Bindings.createBooleanBinding(() -> false);
        actions.add("explore.search", Optional.of("Shortcut+F"), never, palette::search);
        actions.add("explore.swap", Optional.empty(), never, model::swapRowsAndColumns);
        actions.add("explore.sort", Optional.empty(), never, () -> model.sortedByGapProperty()
                .set(!model.sortedByGapProperty().get()));
        actions.add(
                "explore.totals",
                Optional.empty(),
                never,
                () -> model.setTotals(!model.breakdown().totals()));
        actions.add(
                "explore.undetermined",
                Optional.empty(),
                never,
                () -> model.setUndetermined(!model.breakdown().showUndetermined()));
        actions.add("explore.duplicate", Optional.empty(), never, model::duplicate);
        actions.add("explore.copy", Optional.empty(), unfinished, why, this::copy);
        for (TableFile kind : TableFile.values()) {
            actions.add("explore.export." + kind.ending(), Optional.empty(), unfinished, why, () -> export(kind));
        }
    }
}
