package org.ecart.ui.variables;

import atlantafx.base.theme.Styles;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import javafx.beans.binding.Bindings;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.css.PseudoClass;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.Region;
import org.ecart.model.Category;
import org.ecart.model.Language;
import org.ecart.ui.text.Controls;

/** Codes with their labels in every language; what lacks a translation is marked. Labels may be edited in place. */
final class CategoryTable {
    /** A label that was typed. */
    record Typed(String code, Language language, String text) {}

    private static final double CODE = 84;
    private static final double REMARK = 130;
    private static final double NARROW = 104;
    private static final PseudoClass LACKING = PseudoClass.getPseudoClass("lacking");

    private final TableView<Category> table;
    private final Controls controls;

    /**
     * @param id of the table; its columns begin with it
     * @param typed takes an edited label; none where labels are only looked at
     */
    CategoryTable(Controls controls, String id, Optional<Consumer<Typed>> typed) {
        this.controls = controls;
        Wording wording = new Wording(controls.texts());
        table = controls.named(new TableView<>(), id, "ui.variables.codes");
        table.getStyleClass().addAll(Styles.DENSE, "quiet-table");
        table.setPlaceholder(controls.label("muted", "ui.variables.no_codes"));
        table.setEditable(typed.isPresent());
        List<TableColumn<Category, String>> columns = new ArrayList<>();
        TableColumn<Category, String> code = controls.column(id + "-code", "ui.variables.code", CODE, Category::code);
        code.setMinWidth(CODE);
        code.setMaxWidth(CODE * 2);
        columns.add(code);
        for (Language language : Language.values()) {
            columns.add(labels(id, language, typed));
        }
        columns.add(
                optional(id + "-parent", "ui.variables.parent", c -> c.parent().orElse("")));
        columns.add(optional(id + "-editions", "ui.variables.editions", wording::editions));
        columns.add(optional(id + "-remark", "ui.variables.remark", wording::remark));
        table.getColumns().setAll(columns);
        table.setColumnResizePolicy(TableView.CONSTRAINED_RESIZE_POLICY_ALL_COLUMNS);
    }

    Region root() {
        return table;
    }

    /** The code in hand. */
    Optional<String> code() {
        return Optional.ofNullable(table.getSelectionModel().getSelectedItem()).map(Category::code);
    }

    void show(List<Category> codes) {
        if (!table.getItems().equals(codes)) {
            int at = table.getSelectionModel().getSelectedIndex();
            table.getItems().setAll(codes);
            table.getSelectionModel().clearAndSelect(Math.min(at, codes.size() - 1));
        }
    }

    private TableColumn<Category, String> labels(String id, Language language, Optional<Consumer<Typed>> typed) {
        TableColumn<Category, String> column = new TableColumn<>(Wording.head(language));
        column.setId(id + "-" + language.code());
        column.setPrefWidth(150);
        column.setCellValueFactory(row -> new ReadOnlyStringWrapper(
                Optional.ofNullable(row.getValue().labels().texts().get(language))
                        .orElse("")));
        column.setCellFactory(c -> new LabelCell(id + "-" + language.code()));
        column.setEditable(typed.isPresent());
        typed.ifPresent(taken -> column.setOnEditCommit(
                e -> taken.accept(new Typed(e.getRowValue().code(), language, e.getNewValue()))));
        return column;
    }

    /** A column that is there where a code has something in it. */
    private TableColumn<Category, String> optional(String id, String key, Function<Category, String> text) {
        TableColumn<Category, String> column = controls.column(id, key, REMARK, text);
        column.setMinWidth(NARROW);
        column.setCellFactory(c -> new WrappedCell<>());
        column.visibleProperty()
                .bind(Bindings.createBooleanBinding(
                        () -> table.getItems().stream()
                                .anyMatch(c -> !text.apply(c).isEmpty()),
                        table.getItems()));
        return column;
    }

    /** A label in one language, in as many lines as it takes, or that there is none; a field while it is edited. */
    private final class LabelCell extends WrappedCell<Category> {
        private final TextField field = new TextField();
        private boolean taken;

        LabelCell(String id) {
            controls.named(field, id + "-field", "ui.variables.label");
            field.setOnAction(e -> take());
            field.setOnKeyPressed(e -> {
                if (e.getCode() == KeyCode.ESCAPE) {
                    cancelEdit();
                    e.consume();
                }
            });
            field.focusedProperty().addListener((o, was, now) -> {
                if (!now && isEditing()) {
                    take();
                }
            });
        }

        private void take() {
            if (!taken) {
                taken = true;
                commitEdit(field.getText());
            }
        }

        @Override
        public void startEdit() {
            super.startEdit();
            if (isEditing()) {
                taken = false;
                field.setText(getItem());
                setGraphic(field);
                field.requestFocus();
                field.selectAll();
            }
        }

        @Override
        public void cancelEdit() {
            super.cancelEdit();
            taken = true;
            updateItem(getItem(), isEmpty());
        }

        @Override
        protected void updateItem(String label, boolean empty) {
            super.updateItem(label, empty);
            boolean lacking = !empty && label != null && label.isEmpty();
            pseudoClassStateChanged(LACKING, lacking);
            if (lacking) {
                write(controls.texts().get("ui.variables.no_translation"));
            }
        }
    }
}
