package org.ecart.ui.explore;

import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import javafx.animation.PauseTransition;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.css.PseudoClass;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.image.ImageView;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.scene.shape.Rectangle;
import javafx.util.Duration;
import org.ecart.chart.Appearance;
import org.ecart.chart.Screen;
import org.ecart.model.ChartSpec;
import org.ecart.model.EcartException;
import org.ecart.model.Measure;
import org.ecart.protect.ReleasableTable;
import org.ecart.ui.task.TaskRunner;
import org.ecart.ui.text.Texts;

/** The chart of the protected table; what the release would hide is never drawn. */
final class ChartPane {
    private static final PseudoClass IN_HAND = PseudoClass.getPseudoClass("in-hand");
    /** Pixels of a picture for each one on screen, for sharp text on dense displays. */
    private static final double DENSITY = 2;

    private static final double NARROWEST = 320;
    private static final double SCROLL_BAR = 16;
    private static final double FADED = 0.35;
    private static final Duration RESIZED = Duration.millis(200);

    private final ExploreViewModel model;
    private final Texts texts;
    private final ChartSource source;
    private final ImageView image = new ImageView();
    private final Pane parts = new Pane();
    private final Label message = new Label();
    private final Pane canvas = new Pane(image, parts);
    private final VBox root = new VBox(8);
    private final ObjectProperty<ChartSpec.Kind> kindProperty = new SimpleObjectProperty<>(ChartSpec.Kind.values()[0]);
    private final BooleanProperty dark = new SimpleBooleanProperty();
    private final PauseTransition resized = new PauseTransition(RESIZED);
    private TaskRunner.Running drawing = () -> {};
    private Optional<ChartSource.Wanted> asked = Optional.empty();

    ChartPane(ExploreViewModel model, Texts texts, ChartSource source) {
        this.model = model;
        this.texts = texts;
        this.source = source;
        image.setSmooth(true);
        image.setId("explore-chart");
        message.setId("explore-chart-message");
        message.setWrapText(true);
        message.setMinHeight(Region.USE_PREF_SIZE);
        message.getStyleClass().add("ecart-quiet");
        ScrollPane scroll = new ScrollPane(canvas);
        scroll.setFitToWidth(true);
        scroll.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
        scroll.getStyleClass().add("ecart-chart-scroll");
        scroll.visibleProperty().bind(image.imageProperty().isNotNull());
        VBox.setVgrow(scroll, Priority.ALWAYS);
        root.setMinWidth(NARROWEST);
        root.getStyleClass().add("ecart-chart");
        root.getChildren().setAll(kinds(), message, scroll);
        root.widthProperty().addListener((o, before, now) -> resized.playFromStart());
        resized.setOnFinished(e -> draw());
        kindProperty.addListener(o -> draw());
        dark.addListener(o -> draw());
        model.shownProperty().addListener(o -> draw());
        model.busyProperty().addListener(o -> draw());
        model.selectedCellProperty().addListener(o -> mark());
        texts.languageProperty().addListener(o -> draw());
        draw();
    }

    VBox root() {
        return root;
    }

    /** The kind of chart that is shown. */
    ObjectProperty<ChartSpec.Kind> kindProperty() {
        return kindProperty;
    }

    /** Whether the screen is dark. */
    BooleanProperty darkProperty() {
        return dark;
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
            tab.setSelected(each == kindProperty.get());
            tab.setOnAction(e -> {
                tab.setSelected(true);
                kindProperty.set(each);
            });
            tabs.getChildren().add(tab);
        }
        return tabs;
    }

    private void draw() {
        Optional<ReleasableTable> table = model.releasable();
        if (table.isEmpty()) {
            asked = Optional.empty();
            drawing.cancel();
            say(
                    model.busyProperty().get()
                            ? texts.get("ui.explore.chart.waiting")
                            : model.refusal().isPresent() ? texts.get("ui.explore.chart.refused") : "");
            if (model.busyProperty().get()) {
                image.setOpacity(FADED);
            } else {
                clear();
            }
            return;
        }
        Optional<String> no = gapless();
        if (no.isPresent()) {
            asked = Optional.empty();
            drawing.cancel();
            clear();
            say(no.get());
            return;
        }
        ChartSource.Wanted wanted = new ChartSource.Wanted(
                table.get(),
                ChartSource.spec(model.study(), model.table(), kindProperty.get()),
                texts.language(),
                new Screen(width(), DENSITY, dark.get() ? Appearance.DARK : Appearance.LIGHT));
        if (asked.filter(wanted::equals).isPresent()) {
            return;
        }
        asked = Optional.of(wanted);
        drawing.cancel();
        drawing = model.tasks()
                .run(progress -> source.draw(wanted), TaskRunner.Listener.of(d -> drawn(d, wanted), this::failed));
    }

    /** Why there is no chart of gaps, where that lies in the indicator and no choice of measures helps. */
    private Optional<String> gapless() {
        return model.indicator()
                .filter(i -> kindProperty.get() == ChartSpec.Kind.GAP_DUMBBELL && i.usual() != Measure.RATE)
                .map(i -> texts.get("ui.explore.chart.rates", texts.get(i.labels())));
    }

    /** The width for a picture: that of the pane without what is around it. */
    private double width() {
        double inside =
                root.getWidth() - root.getInsets().getLeft() - root.getInsets().getRight() - SCROLL_BAR;
        return Math.max(NARROWEST - SCROLL_BAR, Math.floor(inside));
    }

    private void drawn(ChartSource.Drawn drawn, ChartSource.Wanted wanted) {
        say("");
        image.setOpacity(1);
        image.setImage(drawn.image());
        image.setFitWidth(drawn.width());
        image.setFitHeight(drawn.height());
        image.setAccessibleText(drawn.alternative());
        parts.getChildren().clear();
        for (ChartSource.Part part : drawn.parts()) {
            parts.getChildren().add(area(part, wanted));
        }
        mark();
    }

    private Rectangle area(ChartSource.Part part, ChartSource.Wanted wanted) {
        int row = wanted.table().shape().address(part.cell()).row();
        Rectangle area = new Rectangle(part.x(), part.y(), part.width(), part.height());
        area.setId("chart-part-" + part.cell());
        area.getStyleClass().add("ecart-part");
        area.setUserData(row);
        area.setOnMouseEntered(e -> model.selectedCellProperty().set(OptionalInt.of(part.cell())));
        area.setOnMouseClicked(e -> model.selectedCellProperty().set(OptionalInt.of(part.cell())));
        return area;
    }

    private void failed(RuntimeException why) {
        clear();
        say(why instanceof EcartException expected ? texts.get(expected) : texts.get("ui.explore.defect", why));
    }

    private void clear() {
        image.setImage(null);
        image.setAccessibleText(null);
        parts.getChildren().clear();
    }

    private void say(String text) {
        message.setText(text);
        message.setVisible(!text.isEmpty());
        message.setManaged(!text.isEmpty());
    }

    /** Marks what belongs to the row of the cell in hand. */
    private void mark() {
        OptionalInt cell = model.selectedCellProperty().get();
        Optional<Integer> row = cell.isEmpty()
                ? Optional.empty()
                : model.releasable().map(t -> t.shape().address(cell.getAsInt()).row());
        parts.getChildren()
                .forEach(p -> p.pseudoClassStateChanged(
                        IN_HAND, row.filter(r -> r.equals(p.getUserData())).isPresent()));
    }
}
