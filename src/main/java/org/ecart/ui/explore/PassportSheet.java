package org.ecart.ui.explore;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import org.ecart.model.EcartException;
import org.ecart.protect.CellAudit;
import org.ecart.ui.explore.ExploreViewModel.Shown;
import org.ecart.ui.explore.PassportText.Entry;
import org.ecart.ui.text.Texts;

/** The sheet beside a cell: where its figures come from; of one that is left out, why, and what can be computed of it. */
final class PassportSheet {
    private static final double NAMES = 120;
    private static final double WORDS = 260;

    private final ExploreViewModel model;
    private final Texts texts;
    private final Consumer<Set<Integer>> takingPart;
    private final Sheet sheet = new Sheet();
    private final VBox why = new VBox(6);
    private final VBox content = new VBox(6);
    private OptionalInt cell = OptionalInt.empty();

    /** @param takingPart hears which printed cells take part in sums with the cell; none when the sheet is closed */
    PassportSheet(ExploreViewModel model, Texts texts, Consumer<Set<Integer>> takingPart) {
        this.model = model;
        this.texts = texts;
        this.takingPart = takingPart;
        content.setId("passport");
        content.setFocusTraversable(true);
        content.setPrefWidth(NAMES + WORDS + 32);
        why.setId("passport-why");
        sheet.whenHidden(() -> {
            cell = OptionalInt.empty();
            model.audit().forget();
        });
        model.audit().auditProperty().addListener(o -> tellWhy());
        model.audit().busyProperty().addListener(o -> tellWhy());
        model.audit().failureProperty().addListener(o -> tellWhy());
    }

    /** Shows the passport of a cell beside a node. */
    void show(OptionalInt wanted, Node beside) {
        Optional<Shown> shown = model.shownProperty().get();
        if (wanted.isEmpty() || shown.isEmpty()) {
            return;
        }
        boolean leftOut = shown.get().marks().get(wanted.getAsInt()).suppressed()
                && shown.get().last().isPresent();
        PassportText passport = new PassportText(
                shown.get(), model.breakdown(), model.offerProperty().get(), texts);
        Label title = new Label(passport.title(wanted.getAsInt()));
        title.getStyleClass().add("ecart-strong");
        title.setWrapText(true);
        content.getChildren().setAll(title);
        if (leftOut) {
            content.getChildren().add(why);
        }
        List<Entry> entries = leftOut ? List.of() : passport.entries(wanted.getAsInt());
        entries.forEach(e -> content.getChildren().add(line(e)));
        content.setAccessibleText(spoken(entries));
        sheet.show(content, beside);
        cell = wanted;
        why.getChildren().clear();
        if (leftOut) {
            model.audit().ask(wanted.getAsInt());
        }
    }

    private static String spoken(List<Entry> entries) {
        return entries.stream().map(e -> e.name() + ": " + e.text()).collect(Collectors.joining("\n"));
    }

    private void tellWhy() {
        Optional<Shown> shown = model.shownProperty().get();
        Optional<CellAudit> audit = model.audit().auditProperty().get();
        why.getChildren().clear();
        takingPart.accept(Set.of());
        if (cell.isEmpty() || shown.isEmpty()) {
            return;
        }
        if (model.audit().busyProperty().get()) {
            why.getChildren().add(working());
        }
        model.audit().failureProperty().get().ifPresent(failure -> why.getChildren()
                .add(note(
                        failure instanceof EcartException expected
                                ? texts.get(expected)
                                : texts.get("ui.explore.defect", failure))));
        audit.ifPresent(found -> {
            CellAuditText words = new CellAuditText(
                    shown.get(), cell.getAsInt(), found, model.study().policy().threshold(), texts);
            tell(words);
            takingPart.accept(words.takingPart());
        });
    }

    private void tell(CellAuditText words) {
        List<Node> lines = new ArrayList<>();
        words.reasons().forEach(reason -> lines.add(text(reason)));
        lines.add(group("ui.explore.why.outside"));
        words.intervals().forEach(e -> lines.add(line(e)));
        lines.add(group("ui.explore.why.sums"));
        words.sums().forEach(e -> lines.add(line(e)));
        if (words.sums().isEmpty()) {
            lines.add(note(texts.get("ui.explore.why.no_sums")));
        }
        lines.add(note(texts.get("ui.explore.why.alone")));
        why.getChildren().setAll(lines);
        List<Entry> told = new ArrayList<>(words.intervals());
        told.addAll(words.sums());
        content.setAccessibleText(String.join("\n", words.reasons()) + "\n" + spoken(told));
    }

    private Node working() {
        ProgressBar bar = Named.node(new ProgressBar(), "passport-why-bar", texts.get("ui.explore.why.busy"));
        bar.setPrefWidth(NAMES);
        Button cancel = Named.node(new Button(), "passport-why-cancel", texts.get("ui.explore.why.cancel"));
        cancel.setText(texts.get("ui.explore.why.cancel"));
        cancel.setOnAction(e -> model.audit().forget());
        HBox line = new HBox(8, bar, note(texts.get("ui.explore.why.busy")), cancel);
        line.setAlignment(Pos.CENTER_LEFT);
        return line;
    }

    private Label group(String key) {
        Label label = new Label(texts.get(key));
        label.getStyleClass().add("ecart-group");
        return label;
    }

    private static HBox line(Entry entry) {
        Label name = new Label(entry.name());
        name.getStyleClass().add("ecart-quiet");
        name.setMinWidth(NAMES);
        name.setMaxWidth(NAMES);
        name.setWrapText(true);
        Label words = note(entry.text());
        words.setMaxWidth(WORDS);
        return new HBox(8, name, words);
    }

    private static Label text(String text) {
        Label label = new Label(text);
        label.setWrapText(true);
        return label;
    }

    private static Label note(String text) {
        Label label = text(text);
        label.getStyleClass().add("ecart-note");
        return label;
    }
}
