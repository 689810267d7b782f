package org.ecart.ui.explore;

import java.io.ByteArrayInputStream;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import javafx.css.PseudoClass;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.image.Image;
import javafx.scene.image.ImageView;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import javafx.scene.shape.Rectangle;
import org.ecart.model.ChartSpec;
import org.ecart.model.EcartException;
import org.ecart.model.Language;
import org.ecart.protect.ReleasableTable;
import org.ecart.ui.task.TaskRunner;
import org.ecart.ui.text.Texts;

/** The chart of the protected table; what the release would hide is never drawn. */
final class ChartPane {
    private static final PseudoClass IN_HAND = PseudoClass.getPseudoClass("in-hand");
    /** Pixels of a picture for each one on screen, for sharp text on dense displays. */
    private static final double DENSITY = 2;

    private static final double NARROWEST = 320;

    private record Drawn(ChartSource.Picture picture, Image image) {}

    private final ExploreViewModel model;
    private final Texts texts;
    private final ChartSource source;
    private final ImageView image = new ImageView();
    private final Pane regions = new Pane();
    private final Label message = new Label();
    private final Pane canvas = new Pane(image, regions);
    private final VBox root = new VBox(8);
    private ChartSpec.Kind kind = ChartSpec.Kind.values()[0];
    private TaskRunner.Running drawing = () -> {};
    private Optional<Object> asked = Optional.empty();
    private List<ChartSource.Region> shown = List.of();

    ChartPane(ExploreViewModel model, Texts texts, ChartSource source) {
        this.model = model;
        this.texts = texts;
        this.source = source;
        image.setPreserveRatio(true);
        image.setSmooth(true);
        image.setId("explore-chart");
        message.setId("explore-chart-message");
        message.setWrapText(true);
        message.getStyleClass().add("ecart-quiet");
        ScrollPane scroll = new ScrollPane(canvas);
        scroll.setFitToWidth(true);
        scroll.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
        scroll.getStyleClass().add("ecart-chart-scroll");
        VBox.setVgrow(scroll, Priority.ALWAYS);
        root.setMinWidth(NARROWEST);
        root.getStyleClass().add("ecart-chart");
        root.getChildren().setAll(kinds(), message, scroll);
        root.widthProperty().addListener((o, before, now) -> fit());
        model.shownProperty().addListener(o -> draw());
        model.busyProperty().addListener(o -> draw());
        model.selectedCellProperty().addListener(o -> mark());
        texts.languageProperty().addListener(o -> draw());
        draw();
    }

    VBox root() {
        return root;
    }

    private HBox kinds() {
        HBox tabs = new HBox();
        tabs.getStyleClass().add("ecart-tabs");
        ToggleGroup group = new ToggleGroup();
        for (ChartSpec.Kind each : ChartSpec.Kind.values()) {
            String id = each.name().toLowerCase(Locale.ROOT);
            ToggleButton tab = Named.node(new ToggleButton(), "chart-" + id, texts.bind("ui.explore.chart." + id));
            tab.textProperty().bind(texts.bind("ui.explore.chart." + id));
            tab.getStyleClass().add("ecart-tab");
            tab.setToggleGroup(group);
            tab.setSelected(each == kind);
            tab.setOnAction(e -> {
                tab.setSelected(true);
                kind = each;
                draw();
            });
            tabs.getChildren().add(tab);
        }
        return tabs;
    }

    private record Wanted(ReleasableTable table, ChartSpec spec, Language language) {}

    private void draw() {
        Optional<ReleasableTable> table = model.releasable();
        if (table.isEmpty()) {
            asked = Optional.empty();
            drawing.cancel();
            say(model.busyProperty().get() ? texts.get("ui.explore.chart.waiting") : "");
            image.setOpacity(0.35);
            return;
        }
        Wanted wanted = new Wanted(table.get(), ChartSource.spec(model.study(), model.table(), kind), texts.language());
        if (asked.filter(wanted::equals).isPresent()) {
            return;
        }
        asked = Optional.of(wanted);
        drawing.cancel();
        double width = Math.max(NARROWEST, root.getWidth()) * DENSITY;
        drawing = model.tasks()
                .run(
                        progress -> {
                            ChartSource.Picture picture = source.draw(wanted.spec(), wanted.table(), wanted.language());
                            return new Drawn(
                                    picture, new Image(new ByteArrayInputStream(picture.png()), width, 0, true, true));
                        },
                        TaskRunner.Listener.of(this::drawn, this::failed));
    }

    private void drawn(Drawn drawn) {
        message.setVisible(false);
        message.setManaged(false);
        image.setOpacity(1);
        image.setImage(drawn.image());
        image.setAccessibleText(drawn.picture().alternative());
        shown = drawn.picture().regions();
        fit();
    }

    private void failed(RuntimeException why) {
        image.setImage(null);
        shown = List.of();
        fit();
        say(why instanceof EcartException expected ? texts.get(expected) : texts.get("ui.explore.defect", why));
    }

    private void say(String text) {
        message.setText(text);
        message.setVisible(!text.isEmpty());
        message.setManaged(!text.isEmpty());
    }

    private void fit() {
        double width = Math.max(
                1,
                root.getWidth() - root.getInsets().getLeft() - root.getInsets().getRight() - 14);
        image.setFitWidth(width);
        regions.getChildren().clear();
        if (image.getImage() == null) {
            return;
        }
        double height = image.getImage().getHeight() * width / image.getImage().getWidth();
        for (ChartSource.Region region : shown) {
            Rectangle area = Named.node(
                    new Rectangle(
                            region.x() * width, region.y() * height, region.width() * width, region.height() * height),
                    "chart-region-" + region.cell(),
                    region.text());
            area.getStyleClass().add("ecart-region");
            area.setUserData(region.cell());
            area.setOnMouseEntered(e -> model.selectedCellProperty().set(OptionalInt.of(region.cell())));
            area.setOnMouseClicked(e -> model.selectedCellProperty().set(OptionalInt.of(region.cell())));
            regions.getChildren().add(area);
        }
        mark();
    }

    private void mark() {
        OptionalInt cell = model.selectedCellProperty().get();
        regions.getChildren()
                .forEach(r -> r.pseudoClassStateChanged(
                        IN_HAND,
                        cell.isPresent() && Integer.valueOf(cell.getAsInt()).equals(r.getUserData())));
    }
}
