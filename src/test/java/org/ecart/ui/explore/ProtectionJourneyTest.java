package org.ecart.ui.explore;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import javafx.scene.Parent;
import javafx.scene.input.Clipboard;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import org.ecart.model.Language;
import org.junit.jupiter.api.Test;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;

/** Cells that are left out, as an analyst meets them: their marks, why they are, and what can be computed of them. */
class ProtectionJourneyTest extends ExploreOnStage {
    @Start
    void start(Stage shown) throws Exception {
        open(shown);
    }

    private static GridCell marked(FxRobot robot, GridModel.Look look) {
        return cells(robot).stream().filter(c -> c.look() == look).findFirst().orElseThrow();
    }

    private void awaitAudit() {
        try {
            WaitForAsyncUtils.waitFor(60, TimeUnit.SECONDS, () -> WaitForAsyncUtils.asyncFx(
                            () -> model.audit().auditProperty().get().isPresent())
                    .get());
        } catch (TimeoutException late) {
            throw new AssertionError("no answer", late);
        }
        WaitForAsyncUtils.waitForFxEvents();
    }

    private static List<GridCell> takingPart(FxRobot robot) {
        return cells(robot).stream()
                .filter(c -> c.getPseudoClassStates().toString().contains("takes-part"))
                .toList();
    }

    @Test
    void aClickOnACellThatIsLeftOutTellsWhatCanBeComputedOfIt(FxRobot robot) {
        settle();
        GridCell cell = marked(robot, GridModel.Look.PRIMARY);
        assertThat(cell.getText()).isEqualTo("[c]");
        assertThat(cell.getAccessibleText()).contains("[c] Confidential: a small group (primary)");
        assertThat(node(robot, "explore-legend").isVisible()).isTrue();
        robot.clickOn(cell);
        awaitAudit();
        assertThat(node(robot, "passport").getAccessibleText())
                .contains("fewer than 5 persons", "Numerator: 0 to ", "Denominator: 0 to ", "Origin: 15 printed");
        assertThat(takingPart(robot)).isNotEmpty().noneMatch(c -> c.getText().equals("[c]"));
        robot.type(KeyCode.ESCAPE);
        WaitForAsyncUtils.waitForFxEvents();
        assertThat(robot.lookup("#passport").tryQuery()).isEmpty();
        assertThat(takingPart(robot)).isEmpty();
    }

    @Test
    void byKeyboardInEveryLanguage(FxRobot robot) {
        settle();
        GridModel shown = shown();
        int row = shown.lines().stream()
                .filter(l -> shown.cell(l, shown.columns().get(0)).look() == GridModel.Look.SECONDARY)
                .map(shown.lines()::indexOf)
                .findFirst()
                .orElseThrow();
        for (Language language : Language.values()) {
            robot.interact(() -> texts.languageProperty().set(language));
            settle();
            robot.interact(() -> grid(robot).requestFocus());
            robot.press(KeyCode.CONTROL)
                    .type(KeyCode.UP)
                    .type(KeyCode.LEFT)
                    .release(KeyCode.CONTROL)
                    .type(KeyCode.DOWN, row)
                    .type(KeyCode.ENTER);
            awaitAudit();
            assertThat(node(robot, "passport").getAccessibleText()).contains(texts.get("ui.explore.why.secondary"));
            for (String id : List.of("passport", "explore-legend")) {
                ScreenTexts words = new ScreenTexts((Parent) node(robot, id));
                assertThat(words.clipped()).as(id + " in " + language).isEmpty();
                assertThat(words.untranslated(language))
                        .as(id + " in " + language)
                        .isEmpty();
            }
            robot.type(KeyCode.ESCAPE);
            WaitForAsyncUtils.waitForFxEvents();
        }
    }

    @Test
    void whatIsCopiedHasTheStatusAndNoKind(FxRobot robot) {
        settle();
        robot.interact(() -> grid(robot).requestFocus());
        robot.press(KeyCode.CONTROL).type(KeyCode.A).type(KeyCode.C).release(KeyCode.CONTROL);
        WaitForAsyncUtils.waitForFxEvents();
        robot.interact(() -> {
            Clipboard clipboard = Clipboard.getSystemClipboard();
            for (String copied : List.of(clipboard.getString(), clipboard.getHtml())) {
                assertThat(copied)
                        .contains("[c]")
                        .doesNotContain("rimary", "econdary", "Confidential", "unsafe", "protect");
            }
            assertThat(Optional.ofNullable(clipboard.getUrl())).isEmpty();
        });
    }
}
