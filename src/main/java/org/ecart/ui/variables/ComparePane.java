package org.ecart.ui.variables;

import java.util.Optional;
import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.ecart.model.Period;
import org.ecart.model.Rules;
import org.ecart.study.RuleComparison;
import org.ecart.ui.text.Controls;

/** The rule set in hand beside another: the flow between their groups at one date, and the gap under each. */
final class ComparePane {
    private static final PseudoClass STALE = PseudoClass.getPseudoClass("stale");

    private final VBox root = new VBox(8);
    private final CompareViewModel model;
    private final RuleSetViewModel rules;
    private final Controls controls;
    private final Wording wording;
    private final Label mine = new Label();
    private final Label said = new Label();
    private final Choice<Rules> other;
    private final Choice<Period> period;
    private final VBox figures = new VBox(6);

    ComparePane(RuleSetViewModel rules, Controls controls) {
        this.rules = rules;
        this.model = rules.compare();
        this.controls = controls;
        this.wording = new Wording(controls.texts());
        this.other = new Choice<>(
                controls, "variables-compare-with", "ui.variables.compare.with", this::name, model::choose);
        this.period = new Choice<>(
                controls, "variables-compare-period", "ui.variables.compare.period", Period::toString, model::choose);
        mine.getStyleClass().add("variables-strong");
        mine.setMinWidth(Region.USE_PREF_SIZE);
        said.setId("variables-compare-said");
        said.setWrapText(true);
        said.getStyleClass().add("muted");
        Label with = controls.label("muted", "ui.variables.compare.with");
        with.setMinWidth(Region.USE_PREF_SIZE);
        HBox tools = new HBox(8, mine, with, other.box(), period.box());
        tools.setAlignment(Pos.CENTER_LEFT);
        ScrollPane scroll =
                controls.named(new ScrollPane(figures), "variables-compare-scroll", "ui.variables.tab.compare");
        scroll.getStyleClass().add("variables-scroll");
        VBox.setVgrow(scroll, Priority.ALWAYS);
        figures.setId("variables-comparison");
        root.getChildren().addAll(tools, said, scroll);
        model.othersProperty().addListener(o -> show());
        model.otherProperty().addListener(o -> show());
        model.periodProperty().addListener(o -> show());
        model.comparisonProperty().addListener(o -> fill());
        model.failureProperty().addListener(o -> fill());
        model.countingProperty().addListener((o, was, now) -> figures.pseudoClassStateChanged(STALE, now));
        controls.texts().languageProperty().addListener(o -> {
            show();
            fill();
        });
    }

    Region root() {
        return root;
    }

    void show() {
        rules.shownProperty().get().ifPresent(s -> mine.setText(name(s.source().rules())));
        other.show(model.othersProperty().get(), model.otherProperty().get());
        period.show(rules.offeredProperty().get(), model.periodProperty().get());
    }

    private String name(Rules set) {
        return controls.texts().get(set.labels()) + ", " + wording.set(set);
    }

    private void fill() {
        figures.getChildren().clear();
        Optional<RuleComparison> made = model.comparisonProperty().get();
        said.setText(made.map(this::moved)
                .or(() -> model.failureProperty().get().map(wording::failure))
                .orElse(""));
        made.filter(m -> m.population().get(0).isPresent()).ifPresent(m -> {
            Label flow = controls.label("variables-strong", "ui.variables.compare.flow");
            Label gap = controls.label(
                    "variables-strong",
                    "ui.variables.compare.gap",
                    m.indicator().labels());
            figures.getChildren()
                    .addAll(flow, new FlowGrid(m, controls).root(), gap, new HeadlineGrid(m, controls).root());
        });
    }

    /** How many persons are in a group of another code under the other set. */
    private String moved(RuleComparison made) {
        long moved = made.flows().stream()
                .filter(f -> !f.from().equals(f.to()))
                .flatMap(f -> f.persons().get(0).stream())
                .mapToLong(t -> t.persons())
                .sum();
        long all = made.population().get(0).map(t -> t.persons()).orElse(0L);
        String span = made.span()
                .map(s -> controls.texts().get("ui.variables.compare.span", s))
                .orElse("");
        boolean same = made.a().rules().variable().equals(made.b().rules().variable());
        String sentence = same
                ? controls.texts()
                        .get(
                                "ui.variables.compare.moved",
                                controls.texts().numbers().whole(moved),
                                controls.texts().numbers().whole(all))
                : controls.texts()
                        .get(
                                "ui.variables.compare.all",
                                controls.texts().numbers().whole(all));
        return (sentence + " " + span).strip();
    }
}
