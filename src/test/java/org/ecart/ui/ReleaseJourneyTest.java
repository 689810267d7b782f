package org.ecart.ui;

import static org.assertj.core.api.Assertions.assertThat;

import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.GridPane;
import javafx.stage.Stage;
import org.ecart.model.Policy;
import org.ecart.ui.shell.Page;
import org.junit.jupiter.api.Test;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;

/** Release as an analyst uses it: run all, read how each table stands, write it; change the policy with a reason. */
class ReleaseJourneyTest extends WindowOnStage {

    @Start
    void start(Stage stage) {
        open(stage);
    }

    private Desk desk(FxRobot robot) {
        await(() -> window.flatMap(Window::desk).isPresent());
        Desk desk = window.flatMap(Window::desk).orElseThrow();
        await(() -> desk.explore().releasable().isPresent());
        watch.start();
        robot.interact(() -> desk.shell().pageProperty().set(Page.RELEASE));
        WaitForAsyncUtils.waitForFxEvents();
        return desk;
    }

    private static String text(FxRobot robot, String id) {
        return robot.lookup("#" + id).queryAs(Label.class).getText();
    }

    @Test
    void allAreRunReadAndWritten(FxRobot robot) {
        Desk desk = desk(robot);
        assertThat(text(robot, "release-status-T01")).isEqualTo("not run yet");
        assertThat(robot.lookup("#release-write").query().isDisabled()).isTrue();
        robot.clickOn("#release-run");
        await(() -> desk.release().trialProperty().get().isPresent());
        assertThat(text(robot, "release-status-T01")).contains("left out: ", " primary, ", " secondary");
        assertThat(text(robot, "release-status-C01")).isEqualTo("audited with T01");
        assertThat(text(robot, "release-status-T02")).startsWith("audited: safe");
        assertThat(robot.lookup("#release-write").query().isDisabled()).isFalse();
        robot.interact(() -> desk.release().write(state.resolve("out")));
        await(() -> desk.release().writtenProperty().get().isPresent());
        await(() -> !desk.release().departures().isEmpty());
        assertThat(text(robot, "release-told")).startsWith("Written to ");
        String manifest = desk.release().departures().get(0).departure().id();
        assertThat(robot.lookup("#release-left").queryAs(GridPane.class).getChildren())
                .anyMatch(n -> n instanceof Label label
                        && manifest.startsWith(label.getText())
                        && label.getAccessibleText().contains("T01.csv"));
        assertThat(state.resolve("out/internal/audit.json")).exists();
    }

    @Test
    void aWeakerPolicyAsksForItsReason(FxRobot robot) {
        Desk desk = desk(robot);
        robot.interact(() -> robot.lookup("#release-threshold").query().requestFocus());
        robot.interact(() ->
                robot.lookup("#release-threshold").queryAs(TextField.class).selectAll());
        robot.write("3").type(KeyCode.ENTER);
        WaitForAsyncUtils.waitForFxEvents();
        assertThat(text(robot, "release-complaint")).isNotEmpty();
        assertThat(desk.explore().study().policy()).isEqualTo(Policy.DEFAULT);
        robot.interact(() -> robot.lookup("#release-reason").query().requestFocus());
        robot.write("pilot").type(KeyCode.ENTER);
        WaitForAsyncUtils.waitForFxEvents();
        assertThat(text(robot, "release-complaint")).isEmpty();
        assertThat(desk.explore().study().policy().threshold()).isEqualTo(3);
        assertThat(text(robot, "status-protection")).isEqualTo("Protection: own");
        robot.interact(() -> desk.actions().find("undo").orElseThrow().perform());
        WaitForAsyncUtils.waitForFxEvents();
        assertThat(desk.shell().pageProperty().get()).isEqualTo(Page.RELEASE);
        assertThat(desk.explore().study().policy()).isEqualTo(Policy.DEFAULT);
        assertThat(robot.lookup("#release-threshold").queryAs(TextField.class).getText())
                .isEqualTo("5");
    }
}
