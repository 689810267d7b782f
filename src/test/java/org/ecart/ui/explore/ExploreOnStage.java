package org.ecart.ui.explore;

import static org.assertj.core.api.Assertions.assertThat;

import atlantafx.base.theme.PrimerLight;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.IntStream;
import javafx.application.Application;
import javafx.application.Platform;
import javafx.geometry.Bounds;
import javafx.geometry.Point2D;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.MenuItem;
import javafx.scene.control.ScrollPane;
import javafx.scene.image.ImageView;
import javafx.scene.input.ContextMenuEvent;
import javafx.scene.input.KeyCode;
import javafx.scene.input.MouseButton;
import javafx.scene.text.Font;
import javafx.stage.Stage;
import org.ecart.model.Language;
import org.ecart.model.Study;
import org.ecart.ui.Watchdog;
import org.ecart.ui.action.Actions;
import org.ecart.ui.task.BackgroundTasks;
import org.ecart.ui.text.Texts;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.util.WaitForAsyncUtils;

/** Explore on a real scene with the real pipeline behind it, and what an analyst's hands do with it. */
@ExtendWith({ApplicationExtension.class, Watchdog.class})
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@SuppressWarnings("NullAway.Init") // opened before each test
abstract class ExploreOnStage {
    private static final long PATIENCE_SECONDS = 60;

    final List<Throwable> defects = new ArrayList<>();
    Sample sample;
    Texts texts;
    ExploreViewModel model;
    Actions actions;
    Stage stage;
    private BackgroundTasks tasks;

    @BeforeAll
    void importSample(@TempDir Path folder) throws Exception {
        sample = sample(folder);
    }

    /** The extracts to look at. */
    Sample sample(Path folder) throws Exception {
        return new Sample(folder.resolve("workspace"));
    }

    /** The study to begin with. */
    Study study() {
        return sample.study();
    }

    @AfterAll
    void close() {
        sample.close();
    }

    /** For a method of each class that TestFX calls before each test; it looks for none in the class above. */
    final void open(Stage shown) throws Exception {
        Thread.currentThread().setUncaughtExceptionHandler((thread, defect) -> defects.add(defect));
        Application.setUserAgentStylesheet(new PrimerLight().getUserAgentStylesheet());
        for (String font : List.of("Inter-Regular", "Inter-SemiBold")) {
            try (InputStream in =
                    Objects.requireNonNull(ExploreView.class.getResourceAsStream("/fonts/" + font + ".ttf"))) {
                Font.loadFont(in, 13);
            }
        }
        texts = new Texts(Sample.MESSAGES, Language.EN);
        defects.clear();
        sample.saved().clear();
        tasks = new BackgroundTasks();
        actions = new Actions();
        model = new ExploreViewModel(study(), sample, tasks);
        // the desk's own, for all screens
        actions.add("undo", Optional.of("Shortcut+Z"), model.nothingToUndoProperty(), model::undo);
        actions.add("redo", Optional.of("Shortcut+Shift+Z"), model.nothingToRedoProperty(), model::redo);
        ExploreView view = new ExploreView(model, texts, actions);
        view.root().getStyleClass().add("ecart");
        // what the shell leaves of a window of 1280 x 720
        Scene scene = new Scene(view.root(), 1204, 650);
        for (String sheet : List.of("light", "ecart")) {
            scene.getStylesheets()
                    .add(Objects.requireNonNull(ExploreView.class.getResource("/ui/" + sheet + ".css"))
                            .toExternalForm());
        }
        stage = shown;
        stage.setScene(scene);
        // the stage is the one of the class before, as large as that left it
        stage.setMinWidth(0);
        stage.setMinHeight(0);
        stage.setMaximized(false);
        stage.sizeToScene();
        stage.show();
    }

    /** The pointer is where the test before left it: over the chart it would take a group in hand and scroll the table. */
    @BeforeEach
    void pointAway(FxRobot robot) {
        robot.moveTo(new Point2D(stage.getX() + 2, stage.getY() + 2));
    }

    @AfterEach
    void stop() {
        tasks.close();
        assertThat(defects).isEmpty();
    }

    void settle() {
        settle("");
    }

    /** Until table, protection and chart are done, and nothing on screen moves any more. */
    void settle(String after) {
        until(after, () -> !model.busyProperty().get());
        until(
                after,
                () -> model.releasable().isEmpty()
                        || chart().getOpacity() == 1
                        || !chartMessage().isEmpty());
        for (int frame = 0; frame < 2; frame++) {
            WaitForAsyncUtils.waitForAsyncFx(
                    PATIENCE_SECONDS * 1000, () -> stage.getScene().getRoot().layout());
            WaitForAsyncUtils.waitForFxEvents();
        }
    }

    ImageView chart() {
        return (ImageView) stage.getScene().lookup("#explore-chart");
    }

    String chartMessage() {
        Node message = stage.getScene().lookup("#explore-chart-message");
        return message.isVisible() ? ((javafx.scene.control.Label) message).getText() : "";
    }

    private static void until(String after, java.util.concurrent.Callable<Boolean> there) {
        try {
            WaitForAsyncUtils.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS, () -> WaitForAsyncUtils.asyncFx(there)
                    .get());
        } catch (TimeoutException late) {
            throw new AssertionError("still at work: " + after, late);
        }
    }

    static Node node(FxRobot robot, String id) {
        return robot.lookup("#" + id).query();
    }

    /** By the mouse's own press, moves and release. */
    static void drag(FxRobot robot, String from, String to, double share) {
        reveal(robot, node(robot, from));
        Bounds target = node(robot, to).localToScreen(node(robot, to).getBoundsInLocal());
        robot.moveTo(node(robot, from)).press(MouseButton.PRIMARY);
        robot.moveBy(10, 6).moveBy(10, 6);
        robot.moveTo(
                new Point2D(target.getMinX() + share * target.getWidth(), target.getMinY() + target.getHeight() / 2));
        robot.moveBy(2, 0).release(MouseButton.PRIMARY);
        WaitForAsyncUtils.waitForFxEvents();
    }

    /** Scrolls to what may stand below in a long list. */
    private static void reveal(FxRobot robot, Node wanted) {
        Node above = wanted;
        while (above != null && !(above instanceof ScrollPane)) {
            above = above.getParent();
        }
        if (above instanceof ScrollPane scroll) {
            Node content = scroll.getContent();
            Bounds place = content.sceneToLocal(wanted.localToScene(wanted.getBoundsInLocal()));
            double view = scroll.getViewportBounds().getHeight();
            double room = content.getLayoutBounds().getHeight() - view;
            robot.interact(() ->
                    scroll.setVvalue(Math.max(0, Math.min(1, (place.getCenterY() - view / 2) / Math.max(1, room)))));
            WaitForAsyncUtils.waitForFxEvents();
        }
    }

    /** By the keyboard alone: search, down to what was found, Enter for its menu, on to an entry, Enter. */
    void choose(FxRobot robot, String search, String item) {
        robot.interact(() -> actions.find("explore.search").orElseThrow().perform());
        robot.write(search).type(KeyCode.DOWN).type(KeyCode.ENTER);
        WaitForAsyncUtils.waitForFxEvents();
        int place = menuItems(robot).stream().map(MenuItem::getId).toList().indexOf(item);
        assertThat(place).as(item).isGreaterThanOrEqualTo(0);
        robot.type(KeyCode.DOWN, place).type(KeyCode.ENTER);
        WaitForAsyncUtils.waitForFxEvents();
        robot.interact(() -> actions.find("explore.search").orElseThrow().perform());
        robot.type(KeyCode.DELETE);
        WaitForAsyncUtils.waitForFxEvents();
    }

    /** What the open menus offer. */
    static List<MenuItem> menuItems(FxRobot robot) {
        return robot.listWindows().stream()
                .filter(w -> w instanceof ContextMenu && w.isShowing())
                .flatMap(w -> ((ContextMenu) w).getItems().stream())
                .toList();
    }

    /** Opens the menu of a line as the platform does for a click with the other button; without a display none comes. */
    static void openMenuOfLine(FxRobot robot, int line) {
        robot.interact(() -> {
            Point2D place = new Point2D(30, GridPlaces.LINE * (line + 1.5));
            Point2D inScene = grid(robot).localToScene(place);
            Point2D onScreen = grid(robot).localToScreen(place);
            grid(robot)
                    .fireEvent(new ContextMenuEvent(
                            ContextMenuEvent.CONTEXT_MENU_REQUESTED,
                            inScene.getX(),
                            inScene.getY(),
                            onScreen.getX(),
                            onScreen.getY(),
                            false,
                            null));
        });
        WaitForAsyncUtils.waitForFxEvents();
    }

    static GridArea grid(FxRobot robot) {
        return robot.lookup("#explore-grid").queryAs(GridArea.class);
    }

    /** The cells of the grid in view, looked at between two frames: during one they change. */
    static List<GridCell> cells(FxRobot robot) {
        if (!Platform.isFxApplicationThread()) {
            return WaitForAsyncUtils.waitForAsyncFx(PATIENCE_SECONDS * 1000, () -> cells(robot));
        }
        GridArea grid = grid(robot);
        grid.layout();
        return grid.lookupAll(".ecart-cell").stream()
                .map(GridCell.class::cast)
                .filter(c -> c.isVisible() && c.getParent().isVisible())
                .toList();
    }

    /** The table as lines and columns, as it is shown. */
    GridModel shown() {
        ExploreViewModel.Shown shown = model.shownProperty().get().orElseThrow();
        return new GridModel(
                shown.table(),
                shown.marks(),
                texts.language(),
                Sample.MESSAGES,
                model.sortedByGapProperty().get());
    }

    /** The text in every cell of the grid as JavaFX lays it out, by cell number and measure; scrolls through all. */
    Map<String, String> rendered(FxRobot robot) {
        GridModel shown = shown();
        Map<String, String> texts = new LinkedHashMap<>();
        for (int row : places(shown.lines().size())) {
            for (int column : places(shown.columns().size())) {
                GridArea.Place place = new GridArea.Place(row, column);
                robot.interact(() -> {
                    grid(robot).reveal(place);
                    grid(robot).layout();
                    cells(robot).forEach(cell -> {
                        GridModel.Column figures = shown.columns().get(cell.column());
                        shown.index(shown.lines().get(cell.row()), figures)
                                .ifPresent(i ->
                                        texts.put(i + " " + figures.measure().id(), cell.getText()));
                    });
                });
            }
        }
        return texts;
    }

    /** Every third place and the last. */
    private static List<Integer> places(int size) {
        return IntStream.range(0, size)
                .filter(i -> i % 3 == 0 || i == size - 1)
                .boxed()
                .toList();
    }
}
