package org.ecart.ui;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.BooleanSupplier;
import java.util.stream.IntStream;
import javafx.scene.Node;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.Labeled;
import javafx.scene.control.TableView;
import javafx.scene.control.TextArea;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleButton;
import javafx.scene.input.KeyCode;
import javafx.scene.text.Text;
import javafx.stage.Stage;
import org.ecart.model.Language;
import org.ecart.model.Measure;
import org.ecart.model.Study;
import org.ecart.model.Value;
import org.ecart.protect.PrintedTable;
import org.ecart.ui.explore.ExploreViewModel;
import org.ecart.ui.shell.Page;
import org.junit.jupiter.api.Test;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;

/** Variables as an analyst uses it: a rule and a country are changed, Explore follows, undo leads back to the start. */
class VariablesJourneyTest extends WindowOnStage {
    private static final int WAIT_SECONDS = 60;

    @Start
    void start(Stage stage) {
        stage.setWidth(1280);
        stage.setHeight(720);
        open(stage);
    }

    private static void awaitOnStage(BooleanSupplier what) {
        try {
            WaitForAsyncUtils.waitFor(
                    WAIT_SECONDS, TimeUnit.SECONDS, () -> WaitForAsyncUtils.asyncFx(what::getAsBoolean)
                            .get());
        } catch (TimeoutException late) {
            throw new AssertionError("not within " + WAIT_SECONDS + " s", late);
        }
        WaitForAsyncUtils.waitForFxEvents();
    }

    /** The page with origin in hand, found by typing. */
    private Desk origin(FxRobot robot) {
        awaitOnStage(() -> window.flatMap(Window::desk).isPresent());
        Desk desk = window.flatMap(Window::desk).orElseThrow();
        awaitOnStage(() -> desk.explore().releasable().isPresent());
        robot.interact(() -> desk.shell().pageProperty().set(Page.VARIABLES));
        awaitOnStage(() -> !desk.variables().allProperty().get().isEmpty());
        robot.clickOn("#variables-query").write("origin");
        awaitOnStage(() -> desk.variables()
                .selectedProperty()
                .get()
                .filter(e -> e.id().equals("origin"))
                .isPresent());
        settle(desk);
        watch.start();
        return desk;
    }

    private static void settle(Desk desk) {
        awaitOnStage(() -> !desk.variables().ruleSet().countingProperty().get()
                && !desk.variables().ruleSet().compare().countingProperty().get()
                && !desk.explore().busyProperty().get());
    }

    private static <N extends Node> N node(FxRobot robot, String id, Class<N> type) {
        return robot.lookup("#" + id).queryAs(type);
    }

    /** The persons of the first rule, as they stand on screen. */
    private static String persons(FxRobot robot) {
        TableView<?> rules = node(robot, "variables-rules", TableView.class);
        return WaitForAsyncUtils.waitForAsyncFx(10_000, () -> (String) rules.lookupAll(".table-row-cell").stream()
                .filter(n -> "variables-rule-0".equals(n.getId()))
                .flatMap(n -> n.lookupAll(".number").stream())
                .map(n -> ((Labeled) n).getText())
                .findFirst()
                .orElseThrow());
    }

    /** What Explore's table shows. */
    private static List<Value> table(ExploreViewModel explore) {
        PrintedTable table = explore.shownProperty().get().orElseThrow().table();
        return IntStream.range(0, table.shape().size())
                .mapToObj(cell -> table.value(Measure.PERSONS, cell))
                .toList();
    }

    @Test
    void aRuleIsEditedByKeyboardCountsAndTableFollowAndUndoLeadsBack(FxRobot robot) {
        Desk desk = origin(robot);
        Study first = desk.explore().study();
        String before = persons(robot);
        List<Value> table = table(desk.explore());
        robot.interact(() -> node(robot, "variables-rules", TableView.class).requestFocus());
        robot.type(KeyCode.ENTER);
        TextArea condition = node(robot, "variables-condition", TextArea.class);
        assertThat(condition.isFocused()).isTrue();
        robot.press(KeyCode.CONTROL).type(KeyCode.A).release(KeyCode.CONTROL);
        robot.write("father_nationality = ");
        assertThat(node(robot, "variables-condition-fault", Label.class).getText())
                .contains("position");
        robot.type(KeyCode.ENTER);
        assertThat(desk.explore().study()).as("what is wrong is not taken").isEqualTo(first);
        robot.write("\"MA\"");
        assertThat(node(robot, "variables-condition-fault", Label.class).getText())
                .isEmpty();
        robot.type(KeyCode.ENTER);
        settle(desk);
        assertThat(desk.explore().study().ruleSets()).containsEntry("origin", "own@2017");
        assertThat(node(robot, "variables-notice", Label.class).getText()).contains("own 2017");
        assertThat(persons(robot)).isNotEqualTo(before).isNotEmpty();
        assertThat(table(desk.explore())).isNotEqualTo(table);

        robot.interact(() -> node(robot, "variables-rules", TableView.class).requestFocus());
        robot.press(KeyCode.ALT).type(KeyCode.DOWN).release(KeyCode.ALT);
        settle(desk);
        assertThat(desk.variables().ruleSet().placeProperty().get()).isEqualTo(1);
        robot.press(KeyCode.CONTROL).type(KeyCode.Z).type(KeyCode.Z).release(KeyCode.CONTROL);
        settle(desk);
        assertThat(desk.shell().pageProperty().get()).isEqualTo(Page.VARIABLES);
        assertThat(desk.explore().study()).isEqualTo(first);
        assertThat(persons(robot)).isEqualTo(before);
        assertThat(table(desk.explore())).isEqualTo(table);
    }

    @Test
    void aFaultIsToldAtItsRuleAndTheTableStays(FxRobot robot) {
        Desk desk = origin(robot);
        Study first = desk.explore().study();
        robot.clickOn("#variables-add");
        settle(desk);
        assertThat(node(robot, "variables-rule-fault", Label.class).getText()).isNotEmpty();
        assertThat(node(robot, "variables-fault", Label.class).getText()).startsWith("Not taken over yet");
        assertThat(desk.explore().study()).isEqualTo(first);
        robot.clickOn("#variables-remove");
        settle(desk);
        assertThat(node(robot, "variables-fault", Label.class).getText()).isEmpty();
        while (!desk.explore().nothingToUndoProperty().get()) {
            robot.interact(desk.explore()::undo);
        }
        settle(desk);
        assertThat(desk.explore().study()).isEqualTo(first);
    }

    @Test
    void countriesMoveToAnotherGroupAndTheComparisonTellsWhoMoved(FxRobot robot) {
        Desk desk = origin(robot);
        robot.interact(
                () -> node(robot, "variables-tab-codes", ToggleButton.class).fire());
        robot.clickOn("#variables-codes-filter").write("maghreb");
        WaitForAsyncUtils.waitForFxEvents();
        robot.type(KeyCode.DOWN);
        robot.interact(() -> node(robot, "variables-groups", TableView.class)
                .getSelectionModel()
                .selectRange(0, 2));
        @SuppressWarnings("unchecked")
        ComboBox<String> group = node(robot, "variables-group", ComboBox.class);
        assertThat(group.isDisabled()).isFalse();
        robot.interact(() -> group.setValue("EU14"));
        settle(desk);
        assertThat(desk.explore().study().rules()).hasSize(1);
        robot.interact(
                () -> node(robot, "variables-codes-filter", TextField.class).clear());
        robot.interact(
                () -> node(robot, "variables-tab-compare", ToggleButton.class).fire());
        settle(desk);
        assertThat(node(robot, "variables-compare-said", Label.class).getText())
                .matches("[1-9][0-9,]* of [0-9,]+ persons are in another group.*");
        assertThat(robot.lookup("#variables-flow").tryQuery()).isPresent();
        assertThat(robot.lookup("#variables-headline").tryQuery()).isPresent();
        robot.interact(desk.explore()::undo);
        settle(desk);
        assertThat(desk.explore().study().rules()).isEmpty();
    }

    @Test
    void everythingIsNamedWholeAndTranslatedInEveryLanguage(FxRobot robot) {
        Desk desk = origin(robot);
        robot.interact(() -> desk.variables().queryProperty().set(""));
        for (Language language : Language.values()) {
            robot.interact(() -> texts.languageProperty().set(language));
            for (String variable : List.of("origin", "age_band", "origin_rollup", "age", "gender", "nationality_now")) {
                robot.interact(() -> desk.variables().allProperty().get().stream()
                        .filter(e -> e.id().equals(variable))
                        .findFirst()
                        .ifPresent(desk.variables()::select));
                for (String tab : List.of("compare", "categories", "codes", "rules")) {
                    ToggleButton button = node(robot, "variables-tab-" + tab, ToggleButton.class);
                    if (button.isVisible() && button.getParent().getParent().isVisible()) {
                        robot.interact(button::fire);
                        settle(desk);
                        robot.interact(() -> button.getScene().getRoot().layout());
                        whole(robot, variable + " " + tab + " in " + language);
                    }
                }
                whole(robot, variable + " in " + language);
            }
        }
    }

    private static void whole(FxRobot robot, String where) {
        WaitForAsyncUtils.waitForFxEvents();
        Node page = robot.lookup("#variables").query();
        List<Node> seen = WaitForAsyncUtils.waitForAsyncFx(10_000, () -> {
            List<Node> all = new ArrayList<>();
            collect(page, all);
            return all;
        });
        assertThat(seen.stream()
                        .filter(Labeled.class::isInstance)
                        .map(Labeled.class::cast)
                        .filter(VariablesJourneyTest::cut)
                        .map(l -> l.getId() + " " + l.getStyleClass() + ": " + l.getText()))
                .as(where)
                .isEmpty();
        assertThat(seen.stream()
                        .filter(n -> n.isFocusTraversable() && !n.isDisabled() && n.getId() != null)
                        .filter(n -> Optional.ofNullable(n.getAccessibleText())
                                .orElse("")
                                .isBlank())
                        .map(n -> n.getClass().getSimpleName() + " " + n.getId()))
                .as(where)
                .isEmpty();
        assertThat(seen.stream()
                        .filter(Labeled.class::isInstance)
                        .map(n -> Optional.ofNullable(((Labeled) n).getText()).orElse(""))
                        .filter(t -> t.startsWith("ui.")))
                .as(where)
                .isEmpty();
    }

    private static void collect(Node node, List<Node> all) {
        if (node.isVisible()) {
            all.add(node);
            if (node instanceof javafx.scene.Parent parent) {
                parent.getChildrenUnmodifiable().forEach(child -> collect(child, all));
            }
        }
    }

    private static boolean cut(Labeled labeled) {
        String text = Optional.ofNullable(labeled.getText()).orElse("");
        return labeled.getChildrenUnmodifiable().stream()
                .filter(Text.class::isInstance)
                .map(n -> ((Text) n).getText())
                .anyMatch(t -> t.endsWith(labeled.getEllipsisString()) && !text.endsWith(labeled.getEllipsisString()));
    }
}
