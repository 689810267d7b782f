package org.ecart.ui.explore;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalInt;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.control.ToggleButton;
import javafx.scene.input.Clipboard;
import javafx.scene.input.KeyCode;
import javafx.scene.input.MouseButton;
import javafx.stage.Stage;
import org.ecart.chart.Charts;
import org.ecart.chart.DumbbellData;
import org.ecart.files.Definitions;
import org.ecart.i18n.Numbers;
import org.ecart.model.Language;
import org.ecart.model.Measure;
import org.ecart.model.Study;
import org.junit.jupiter.api.Test;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;

/** Explore as an analyst uses it: mouse and keys on a real scene, the sample's extracts, the real pipeline. */
class ExploreJourneyTest extends ExploreOnStage {
    @Start
    void start(Stage shown) throws Exception {
        open(shown);
    }

    @Test
    void mouseAndKeyboardGiveTheSameStudy(FxRobot robot) {
        settle();
        String start = Definitions.text(model.study());
        drag(robot, "palette-variable-gender", "shelf-columns", 0.8);
        settle();
        assertThat(model.breakdown().columns()).hasToString("gender");
        String byMouse = Definitions.text(model.study());
        robot.interact(model::undo);
        assertThat(Definitions.text(model.study())).isEqualTo(start);
        choose(robot, "gender", "menu-columns");
        settle();
        assertThat(Definitions.text(model.study())).isEqualTo(byMouse).isNotEqualTo(start);
    }

    /** The list of variables may be drawn anew meanwhile, and what was taken from it hears nothing of the end. */
    @Test
    void aDragEndsEvenWhereWhatItBeganAtIsGone(FxRobot robot) {
        settle();
        for (String over : List.of("shelf-columns", "explore-search")) {
            robot.moveTo(node(robot, "palette-variable-origin_rollup")).press(MouseButton.PRIMARY);
            robot.moveBy(10, 6).moveBy(10, 6).moveTo(node(robot, over));
            WaitForAsyncUtils.waitForFxEvents();
            Node ghost = robot.lookup(".ecart-ghost").query();
            assertThat(ghost.isVisible()).as("on the way to " + over).isTrue();
            Language other = texts.language() == Language.EN ? Language.NL : Language.EN;
            robot.interact(() -> texts.languageProperty().set(other));
            robot.moveBy(2, 0).release(MouseButton.PRIMARY).moveBy(2, 0);
            WaitForAsyncUtils.waitForFxEvents();
            assertThat(ghost.isVisible()).as("over " + over).isFalse();
            assertThat(model.breakdown().columns()).hasToString("origin_rollup");
            settle();
        }
    }

    @Test
    void onAChipIsNestedAndBesideItIsStackedByBothWays(FxRobot robot) {
        settle();
        drag(robot, "palette-variable-gender", "chip-rows-origin", 0.5);
        settle();
        assertThat(model.breakdown().rows()).hasToString("origin > gender");
        String nested = Definitions.text(model.study());
        robot.interact(model::undo);
        drag(robot, "palette-variable-gender", "shelf-rows", 0.97);
        settle();
        assertThat(model.breakdown().rows()).hasToString("origin + gender");
        String stacked = Definitions.text(model.study());
        robot.interact(model::undo);
        choose(robot, "gender", "menu-rows-nest");
        settle();
        assertThat(Definitions.text(model.study())).isEqualTo(nested);
        robot.interact(model::undo);
        choose(robot, "gender", "menu-rows-stack");
        settle();
        assertThat(Definitions.text(model.study())).isEqualTo(stacked);
        robot.interact(() -> node(robot, "chip-rows-gender").requestFocus());
        robot.type(KeyCode.DELETE);
        settle();
        assertThat(model.breakdown().rows()).hasToString("origin");
    }

    @Test
    void aClickOnACellOpensItsPassport(FxRobot robot) {
        settle();
        GridCell cell = cells(robot).stream()
                .filter(c -> "61.7".equals(c.getText()))
                .findFirst()
                .orElseThrow();
        robot.clickOn(cell);
        WaitForAsyncUtils.waitForFxEvents();
        assertThat(node(robot, "passport").getAccessibleText()).contains("Definition", "Employment rate", "61.7");
        robot.type(KeyCode.ESCAPE);
        WaitForAsyncUtils.waitForFxEvents();
        assertThat(robot.lookup("#passport").tryQuery()).isEmpty();
    }

    @Test
    void theKeyboardGoesFromCellToCellAndOpensThePassport(FxRobot robot) {
        settle();
        robot.interact(() -> grid(robot).requestFocus());
        robot.type(KeyCode.DOWN).type(KeyCode.DOWN).type(KeyCode.RIGHT);
        GridModel shown = shown();
        OptionalInt expected = shown.index(shown.lines().get(1), shown.columns().get(1));
        assertThat(model.selectedCellProperty().get()).isEqualTo(expected);
        robot.type(KeyCode.ENTER);
        WaitForAsyncUtils.waitForFxEvents();
        assertThat(node(robot, "passport").getAccessibleText()).contains("Employment rate");
        robot.type(KeyCode.ESCAPE);
        robot.press(KeyCode.CONTROL).type(KeyCode.END).release(KeyCode.CONTROL);
        WaitForAsyncUtils.waitForFxEvents();
        int row = shown.lines().size() - 1;
        int column = shown.columns().size() - 1;
        assertThat(model.selectedCellProperty().get())
                .isEqualTo(shown.index(shown.lines().get(row), shown.columns().get(column)));
        assertThat(cells(robot)).anyMatch(c -> c.row() == row && c.column() == column);
    }

    @Test
    void aGroupUnderTheMouseInTheChartIsInHandInTheTable(FxRobot robot) {
        settle();
        Node part = robot.lookup(".ecart-part").nth(2).query();
        robot.moveTo(part);
        WaitForAsyncUtils.waitForFxEvents();
        int cell = Integer.parseInt(part.getId().substring("chart-part-".length()));
        assertThat(model.selectedCellProperty().get()).hasValue(cell);
        assertThat(part.getPseudoClassStates().toString()).contains("in-hand");
        GridModel shown = shown();
        assertThat(cells(robot))
                .filteredOn(c -> c.getPseudoClassStates().toString().contains("selected"))
                .singleElement()
                .satisfies(c -> assertThat(shown.index(
                                shown.lines().get(c.row()), shown.columns().get(c.column())))
                        .hasValue(cell));
    }

    @Test
    void theChartDrawsTheFiguresOfTheTable(FxRobot robot) {
        settle();
        Map<String, String> rendered = rendered(robot);
        DumbbellData data = new Charts(Sample.MESSAGES).data(model.releasable().orElseThrow(), Language.EN);
        List<DumbbellData.Line> lines = new ArrayList<>(data.panels().get(0).lines());
        lines.add(data.panels().get(0).reference());
        List<List<String>> rows =
                model.releasable().orElseThrow().shape().rows().entries();
        Numbers numbers = Numbers.of(Language.EN);
        for (DumbbellData.Line line : lines) {
            int cell = rows.indexOf(line.row());
            String rate = line.rate()
                    .number()
                    .map(n -> numbers.format(n, data.decimals()))
                    .orElse(line.rate().status().mark());
            assertThat(rendered.get(cell + " " + Measure.RATE.id()))
                    .as(line.label())
                    .isEqualTo(rate);
            String gap = line.gap()
                    .number()
                    .map(n -> numbers.signed(n, data.decimals()))
                    .orElse(line.gap().status().mark());
            assertThat(rendered.get(cell + " " + Measure.GAP.id()))
                    .as(line.label())
                    .isEqualTo(gap);
            if (line.rate().number().isPresent()) {
                assertThat(chart().getAccessibleText()).contains(line.label(), rate);
            }
        }
        assertThat(lines).hasSizeGreaterThan(10);
    }

    @Test
    void aChartThatCannotBeDrawnSaysCalmlyWhatItNeeds(FxRobot robot) {
        settle();
        robot.interact(() -> ((ToggleButton) node(robot, "chart-lines")).fire());
        settle();
        assertThat(chartMessage()).contains("two");
        assertThat(chart().getImage()).isNull();
        robot.interact(() -> ((ToggleButton) node(robot, "chart-clustered_bars")).fire());
        settle();
        assertThat(chartMessage()).isEmpty();
        assertThat(chart().getImage()).isNotNull();
    }

    @Test
    void groupsAreSortedByTheirGap(FxRobot robot) {
        settle();
        robot.clickOn("#explore-sort");
        settle();
        List<BigDecimal> gaps = new ArrayList<>();
        GridModel shown = shown();
        int gap =
                shown.columns().stream().map(GridModel.Column::measure).toList().indexOf(Measure.GAP);
        cells(robot).stream()
                .filter(c -> c.column() == gap && c.getText().matches("\u2212?[0-9.]+"))
                .filter(c -> !shown.lines().get(c.row()).undetermined())
                .sorted((a, b) -> a.row() - b.row())
                .forEach(c -> gaps.add(new BigDecimal(c.getText().replace('\u2212', '-'))));
        assertThat(gaps).hasSizeGreaterThan(5).isSortedAccordingTo((a, b) -> b.compareTo(a));
        assertThat(model.nothingToUndoProperty().get()).isTrue();
    }

    @Test
    void totalsAndMeasuresAreShownAndHidden(FxRobot robot) {
        settle();
        assertThat(heads(robot)).contains("Ratio");
        assertThat(shown().lines()).anyMatch(GridModel.Line::total);
        show(robot, "show-ratio");
        show(robot, "show-totals");
        settle();
        assertThat(heads(robot)).doesNotContain("Ratio").contains("Rate, %");
        assertThat(shown().lines()).noneMatch(GridModel.Line::total);
        show(robot, "show-ratio");
        settle();
        assertThat(heads(robot)).contains("Ratio");
    }

    private static void show(FxRobot robot, String item) {
        robot.interact(() -> ((Button) node(robot, "explore-show")).fire());
        WaitForAsyncUtils.waitForFxEvents();
        robot.interact(() -> ((CheckBox) node(robot, item)).fire());
        robot.type(KeyCode.ESCAPE);
        WaitForAsyncUtils.waitForFxEvents();
    }

    private static List<String> heads(FxRobot robot) {
        return grid(robot).lookupAll(".ecart-figure-head").stream()
                .filter(Node::isVisible)
                .map(n -> ((Label) n).getText())
                .toList();
    }

    @Test
    void aBreakdownIsNamedCopiedAndChosen(FxRobot robot) {
        settle();
        Study first = model.study();
        robot.interact(() -> node(robot, "palette-table-T02").requestFocus());
        robot.type(KeyCode.ENTER);
        settle();
        assertThat(model.table().id()).isEqualTo("T02");
        robot.interact(() -> actions.find("explore.duplicate").orElseThrow().perform());
        settle();
        assertThat(model.table().id()).isEqualTo("T04");
        robot.interact(() -> node(robot, "explore-title").requestFocus());
        robot.type(KeyCode.F2).write("By gender").type(KeyCode.ENTER);
        settle();
        assertThat(model.table().title().in(Language.EN)).isEqualTo("By gender");
        assertThat(node(robot, "palette-table-T04").getAccessibleText()).isEqualTo("T04 By gender");
        assertThat(sample.saved()).last().isEqualTo(model.study());
        while (!model.nothingToUndoProperty().get()) {
            robot.interact(() -> actions.find("undo").orElseThrow().perform());
        }
        settle();
        assertThat(model.study()).isEqualTo(first);
        assertThat(((Label) node(robot, "explore-title")).getText())
                .isEqualTo(first.tables().get(0).title().in(Language.EN));
    }

    @Test
    void whatIsSelectedIsCopiedAsHtmlAndText(FxRobot robot) {
        settle();
        GridCell from = cell(robot, 1, 0);
        List<String> expected = List.of(
                "EU-14\t" + from.getText() + "\t" + cell(robot, 1, 1).getText(),
                "EU-13\t" + cell(robot, 2, 0).getText() + "\t"
                        + cell(robot, 2, 1).getText());
        String first = from.getText();
        robot.clickOn(from).type(KeyCode.ESCAPE);
        robot.press(KeyCode.SHIFT).type(KeyCode.RIGHT).type(KeyCode.DOWN).release(KeyCode.SHIFT);
        robot.press(KeyCode.CONTROL).type(KeyCode.C).release(KeyCode.CONTROL);
        WaitForAsyncUtils.waitForFxEvents();
        assertThat(((Label) node(robot, "explore-told")).getText()).isNotEmpty();
        robot.interact(() -> {
            List<String> copied =
                    Clipboard.getSystemClipboard().getString().lines().toList();
            assertThat(copied).hasSize(3).containsSubsequence(expected);
            assertThat(Clipboard.getSystemClipboard().getHtml()).contains("<table>", "EU-14", first);
        });
    }

    private static GridCell cell(FxRobot robot, int row, int column) {
        return cells(robot).stream()
                .filter(c -> c.row() == row && c.column() == column)
                .findFirst()
                .orElseThrow();
    }

    @Test
    void aVeryLargeTableWaitsForAChoice(FxRobot robot) {
        settle();
        robot.interact(() -> model.select("T02"));
        settle();
        String before = Definitions.text(model.study());
        robot.interact(() -> {
            model.editTable(t -> t.withBreakdown(BreakdownEdits.put(
                    BreakdownEdits.put(t.breakdown(), Shelf.ROWS, "municipality", true),
                    Shelf.LAYERS,
                    "nationality_at_birth",
                    false)));
        });
        settle();
        assertThat(node(robot, "explore-large").isVisible()).isTrue();
        assertThat(node(robot, "explore-large-make").isDisabled()).isFalse();
        assertThat(grid(robot).isVisible()).isFalse();
        robot.interact(() -> ((Button) node(robot, "explore-large-undo")).fire());
        settle();
        assertThat(robot.lookup("#explore-large").query().isVisible()).isFalse();
        assertThat(Definitions.text(model.study())).isEqualTo(before);
        assertThat(grid(robot).isVisible()).isTrue();
    }

    @Test
    void languageIsSwitchedLiveAndNothingIsCutNamelessOrUntranslated(FxRobot robot) {
        settle();
        for (Language language : List.of(Language.FR, Language.NL, Language.DE, Language.EN)) {
            robot.interact(() -> texts.languageProperty().set(language));
            for (Study.Table table : model.study().tables()) {
                robot.interact(() -> model.select(table.id()));
                settle();
                String where = table.id() + " in " + language;
                assertThat(((Label) node(robot, "explore-title")).getText())
                        .isEqualTo(table.title().in(language));
                ScreenTexts screen = new ScreenTexts(stage.getScene().getRoot());
                assertThat(screen.clipped()).as(where).isEmpty();
                assertThat(screen.nameless()).as(where).isEmpty();
                assertThat(screen.untranslated(language)).as(where).isEmpty();
            }
        }
        assertThat(texts.language().name().toLowerCase(Locale.ROOT)).isEqualTo("en");
    }
}
