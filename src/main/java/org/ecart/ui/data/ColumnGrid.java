package org.ecart.ui.data;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javafx.css.PseudoClass;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.util.StringConverter;
import org.ecart.model.Language;
import org.ecart.model.Mapping;
import org.ecart.model.Variable;
import org.ecart.ui.text.Controls;

/** The columns of a file, each with the variable that it is loaded as. */
final class ColumnGrid {
    /** What decides which rows there are; everything else changes within them. */
    private record Shape(List<String> header, Optional<String> extract, Language language) {}

    private static final PseudoClass LEFT_OUT = PseudoClass.getPseudoClass("left-out");

    private record Row(ComboBox<String> variable, Label how) {}

    private final ScrollPane root = new ScrollPane();
    private final ImportViewModel model;
    private final Controls controls;
    private final Wording wording;
    private final Map<Integer, Row> rows = new HashMap<>();
    private Optional<Shape> shape = Optional.empty();
    private boolean showing;

    ColumnGrid(ImportViewModel model, Controls controls) {
        this.model = model;
        this.controls = controls;
        this.wording = new Wording(controls.texts());
        root.setFitToWidth(true);
        root.setId("import-columns");
        root.getStyleClass().add("import-columns");
    }

    Region root() {
        return root;
    }

    void show(FilePlan plan) {
        showing = true;
        Shape wanted = new Shape(
                plan.preview().header(),
                plan.extract().map(e -> e.id()),
                controls.texts().language());
        List<ColumnPlan> columns = plan.columns();
        if (!shape.equals(Optional.of(wanted))) {
            build(plan, columns);
            shape = Optional.of(wanted);
        }
        for (ColumnPlan column : columns) {
            Optional.ofNullable(rows.get(column.place())).ifPresent(row -> {
                row.variable().setValue(column.variable().map(Variable::id).orElse(Mapping.NOT_LOADED));
                row.how().setText(wording.how(column));
                row.how()
                        .pseudoClassStateChanged(
                                LEFT_OUT, column.alone() && column.variable().isEmpty());
            });
        }
        showing = false;
    }

    private void build(FilePlan plan, List<ColumnPlan> columns) {
        rows.clear();
        GridPane grid = new GridPane();
        grid.getStyleClass().add("import-grid");
        ColumnConstraints name = new ColumnConstraints();
        name.setHgrow(Priority.ALWAYS);
        name.setMinWidth(140);
        ColumnConstraints variable = new ColumnConstraints(250);
        ColumnConstraints how = new ColumnConstraints(86);
        grid.getColumnConstraints().setAll(name, variable, how);
        List<Variable> variables = plan.variables();
        int line = 0;
        for (boolean alone : new boolean[] {true, false}) {
            List<ColumnPlan> part =
                    columns.stream().filter(c -> c.alone() == alone).toList();
            if (!part.isEmpty()) {
                String key = alone ? "ui.data.columns.unmatched" : "ui.data.columns.matched";
                grid.add(controls.label("import-section", key, part.size()), 0, line++, 3, 1);
            }
            for (ColumnPlan column : part) {
                Row row = row(column, variables);
                rows.put(column.place(), row);
                grid.addRow(line++, new Label(column.name()), row.variable(), row.how());
            }
        }
        root.setContent(grid);
    }

    private Row row(ColumnPlan column, List<Variable> variables) {
        ComboBox<String> box = new ComboBox<>();
        box.setId("import-map-" + column.place());
        box.accessibleTextProperty().bind(controls.texts().bind("ui.data.column.of", column.name()));
        box.setMaxWidth(Double.MAX_VALUE);
        box.setVisibleRowCount(16);
        List<String> ids = new ArrayList<>(List.of(Mapping.NOT_LOADED));
        variables.forEach(v -> ids.add(v.id()));
        box.getItems().setAll(ids);
        box.setButtonCell(new ListCell<>() {
            @Override
            protected void updateItem(String id, boolean empty) {
                super.updateItem(id, empty);
                setText(empty || id == null ? "" : wording.label(variables, id));
            }
        });
        box.setConverter(new StringConverter<>() {
            @Override
            public String toString(String id) {
                return wording.variable(variables, id == null ? Mapping.NOT_LOADED : id);
            }

            @Override
            public String fromString(String text) {
                throw new UnsupportedOperationException("variables are chosen, not typed");
            }
        });
        box.valueProperty().addListener((o, before, now) -> {
            if (!showing && now != null) {
                model.chooseVariable(column.name(), now);
            }
        });
        Label how = new Label();
        how.setId("import-how-" + column.place());
        how.getStyleClass().addAll("data-muted", "import-how");
        return new Row(box, how);
    }
}
