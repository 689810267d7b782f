package org.ecart.ui.shell;

import java.util.Optional;
import javafx.application.Platform;
import javafx.beans.Observable;
import javafx.beans.binding.Bindings;
import javafx.css.PseudoClass;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.ecart.ui.action.Action;
import org.ecart.ui.text.Texts;

/** The command palette over the page. */
final class PaletteView {
    private static final PseudoClass UNAVAILABLE = PseudoClass.getPseudoClass("unavailable");
    private static final int SHOWN = 10;
    private static final double LINE = 30;
    private static final double WIDTH = 560;

    private final PaletteViewModel model;
    private final Texts texts;
    private final StackPane root = new StackPane();
    private final TextField query = new TextField();
    private final ListView<Action> list = new ListView<>();
    private Optional<Node> focusBefore = Optional.empty();

    PaletteView(PaletteViewModel model, Texts texts) {
        this.model = model;
        this.texts = texts;
        query.setId("palette-query");
        query.promptTextProperty().bind(texts.bind("ui.palette.prompt"));
        query.accessibleTextProperty().bind(texts.bind("ui.palette.prompt"));
        query.textProperty().bindBidirectional(model.queryProperty());
        list.setId("palette-list");
        list.accessibleTextProperty().bind(texts.bind("ui.palette.list"));
        list.setItems(model.matches());
        list.setFixedCellSize(LINE);
        list.setFocusTraversable(false);
        list.setCellFactory(view -> new Line());
        list.prefHeightProperty()
                .bind(Bindings.max(1, Bindings.min(SHOWN, Bindings.size(model.matches())))
                        .multiply(LINE)
                        .add(4));
        Label nothing = new Label();
        nothing.textProperty().bind(texts.bind("ui.palette.nothing"));
        list.setPlaceholder(nothing);
        VBox card = new VBox(query, list);
        card.getStyleClass().add("palette");
        card.setMaxSize(WIDTH, Region.USE_PREF_SIZE);
        root.setId("palette");
        root.getStyleClass().add("palette-veil");
        root.getChildren().add(card);
        root.setVisible(false);
        root.managedProperty().bind(root.visibleProperty());
        root.setOnMousePressed(e -> {
            if (e.getTarget() == root) {
                model.openProperty().set(false);
            }
        });
        root.addEventFilter(KeyEvent.KEY_PRESSED, this::pressed);
        model.selectedProperty().addListener((o, before, now) -> select());
        model.matches().addListener((Observable o) -> select());
        model.openProperty().addListener((o, before, now) -> show(now));
    }

    StackPane root() {
        return root;
    }

    private void pressed(KeyEvent key) {
        switch (key.getCode()) {
            case DOWN -> model.move(1);
            case UP -> model.move(-1);
            case ENTER -> model.perform();
            case ESCAPE -> model.openProperty().set(false);
            default -> {
                return;
            }
        }
        key.consume();
    }

    private void select() {
        int place = model.selectedProperty().get();
        if (place < model.matches().size()) {
            list.getSelectionModel().select(place);
            list.scrollTo(Math.max(0, place - SHOWN + 1));
        }
    }

    private void show(boolean open) {
        if (open) {
            focusBefore = Optional.ofNullable(root.getScene().getFocusOwner());
            root.setVisible(true);
            query.requestFocus();
            Platform.runLater(this::select);
        } else {
            root.setVisible(false);
            focusBefore.ifPresent(Node::requestFocus);
        }
    }

    /** An action with its keys. */
    private final class Line extends ListCell<Action> {
        private final Label name = new Label();
        private final Label keys = new Label();
        private final HBox both = new HBox(name, keys);

        Line() {
            HBox.setHgrow(name, Priority.ALWAYS);
            name.setMaxWidth(Double.MAX_VALUE);
            keys.setMinWidth(Region.USE_PREF_SIZE);
            keys.getStyleClass().add("muted");
            setOnMouseClicked(e -> {
                if (!isEmpty()) {
                    model.selectedProperty().set(getIndex());
                    model.perform();
                }
            });
        }

        @Override
        protected void updateItem(Action action, boolean empty) {
            super.updateItem(action, empty);
            if (empty || action == null) {
                setGraphic(null);
                return;
            }
            name.setText(texts.get(action.key()));
            keys.setText(action.accelerator().map(Accelerators::text).orElse(""));
            setAccessibleHelp(action.disabled().get() ? action.why().get() : "");
            pseudoClassStateChanged(UNAVAILABLE, action.disabled().get());
            setGraphic(both);
        }
    }
}
