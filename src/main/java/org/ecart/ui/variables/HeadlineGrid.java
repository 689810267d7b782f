package org.ecart.ui.variables;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import javafx.css.PseudoClass;
import javafx.scene.AccessibleRole;
import javafx.scene.control.Label;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Region;
import org.ecart.model.TableShape.Address;
import org.ecart.model.Value;
import org.ecart.study.RuleComparison;
import org.ecart.study.RuleComparison.Figures;
import org.ecart.ui.text.Controls;

/** The headline under both rule sets: rate and gap of each group, and by how much the gap differs. */
final class HeadlineGrid {
    private static final PseudoClass UNSAFE = PseudoClass.getPseudoClass("unsafe");

    private final GridPane root = new GridPane();
    private final Controls controls;
    private final int decimals;

    HeadlineGrid(RuleComparison made, Controls controls) {
        this.controls = controls;
        this.decimals = made.a().headline().decimals().rate();
        Wording wording = new Wording(controls.texts());
        root.setId("variables-headline");
        root.getStyleClass().add("variables-flow");
        root.setAccessibleRole(AccessibleRole.TABLE_VIEW);
        root.accessibleTextProperty().bind(controls.texts().bind("ui.variables.compare.headline"));
        root.add(label(wording.set(made.a().rules()), "variables-flow-head"), 1, 0, 2, 1);
        root.add(label(wording.set(made.b().rules()), "variables-flow-head"), 3, 0, 2, 1);
        for (int side = 0; side < 2; side++) {
            root.add(label(controls.texts().get("ui.variables.compare.rate"), "variables-flow-head"), 1 + 2 * side, 1);
            root.add(
                    label(controls.texts().get("ui.variables.compare.points"), "variables-flow-head"), 2 + 2 * side, 1);
        }
        root.add(label(controls.texts().get("ui.variables.compare.change"), "variables-flow-head"), 5, 1);
        int row = 2;
        for (RuleComparison.Headline line : made.headlines()) {
            RuleComparison.Pair pair = line.years().get(0);
            root.add(label(controls.texts().get(line.labels()), "variables-flow-label"), 0, row);
            figures(pair.a(), unsafe(made.a(), line.code()), 1, row);
            figures(pair.b(), unsafe(made.b(), line.code()), 3, row);
            Label change = label(change(pair), "variables-flow-cell");
            change.getStyleClass().add("variables-strong");
            root.add(change, 5, row);
            row++;
        }
    }

    Region root() {
        return root;
    }

    /** Whether the group's figures are unsafe by themselves. */
    private static boolean unsafe(RuleComparison.Side side, String code) {
        List<String> rows = side.headline().shape().rows().entries().stream()
                .map(e -> e.get(0))
                .toList();
        int row = rows.indexOf(code);
        return row >= 0
                && side.headline()
                        .marks()
                        .get(side.headline().shape().index(new Address(0, row, 0, 0)))
                        .suppressed();
    }

    private void figures(Optional<Figures> figures, boolean unsafe, int column, int row) {
        Label rate = label(figures.map(f -> value(f.rate(), false)).orElse(Wording.NOTHING), "variables-flow-cell");
        Label gap = label(figures.map(f -> value(f.gap(), true)).orElse(Wording.NOTHING), "variables-flow-cell");
        rate.pseudoClassStateChanged(UNSAFE, unsafe);
        gap.pseudoClassStateChanged(UNSAFE, unsafe);
        root.add(rate, column, row);
        root.add(gap, column + 1, row);
    }

    private String value(Value value, boolean signed) {
        return value.number()
                .map(n -> signed
                        ? controls.texts().numbers().signed(n, decimals)
                        : controls.texts().numbers().format(n, decimals))
                .orElse(value.status().mark());
    }

    private String change(RuleComparison.Pair pair) {
        Optional<BigDecimal> a = pair.a().flatMap(f -> f.gap().number());
        Optional<BigDecimal> b = pair.b().flatMap(f -> f.gap().number());
        return a.isPresent() && b.isPresent()
                ? controls.texts().numbers().signed(b.get().subtract(a.get()), decimals)
                : "";
    }

    private static Label label(String text, String style) {
        Label label = new Label(text);
        label.getStyleClass().add(style);
        label.setMaxWidth(Double.MAX_VALUE);
        label.setMinWidth(Region.USE_PREF_SIZE);
        return label;
    }
}
