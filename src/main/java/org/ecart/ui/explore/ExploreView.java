package org.ecart.ui.explore;

import java.util.Optional;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.BooleanBinding;
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
        this.table = new TableSide(model, texts);
        this.palette = new Palette(model, texts, dragging, filter);
        BooleanBinding unfinished = Bindings.createBooleanBinding(
                () -> model.releasable().isEmpty(), model.shownProperty(), model.busyProperty());
        ShelfBar shelves = new ShelfBar(model, texts, dragging, filter);
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
        addActions(actions, unfinished);
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

    private void addActions(Actions actions, BooleanBinding unfinished) {
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
        actions.add("explore.copy", Optional.empty(), unfinished, this::copy);
        for (TableFile kind : TableFile.values()) {
            actions.add("explore.export." + kind.ending(), Optional.empty(), unfinished, () -> export(kind));
        }
    }
}
