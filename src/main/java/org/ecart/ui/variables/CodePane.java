package org.ecart.ui.variables;

import atlantafx.base.theme.Styles;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.SelectionMode;
import javafx.scene.control.TableCell;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableRow;
import javafx.scene.control.TableView;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.ecart.model.Category;
import org.ecart.model.Period;
import org.ecart.model.Rules;
import org.ecart.study.Tally;
import org.ecart.ui.text.Controls;
import org.ecart.ui.text.Words;

/** A table from codes to groups: countries of origin rules, codes of a recode. Selected codes move to another group. */
final class CodePane {
    private static final double PERSONS = 124;
    private static final PseudoClass UNSAFE = PseudoClass.getPseudoClass("unsafe");
    private static final PseudoClass UNMAPPED = PseudoClass.getPseudoClass("unmapped");

    private final VBox root = new VBox(8);
    private final RuleSetViewModel model;
    private final Controls controls;
    private final Wording wording;
    private final TextField filter;
    private final TextField code;
    private final TableView<CodeLine> table;
    private final Choice<String> grouping;
    private final Choice<String> group;
    private final Label summary = new Label();
    private String chosen = "";

    CodePane(RuleSetViewModel model, Controls controls) {
        this.model = model;
        this.controls = controls;
        this.wording = new Wording(controls.texts());
        this.filter = field("variables-codes-filter", "ui.variables.filter");
        this.code = field("variables-code-new", "ui.variables.code.new");
        this.grouping = new Choice<>(controls, "variables-grouping", "ui.variables.grouping", g -> g, g -> {
            chosen = g;
            show();
        });
        this.group = new Choice<>(controls, "variables-group", "ui.variables.group.move", this::label, this::move);
        this.table = table();
        filter.textProperty().addListener(o -> show());
        filter.setOnKeyPressed(e -> {
            if (e.getCode() == KeyCode.DOWN) {
                table.requestFocus();
                e.consume();
            }
        });
        code.setPrefWidth(96);
        code.setOnAction(e -> add());
        Button add = controls.button("variables-code-add", "ui.variables.code.add", this::add);
        add.setMinWidth(Region.USE_PREF_SIZE);
        add.disableProperty().bind(code.textProperty().isEmpty());
        summary.setId("variables-codes-summary");
        summary.getStyleClass().add("muted");
        summary.setMinWidth(0);
        Region space = new Region();
        HBox.setHgrow(space, Priority.ALWAYS);
        filter.setPrefWidth(190);
        Label to = controls.label("muted", "ui.variables.group.move");
        to.setMinWidth(Region.USE_PREF_SIZE);
        HBox tools = new HBox(8, filter, grouping.box(), space, to, group.box(), code, add);
        tools.setAlignment(Pos.CENTER_LEFT);
        VBox.setVgrow(table, Priority.ALWAYS);
        root.getChildren().addAll(tools, table, summary);
        controls.texts().languageProperty().addListener(o -> {
            table.refresh();
            show();
        });
    }

    Region root() {
        return root;
    }

    private TextField field(String id, String key) {
        TextField field = controls.named(new TextField(), id, key);
        field.promptTextProperty().bind(controls.texts().bind(key));
        field.setMinWidth(90);
        return field;
    }

    private TableView<CodeLine> table() {
        TableView<CodeLine> codes = controls.named(new TableView<>(), "variables-groups", "ui.variables.tab.codes");
        codes.getStyleClass().addAll(Styles.DENSE, "quiet-table");
        codes.setPlaceholder(controls.label("muted", "ui.variables.codes.none"));
        codes.getSelectionModel().setSelectionMode(SelectionMode.MULTIPLE);
        codes.getSelectionModel().selectedItemProperty().addListener(o -> summarise());
        codes.setRowFactory(t -> new Row());
        codes.setColumnResizePolicy(TableView.CONSTRAINED_RESIZE_POLICY_ALL_COLUMNS);
        codes.setOnKeyPressed(e -> {
            if (e.getCode() == KeyCode.ENTER) {
                group.box().requestFocus();
                group.box().show();
                e.consume();
            }
        });
        return codes;
    }

    private void columns(List<Period> periods, boolean unmapped) {
        List<TableColumn<CodeLine, ?>> columns = new ArrayList<>();
        TableColumn<CodeLine, String> first = column("ui.variables.code", 90, CodeLine::code);
        first.setMaxWidth(110);
        columns.add(first);
        columns.add(column("ui.variables.label", 280, l -> l.label()
                .map(controls.texts()::get)
                .orElse("")));
        columns.add(column("ui.variables.group", 280, this::group));
        for (int i = 0; unmapped && i < periods.size(); i++) {
            columns.add(persons(periods.get(i), i));
        }
        table.getColumns().setAll(columns);
    }

    private TableColumn<CodeLine, String> column(
            String key, double width, java.util.function.Function<CodeLine, String> text) {
        TableColumn<CodeLine, String> column = new TableColumn<>();
        column.textProperty().bind(controls.texts().bind(key));
        column.setPrefWidth(width);
        column.setSortable(false);
        column.setReorderable(false);
        column.setCellValueFactory(row -> new ReadOnlyStringWrapper(text.apply(row.getValue())));
        column.setCellFactory(c -> new WrappedCell<>());
        return column;
    }

    private TableColumn<CodeLine, String> persons(Period period, int at) {
        TableColumn<CodeLine, String> column = column(
                "ui.variables.persons",
                110,
                l -> at < l.persons().size() ? wording.persons(l.persons().get(at)) : "");
        column.textProperty().unbind();
        column.textProperty().bind(controls.texts().bind("ui.variables.persons.of", period));
        column.getStyleClass().add("number");
        column.setCellFactory(c -> new FigureCell(at));
        column.setMinWidth(PERSONS);
        column.setMaxWidth(PERSONS);
        return column;
    }

    private Optional<Rules.Grouping> grouping() {
        List<Rules.Grouping> all = model.shownProperty()
                .get()
                .map(s -> RulesEdits.groupings(s.rules()))
                .orElse(List.of());
        return all.stream().filter(g -> g.id().equals(chosen)).findFirst().or(() -> all.stream()
                .findFirst());
    }

    private String group(CodeLine line) {
        return line.group().map(this::label).orElseGet(() -> grouping()
                .map(g -> controls.texts().get("ui.variables.group.none", label(g.otherwise())))
                .orElse(""));
    }

    /** Of a group: that of the category it gives, else the code. */
    private String label(String code) {
        return model.shownProperty()
                .get()
                .map(s -> wording.category(s.rules(), code))
                .orElse(code);
    }

    private List<String> selected() {
        return table.getSelectionModel().getSelectedItems().stream()
                .filter(l -> l != null)
                .map(CodeLine::code)
                .toList();
    }

    private void move(String to) {
        List<String> codes = selected();
        if (!codes.isEmpty()) {
            grouping().ifPresent(g -> model.edit(rules -> RulesEdits.grouped(rules, g.id(), codes, to)));
            table.requestFocus();
        }
    }

    /** A new code goes to the group of the code in hand, else to the first. */
    private void add() {
        String typed = code.getText().strip();
        Optional<Rules.Grouping> into =
                grouping().filter(g -> !typed.isEmpty() && !g.groups().isEmpty());
        into.ifPresent(g -> {
            String to = Optional.ofNullable(table.getSelectionModel().getSelectedItem())
                    .flatMap(CodeLine::group)
                    .orElse(g.groups().get(0).code());
            model.edit(rules -> RulesEdits.grouped(rules, g.id(), List.of(typed), to));
            code.clear();
            select(Set.of(typed));
        });
    }

    void show() {
        Optional<RuleSetViewModel.Shown> shown = model.shownProperty().get();
        Optional<Rules.Grouping> now = grouping();
        if (shown.isEmpty() || now.isEmpty()) {
            table.getItems().clear();
            return;
        }
        List<String> names = RulesEdits.groupings(shown.get().rules()).stream()
                .map(Rules.Grouping::id)
                .toList();
        chosen = now.get().id();
        grouping.show(names, Optional.of(chosen));
        grouping.box().setVisible(names.size() > 1);
        grouping.box().setManaged(names.size() > 1);
        List<CodeLine> all = CodeLine.of(
                shown.get().rules(),
                now.get(),
                shown.get().names(),
                model.reportProperty().get());
        List<CodeLine> found = all.stream()
                .filter(l -> Words.allIn(filter.getText(), words(l)))
                .toList();
        if (!table.getItems().equals(found)) {
            Set<String> before = new LinkedHashSet<>(selected());
            columns(model.periodsProperty().get(), all.stream().anyMatch(CodeLine::unmapped));
            table.getItems().setAll(found);
            select(before);
        }
        group.show(groups(shown.get().rules(), now.get()), Optional.empty());
        summarise();
    }

    private String words(CodeLine line) {
        return line.code()
                + "\n"
                + line.label().map(l -> String.join("\n", l.texts().values())).orElse("")
                + "\n"
                + group(line);
    }

    private static List<String> groups(Rules rules, Rules.Grouping grouping) {
        Set<String> all = new LinkedHashSet<>();
        Set<String> larger =
                grouping.groups().stream().flatMap(g -> g.partOf().stream()).collect(Collectors.toSet());
        grouping.groups().stream()
                .map(Rules.Group::code)
                .filter(g -> !larger.contains(g))
                .forEach(all::add);
        rules.categories().stream()
                .filter(c -> !c.undetermined() && !c.missing())
                .map(Category::code)
                .forEach(all::add);
        all.add(grouping.otherwise());
        return List.copyOf(all);
    }

    private void select(Set<String> codes) {
        table.getSelectionModel().clearSelection();
        for (int i = 0; i < table.getItems().size(); i++) {
            if (codes.contains(table.getItems().get(i).code())) {
                table.getSelectionModel().select(i);
            }
        }
    }

    private void summarise() {
        List<CodeLine> lines = table.getItems();
        long unmapped = lines.stream().filter(CodeLine::unmapped).count();
        int selected = table.getSelectionModel().getSelectedItems().size();
        summary.setText(java.util.stream.Stream.of(
                        controls.texts().get("ui.variables.codes.count", lines.size()),
                        unmapped == 0 ? "" : controls.texts().get("ui.variables.codes.unmapped", unmapped),
                        selected < 2 ? "" : controls.texts().get("ui.variables.codes.selected", selected))
                .filter(t -> !t.isEmpty())
                .collect(Collectors.joining(Wording.DOT)));
        group.box().setDisable(selected == 0);
    }

    /** Persons of one date, marked where they are few. */
    private static final class FigureCell extends TableCell<CodeLine, String> {
        private final int at;

        FigureCell(int at) {
            this.at = at;
        }

        @Override
        protected void updateItem(String figure, boolean empty) {
            super.updateItem(figure, empty);
            setText(empty ? "" : figure);
            CodeLine line = getTableRow() == null ? null : getTableRow().getItem();
            pseudoClassStateChanged(
                    UNSAFE,
                    !empty
                            && line != null
                            && at < line.persons().size()
                            && line.persons().get(at).filter(Tally::small).isPresent());
        }
    }

    private static final class Row extends TableRow<CodeLine> {
        @Override
        protected void updateItem(CodeLine line, boolean empty) {
            super.updateItem(line, empty);
            pseudoClassStateChanged(UNMAPPED, !empty && line != null && line.unmapped());
        }
    }
}
