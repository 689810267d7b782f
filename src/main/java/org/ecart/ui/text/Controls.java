package org.ecart.ui.text;

import java.util.function.Function;
import javafx.beans.binding.Bindings;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TableColumn;

/** Makes controls that follow the language, each with its id and its accessible text. */
public final class Controls {
    private final Texts texts;

    public Controls(Texts texts) {
        this.texts = texts;
    }

    public Texts texts() {
        return texts;
    }

    public Button button(String id, String key, Runnable run) {
        Button button = new Button();
        button.textProperty().bind(texts.bind(key));
        button.setOnAction(e -> run.run());
        return named(button, id, key);
    }

    /** A text with a style class. */
    public Label label(String style, String key, Object... arguments) {
        Label label = new Label();
        label.getStyleClass().add(style);
        label.textProperty().bind(texts.bind(key, arguments));
        return label;
    }

    public <N extends Node> N named(N node, String id, String key) {
        node.setId(id);
        node.accessibleTextProperty().bind(texts.bind(key));
        return node;
    }

    /** A column of texts that follow the language. */
    public <S> TableColumn<S, String> column(String id, String key, double width, Function<S, String> text) {
        TableColumn<S, String> column = new TableColumn<>();
        column.setId(id);
        column.textProperty().bind(texts.bind(key));
        column.setPrefWidth(width);
        column.setCellValueFactory(
                row -> Bindings.createStringBinding(() -> text.apply(row.getValue()), texts.languageProperty()));
        return column;
    }

    /** A column of numbers, which stand at the right. */
    public <S> TableColumn<S, String> numbers(String id, String key, double width, Function<S, Long> number) {
        TableColumn<S, String> column =
                column(id, key, width, row -> texts.numbers().whole(number.apply(row)));
        column.getStyleClass().add("number");
        column.setSortable(false);
        return column;
    }
}
