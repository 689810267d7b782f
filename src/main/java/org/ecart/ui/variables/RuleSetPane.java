package org.ecart.ui.variables;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.CheckMenuItem;
import javafx.scene.control.Label;
import javafx.scene.control.MenuButton;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.ecart.model.Period;
import org.ecart.model.Rules;
import org.ecart.ui.text.Controls;

/** A derived variable: which rule set, what it says and does, and everything that can be changed of it. */
final class RuleSetPane {
    /** What can be looked at, one at a time. */
    private enum Tab {
        RULES("ui.variables.tab.rules"),
        CODES("ui.variables.tab.codes"),
        CATEGORIES("ui.variables.tab.categories"),
        COMPARE("ui.variables.tab.compare");

        private final String key;

        Tab(String key) {
            this.key = key;
        }
    }

    private final VBox root = new VBox(6);
    private final RuleSetViewModel model;
    private final Controls controls;
    private final Wording wording;
    private final Label heading = new Label();
    private final Label description = new Label();
    private final Label notice = new Label();
    private final Label confirm = new Label();
    private final Label fault = new Label();
    private final Choice<Rules> sets;
    private final Button drop;
    private final MenuButton years;
    private final Map<Tab, ToggleButton> tabs = new LinkedHashMap<>();
    private final Map<Tab, Region> bodies = new LinkedHashMap<>();
    private final RuleEditor editor;
    private final RuleTable table;
    private final RuleFindings findings;
    private final ParameterBar parameters;
    private final CodePane codes;
    private final CategoryPane categories;
    private final ComparePane compare;
    private Tab looked = Tab.RULES;

    RuleSetPane(RuleSetViewModel model, Controls controls) {
        this.model = model;
        this.controls = controls;
        this.wording = new Wording(controls.texts());
        this.sets = new Choice<>(controls, "variables-set", "ui.variables.set", wording::set, model::choose);
        this.drop = controls.button("variables-drop", "ui.variables.drop", model::drop);
        this.years = years();
        this.editor = new RuleEditor(model, controls);
        this.table = new RuleTable(model, controls, editor::focus);
        this.findings = new RuleFindings(model, controls);
        this.parameters = new ParameterBar(model, controls);
        this.codes = new CodePane(model, controls);
        this.categories = new CategoryPane(model, controls);
        this.compare = new ComparePane(model, controls);
        VBox rules = new VBox(6, parameters.root(), table.root(), findings.root(), editor.root());
        VBox.setVgrow(table.root(), Priority.ALWAYS);
        bodies.put(Tab.RULES, rules);
        bodies.put(Tab.CODES, codes.root());
        bodies.put(Tab.CATEGORIES, categories.root());
        bodies.put(Tab.COMPARE, compare.root());
        StackPane body = new StackPane();
        body.getChildren().setAll(bodies.values());
        VBox.setVgrow(body, Priority.ALWAYS);
        root.getStyleClass().add("variables-one");
        root.getChildren().addAll(head(), confirm, notice, fault, tabs(), body);
        model.shownProperty().addListener(o -> show());
        model.reportProperty().addListener(o -> show());
        model.periodsProperty().addListener(o -> show());
        model.offeredProperty().addListener(o -> show());
        model.placeProperty().addListener(o -> show());
        model.failureProperty().addListener(o -> tell());
        controls.texts().languageProperty().addListener(o -> show());
        look(Tab.RULES);
        show();
    }

    Region root() {
        return root;
    }

    /** Whether someone looks at this page: only then are rule sets compared. */
    void seen(boolean seen) {
        model.compare().inSightProperty().set(seen && looked == Tab.COMPARE);
    }

    private Region head() {
        heading.setId("variables-rules-heading");
        heading.getStyleClass().add("variables-title");
        description.setId("variables-rules-description");
        description.getStyleClass().add("muted");
        description.setWrapText(true);
        description.setMinHeight(Region.USE_PREF_SIZE);
        confirm.setId("variables-confirm");
        confirm.getStyleClass().add("variables-confirm");
        notice.setId("variables-notice");
        notice.getStyleClass().add("muted");
        fault.setId("variables-fault");
        fault.getStyleClass().add("variables-fault");
        for (Label label : List.of(confirm, notice, fault)) {
            label.setWrapText(true);
            label.setMinHeight(Region.USE_PREF_SIZE);
            label.managedProperty().bind(label.textProperty().isNotEmpty());
        }
        drop.setMinWidth(Region.USE_PREF_SIZE);
        drop.managedProperty().bind(drop.visibleProperty());
        Region space = new Region();
        HBox.setHgrow(space, Priority.ALWAYS);
        Label set = controls.label("muted", "ui.variables.set");
        set.setMinWidth(Region.USE_PREF_SIZE);
        HBox line = new HBox(8, heading, space, set, sets.box(), drop, years);
        line.setAlignment(Pos.CENTER_LEFT);
        return new VBox(2, line, description);
    }

    private MenuButton years() {
        MenuButton menu = controls.named(new MenuButton(), "variables-years", "ui.variables.years");
        menu.textProperty().bind(controls.texts().bind("ui.variables.years"));
        menu.setMinWidth(Region.USE_PREF_SIZE);
        return menu;
    }

    private Region tabs() {
        ToggleGroup group = new ToggleGroup();
        HBox bar = new HBox();
        bar.getStyleClass().add("ecart-tabs");
        for (Tab tab : Tab.values()) {
            ToggleButton button = controls.named(
                    new ToggleButton(), "variables-tab-" + tab.name().toLowerCase(java.util.Locale.ROOT), tab.key);
            button.getStyleClass().setAll("toggle-button", "ecart-tab");
            button.setToggleGroup(group);
            button.setOnAction(e -> {
                look(tab);
                show();
            });
            button.setMinWidth(Region.USE_PREF_SIZE);
            button.managedProperty().bind(button.visibleProperty());
            tabs.put(tab, button);
            bar.getChildren().add(button);
        }
        return bar;
    }

    private void look(Tab tab) {
        looked = tab;
        tabs.forEach((each, button) -> button.setSelected(each == tab));
        bodies.forEach((each, body) -> body.setVisible(each == tab));
        model.compare().inSightProperty().set(tab == Tab.COMPARE);
    }

    private void show() {
        Optional<RuleSetViewModel.Shown> shown = model.shownProperty().get();
        if (shown.isEmpty()) {
            return;
        }
        RuleSetViewModel.Shown now = shown.get();
        heading.setText(wording.heading(now.entry()));
        description.setText(wording.description(now.entry()));
        sets.show(now.source().all(), Optional.of(now.source().rules()));
        drop.setVisible(now.own());
        showYears();
        tabs.forEach((tab, button) -> {
            button.setVisible(there(tab, now.rules()));
            button.setText(controls.texts().get(tab == Tab.RULES ? lines(now.rules()) : tab.key));
        });
        if (!there(looked, now.rules())) {
            look(Tab.RULES);
        }
        tell();
        switch (looked) {
            case RULES -> {
                parameters.show();
                table.show();
                findings.show();
                editor.show();
            }
            case CODES -> codes.show();
            case CATEGORIES -> categories.show();
            case COMPARE -> compare.show();
        }
    }

    /** What the lines of a rule set are called. */
    private static String lines(Rules rules) {
        if (rules.derivation() instanceof Rules.Bands) {
            return "ui.variables.tab.bands";
        }
        return rules.derivation() instanceof Rules.Recode ? "ui.variables.tab.groups" : Tab.RULES.key;
    }

    private static boolean there(Tab tab, Rules rules) {
        return switch (tab) {
            case RULES -> true;
            case CODES -> !RulesEdits.groupings(rules).isEmpty();
            case CATEGORIES, COMPARE -> !rules.categories().isEmpty();
        };
    }

    private void showYears() {
        List<Period> offered = model.offeredProperty().get();
        List<Period> chosen = model.periodsProperty().get();
        years.setVisible(offered.size() > 1);
        List<CheckMenuItem> items = new ArrayList<>();
        for (Period period : offered) {
            CheckMenuItem item = new CheckMenuItem();
            item.setText(period.toString());
            item.setId("variables-year-" + period);
            item.setSelected(chosen.contains(period));
            item.setOnAction(e -> model.toggle(period));
            items.add(item);
        }
        years.getItems().setAll(items);
    }

    private void tell() {
        model.shownProperty().get().ifPresent(s -> {
            confirm.setText(wording.toConfirm(s.rules()));
            notice.setText(s.own() ? controls.texts().get("ui.variables.own", wording.set(s.rules())) : "");
            fault.setText(Stream.concat(
                            s.faults().isEmpty()
                                    ? Stream.empty()
                                    : Stream.of(controls.texts().get("ui.variables.held"), wording.faults(s.faults())),
                            model.failureProperty().get().stream().map(wording::failure))
                    .filter(t -> !t.isEmpty())
                    .distinct()
                    .collect(Collectors.joining("\n")));
        });
    }
}
