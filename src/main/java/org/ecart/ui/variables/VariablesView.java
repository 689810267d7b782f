package org.ecart.ui.variables;

import java.util.Optional;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import org.ecart.ui.action.Actions;
import org.ecart.ui.text.Controls;

/** Variables on screen: all of them on the left; on the right the rules of a derived one, or the codes of a stored one. */
public final class VariablesView {
    private final HBox root = new HBox();
    private final VariablesViewModel model;
    private final RuleSetPane rules;
    private final StoredPane stored;

    /** @param actions gets those of the screen */
    public VariablesView(VariablesViewModel model, Controls controls, Actions actions) {
        this.model = model;
        this.rules = new RuleSetPane(model.ruleSet(), controls);
        this.stored = new StoredPane(controls);
        VariableList list = new VariableList(model, controls);
        StackPane one = new StackPane(rules.root(), stored.root());
        HBox.setHgrow(one, Priority.ALWAYS);
        one.setMinWidth(0);
        root.setId("variables");
        root.getStyleClass().addAll("data-page", "variables-page");
        root.getChildren().addAll(list.root(), one);
        model.selectedProperty().addListener(o -> show());
        show();
        SimpleBooleanProperty never = new SimpleBooleanProperty();
        actions.add("variables.search", Optional.empty(), never, list::search);
        actions.add("variables.rule.up", Optional.empty(), never, () -> model.ruleSet()
                .move(-1));
        actions.add("variables.rule.down", Optional.empty(), never, () -> model.ruleSet()
                .move(1));
        actions.add("variables.rule.add", Optional.empty(), never, model.ruleSet()::add);
        actions.add("variables.rule.remove", Optional.empty(), never, model.ruleSet()::remove);
    }

    public Region root() {
        return root;
    }

    private void show() {
        Optional<Entry> selected = model.selectedProperty().get();
        boolean derived =
                selected.filter(e -> e.source() instanceof Entry.Derived).isPresent();
        rules.root().setVisible(derived);
        stored.root().setVisible(selected.isPresent() && !derived);
        selected.filter(e -> e.source() instanceof Entry.Stored).ifPresent(stored::show);
    }
}
