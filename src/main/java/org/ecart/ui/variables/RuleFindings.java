package org.ecart.ui.variables;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TitledPane;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.ecart.model.Category;
import org.ecart.study.RuleReport;
import org.ecart.study.Tally;
import org.ecart.ui.text.Controls;

/** What was found while counting, folded until it is wanted: rules that could also have matched, codes in no group. */
final class RuleFindings {
    private static final String SMALL = "*";
    private static final double LINE = 19;
    private static final int MOST_LINES = 5;

    private final VBox root = new VBox();
    private final RuleSetViewModel model;
    private final Controls controls;
    private final Wording wording;
    private final TitledPane conflicts;
    private final TitledPane unmapped;

    RuleFindings(RuleSetViewModel model, Controls controls) {
        this.model = model;
        this.controls = controls;
        this.wording = new Wording(controls.texts());
        this.conflicts = pane("variables-conflicts", "ui.variables.conflicts.name");
        this.unmapped = pane("variables-unmapped", "ui.variables.unmapped.name");
        root.setMinHeight(Region.USE_PREF_SIZE);
        root.getChildren().addAll(conflicts, unmapped);
    }

    Region root() {
        return root;
    }

    private TitledPane pane(String id, String key) {
        TitledPane pane = controls.named(new TitledPane(), id, key);
        pane.setExpanded(false);
        pane.setAnimated(false);
        pane.getStyleClass().add("variables-fold");
        return pane;
    }

    void show() {
        Optional<RuleReport> report = model.reportProperty().get();
        List<String> pairs = report.map(this::conflicts).orElse(List.of());
        List<String> codes = report.map(this::unmapped).orElse(List.of());
        fill(conflicts, "ui.variables.conflicts", pairs);
        fill(unmapped, "ui.variables.unmapped", codes);
    }

    private void fill(TitledPane pane, String key, List<String> lines) {
        pane.setVisible(!lines.isEmpty());
        pane.setManaged(!lines.isEmpty());
        pane.setText(controls.texts().get(key, lines.size()));
        VBox content = new VBox(2);
        content.getStyleClass().add("variables-found");
        for (String line : lines) {
            Label label = new Label(line);
            label.setWrapText(true);
            content.getChildren().add(label);
        }
        ScrollPane scroll = new ScrollPane(content);
        scroll.setFitToWidth(true);
        scroll.setFocusTraversable(false);
        double height = 6 + LINE * Math.min(lines.size(), MOST_LINES);
        scroll.setMinHeight(height);
        scroll.setPrefHeight(height);
        pane.setContent(scroll);
    }

    private List<String> conflicts(RuleReport report) {
        List<String> lines = new ArrayList<>();
        for (RuleReport.Conflict conflict : report.conflicts()) {
            lines.add(controls.texts()
                    .get(
                            "ui.variables.conflict",
                            name(report, conflict.decided()),
                            name(report, conflict.later()),
                            counts(report, conflict.persons())));
        }
        return lines;
    }

    private String name(RuleReport report, int line) {
        return report.lines().get(line).kind() == RuleReport.Kind.RULE
                ? controls.texts().numbers().whole(line + 1)
                : controls.texts().get("ui.variables.rule.else");
    }

    private List<String> unmapped(RuleReport report) {
        List<String> lines = new ArrayList<>();
        for (RuleReport.Unmapped each : report.unmapped()) {
            if (!each.code().equals(Category.UNKNOWN) && !each.code().equals(Category.NO_RECORD)) {
                lines.add(controls.texts()
                        .get(
                                "ui.variables.unmapped.code",
                                each.code(),
                                model.shownProperty()
                                        .get()
                                        .map(s -> controls.texts().get(s.names().variable(each.variable())))
                                        .orElse(each.variable()),
                                counts(report, each.persons())));
            }
        }
        return lines;
    }

    /** 1,234 (2013) · 3* (2014): a star where they are few, as {@code ecart derive} has it. */
    private String counts(RuleReport report, List<Optional<Tally>> persons) {
        List<String> each = new ArrayList<>();
        for (int i = 0; i < persons.size(); i++) {
            String mark = persons.get(i).filter(Tally::small).isPresent() ? SMALL : "";
            each.add(wording.persons(persons.get(i)) + mark + " ("
                    + report.periods().get(i) + ")");
        }
        return each.stream().collect(Collectors.joining(Wording.DOT));
    }
}
