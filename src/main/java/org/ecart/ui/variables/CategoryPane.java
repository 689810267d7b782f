package org.ecart.ui.variables;

import java.util.Optional;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.ecart.ui.text.Controls;

/** The codes that a rule set can give, with their labels to edit. */
final class CategoryPane {
    private final VBox root = new VBox(8);
    private final RuleSetViewModel model;
    private final CategoryTable table;
    private final TextField code;

    CategoryPane(RuleSetViewModel model, Controls controls) {
        this.model = model;
        this.table = new CategoryTable(
                controls,
                "variables-outcomes",
                Optional.of(typed ->
                        model.edit(rules -> RulesEdits.labelled(rules, typed.code(), typed.language(), typed.text()))));
        this.code = controls.named(new TextField(), "variables-category-new", "ui.variables.code.new");
        code.promptTextProperty().bind(controls.texts().bind("ui.variables.code.new"));
        code.setPrefWidth(110);
        code.setOnAction(e -> add());
        Button add = controls.button("variables-category-add", "ui.variables.code.add", this::add);
        add.disableProperty().bind(code.textProperty().isEmpty());
        Button remove = controls.button("variables-category-remove", "ui.variables.category.remove", () -> table.code()
                .ifPresent(c -> model.edit(rules -> RulesEdits.withoutCategory(rules, c))));
        Label how = controls.label("muted", "ui.variables.category.how");
        how.setMinWidth(0);
        Region space = new Region();
        HBox.setHgrow(space, Priority.ALWAYS);
        for (Button button : new Button[] {add, remove}) {
            button.setMinWidth(Region.USE_PREF_SIZE);
        }
        HBox tools = new HBox(8, how, space, code, add, remove);
        tools.setAlignment(Pos.CENTER_LEFT);
        VBox.setVgrow(table.root(), Priority.ALWAYS);
        root.getChildren().addAll(tools, table.root());
    }

    Region root() {
        return root;
    }

    void show() {
        model.shownProperty().get().ifPresent(s -> table.show(s.rules().categories()));
    }

    private void add() {
        String typed = code.getText().strip();
        if (!typed.isEmpty()) {
            model.edit(rules -> RulesEdits.withCategory(rules, typed));
            code.clear();
        }
    }
}
