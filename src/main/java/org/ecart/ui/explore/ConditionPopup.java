package org.ecart.ui.explore;

import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import org.ecart.files.ConditionText;
import org.ecart.model.Condition;
import org.ecart.ui.text.Texts;

/** A filter in words: whatever a condition can say, also of an amount. What is wrong is told where it is, as it is typed. */
final class ConditionPopup {
    private static final double WIDTH = 420;

    private final ExploreViewModel model;
    private final Texts texts;
    private final Sheet sheet = new Sheet();

    ConditionPopup(ExploreViewModel model, Texts texts) {
        this.model = model;
        this.texts = texts;
    }

    /** @param before what the new condition takes the place of */
    void show(Optional<Condition> before, Node beside) {
        Label title = new Label(texts.get("ui.explore.condition"));
        title.getStyleClass().add("ecart-strong");
        Label hint = new Label(texts.get("ui.explore.condition.hint"));
        hint.getStyleClass().add("ecart-note");
        hint.setWrapText(true);
        TextField text = Named.node(
                new TextField(before.map(ConditionText::print).orElse("")),
                "condition-text",
                texts.get("ui.explore.condition"));
        FaultPlace place = new FaultPlace("condition-place");
        Label message = new Label();
        message.setId("condition-fault");
        message.setWrapText(true);
        message.getStyleClass().add("ecart-fault");
        message.managedProperty().bind(message.textProperty().isNotEmpty());
        Button apply = Named.node(
                new Button(texts.get("ui.explore.filter.apply")),
                "condition-apply",
                texts.get("ui.explore.filter.apply"));
        apply.setDefaultButton(true);
        Runnable tell = () -> {
            Optional<TypedFault> fault =
                    text.getText().isBlank() ? Optional.empty() : model.conditionFault(text.getText());
            message.setText(fault.map(f -> texts.get(f.why())).orElse(""));
            place.show(text.getText(), fault);
            apply.setDisable(text.getText().isBlank() || fault.isPresent());
        };
        text.textProperty().addListener(o -> tell.run());
        Runnable take = () -> {
            tell.run();
            if (!apply.isDisabled()) {
                sheet.hide();
                model.filter(before, ConditionText.parse(text.getText()));
            }
        };
        text.setOnAction(e -> take.run());
        apply.setOnAction(e -> take.run());
        tell.run();
        VBox content = new VBox(6, title, text, place.root(), message, hint, new HBox(apply));
        content.setPrefWidth(WIDTH);
        sheet.stay(content, beside);
        text.requestFocus();
        text.end();
    }
}
