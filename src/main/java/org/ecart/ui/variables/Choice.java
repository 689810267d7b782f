package org.ecart.ui.variables;

import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import javafx.scene.control.ComboBox;
import javafx.util.StringConverter;
import org.ecart.ui.text.Controls;

/** A list to choose one from; only what the analyst chooses is told, and its words follow the language. */
final class Choice<T> {
    private final ComboBox<T> box;
    private final Function<T, String> text;
    private boolean showing;

    Choice(Controls controls, String id, String key, Function<T, String> text, Consumer<T> chosen) {
        this.text = text;
        this.box = controls.named(new ComboBox<>(), id, key);
        box.setVisibleRowCount(18);
        box.setConverter(new Words());
        box.valueProperty().addListener((o, before, now) -> {
            if (!showing && now != null) {
                chosen.accept(now);
            }
        });
        controls.texts().languageProperty().addListener(o -> rewrite());
    }

    ComboBox<T> box() {
        return box;
    }

    void show(List<T> items, Optional<T> value) {
        showing = true;
        if (!box.getItems().equals(items)) {
            box.getItems().setAll(items);
        }
        box.setValue(value.orElse(null));
        showing = false;
    }

    private void rewrite() {
        showing = true;
        T value = box.getValue();
        List<T> items = List.copyOf(box.getItems());
        box.setConverter(new Words());
        box.getItems().setAll(items);
        box.setValue(value);
        showing = false;
    }

    private final class Words extends StringConverter<T> {
        @Override
        public String toString(T item) {
            return item == null ? "" : text.apply(item);
        }

        @Override
        public T fromString(String typed) {
            throw new UnsupportedOperationException("chosen, not typed");
        }
    }
}
