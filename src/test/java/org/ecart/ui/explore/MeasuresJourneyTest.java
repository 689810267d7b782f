package org.ecart.ui.explore;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.control.MenuItem;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import org.ecart.files.Definitions;
import org.ecart.model.Language;
import org.ecart.model.Measure;
import org.ecart.ui.action.Action;
import org.junit.jupiter.api.Test;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;

/** Measures, amounts, categories and written filters as an analyst uses them: mouse and keys on a real scene. */
class MeasuresJourneyTest extends ExploreOnStage {
    @Start
    void start(Stage shown) throws Exception {
        open(shown);
    }

    private static void fire(FxRobot robot, String id) {
        robot.interact(() -> ((ButtonBase) node(robot, id)).fire());
        WaitForAsyncUtils.waitForFxEvents();
    }

    private void act(FxRobot robot, String action) {
        robot.interact(() -> actions.find(action).orElseThrow().perform());
        WaitForAsyncUtils.waitForFxEvents();
    }

    private List<String> rows() {
        return shown().lines().stream().map(GridModel.Line::label).toList();
    }

    private List<String> measures() {
        return shown().columns().stream().map(c -> c.measure().id()).distinct().toList();
    }

    private void undoAll(FxRobot robot) {
        robot.interact(() -> {
            while (!model.nothingToUndoProperty().get()) {
                model.undo();
            }
        });
        settle();
    }

    @Test
    void showOffersWhatTheIndicatorHasAndSaysWhatIsLacking(FxRobot robot) {
        settle();
        String start = Definitions.text(model.study());
        fire(robot, "explore-show");
        assertThat(node(robot, "show-change").isDisabled()).isTrue();
        assertThat(((Label) node(robot, "show-change-why")).getText()).isEqualTo("needs two dates");
        assertThat(robot.lookup("#show-amount").tryQuery()).isEmpty();
        fire(robot, "show-rate_low");
        fire(robot, "show-share-of-origin");
        robot.interact(() -> model.toggle(model.offerProperty().get().periods().get(0)));
        fire(robot, "show-change");
        robot.type(KeyCode.ESCAPE);
        settle();
        assertThat(robot.lookup("#show-sheet").tryQuery()).isEmpty();
        assertThat(measures()).contains("rate_low", "share", "change");
        undoAll(robot);
        assertThat(Definitions.text(model.study())).isEqualTo(start);
    }

    @Test
    void showIsWorkedByKeyboardAndWholeInEveryLanguage(FxRobot robot) {
        settle();
        act(robot, "explore.measures");
        robot.type(KeyCode.SPACE);
        settle();
        assertThat(model.breakdown().totals()).isFalse();
        for (Language language : Language.values()) {
            robot.interact(() -> texts.languageProperty().set(language));
            settle();
            ScreenTexts sheet = new ScreenTexts((Parent) node(robot, "show-sheet"));
            assertThat(sheet.clipped()).as("" + language).isEmpty();
            assertThat(sheet.nameless()).as("" + language).isEmpty();
            assertThat(sheet.untranslated(language)).as("" + language).isEmpty();
        }
        robot.type(KeyCode.ESCAPE);
        WaitForAsyncUtils.waitForFxEvents();
        assertThat(robot.lookup("#show-sheet").tryQuery()).isEmpty();
    }

    @Test
    void anAmountIsLookedAtAndCanLeave(FxRobot robot) {
        settle();
        robot.interact(() -> node(robot, "palette-indicator-median_wage").requestFocus());
        robot.type(KeyCode.ENTER);
        settle();
        assertThat(measures()).contains("persons", "amount", "amount_gap", "amount_gap_percent");
        Label refusal = (Label) node(robot, "explore-refusal");
        assertThat(refusal.isVisible()).isFalse();
        for (Action action : actions.all()) {
            if (action.id().equals("explore.copy")) {
                assertThat(action.disabled().get()).as(action.id()).isFalse();
            }
        }
        int amount = measures().indexOf("amount");
        GridCell cell = cells(robot).stream()
                .filter(c -> c.row() == 0 && c.column() == amount)
                .findFirst()
                .orElseThrow();
        assertThat(cell.getText()).matches("[0-9]+\\.[0-9]{2}");
        robot.clickOn(cell);
        WaitForAsyncUtils.waitForFxEvents();
        assertThat(node(robot, "passport").getAccessibleText())
                .contains("Persons with a known amount", "Median: Gross daily wage", "Among: position in");
        robot.type(KeyCode.ESCAPE);
        robot.interact(model::undo);
        settle();
        assertThat(refusal.isVisible()).isFalse();
        assertThat(chart().getImage()).isNotNull();
    }

    @Test
    void aCategoryIsHiddenFromItsHeadOrByKeyboardAndBroughtBackInTheList(FxRobot robot) {
        settle();
        String start = Definitions.text(model.study());
        openMenuOfLine(robot, 1);
        assertThat(open(robot)).contains("menu-hide-origin-EU14");
        robot.type(KeyCode.ENTER);
        settle();
        assertThat(rows()).doesNotContain("EU-14").contains("EU-13", "Total");
        robot.interact(() -> grid(robot).requestFocus());
        robot.type(KeyCode.DOWN).type(KeyCode.DOWN);
        robot.press(KeyCode.SHIFT).type(KeyCode.F10).release(KeyCode.SHIFT);
        WaitForAsyncUtils.waitForFxEvents();
        assertThat(open(robot)).contains("menu-hide-origin-EU13");
        robot.type(KeyCode.ENTER);
        settle();
        assertThat(rows()).doesNotContain("EU-14", "EU-13");
        assertThat(node(robot, "chip-rows-origin").getAccessibleText()).isEqualTo("Origin, 2 hidden");
        chipMenu(robot, "menu-categories");
        assertThat(((CheckBox) node(robot, "category-EU14")).isSelected()).isFalse();
        assertThat(node(robot, "category-BE").isDisabled()).as("the reference").isTrue();
        fire(robot, "category-EU14");
        settle();
        assertThat(rows()).contains("EU-14").doesNotContain("EU-13");
        robot.type(KeyCode.ESCAPE);
        WaitForAsyncUtils.waitForFxEvents();
        assertThat(robot.lookup("#categories").tryQuery()).isEmpty();
        act(robot, "explore.show_all");
        settle();
        assertThat(rows()).contains("EU-14", "EU-13");
        assertThat(Definitions.text(model.study())).isEqualTo(start);
    }

    private static List<String> open(FxRobot robot) {
        return menuItems(robot).stream().map(MenuItem::getId).toList();
    }

    /** By the keyboard alone: the chip of origin, Enter for its menu, on to an entry, Enter. */
    private static void chipMenu(FxRobot robot, String item) {
        robot.interact(() -> node(robot, "chip-rows-origin").requestFocus());
        robot.type(KeyCode.ENTER);
        WaitForAsyncUtils.waitForFxEvents();
        int place = open(robot).stream().filter(id -> id != null).toList().indexOf(item);
        robot.type(KeyCode.DOWN, place).type(KeyCode.ENTER);
        WaitForAsyncUtils.waitForFxEvents();
    }

    @Test
    void categoriesAreMovedAndMergedByKeyboard(FxRobot robot) {
        settle();
        String start = Definitions.text(model.study());
        chipMenu(robot, "menu-categories");
        robot.type(KeyCode.DOWN).type(KeyCode.DOWN);
        robot.press(KeyCode.ALT).type(KeyCode.DOWN).release(KeyCode.ALT);
        settle();
        assertThat(rows()).startsWith("Belgian", "EU-13", "EU-14");
        fire(robot, "categories-reset");
        settle();
        assertThat(rows()).startsWith("Belgian", "EU-14", "EU-13");
        assertThat(node(robot, "categories-merge").isDisabled()).isTrue();
        robot.press(KeyCode.SHIFT).type(KeyCode.DOWN).release(KeyCode.SHIFT);
        WaitForAsyncUtils.waitForFxEvents();
        robot.interact(() -> ((Button) node(robot, "categories-merge")).fire());
        robot.write("European Union").type(KeyCode.ENTER);
        settle();
        assertThat(rows()).startsWith("Belgian", "European Union", "EU candidate");
        assertThat(model.breakdown().rows()).hasToString("origin_merged");
        assertThat(node(robot, "chip-rows-origin_merged").getAccessibleText()).isEqualTo("Origin, merged");
        assertThat(node(robot, "palette-variable-origin_merged").isVisible()).isTrue();
        assertThat(model.releasable()).as("it may leave like any other").isPresent();
        assertThat(model.measures()).contains(Measure.GAP);
        undoAll(robot);
        assertThat(Definitions.text(model.study())).isEqualTo(start);
        assertThat(rows()).startsWith("Belgian", "EU-14", "EU-13");
    }

    @Test
    void aFilterOverAnAmountIsWrittenAndItsFaultIsToldWhereItIs(FxRobot robot) {
        settle();
        robot.interact(() -> node(robot, "chip-filter-write").requestFocus());
        robot.type(KeyCode.ENTER);
        WaitForAsyncUtils.waitForFxEvents();
        robot.write("daily_wage < ");
        WaitForAsyncUtils.waitForFxEvents();
        assertThat(((Label) node(robot, "condition-fault")).getText()).contains("position");
        assertThat(node(robot, "condition-place").isVisible()).isTrue();
        robot.type(KeyCode.ENTER);
        WaitForAsyncUtils.waitForFxEvents();
        assertThat(model.filters()).as("not while it is wrong").isEmpty();
        robot.write("100").type(KeyCode.ENTER);
        settle();
        assertThat(model.filters()).hasSize(1);
        assertThat(node(robot, "chip-filter-0").getAccessibleText()).isEqualTo("Gross daily wage, in euros < 100");
        assertThat(model.releasable()).isPresent();
        robot.interact(() -> node(robot, "chip-filter-0").requestFocus());
        robot.type(KeyCode.DELETE);
        settle();
        assertThat(model.filters()).isEmpty();
    }

    @Test
    void whatTheEngineRefusesIsToldInThePlaceOfTheTableWithAWayBack(FxRobot robot) {
        settle();
        sample.fail(true);
        robot.interact(() -> model.setTotals(false));
        settle();
        Node back = node(robot, "explore-failure-undo");
        assertThat(((Label) node(robot, "explore-failure")).getText()).isNotBlank();
        assertThat(back.isVisible()).isTrue();
        sample.fail(false);
        fire(robot, "explore-failure-undo");
        settle();
        assertThat(back.isVisible()).isFalse();
        assertThat(grid(robot).isVisible()).isTrue();
    }
}
