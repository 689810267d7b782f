package org.ecart.ui.release;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Function;
import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.geometry.VPos;
import javafx.scene.Node;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.util.StringConverter;
import org.ecart.model.EcartException;
import org.ecart.model.Loss;
import org.ecart.ui.text.Controls;
import org.ecart.ui.text.Texts;

/** How the study is protected, to be filled in; what weakens the protection is taken with a reason only. */
final class ProtectionBar {
    private static final PseudoClass NEEDED = PseudoClass.getPseudoClass("needed");
    private static final double NUMBER = 46;

    private final ReleaseViewModel model;
    private final Controls controls;
    private final VBox root = new VBox(6);
    private final CheckBox groups;
    private final ComboBox<Loss> loss;
    private final TextField reason;
    private final Label complaint = new Label();
    private boolean showing;

    ProtectionBar(ReleaseViewModel model, Controls controls) {
        this.model = model;
        this.controls = controls;
        this.groups = controls.named(new CheckBox(), "release-groups", "ui.release.policy.groups");
        groups.textProperty().bind(controls.texts().bind("ui.release.policy.groups"));
        groups.setOnAction(e -> model.fill(f -> f.withGroupDisclosure(groups.isSelected())));
        this.loss = controls.named(new ComboBox<>(), "release-loss", "ui.release.policy.loss");
        loss.getItems().setAll(Loss.values());
        loss.setOnAction(e -> Optional.ofNullable(loss.getValue())
                .filter(l -> !showing)
                .ifPresent(l -> model.fill(f -> f.withLoss(l))));
        this.reason = field("release-reason", "ui.release.policy.reason", PolicyForm::reason, PolicyForm::withReason);
        complaint.setId("release-complaint");
        complaint.getStyleClass().add("release-complaint");
        complaint.setWrapText(true);
        complaint.visibleProperty().bind(complaint.textProperty().isNotEmpty());
        complaint.managedProperty().bind(complaint.visibleProperty());
        FlowPane counts = new FlowPane(18, 6);
        counts.getChildren().setAll(threshold(), groups, pair("ui.release.policy.loss", loss));
        FlowPane amounts = new FlowPane(18, 6);
        amounts.getChildren()
                .setAll(
                        number(
                                "release-largest",
                                "ui.release.policy.largest",
                                PolicyForm::largest,
                                PolicyForm::withLargest),
                        number(
                                "release-percent",
                                "ui.release.policy.percent",
                                PolicyForm::percent,
                                PolicyForm::withPercent),
                        number("release-p", "ui.release.policy.p", PolicyForm::p, PolicyForm::withP),
                        number("release-step", "ui.release.policy.step", PolicyForm::step, PolicyForm::withStep));
        for (FlowPane pane : List.of(counts, amounts)) {
            pane.setRowValignment(VPos.CENTER);
        }
        HBox because = pair("ui.release.policy.reason", reason);
        HBox.setHgrow(reason, Priority.ALWAYS);
        because.setMaxWidth(720);
        root.setId("release-policy");
        root.getChildren().setAll(counts, amounts, because, complaint);
        model.formProperty().addListener(o -> show());
        model.complaintProperty().addListener(o -> show());
        controls.texts().languageProperty().addListener(o -> show());
        show();
    }

    Region root() {
        return root;
    }

    private HBox threshold() {
        HBox threshold = number(
                "release-threshold", "ui.release.policy.threshold", PolicyForm::threshold, PolicyForm::withThreshold);
        threshold.getChildren().add(controls.label("muted", "ui.release.policy.persons"));
        return threshold;
    }

    private HBox pair(String key, Node control) {
        HBox pair = new HBox(6, controls.label("muted", key), control);
        pair.setAlignment(Pos.CENTER_LEFT);
        return pair;
    }

    private HBox number(
            String id, String key, Function<PolicyForm, String> from, BiFunction<PolicyForm, String, PolicyForm> with) {
        TextField field = field(id, key, from, with);
        field.setPrefWidth(NUMBER);
        field.getStyleClass().add("number");
        return pair(key, field);
    }

    /** A field whose text is taken by Enter or by leaving it; Escape takes it back. */
    private TextField field(
            String id, String key, Function<PolicyForm, String> from, BiFunction<PolicyForm, String, PolicyForm> with) {
        TextField field = controls.named(new TextField(), id, key);
        field.setText(from.apply(model.formProperty().get()));
        model.formProperty().addListener((o, before, now) -> field.setText(from.apply(now)));
        field.setOnAction(e -> model.fill(f -> with.apply(f, field.getText())));
        field.focusedProperty().addListener((o, before, now) -> {
            if (!now) {
                model.fill(f -> with.apply(f, field.getText()));
            }
        });
        field.setOnKeyPressed(e -> {
            if (e.getCode() == KeyCode.ESCAPE) {
                field.setText(from.apply(model.formProperty().get()));
                e.consume();
            }
        });
        return field;
    }

    private void show() {
        Texts texts = controls.texts();
        PolicyForm form = model.formProperty().get();
        showing = true;
        groups.setSelected(form.groupDisclosure());
        loss.setConverter(new Names(texts));
        loss.setValue(form.loss());
        showing = false;
        Optional<EcartException> why = model.complaintProperty().get();
        complaint.setText(why.map(texts::get).orElse(""));
        reason.pseudoClassStateChanged(
                NEEDED, why.filter(w -> w.key().equals("model.policy.reason")).isPresent());
        root.setDisable(model.study().policy().isNone());
    }

    private static final class Names extends StringConverter<Loss> {
        private final Texts texts;

        Names(Texts texts) {
            this.texts = texts;
        }

        @Override
        public String toString(Loss loss) {
            return loss == null
                    ? ""
                    : texts.get("ui.release.loss." + loss.name().toLowerCase(Locale.ROOT));
        }

        @Override
        public Loss fromString(String text) {
            throw new UnsupportedOperationException();
        }
    }
}
