package org.ecart.ui.variables;

import java.util.List;
import java.util.Optional;
import javafx.css.PseudoClass;
import javafx.scene.AccessibleRole;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Region;
import org.ecart.study.RuleComparison;
import org.ecart.study.Tally;
import org.ecart.ui.text.Controls;

/** From the groups of A, a line each, to the groups of B, a column each; the darker, the more of the line went there. */
final class FlowGrid {
    private static final PseudoClass UNSAFE = PseudoClass.getPseudoClass("unsafe");
    private static final double NAME = 190;
    private static final double FEW = 0.01;
    private static final double MANY = 0.10;

    private final GridPane root = new GridPane();
    private final RuleComparison made;
    private final Controls controls;
    private final Wording wording;

    FlowGrid(RuleComparison made, Controls controls) {
        this.made = made;
        this.controls = controls;
        this.wording = new Wording(controls.texts());
        root.setId("variables-flow");
        root.getStyleClass().add("variables-flow");
        root.setAccessibleRole(AccessibleRole.TABLE_VIEW);
        root.accessibleTextProperty().bind(controls.texts().bind("ui.variables.compare.flow"));
        List<RuleComparison.Group> from = counted(made.a());
        List<RuleComparison.Group> to = counted(made.b());
        for (int column = 0; column < to.size(); column++) {
            Label head = label(to.get(column).category().code(), "variables-flow-head");
            head.setTooltip(
                    new Tooltip(controls.texts().get(to.get(column).category().labels())));
            root.add(head, column + 2, 0);
        }
        root.add(label(controls.texts().get("ui.variables.persons"), "variables-flow-head"), 1, 0);
        for (int row = 0; row < from.size(); row++) {
            line(row + 1, from.get(row), to);
        }
    }

    Region root() {
        return root;
    }

    private static List<RuleComparison.Group> counted(RuleComparison.Side side) {
        return side.groups().stream()
                .filter(g -> g.persons().get(0).filter(t -> t.persons() > 0).isPresent())
                .toList();
    }

    private void line(int row, RuleComparison.Group from, List<RuleComparison.Group> to) {
        Label name = label(controls.texts().get(from.category().labels()), "variables-flow-label");
        name.setWrapText(true);
        name.setMaxWidth(NAME);
        root.add(name, 0, row);
        Label all = label(wording.persons(from.persons().get(0)), "variables-flow-cell");
        all.getStyleClass().add("variables-strong");
        root.add(all, 1, row);
        long persons = from.persons().get(0).map(Tally::persons).orElse(0L);
        for (int column = 0; column < to.size(); column++) {
            String code = to.get(column).category().code();
            Optional<Tally> moved = made.flows().stream()
                    .filter(f -> f.from().equals(from.category().code()) && f.to().equals(code))
                    .findFirst()
                    .flatMap(f -> f.persons().get(0));
            boolean stays = code.equals(from.category().code());
            root.add(cell(moved, stays, persons), column + 2, row);
        }
    }

    private Label cell(Optional<Tally> moved, boolean stays, long persons) {
        Label cell = label(
                moved.filter(t -> t.persons() > 0)
                        .map(t -> controls.texts().numbers().whole(t.persons()))
                        .orElse(""),
                "variables-flow-cell");
        double share =
                moved.map(t -> (double) t.persons() / Math.max(1, persons)).orElse(0.0);
        if (stays) {
            cell.getStyleClass().add("variables-flow-stays");
        } else if (share >= MANY) {
            cell.getStyleClass().add("variables-flow-many");
        } else if (share >= FEW) {
            cell.getStyleClass().add("variables-flow-some");
        }
        cell.pseudoClassStateChanged(UNSAFE, moved.filter(Tally::small).isPresent());
        return cell;
    }

    private static Label label(String text, String style) {
        Label label = new Label(text);
        label.getStyleClass().add(style);
        label.setMaxSize(Double.MAX_VALUE, Double.MAX_VALUE);
        label.setMinHeight(Region.USE_PREF_SIZE);
        return label;
    }
}
