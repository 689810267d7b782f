package org.ecart.ui.explore;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import javafx.scene.Node;
import javafx.scene.control.Menu;
import javafx.scene.control.MenuItem;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import org.ecart.files.ConditionText;
import org.ecart.model.Counted;
import org.ecart.model.Period;
import org.ecart.model.Shift;
import org.junit.jupiter.api.Test;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;

/** Transitions, the new and cohorts by the menus of chips. */
class FollowingJourneyTest extends ExploreOnStage {
    @Start
    void start(Stage shown) throws Exception {
        open(shown);
    }

    /** Opens the menu of a chip by keyboard and takes an entry, also of a menu within it. */
    private void take(FxRobot robot, String chip, String item) {
        robot.interact(() -> node(robot, chip).requestFocus());
        robot.type(KeyCode.ENTER);
        fire(robot, item);
    }

    private void fire(FxRobot robot, String item) {
        WaitForAsyncUtils.waitForFxEvents();
        List<MenuItem> items = menuItems(robot).stream()
                .flatMap(FollowingJourneyTest::within)
                .filter(i -> item.equals(i.getId()))
                .toList();
        assertThat(items).as(item).hasSize(1);
        robot.interact(items.get(0)::fire);
        robot.type(KeyCode.ESCAPE);
        settle(item);
    }

    /** Opens the menu of a line by the other button and takes an entry, also of a menu within it. */
    private void takeOfLine(FxRobot robot, int line, String item) {
        openMenuOfLine(robot, line);
        fire(robot, item);
    }

    private static Stream<MenuItem> within(MenuItem item) {
        return item instanceof Menu menu ? menu.getItems().stream() : Stream.of(item);
    }

    private List<String> chips(FxRobot robot) {
        return robot.lookup(".ecart-chip-filter").queryAll().stream()
                .map(Node::getId)
                .toList();
    }

    @Test
    void aTransitionWithTheNewIsMadeByMenu(FxRobot robot) {
        settle();
        robot.interact(() -> {
            model.take("origin");
            model.setIndicator("population");
            model.edit(b -> b.withPeriods(List.of(Period.ofYear(2012))));
            model.put(Shelf.ROWS, "status", false);
        });
        settle();
        take(robot, "chip-rows-status", "menu-transition-1y");
        assertThat(model.breakdown().columns()).hasToString("status@1y");
        take(robot, "chip-columns-status@1y", "menu-also");
        assertThat(model.breakdown().counted().also()).contains(new Shift.Years(1));
        assertThat(model.breakdown().rows()).hasToString("status@0y");
        assertThat(shown().lines().stream().map(GridModel.Line::label)).contains("Not yet in the population");
        assertThat(chips(robot)).contains("chip-also");
        assertThat(model.refusal()).isEmpty();
        robot.interact(() -> node(robot, "chip-also").requestFocus());
        robot.type(KeyCode.DELETE);
        settle();
        assertThat(model.breakdown().rows()).hasToString("status");
        assertThat(chips(robot)).doesNotContain("chip-also");
    }

    @Test
    void aFilterBecomesACohortByMenu(FxRobot robot) {
        settle();
        robot.interact(() -> model.restrict("gender", List.of("2")));
        settle();
        take(robot, "chip-filter-0", "menu-cohort-2011");
        assertThat(model.breakdown().counted().cohort().map(c -> c.start().year()))
                .contains(2011);
        assertThat(model.filters()).isEmpty();
        take(robot, "chip-cohort", "menu-leavers");
        assertThat(model.breakdown().counted().also()).contains(new Shift.Fixed(Period.ofYear(2011)));
        assertThat(node(robot, "chip-cohort").getAccessibleText().toLowerCase(Locale.ROOT))
                .contains("2011");
        robot.interact(() -> node(robot, "chip-cohort").requestFocus());
        robot.type(KeyCode.DELETE);
        settle();
        assertThat(chips(robot)).isEmpty();
    }

    @Test
    void thoseOfALineAreFollowedFromADateByMenu(FxRobot robot) {
        settle();
        robot.interact(() -> {
            model.setIndicator("population");
            model.edit(b -> b.withPeriods(List.of(Period.ofYear(2012))));
            model.put(Shelf.ROWS, "gender", true);
        });
        settle();
        List<String> lines = shown().lines().stream().map(GridModel.Line::label).toList();
        int women = lines.indexOf("Women");
        takeOfLine(robot, women, "menu-follow-2011");
        Counted.Cohort cohort = model.breakdown().counted().cohort().orElseThrow();
        assertThat(cohort.start()).isEqualTo(Period.ofYear(2011));
        assertThat(ConditionText.print(cohort.who())).isEqualTo("origin = \"BE\" and gender = \"2\"");
        assertThat(node(robot, "chip-cohort").getAccessibleText())
                .isEqualTo("Cohort 2011: Origin = Belgian, Gender = Women");
        // a table of one date gets those from the start on
        assertThat(model.breakdown().periods()).first().isEqualTo(Period.ofYear(2011));
        assertThat(model.breakdown().periods()).hasSize(4);
        assertThat(chips(robot)).contains("chip-cohort");
        robot.interact(model::undo);
        settle();
        assertThat(chips(robot)).isEmpty();
        assertThat(model.breakdown().periods()).containsExactly(Period.ofYear(2012));
    }
}
