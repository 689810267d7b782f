package org.ecart.ui.variables;

import atlantafx.base.theme.Styles;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.css.PseudoClass;
import javafx.scene.control.TableCell;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableRow;
import javafx.scene.control.TableView;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.Region;
import org.ecart.model.Period;
import org.ecart.model.Rules;
import org.ecart.study.RuleReport;
import org.ecart.study.Tally;
import org.ecart.ui.text.Controls;

/** The rules, bands or groups of a rule set in order, each with what it gives, its persons and their share by date. */
final class RuleTable {
    private static final PseudoClass UNSAFE = PseudoClass.getPseudoClass("unsafe");
    private static final PseudoClass FAULTY = PseudoClass.getPseudoClass("faulty");
    private static final PseudoClass STALE = PseudoClass.getPseudoClass("stale");
    private static final PseudoClass REST = PseudoClass.getPseudoClass("rest");
    private static final double NUMBER = 44;
    private static final double OUTCOME = 190;
    private static final double PERSONS = 84;
    private static final double SHARE = 56;

    private final TableView<RuleLine> table;
    private final RuleSetViewModel model;
    private final Controls controls;
    private final Wording wording;
    private List<Period> periods = List.of();
    private boolean showing;

    /** @param enter what Enter on a line does */
    RuleTable(RuleSetViewModel model, Controls controls, Runnable enter) {
        this.model = model;
        this.controls = controls;
        this.wording = new Wording(controls.texts());
        table = controls.named(new TableView<>(), "variables-rules", "ui.variables.rules");
        table.getStyleClass().addAll(Styles.DENSE, "quiet-table", "variables-rules");
        table.setPlaceholder(controls.label("muted", "ui.variables.rules.none"));
        table.setRowFactory(t -> new Row());
        table.setColumnResizePolicy(TableView.CONSTRAINED_RESIZE_POLICY_FLEX_LAST_COLUMN);
        table.getSelectionModel().selectedIndexProperty().addListener((o, before, now) -> {
            if (!showing && now.intValue() >= 0) {
                model.placeProperty().set(now.intValue());
            }
        });
        table.addEventFilter(KeyEvent.KEY_PRESSED, e -> key(e, enter));
        model.countingProperty().addListener(o -> dim());
        controls.texts().languageProperty().addListener(o -> table.refresh());
    }

    Region root() {
        return table;
    }

    /** Figures that are not those of the rules in sight. */
    private void dim() {
        boolean faulty =
                model.shownProperty().get().filter(s -> !s.faults().isEmpty()).isPresent();
        table.pseudoClassStateChanged(STALE, faulty || model.countingProperty().get());
    }

    private void key(KeyEvent e, Runnable enter) {
        if (e.isAltDown() && e.getCode() == KeyCode.UP) {
            model.move(-1);
        } else if (e.isAltDown() && e.getCode() == KeyCode.DOWN) {
            model.move(1);
        } else if (e.getCode() == KeyCode.DELETE) {
            model.remove();
        } else if (e.getCode() == KeyCode.INSERT) {
            model.add();
        } else if (e.getCode() == KeyCode.ENTER) {
            enter.run();
        } else {
            return;
        }
        e.consume();
    }

    /** Shows what the model has; nothing that is set here is the analyst's doing. */
    void show() {
        showing = true;
        if (!periods.equals(model.periodsProperty().get()) || table.getColumns().isEmpty()) {
            periods = model.periodsProperty().get();
            columns();
        }
        List<RuleLine> lines = model.lines();
        if (!table.getItems().equals(lines)) {
            table.getItems().setAll(lines);
        }
        table.refresh();
        dim();
        int place = model.placeProperty().get();
        if (place < lines.size() && table.getSelectionModel().getSelectedIndex() != place) {
            table.getSelectionModel().clearAndSelect(place);
            table.getFocusModel().focus(place);
        }
        showing = false;
    }

    private void columns() {
        List<TableColumn<RuleLine, ?>> columns = new ArrayList<>();
        TableColumn<RuleLine, String> number =
                column("variables-rule-number", "ui.variables.rule.number", this::number);
        fixed(number, NUMBER);
        number.setCellFactory(c -> new WrappedCell<>());
        columns.add(number);
        TableColumn<RuleLine, String> text = column("variables-rule-text", "ui.variables.rule.text", this::text);
        text.setPrefWidth(380);
        text.setMinWidth(180);
        text.setCellFactory(c -> new WrappedCell<>());
        columns.add(text);
        TableColumn<RuleLine, String> outcome =
                column("variables-rule-outcome", "ui.variables.rule.outcome", this::outcome);
        outcome.setPrefWidth(OUTCOME);
        outcome.setMinWidth(120);
        outcome.setMaxWidth(OUTCOME * 1.3);
        outcome.setCellFactory(c -> new WrappedCell<>());
        columns.add(outcome);
        for (int i = 0; i < periods.size(); i++) {
            columns.add(year(i));
        }
        table.getColumns().setAll(columns);
    }

    private TableColumn<RuleLine, String> column(String id, String key, Function<RuleLine, String> text) {
        TableColumn<RuleLine, String> column = new TableColumn<>();
        column.setId(id);
        column.setSortable(false);
        column.setReorderable(false);
        column.textProperty().bind(controls.texts().bind(key));
        column.setCellValueFactory(row -> new ReadOnlyStringWrapper(text.apply(row.getValue())));
        return column;
    }

    private static void fixed(TableColumn<?, ?> column, double width) {
        column.setMinWidth(width);
        column.setPrefWidth(width);
        column.setMaxWidth(width);
    }

    /** Persons and share of one date under its name. */
    private TableColumn<RuleLine, ?> year(int at) {
        TableColumn<RuleLine, Optional<Tally>> year =
                new TableColumn<>(periods.get(at).toString());
        year.setSortable(false);
        year.setReorderable(false);
        TableColumn<RuleLine, Optional<Tally>> persons = tally(at, "ui.variables.persons", wording::persons);
        fixed(persons, PERSONS);
        TableColumn<RuleLine, Optional<Tally>> share = tally(at, "ui.variables.share", wording::share);
        fixed(share, SHARE);
        share.getStyleClass().add("variables-share");
        year.getColumns().setAll(List.of(persons, share));
        return year;
    }

    private TableColumn<RuleLine, Optional<Tally>> tally(int at, String key, Function<Optional<Tally>, String> text) {
        TableColumn<RuleLine, Optional<Tally>> column = new TableColumn<>();
        column.textProperty().bind(controls.texts().bind(key));
        column.setSortable(false);
        column.setReorderable(false);
        column.getStyleClass().add("number");
        column.setCellValueFactory(row -> new ReadOnlyObjectWrapper<>(
                at < row.getValue().persons().size() ? row.getValue().persons().get(at) : Optional.empty()));
        column.setCellFactory(c -> new TableCell<>() {
            @Override
            protected void updateItem(Optional<Tally> tally, boolean empty) {
                super.updateItem(tally, empty);
                RuleLine line = getTableRow() == null ? null : getTableRow().getItem();
                boolean counted = !empty
                        && tally != null
                        && line != null
                        && at < line.persons().size();
                setText(counted ? text.apply(tally) : "");
                boolean small = counted && tally.filter(Tally::small).isPresent();
                pseudoClassStateChanged(UNSAFE, small);
                setTooltip(small ? new Tooltip(controls.texts().get("ui.variables.small")) : null);
            }
        });
        return column;
    }

    private String number(RuleLine line) {
        return line.kind() == RuleReport.Kind.RULE ? controls.texts().numbers().whole(line.place() + 1) : "";
    }

    private String text(RuleLine line) {
        return model.shownProperty()
                .get()
                .filter(s -> fits(line, s))
                .map(s -> wording.text(line, s))
                .orElse("");
    }

    private String outcome(RuleLine line) {
        return model.shownProperty()
                .get()
                .filter(s -> fits(line, s))
                .map(s -> wording.outcome(line, s))
                .orElse("");
    }

    /** A cell may be asked between two rule sets. */
    private static boolean fits(RuleLine line, RuleSetViewModel.Shown shown) {
        return !(shown.rules().derivation() instanceof Rules.FirstMatch first)
                || line.place() <= first.rules().size();
    }

    /** A line that has a fault, or takes what is left. */
    private final class Row extends TableRow<RuleLine> {
        @Override
        protected void updateItem(RuleLine line, boolean empty) {
            super.updateItem(line, empty);
            boolean there = !empty && line != null;
            boolean faulty = there
                    && line.kind() == RuleReport.Kind.RULE
                    && model.fault(line.place()).isPresent();
            pseudoClassStateChanged(FAULTY, faulty);
            pseudoClassStateChanged(REST, there && line.kind() != RuleReport.Kind.RULE);
            setId(there ? "variables-rule-" + line.place() : null);
        }
    }
}
