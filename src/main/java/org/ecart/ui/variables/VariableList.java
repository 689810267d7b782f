package org.ecart.ui.variables;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.ecart.model.Labels;
import org.ecart.ui.text.Controls;

/** All variables with a search: the derived ones with their rule sets, then those of each extract. */
final class VariableList {
    /** A line of the list. */
    private sealed interface Line {}

    /** @param extract none over the derived variables */
    private record Heading(Optional<Labels> extract) implements Line {}

    private record Item(Entry entry) implements Line {}

    /** What the list keeps free beside the words of a line: its own edges, those of the cell, the scroll bar. */
    private static final double SIDES = 34;

    private static final PseudoClass HEADING = PseudoClass.getPseudoClass("heading");

    private final VBox root = new VBox(8);
    private final VariablesViewModel model;
    private final Controls controls;
    private final Wording wording;
    private final TextField query;
    private final ListView<Line> list;
    private boolean showing;

    VariableList(VariablesViewModel model, Controls controls) {
        this.model = model;
        this.controls = controls;
        this.wording = new Wording(controls.texts());
        this.query = controls.named(new TextField(), "variables-query", "ui.variables.search");
        this.list = controls.named(new ListView<>(), "variables-list", "ui.variables.title");
        query.promptTextProperty().bind(controls.texts().bind("ui.variables.search"));
        query.textProperty().bindBidirectional(model.queryProperty());
        query.setOnKeyPressed(e -> {
            if (e.getCode() == KeyCode.DOWN) {
                list.requestFocus();
            } else if (e.getCode() == KeyCode.ESCAPE) {
                query.clear();
            }
        });
        Label nothing = controls.label("muted", "ui.variables.nothing");
        nothing.setWrapText(true);
        list.setPlaceholder(nothing);
        list.setCellFactory(l -> new Cell());
        list.getSelectionModel().selectedIndexProperty().addListener((o, before, now) -> choose(before, now));
        VBox.setVgrow(list, Priority.ALWAYS);
        root.getStyleClass().add("variables-all");
        root.getChildren().addAll(query, list);
        model.shownProperty().addListener(o -> show());
        model.selectedProperty().addListener(o -> show());
        controls.texts().languageProperty().addListener(o -> list.refresh());
        show();
    }

    Region root() {
        return root;
    }

    void search() {
        query.requestFocus();
        query.selectAll();
    }

    private void choose(Number before, Number now) {
        int at = now.intValue();
        if (showing || at < 0 || at >= list.getItems().size()) {
            return;
        }
        if (list.getItems().get(at) instanceof Item item) {
            model.select(item.entry());
        } else {
            // a heading is no variable: on in the same direction
            int next = at + (at < before.intValue() ? -1 : 1);
            boolean there = next >= 0 && next < list.getItems().size();
            list.getSelectionModel().clearAndSelect(there ? next : at + 1);
        }
    }

    private void show() {
        showing = true;
        List<Line> lines = new ArrayList<>();
        Optional<Heading> above = Optional.empty();
        for (Entry entry : model.shownProperty().get()) {
            Heading heading = new Heading(
                    entry.source() instanceof Entry.Stored stored ? Optional.of(stored.extract()) : Optional.empty());
            if (!above.equals(Optional.of(heading))) {
                lines.add(heading);
                above = Optional.of(heading);
            }
            lines.add(new Item(entry));
        }
        if (!list.getItems().equals(lines)) {
            list.getItems().setAll(lines);
        }
        model.selectedProperty().get().ifPresent(e -> list.getSelectionModel().select(new Item(e)));
        showing = false;
    }

    /** A variable with its edition or the number of its codes, or what the next ones have in common. */
    private final class Cell extends ListCell<Line> {
        private final Label label = new Label();
        private final Label aside = new Label();
        private final HBox line = new HBox(6, label, aside);

        Cell() {
            HBox.setHgrow(label, Priority.ALWAYS);
            label.setMaxWidth(Double.MAX_VALUE);
            label.setMinWidth(0);
            label.setWrapText(true);
            label.setMinHeight(Region.USE_PREF_SIZE);
            aside.setMinWidth(Region.USE_PREF_SIZE);
            aside.getStyleClass().add("variables-aside");
            line.setAlignment(Pos.CENTER_LEFT);
            setPrefWidth(0);
        }

        @Override
        protected double computePrefHeight(double width) {
            double inside = list.getWidth() - SIDES - (aside.getText().isEmpty() ? 0 : 6 + aside.prefWidth(-1));
            return getGraphic() == null
                    ? super.computePrefHeight(width)
                    : label.prefHeight(Math.max(inside, 0)) + snappedTopInset() + snappedBottomInset();
        }

        @Override
        protected void updateItem(Line item, boolean empty) {
            super.updateItem(item, empty);
            boolean heading = !empty && item instanceof Heading;
            pseudoClassStateChanged(HEADING, heading);
            setDisable(heading);
            setText(null);
            setGraphic(empty ? null : line);
            if (item instanceof Heading above) {
                label.setText(above.extract()
                        .map(controls.texts()::get)
                        .orElseGet(() -> controls.texts().get("ui.explore.derived"))
                        .toUpperCase(Locale.ROOT));
                aside.setText("");
            } else if (item instanceof Item one) {
                label.setText(wording.label(one.entry()));
                aside.setText(wording.aside(one.entry()));
            }
        }
    }
}
