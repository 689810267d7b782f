package org.ecart.ui.explore;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import javafx.css.PseudoClass;
import javafx.geometry.Insets;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.ecart.model.Measure;
import org.ecart.ui.text.Texts;

/** What a table shows: totals, and the measures that its indicator has; what cannot be computed now says why. */
final class ShowSheet {
    private static final PseudoClass FIRST = PseudoClass.getPseudoClass("first");
    private static final double INDENT = 24;

    private final ExploreViewModel model;
    private final Texts texts;
    private final Sheet sheet = new Sheet();
    private final VBox left = new VBox(4);
    private final VBox right = new VBox(4);
    private final List<CheckBox> boxes = new ArrayList<>();
    private final HBox content = new HBox(32, left, right);

    ShowSheet(ExploreViewModel model, Texts texts) {
        this.model = model;
        this.texts = texts;
        content.setId("show-sheet");
        for (VBox side : List.of(left, right)) {
            side.setMinWidth(Region.USE_PREF_SIZE);
        }
        model.changes().addListener(o -> refill());
        model.offerProperty().addListener(o -> refill());
        texts.languageProperty().addListener(o -> refill());
    }

    void show(Node beside) {
        fill();
        sheet.show(content, beside);
        boxes.stream().filter(b -> !b.isDisabled()).findFirst().ifPresent(Node::requestFocus);
    }

    private void refill() {
        if (!sheet.isOpen()) {
            return;
        }
        Node owner = content.getScene().getFocusOwner();
        String focused = owner == null || owner.getId() == null ? "" : owner.getId();
        fill();
        boxes.stream().filter(b -> focused.equals(b.getId())).findFirst().ifPresent(Node::requestFocus);
    }

    private void fill() {
        boxes.clear();
        left.getChildren().clear();
        right.getChildren().clear();
        head(left, "table");
        left.getChildren()
                .add(box(
                        "show-totals",
                        texts.get("ui.action.explore.totals"),
                        model.breakdown().totals(),
                        () -> model.setTotals(!model.breakdown().totals())));
        left.getChildren()
                .add(box(
                        "show-undetermined",
                        texts.get("ui.action.explore.undetermined"),
                        model.breakdown().showUndetermined(),
                        () -> model.setUndetermined(!model.breakdown().showUndetermined())));
        for (MeasureOffer.Group group : model.measureGroups()) {
            boolean main = group.kind() == MeasureOffer.Kind.PERSONS || group.kind() == MeasureOffer.Kind.FIGURES;
            VBox side = main ? left : right;
            head(side, group.kind().name().toLowerCase(Locale.ROOT));
            group.entries().forEach(e -> entry(side, e));
        }
    }

    private void head(VBox side, String kind) {
        Label head = new Label(texts.get("ui.explore.show." + kind).toUpperCase(Locale.ROOT));
        head.getStyleClass().add("ecart-group");
        head.pseudoClassStateChanged(FIRST, side.getChildren().isEmpty());
        side.getChildren().add(head);
    }

    private void entry(VBox side, MeasureOffer.Entry entry) {
        String id = entry.measure().id();
        String name = texts.get("i18n.measure." + id);
        CheckBox box = box("show-" + id, name, entry.shown(), () -> model.toggle(entry.measure()));
        box.setDisable(!entry.open());
        HBox line = new HBox(8, box);
        line.setAlignment(Pos.BASELINE_LEFT);
        side.getChildren().add(line);
        Optional<String> why = entry.lack().filter(l -> !entry.shown()).map(this::lack);
        why.ifPresent(text -> {
            Label reason = new Label(text);
            reason.setId("show-" + id + "-why");
            reason.getStyleClass().add("ecart-note");
            reason.setMinWidth(Region.USE_PREF_SIZE);
            box.setAccessibleText(name + ": " + text);
            line.getChildren().add(reason);
        });
        if (entry.measure() == Measure.SHARE) {
            shareOf(side);
        }
    }

    private String lack(MeasureOffer.Lack lack) {
        return texts.get("ui.explore.lack." + lack.name().toLowerCase(Locale.ROOT));
    }

    /** Over which variables the named share sums in its denominator. */
    private void shareOf(VBox side) {
        List<String> variables = model.categories().shareable();
        for (String variable : variables) {
            String name = texts.get(
                    "ui.explore.share_of", texts.get(model.categories().labels(variable)));
            CheckBox box =
                    box("show-share-of-" + variable, name, model.categories().shared(variable), () -> model.categories()
                            .toggleShare(variable));
            side.getChildren().add(box);
            VBox.setMargin(box, new Insets(0, 0, 0, INDENT));
        }
    }

    private CheckBox box(String id, String text, boolean selected, Runnable run) {
        CheckBox box = Named.node(new CheckBox(text), id, text);
        box.setMnemonicParsing(false);
        box.setMinWidth(Region.USE_PREF_SIZE);
        box.setSelected(selected);
        box.setOnAction(e -> {
            run.run();
            // also where nothing has changed: the last measure stays
            refill();
        });
        boxes.add(box);
        return box;
    }
}
