package org.ecart.ui;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.control.Control;
import javafx.scene.control.Label;
import javafx.scene.control.Labeled;
import javafx.scene.control.ProgressBar;
import javafx.scene.input.KeyCode;
import javafx.scene.text.Text;
import javafx.stage.Stage;
import org.ecart.model.Language;
import org.ecart.model.Study;
import org.ecart.ui.explore.ExploreViewModel;
import org.ecart.ui.release.ItemLines;
import org.ecart.ui.shell.Page;
import org.ecart.ui.shell.SettingsFile;
import org.junit.jupiter.api.Test;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;

/** The shell as an analyst meets it: starts on the sample, goes round, changes language and look, takes a change back. */
class ShellJourneyTest extends WindowOnStage {

    @Start
    void start(Stage stage) {
        open(stage);
    }

    private Desk desk() {
        await(() -> window.flatMap(Window::desk).isPresent());
        Desk desk = window.flatMap(Window::desk).orElseThrow();
        await(() -> desk.explore()
                .shownProperty()
                .get()
                .filter(s -> s.last().isPresent())
                .isPresent());
        watch.start();
        return desk;
    }

    @Test
    void theFirstStartImportsTheSampleAndShowsTheGap(FxRobot robot) {
        assertThat(window.flatMap(Window::desk)).isEmpty();
        assertThat(robot.lookup("#opening-bar").queryAs(ProgressBar.class).isVisible())
                .isTrue();
        Desk desk = desk();
        assertThat(desk.explore().table().id()).isEqualTo("T01");
        assertThat(robot.lookup("#status-workspace").queryAs(Label.class).getText())
                .isEqualTo("sample");
        assertThat(robot.lookup("#status-rows").queryAs(Label.class).getText()).matches("[1-9][0-9,]+ rows");
        assertThat(robot.lookup("#status-millis").queryAs(Label.class).getText())
                .startsWith("tabulated in ");
    }

    @Test
    void pagesAreReachedByRailAndByKeys(FxRobot robot) {
        Desk desk = desk();
        for (Page page : Page.values()) {
            robot.clickOn("#rail-" + page.id());
            assertThat(desk.shell().pageProperty().get()).isEqualTo(page);
            assertThat(robot.lookup("#" + page.id()).tryQuery()).isPresent();
        }
        robot.press(KeyCode.CONTROL, KeyCode.DIGIT1).release(KeyCode.DIGIT1, KeyCode.CONTROL);
        assertThat(desk.shell().pageProperty().get()).isEqualTo(Page.DATA);
    }

    @Test
    void thePaletteDoesWhatIsTyped(FxRobot robot) {
        Desk desk = desk();
        robot.press(KeyCode.CONTROL, KeyCode.K).release(KeyCode.K, KeyCode.CONTROL);
        robot.write("release").type(KeyCode.ENTER);
        WaitForAsyncUtils.waitForFxEvents();
        assertThat(desk.shell().pageProperty().get()).isEqualTo(Page.RELEASE);
        assertThat(robot.lookup("#palette").query().isVisible()).isFalse();
        robot.press(KeyCode.CONTROL, KeyCode.K).release(KeyCode.K, KeyCode.CONTROL);
        robot.type(KeyCode.ESCAPE);
        assertThat(robot.lookup("#palette").query().isVisible()).isFalse();
    }

    @Test
    void amountsMayLeaveLikeEverythingElse(FxRobot robot) {
        Desk desk = desk();
        robot.interact(() -> desk.explore().setIndicator("median_wage"));
        await(() -> desk.explore().releasable().isPresent());
        assertThat(desk.explore().refusal()).isEmpty();
        assertThat(robot.lookup("#toolbar-export").query().isDisabled()).isFalse();
        assertThat(new ItemLines(texts)
                        .of(
                                desk.explore().study(),
                                desk.explore().offerProperty().get())
                        .get(0)
                        .files())
                .isEqualTo("CSV, JSON; XLSX in FR NL DE EN");
        robot.interact(() -> desk.explore().undo());
        await(() -> desk.explore().releasable().isPresent());
    }

    @Test
    void everyLanguageIsWholeOnEveryPage(FxRobot robot) {
        Desk desk = desk();
        for (Language language : Language.values()) {
            robot.interact(() -> texts.languageProperty().set(language));
            for (Page page : Page.values()) {
                robot.interact(() -> desk.shell().pageProperty().set(page));
                WaitForAsyncUtils.waitForFxEvents();
                assertThat(clipped(robot)).as(page + " in " + language).isEmpty();
                assertThat(nameless(robot)).as(page + " in " + language).isEmpty();
            }
            assertThat(robot.lookup("#rail-explore").queryLabeled().getText()).isEqualTo(texts.get("ui.page.explore"));
        }
        assertThat(new SettingsFile(state.resolve("workbench.properties"))
                        .load()
                        .language())
                .contains(Language.DE);
    }

    /** Texts of the shell and its plain pages of which the end is cut off; Explore, with its long titles, tests its own. */
    private static List<String> clipped(FxRobot robot) {
        List<String> clipped = new ArrayList<>();
        for (Node node : robot.lookup(n -> n instanceof Labeled && onScreen(n) && !inExplore(n))
                .queryAll()) {
            Labeled labeled = (Labeled) node;
            if (labeled.getText() == null) {
                continue;
            }
            boolean cut = labeled.getChildrenUnmodifiable().stream()
                    .filter(Text.class::isInstance)
                    .map(n -> ((Text) n).getText())
                    .anyMatch(t -> t.endsWith(labeled.getEllipsisString())
                            && !Optional.ofNullable(labeled.getText())
                                    .orElse("")
                                    .endsWith(labeled.getEllipsisString()));
            if (cut) {
                clipped.add(labeled.getId() + ": " + labeled.getText());
            }
        }
        return clipped;
    }

    private static boolean inExplore(Node node) {
        return "explore".equals(node.getId()) || (node.getParent() != null && inExplore(node.getParent()));
    }

    private static boolean onScreen(Node node) {
        return node.isVisible() && (node.getParent() == null || onScreen(node.getParent()));
    }

    /** Controls that can have the focus and have no name for who cannot see them. */
    private static List<String> nameless(FxRobot robot) {
        return robot
                .lookup(n ->
                        n instanceof Control control && control.isFocusTraversable() && onScreen(n) && !inExplore(n))
                .queryAll()
                .stream()
                .filter(n -> n.getId() != null)
                .filter(n ->
                        Optional.ofNullable(n.getAccessibleText()).orElse("").isBlank())
                .map(n -> n.getClass().getSimpleName() + " " + n.getId())
                .toList();
    }

    @Test
    void theLookIsKeptForNextTime(FxRobot robot) {
        desk();
        robot.clickOn("#toolbar-theme");
        WaitForAsyncUtils.waitForFxEvents();
        assertThat(new SettingsFile(state.resolve("workbench.properties"))
                        .load()
                        .dark())
                .isTrue();
        robot.clickOn("#toolbar-theme");
        assertThat(new SettingsFile(state.resolve("workbench.properties"))
                        .load()
                        .dark())
                .isFalse();
    }

    @Test
    void undoBackToTheStartGivesTheFirstStudy(FxRobot robot) {
        ExploreViewModel explore = desk().explore();
        Study first = explore.study();
        robot.interact(explore::swapRowsAndColumns);
        robot.interact(explore::duplicate);
        assertThat(explore.study()).isNotEqualTo(first);
        while (!explore.nothingToUndoProperty().get()) {
            robot.interact(explore::undo);
        }
        assertThat(explore.study()).isEqualTo(first);
    }

    @Test
    void aWorkspaceThatIsNoneIsRefusedInPlaceWithAWayOn(FxRobot robot) {
        desk();
        robot.interact(() -> window.orElseThrow().open(Optional.of(state.resolve("nowhere"))));
        await(() -> robot.lookup("#opening-sample").tryQuery().isPresent());
        assertThat(robot.lookup("#opening-heading").queryAs(Label.class).getText())
                .contains("nowhere");
        robot.clickOn("#opening-sample");
        assertThat(desk().explore().table().id()).isEqualTo("T01");
    }
}
