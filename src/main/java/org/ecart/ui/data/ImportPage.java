package org.ecart.ui.data;

import atlantafx.base.theme.Styles;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javafx.beans.binding.Bindings;
import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.ecart.ui.data.ImportViewModel.Step;
import org.ecart.ui.text.Controls;

/** The import on screen: which step it is, the step, what there is to say, and where to go. */
final class ImportPage {
    private static final PseudoClass CURRENT = PseudoClass.getPseudoClass("current");

    private final BorderPane root = new BorderPane();
    private final ImportViewModel model;
    private final Controls controls;
    private final Wording wording;
    private final Map<Step, Label> trail = new EnumMap<>(Step.class);
    private final Map<Step, Region> pages = new EnumMap<>(Step.class);
    private final FilesStep choice;
    private final FileDialogs dialogs;
    private final Button back;
    private final Button next;
    private final Button run;
    private final Button cancel;
    private final Button close;

    ImportPage(ImportViewModel model, Controls controls, FileDialogs dialogs) {
        this.model = model;
        this.controls = controls;
        this.wording = new Wording(controls.texts());
        choice = new FilesStep(model, controls, dialogs);
        next = controls.button("import-next", "ui.data.next", model::next);
        run = controls.button("import-run", "ui.data.run", model::run);
        this.dialogs = dialogs;
        back = controls.button("import-back", "ui.data.back", model::back);
        cancel = controls.button("import-cancel", "ui.data.cancel", model::cancel);
        close = controls.button("import-close", "ui.data.close", model::cancel);
        root.setId("import");
        root.getStyleClass().add("data-page");
        root.setTop(head());
        root.setBottom(foot());
        pages.put(Step.FILES, choice.root());
        pages.put(Step.COLUMNS, new ColumnsStep(model, controls, dialogs).root());
        Region running = new RunningStep(model, controls).root();
        BorderPane.setAlignment(running, Pos.TOP_LEFT);
        pages.put(Step.RUNNING, running);
        ReportPane report = new ReportPane(controls, model.codebookProperty()::get);
        model.reportsProperty()
                .addListener((o, before, now) ->
                        report.show(now, model.refusedProperty().get()));
        pages.put(Step.REPORT, report.root());
        model.stepProperty().addListener((o, before, now) -> show(now));
        show(model.stepProperty().get());
    }

    Region root() {
        return root;
    }

    private VBox head() {
        HBox steps = new HBox(18);
        steps.getStyleClass().add("import-trail");
        for (Step step : Step.values()) {
            Label label = controls.label("import-step", "ui.data.step." + step.ordinal());
            trail.put(step, label);
            steps.getChildren().add(label);
        }
        return new VBox(6, controls.label("data-title", "ui.data.import"), steps);
    }

    private VBox foot() {
        Label message = new Label();
        message.setId("import-message");
        message.setWrapText(true);
        message.textProperty()
                .bind(Bindings.createStringBinding(
                        this::message,
                        model.failureProperty(),
                        model.noticeProperty(),
                        model.plansProperty(),
                        model.selectedProperty(),
                        model.stepProperty(),
                        controls.texts().languageProperty()));
        message.getStyleClass().add("import-message");
        model.failureProperty()
                .addListener((o, before, now) ->
                        message.pseudoClassStateChanged(PseudoClass.getPseudoClass("failed"), now.isPresent()));
        message.managedProperty().bind(message.textProperty().isNotEmpty());
        next.disableProperty()
                .bind(Bindings.createBooleanBinding(
                        () -> model.files().isEmpty()
                                || model.codebookProperty().get().isEmpty()
                                || model.busyProperty().get(),
                        model.files(),
                        model.codebookProperty(),
                        model.busyProperty()));
        run.disableProperty()
                .bind(Bindings.createBooleanBinding(
                        () -> !model.ready() || model.busyProperty().get(),
                        model.plansProperty(),
                        model.busyProperty()));
        next.getStyleClass().add(Styles.ACCENT);
        run.getStyleClass().add(Styles.ACCENT);
        cancel.setCancelButton(true);
        cancel.disableProperty().bind(model.stoppingProperty());
        close.getStyleClass().add(Styles.ACCENT);
        back.visibleProperty()
                .bind(Bindings.createBooleanBinding(this::leadsBack, model.stepProperty(), model.refusedProperty()));
        back.managedProperty().bind(back.visibleProperty());
        Region space = new Region();
        HBox.setHgrow(space, Priority.ALWAYS);
        HBox buttons = new HBox(
                8,
                only(cancel, Step.FILES, Step.COLUMNS, Step.RUNNING),
                space,
                save(),
                back,
                only(next, Step.FILES),
                only(run, Step.COLUMNS),
                only(close, Step.REPORT));
        buttons.setAlignment(Pos.CENTER_LEFT);
        VBox foot = new VBox(8, said(message), touched(), buttons);
        foot.getStyleClass().add("import-foot");
        return foot;
    }

    private boolean leadsBack() {
        Step step = model.stepProperty().get();
        return step == Step.COLUMNS
                || step == Step.REPORT && model.refusedProperty().get();
    }

    /** What there is to say, and the way on that is offered with it. */
    private HBox said(Label message) {
        Button replace = controls.button("import-replace", "ui.data.replace", model::goOn);
        replace.getStyleClass().addAll(Styles.DANGER, Styles.BUTTON_OUTLINED);
        offered(replace, WayOn.Replace.class);
        Button again = controls.button("import-again", "ui.data.again", model::goOn);
        offered(again, WayOn.Again.class);
        HBox.setHgrow(message, Priority.ALWAYS);
        message.setMaxWidth(Double.MAX_VALUE);
        message.setMinHeight(Region.USE_PREF_SIZE);
        HBox said = new HBox(8, message, replace, again);
        said.setAlignment(Pos.CENTER_LEFT);
        return said;
    }

    private void offered(Button button, Class<? extends WayOn> way) {
        button.setMinWidth(Region.USE_PREF_SIZE);
        button.visibleProperty()
                .bind(Bindings.createBooleanBinding(
                        () -> model.wayOnProperty()
                                .get()
                                .filter(way::isInstance)
                                .isPresent(),
                        model.wayOnProperty()));
        button.managedProperty().bind(button.visibleProperty());
    }

    /** The studies whose figures change with what is replaced. */
    private Region touched() {
        TouchedList touched = new TouchedList(controls, "import-touched");
        touched.root().setVisible(false);
        model.wayOnProperty().addListener((o, before, now) -> {
            boolean replacing = now.isPresent() && now.get() instanceof WayOn.Replace;
            touched.root().setVisible(replacing);
            if (replacing) {
                touched.show(((WayOn.Replace) now.get()).touched());
            }
        });
        return touched.root();
    }

    private Button save() {
        Button save = controls.button("import-report-save", "ui.data.report.save", () -> dialogs.report(
                        root.getScene().getWindow(), "report.json")
                .ifPresent(model::saveReport));
        return only(save, Step.REPORT);
    }

    /** A failure first, then news, then why it cannot go on yet. */
    private String message() {
        String said = wording.said(
                model.failureProperty().get(), model.noticeProperty().get());
        if (!said.isEmpty()) {
            return said;
        }
        return model.stepProperty().get() == Step.COLUMNS
                ? model.plan().flatMap(FilePlan::fault).map(wording::failure).orElse("")
                : "";
    }

    private <N extends Node> N only(N node, Step... steps) {
        node.visibleProperty()
                .bind(Bindings.createBooleanBinding(
                        () -> List.of(steps).contains(model.stepProperty().get()), model.stepProperty()));
        node.managedProperty().bind(node.visibleProperty());
        return node;
    }

    private void show(Step step) {
        trail.forEach((s, label) -> label.pseudoClassStateChanged(CURRENT, s == step));
        Optional.ofNullable(pages.get(step)).ifPresent(root::setCenter);
        focus();
    }

    /** Puts the focus where the step goes on; needs to be in a window. */
    void focus() {
        switch (model.stepProperty().get()) {
            case FILES -> {
                if (next.isDisabled()) {
                    choice.focus();
                } else {
                    next.requestFocus();
                }
            }
            case COLUMNS -> run.requestFocus();
            case RUNNING -> cancel.requestFocus();
            case REPORT -> (model.refusedProperty().get() ? back : close).requestFocus();
        }
    }
}
