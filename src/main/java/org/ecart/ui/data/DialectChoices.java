package org.ecart.ui.data;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import javafx.geometry.Pos;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import org.ecart.intake.delivery.Dialect;
import org.ecart.intake.delivery.Dialect.DecimalSign;
import org.ecart.intake.delivery.Dialect.Encoding;
import org.ecart.intake.delivery.Dialect.Said;
import org.ecart.ui.text.Controls;

/** How a file is written: what was found, and what can be said instead. */
final class DialectChoices {
    private static final List<Encoding> ENCODINGS = List.of(Encoding.UTF_8, Encoding.WINDOWS_1252);
    private static final List<DecimalSign> SIGNS = List.of(DecimalSign.POINT, DecimalSign.COMMA);

    private final HBox root = new HBox(8);
    private final ImportViewModel model;
    private final Controls controls;
    private final Wording wording;
    private final List<Choice<?>> choices;
    private boolean showing;

    /** One part of it: first what was found, then what can be said. */
    private record Choice<T>(
            ComboBox<String> box,
            List<T> values,
            Function<Said, Optional<T>> said,
            Function<Dialect, T> part,
            Function<T, String> text) {
        List<String> items(Controls controls, Look look) {
            List<String> items = new ArrayList<>();
            items.add(controls.texts().get("ui.data.dialect.found", text.apply(part.apply(look.seeming()))));
            values.forEach(v -> items.add(text.apply(v)));
            return items;
        }

        int place(Look look) {
            return said.apply(look.said()).map(v -> values.indexOf(v) + 1).orElse(0);
        }

        Optional<T> chosen() {
            int place = box.getSelectionModel().getSelectedIndex();
            return place < 1 ? Optional.empty() : Optional.of(values.get(place - 1));
        }
    }

    DialectChoices(ImportViewModel model, Controls controls) {
        this.model = model;
        this.controls = controls;
        this.wording = new Wording(controls.texts());
        Choice<Character> delimiter = new Choice<>(
                box("delimiter", 150), Dialect.DELIMITERS, Said::delimiter, Dialect::delimiter, wording::delimiter);
        Choice<Encoding> encoding =
                new Choice<>(box("encoding", 150), ENCODINGS, Said::encoding, Dialect::encoding, wording::encoding);
        Choice<DecimalSign> sign =
                new Choice<>(box("decimal", 166), SIGNS, Said::decimalSign, Dialect::decimalSign, this::sign);
        choices = List.of(delimiter, encoding, sign);
        listen(delimiter, s -> new Said(delimiter.chosen(), s.encoding(), s.decimalSign()));
        listen(encoding, s -> new Said(s.delimiter(), encoding.chosen(), s.decimalSign()));
        listen(sign, s -> new Said(s.delimiter(), s.encoding(), sign.chosen()));
        root.setAlignment(Pos.CENTER_LEFT);
        root.getStyleClass().add("import-dialect");
        // What could not be read as it was said stays as it was.
        model.busyProperty().addListener((o, before, now) -> model.plan().ifPresent(p -> show(p.look())));
    }

    Region root() {
        return root;
    }

    private String sign(DecimalSign sign) {
        return sign == DecimalSign.NONE ? controls.texts().get("ui.data.dialect.none") : wording.decimalSign(sign);
    }

    private ComboBox<String> box(String part, double width) {
        ComboBox<String> box = controls.named(new ComboBox<>(), "import-" + part, "ui.data.dialect." + part);
        box.setPrefWidth(width);
        Tooltip whole = new Tooltip();
        whole.textProperty().bind(box.valueProperty());
        box.setTooltip(whole);
        root.getChildren().addAll(controls.label("data-field", "ui.data.dialect." + part), box);
        return box;
    }

    private void listen(Choice<?> choice, UnaryOperator<Said> change) {
        choice.box().getSelectionModel().selectedIndexProperty().addListener((o, before, now) -> {
            if (!showing && now.intValue() >= 0) {
                model.plan().ifPresent(p -> model.say(change.apply(p.look().said())));
            }
        });
    }

    /** Shows what is found and said; nothing that is set here is the analyst's doing. */
    void show(Look look) {
        if (model.busyProperty().get()) {
            return;
        }
        showing = true;
        for (Choice<?> choice : choices) {
            List<String> items = choice.items(controls, look);
            if (!choice.box().getItems().equals(items)) {
                choice.box().getItems().setAll(items);
            }
            choice.box().getSelectionModel().select(choice.place(look));
        }
        showing = false;
    }
}
