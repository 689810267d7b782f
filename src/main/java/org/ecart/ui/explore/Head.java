package org.ecart.ui.explore;

import java.util.Optional;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.ecart.ui.text.Texts;

/** The finding as title, which can be written here, its subtitle, and the tools of the table. */
final class Head {
    private final ExploreViewModel model;
    private final Texts texts;
    private final Label title = new Label();
    private final Label subtitle = new Label();
    private final VBox words = new VBox(2);
    private final HBox tools = new HBox(6);
    private final Button measures = new Button();
    private final ShowSheet sheet;

    Head(ExploreViewModel model, Texts texts) {
        this.model = model;
        this.texts = texts;
        Named.node(title, "explore-title", texts.bind("ui.explore.title.edit"));
        title.getStyleClass().add("ecart-title");
        title.setWrapText(true);
        title.setMinHeight(Region.USE_PREF_SIZE);
        title.setFocusTraversable(true);
        title.setOnMouseClicked(e -> edit());
        title.setOnKeyPressed(e -> {
            if (e.getCode() == KeyCode.ENTER || e.getCode() == KeyCode.F2) {
                edit();
            }
        });
        Tooltip tip = new Tooltip();
        tip.textProperty().bind(title.textProperty());
        title.setTooltip(tip);
        subtitle.setId("explore-subtitle");
        subtitle.getStyleClass().add("ecart-quiet");
        words.getChildren().setAll(title, subtitle);
        words.setMinWidth(0);
        Named.node(measures, "explore-show", texts.bind("ui.explore.show"));
        measures.textProperty().bind(texts.bind("ui.explore.show"));
        Label sign = new Label("▾");
        sign.getStyleClass().add("ecart-quiet");
        measures.setGraphic(sign);
        measures.setContentDisplay(ContentDisplay.RIGHT);
        measures.setOnAction(e -> showMeasures());
        this.sheet = new ShowSheet(model, texts);
        tools.setAlignment(Pos.CENTER_RIGHT);
        tools.getStyleClass().add("ecart-head");
        tools.getChildren().setAll(sort(), measures, swap());
        model.changes().addListener(o -> retitle());
        model.shownProperty().addListener(o -> retitle());
        texts.languageProperty().addListener(o -> retitle());
        retitle();
    }

    /** Title and subtitle. */
    Node words() {
        return words;
    }

    /** What can be done with the table. */
    Node tools() {
        return tools;
    }

    private Button swap() {
        Button swap = Named.node(new Button("⇄"), "explore-swap", texts.bind("ui.action.explore.swap"));
        Tooltip name = new Tooltip();
        name.textProperty().bind(texts.bind("ui.action.explore.swap"));
        swap.setTooltip(name);
        swap.setOnAction(e -> model.swapRowsAndColumns());
        return swap;
    }

    private ToggleButton sort() {
        ToggleButton sort = Named.node(new ToggleButton(), "explore-sort", texts.bind("ui.action.explore.sort"));
        sort.textProperty().bind(texts.bind("ui.action.explore.sort"));
        sort.selectedProperty().bindBidirectional(model.sortedByGapProperty());
        return sort;
    }

    /** Offers what the table can show. */
    void showMeasures() {
        sheet.show(measures);
    }

    private void retitle() {
        words.getChildren().set(0, title);
        title.setText(texts.get(model.table().title()));
        Optional<String> told = model.shownProperty()
                .get()
                .map(s -> texts.get(s.table().caption().subtitle()));
        subtitle.setText(told.orElse(""));
    }

    private void edit() {
        TextField field =
                Named.node(new TextField(title.getText()), "explore-title-field", texts.get("ui.explore.title.edit"));
        field.setOnAction(e -> {
            model.rename(model.table().id(), texts.language(), field.getText());
            retitle();
            title.requestFocus();
        });
        field.setOnKeyPressed(e -> {
            if (e.getCode() == KeyCode.ESCAPE) {
                retitle();
                title.requestFocus();
                e.consume();
            }
        });
        words.getChildren().set(0, field);
        field.requestFocus();
        field.selectAll();
    }
}
