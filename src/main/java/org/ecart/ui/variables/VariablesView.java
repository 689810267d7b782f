package org.ecart.ui.variables;

import atlantafx.base.theme.Styles;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.Function;
import javafx.beans.Observable;
import javafx.beans.binding.Bindings;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.collections.FXCollections;
import javafx.css.PseudoClass;
import javafx.scene.control.Label;
import javafx.scene.control.TableCell;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.control.TextField;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.ecart.model.Category;
import org.ecart.model.Language;
import org.ecart.ui.text.Controls;

/** Variables on screen: all of them on the left, the codes of one with their labels in every language on the right. */
public final class VariablesView {
    private static final double CODE = 72;
    private static final PseudoClass LACKING = PseudoClass.getPseudoClass("lacking");

    private final VBox root = new VBox();
    private final VariablesViewModel model;
    private final Controls controls;
    private final Wording wording;
    private final TableView<Entry> variables;
    private final TableView<Category> codes;
    private boolean showing;

    public VariablesView(VariablesViewModel model, Controls controls) {
        this.model = model;
        this.controls = controls;
        this.wording = new Wording(controls.texts());
        this.variables = variables();
        this.codes = codes();
        VBox list = new VBox(8, query(), variables);
        VBox.setVgrow(variables, Priority.ALWAYS);
        VBox one = new VBox(6, heading(), description(), lacking(), codes);
        one.getStyleClass().add("variables-one");
        VBox.setVgrow(codes, Priority.ALWAYS);
        list.getStyleClass().add("variables-all");
        HBox.setHgrow(one, Priority.ALWAYS);
        HBox sides = new HBox(list, one);
        VBox.setVgrow(sides, Priority.ALWAYS);
        root.setId("variables");
        root.getStyleClass().add("data-page");
        root.getChildren().addAll(new VBox(2, controls.label("data-title", "ui.variables.title"), summary()), sides);
        model.shownProperty().addListener((o, before, now) -> show());
        model.selectedProperty().addListener((o, before, now) -> show());
        show();
    }

    public Region root() {
        return root;
    }

    private Label summary() {
        return said(
                "variables-summary",
                "data-muted",
                () -> wording.summary(model.allProperty().get()),
                model.allProperty());
    }

    private Label heading() {
        return said("variables-heading", "data-empty-title", () -> one(wording::heading), model.selectedProperty());
    }

    private Label description() {
        return said("variables-description", "data-muted", () -> one(wording::description), model.selectedProperty());
    }

    private Label lacking() {
        Label lacking =
                said("variables-lacking", "variables-lacking", () -> one(wording::lacking), model.selectedProperty());
        lacking.managedProperty().bind(lacking.textProperty().isNotEmpty());
        return lacking;
    }

    private String one(Function<Entry, String> text) {
        return model.selectedProperty().get().map(text).orElse("");
    }

    private Label said(String id, String style, Callable<String> text, Observable watched) {
        Label label = new Label();
        label.setId(id);
        label.setWrapText(true);
        label.getStyleClass().add(style);
        label.textProperty()
                .bind(Bindings.createStringBinding(
                        text, watched, controls.texts().languageProperty()));
        return label;
    }

    private TextField query() {
        TextField query = controls.named(new TextField(), "variables-query", "ui.variables.search");
        query.promptTextProperty().bind(controls.texts().bind("ui.variables.search"));
        query.textProperty().bindBidirectional(model.queryProperty());
        return query;
    }

    private TableView<Entry> variables() {
        TableView<Entry> table = quiet("variables-list", "ui.variables.title", "ui.variables.nothing");
        TableColumn<Entry, String> number =
                controls.column("variables-codes", "ui.variables.codes", 70, wording::codes);
        number.getStyleClass().add("number");
        table.getColumns()
                .setAll(List.of(
                        controls.column("variables-label", "ui.variables.variable", 376, wording::label), number));
        table.getSelectionModel().selectedItemProperty().addListener((o, before, now) -> {
            if (!showing && now != null) {
                model.select(now);
            }
        });
        return table;
    }

    private TableView<Category> codes() {
        TableView<Category> table = quiet("variables-categories", "ui.variables.codes", "ui.variables.no_codes");
        List<TableColumn<Category, String>> columns = new ArrayList<>();
        TableColumn<Category, String> code =
                controls.column("variables-code", "ui.variables.code", CODE, Category::code);
        code.setMinWidth(CODE);
        code.setMaxWidth(CODE);
        columns.add(code);
        for (Language language : Language.values()) {
            columns.add(labels(language));
        }
        TableColumn<Category, String> remark =
                controls.column("variables-remark", "ui.variables.remark", 120, wording::remark);
        remark.visibleProperty()
                .bind(Bindings.createBooleanBinding(
                        () -> table.getItems().stream().anyMatch(c -> c.missing() || c.undetermined()),
                        table.itemsProperty()));
        columns.add(remark);
        table.getColumns().setAll(columns);
        table.setColumnResizePolicy(TableView.CONSTRAINED_RESIZE_POLICY_ALL_COLUMNS);
        return table;
    }

    private TableColumn<Category, String> labels(Language language) {
        TableColumn<Category, String> column = new TableColumn<>(Wording.head(language));
        column.setId("variables-in-" + language.code());
        column.setPrefWidth(138);
        column.setCellValueFactory(row -> new ReadOnlyStringWrapper(
                Optional.ofNullable(row.getValue().labels().texts().get(language))
                        .orElse("")));
        column.setCellFactory(c -> new LabelCell());
        return column;
    }

    private <T> TableView<T> quiet(String id, String key, String nothing) {
        TableView<T> table = controls.named(new TableView<>(), id, key);
        table.getStyleClass().addAll(Styles.DENSE, "quiet-table");
        table.setPlaceholder(controls.label("data-muted", nothing));
        return table;
    }

    /** Shows what the model has; nothing that is set here is the analyst's doing. */
    private void show() {
        showing = true;
        List<Entry> shown = model.shownProperty().get();
        if (!variables.getItems().equals(shown)) {
            variables.getItems().setAll(shown);
        }
        Optional<Entry> selected = model.selectedProperty().get();
        selected.ifPresent(variables.getSelectionModel()::select);
        codes.setItems(
                FXCollections.observableArrayList(selected.map(Entry::codes).orElse(List.of())));
        showing = false;
    }

    /** A label in one language, or that there is none; the tooltip has it all. */
    private final class LabelCell extends TableCell<Category, String> {
        @Override
        protected void updateItem(String label, boolean empty) {
            super.updateItem(label, empty);
            boolean lacking = !empty && label != null && label.isEmpty();
            pseudoClassStateChanged(LACKING, lacking);
            textProperty().unbind();
            if (lacking) {
                textProperty().bind(controls.texts().bind("ui.variables.no_translation"));
            } else {
                setText(empty || label == null ? "" : label);
            }
            setTooltip(empty || label == null || label.isEmpty() ? null : new Tooltip(label));
        }
    }
}
