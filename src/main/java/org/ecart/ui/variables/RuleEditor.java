package org.ecart.ui.variables;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.ecart.files.ConditionText;
import org.ecart.model.Category;
import org.ecart.model.Rules;
import org.ecart.study.RuleReport;
import org.ecart.ui.text.Controls;

/** The line in hand, to change: condition, outcome and place of a rule; what the rest becomes; the ends of a band. */
final class RuleEditor {
    private final VBox root = new VBox(6);
    private final RuleSetViewModel model;
    private final Controls controls;
    private final Wording wording;
    private final Label name = new Label();
    private final Label fault = new Label();
    private final HBox order;
    private final ConditionField condition;
    private final Choice<Rules.Outcome> outcome;
    private final BandFields band;
    private final RuleTexts texts;
    private final HBox gives;

    RuleEditor(RuleSetViewModel model, Controls controls) {
        this.model = model;
        this.controls = controls;
        this.wording = new Wording(controls.texts());
        this.condition = new ConditionField(model, controls);
        this.band = new BandFields(model, controls);
        this.texts = new RuleTexts(model, controls);
        this.outcome = new Choice<>(
                controls, "variables-outcome", "ui.variables.rule.outcome", this::outcome, this::setOutcome);
        name.setId("variables-rule-name");
        name.getStyleClass().add("variables-strong");
        name.setMinWidth(Region.USE_PREF_SIZE);
        fault.setId("variables-rule-fault");
        fault.getStyleClass().add("variables-fault");
        fault.setWrapText(true);
        fault.setMinHeight(Region.USE_PREF_SIZE);
        fault.managedProperty().bind(fault.textProperty().isNotEmpty());
        order = new HBox(
                6,
                button("variables-up", "ui.variables.rule.up", () -> model.move(-1)),
                button("variables-down", "ui.variables.rule.down", () -> model.move(1)),
                button("variables-add", "ui.variables.rule.add", model::add),
                button("variables-remove", "ui.variables.rule.remove", model::remove));
        Region space = new Region();
        HBox.setHgrow(space, Priority.ALWAYS);
        Label then = controls.label("muted", "ui.variables.rule.gives");
        then.setMinWidth(Region.USE_PREF_SIZE);
        gives = new HBox(8, then, outcome.box());
        gives.setAlignment(Pos.CENTER_LEFT);
        HBox head = new HBox(10, name, gives, band.root(), space, order);
        head.setAlignment(Pos.CENTER_LEFT);
        root.setId("variables-editor");
        root.getStyleClass().add("variables-editor");
        root.getChildren().addAll(head, condition.root(), fault, texts.root());
    }

    Region root() {
        return root;
    }

    /** The keyboard goes to what is changed first. */
    void focus() {
        if (condition.root().isVisible()) {
            condition.focus();
        } else if (band.root().isVisible()) {
            band.focus();
        } else {
            outcome.box().requestFocus();
        }
    }

    private Button button(String id, String key, Runnable run) {
        Button button = controls.button(id, key, run);
        button.setMinWidth(Region.USE_PREF_SIZE);
        return button;
    }

    void show() {
        int place = model.placeProperty().get();
        List<RuleLine> lines = model.lines();
        boolean there = place < lines.size();
        see(root, there && (model.rule(place).isPresent() || changes(lines.get(place))));
        if (!there) {
            return;
        }
        RuleLine line = lines.get(place);
        Optional<Rules.Rule> rule = model.rule(place);
        name.setText(title(line));
        see(order, rule.isPresent());
        see(condition.root(), rule.isPresent());
        see(texts.root(), rule.isPresent());
        rule.ifPresent(texts::show);
        rule.ifPresent(r -> condition.show(ConditionText.print(r.when())));
        band.show(line);
        fault.setText(model.fault(place).map(f -> controls.texts().get(f.why())).orElse(""));
        see(gives, rule.isPresent() || line.kind() == RuleReport.Kind.ELSE);
        outcome.show(outcomes(rule.isPresent()), given(rule));
    }

    /** Lines that are changed here and not in the tables. */
    private boolean changes(RuleLine line) {
        Rules.Derivation derivation =
                model.shownProperty().get().orElseThrow().rules().derivation();
        return !(derivation instanceof Rules.Recode);
    }

    private static void see(Region region, boolean seen) {
        region.setVisible(seen);
        region.setManaged(seen);
    }

    private String title(RuleLine line) {
        if (line.kind() != RuleReport.Kind.RULE) {
            return controls.texts().get("ui.variables.rule.else");
        }
        return model.rule(line.place()).isPresent()
                ? controls.texts().get("ui.variables.rule.name", line.place() + 1)
                : model.shownProperty().get().map(s -> wording.text(line, s)).orElse("");
    }

    private List<Rules.Outcome> outcomes(boolean groupsToo) {
        List<Rules.Outcome> all = new ArrayList<>();
        model.shownProperty().get().ifPresent(s -> {
            s.rules().categories().stream()
                    .map(Category::code)
                    .map(Rules.Code::new)
                    .forEach(all::add);
            if (groupsToo) {
                RulesEdits.groupOutcomes(s.rules()).stream()
                        .filter(g -> s.names().coded(g.variable()))
                        .forEach(all::add);
            }
        });
        return all;
    }

    private Optional<Rules.Outcome> given(Optional<Rules.Rule> rule) {
        return rule.map(Rules.Rule::outcome).or(() -> model.shownProperty()
                .get()
                .flatMap(s -> RulesEdits.otherwise(s.rules().derivation()))
                .map(Rules.Code::new));
    }

    private String outcome(Rules.Outcome each) {
        return model.shownProperty().get().map(s -> wording.outcome(each, s)).orElse("");
    }

    private void setOutcome(Rules.Outcome chosen) {
        int place = model.placeProperty().get();
        if (model.rule(place).isPresent()) {
            model.edit(rules -> RulesEdits.withOutcome(rules, place, chosen));
        } else if (chosen instanceof Rules.Code code) {
            model.edit(rules -> RulesEdits.withElse(rules, code.code()));
        }
    }
}
