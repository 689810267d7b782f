package org.ecart.ui.shell;

import javafx.scene.control.ContentDisplay;
import javafx.scene.control.ToggleButton;
import javafx.scene.layout.VBox;
import org.ecart.ui.text.Texts;

/** The way from page to page, on the left. */
final class Rail {
    private final VBox root = new VBox();

    Rail(ShellViewModel model, Texts texts) {
        root.setId("rail");
        root.getStyleClass().add("rail");
        root.accessibleTextProperty().bind(texts.bind("ui.rail"));
        for (Page page : Page.values()) {
            root.getChildren().add(button(page, model, texts));
        }
    }

    VBox root() {
        return root;
    }

    private static ToggleButton button(Page page, ShellViewModel model, Texts texts) {
        ToggleButton button = new ToggleButton();
        button.setId("rail-" + page.id());
        button.getStyleClass().setAll("rail-button");
        button.setGraphic(Icons.valueOf(page.name()).draw());
        button.setContentDisplay(ContentDisplay.TOP);
        button.textProperty().bind(texts.bind(page.key()));
        button.accessibleTextProperty().bind(button.textProperty());
        button.setSelected(model.pageProperty().get() == page);
        model.pageProperty().addListener((o, before, now) -> button.setSelected(now == page));
        button.setOnAction(e -> {
            model.pageProperty().set(page);
            button.setSelected(true);
        });
        return button;
    }
}
