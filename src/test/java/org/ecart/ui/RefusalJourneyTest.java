package org.ecart.ui;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.control.Tooltip;
import javafx.stage.Stage;
import org.ecart.model.Language;
import org.ecart.ui.explore.ExploreViewModel;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.Start;

/** What cannot leave, as an analyst meets it: rows that stand for several persons say nothing of what each of them earns. */
class RefusalJourneyTest extends WindowOnStage {
    private static final String CODEBOOK = """
            {"format": "ecart/codebook", "version": 1, "id": "towns", "edition": "1", "labels": "Towns", "source": "-",
             "variables": [
               {"id": "person", "labels": "Person", "role": "person"},
               {"id": "year", "labels": "Year", "role": "period"},
               {"id": "town", "labels": "Town"},
               {"id": "work", "labels": "In work"},
               {"id": "wage", "labels": "Daily wage", "role": "amount"},
               {"id": "persons", "labels": "Persons", "role": "count"}],
             "extracts": [
               {"id": "people", "labels": "People", "population": true, "columns": [
                 {"name": "person"}, {"name": "year"}, {"name": "town"}, {"name": "work"}, {"name": "wage"},
                 {"name": "persons"}]}]}
            """;

    private static final String STUDY = """
            {"format": "ecart/study", "version": 1, "id": "towns", "title": "Towns", "policy": "default",
             "indicators": [
               {"id": "at_work", "labels": "At work", "definition": "-", "numerator": "work = \\"1\\""},
               {"id": "mean", "labels": "Mean wage", "definition": "-", "amount": {"of": "wage", "summary": "mean"}}],
             "tables": [{"id": "T01", "title": "T", "breakdown": {"periods": ["2014"], "rows": "town",
               "indicator": "at_work", "reference": {"variable": "town", "code": "A"},
               "measures": ["persons", "rate", "gap"]}}]}
            """;

    private static final String SAID = "The rules for amounts look at what each person contributes.";

    @TempDir
    @SuppressWarnings("NullAway.Init") // JUnit sets it before any test
    static Path data;

    @Start
    void start(Stage stage) throws IOException {
        StringBuilder people = new StringBuilder("person,year,town,work,wage,persons\n");
        for (int row = 0; row < 40; row++) {
            // two persons a row, of the first town half of them at work, of the second a quarter
            String town = row < 20 ? "A" : "B";
            int work = row % (row < 20 ? 2 : 4) == 0 ? 1 : 0;
            people.append("p%d,2014,%s,%d,%d,2\n".formatted(row, town, work, 100 + row));
        }
        Files.writeString(data.resolve("people.csv"), people);
        Files.writeString(data.resolve("codebook.json"), CODEBOOK);
        Files.writeString(data.resolve("study.json"), STUDY);
        open(stage, data);
    }

    private ExploreViewModel explore() {
        await(() -> window.flatMap(Window::desk).isPresent());
        ExploreViewModel explore = window.flatMap(Window::desk).orElseThrow().explore();
        await(() -> explore.releasable().isPresent());
        watch.start();
        return explore;
    }

    private static Optional<String> tip(FxRobot robot) {
        return robot.listWindows().stream()
                .filter(w -> w instanceof Tooltip && w.isShowing())
                .map(w -> ((Tooltip) w).getText())
                .findFirst();
    }

    private static Node button(FxRobot robot, String name) {
        // some names have a dot, which is no part of a selector
        return robot.lookup((Node node) -> ("toolbar-" + name).equals(node.getId()))
                .query();
    }

    @Test
    void whatCannotLeaveIsGreyAndSaysWhyUnderTheMouse(FxRobot robot) {
        ExploreViewModel explore = explore();
        assertThat(button(robot, "export").isDisabled()).isFalse();
        robot.interact(() -> explore.setIndicator("mean"));
        await(() -> explore.refusal().isPresent());
        assertThat(explore.releasable()).isEmpty();
        for (String button : new String[] {"export", "explore.copy"}) {
            assertThat(button(robot, button).isDisabled()).as(button).isTrue();
            assertThat(button(robot, button).getAccessibleHelp()).as(button).startsWith(SAID);
        }

        robot.moveTo("#toolbar-export").moveBy(2, 0);
        await(() -> tip(robot).filter(said -> said.startsWith(SAID)).isPresent());
        robot.interact(() -> texts.languageProperty().set(Language.NL));
        assertThat(tip(robot)).hasValueSatisfying(said -> assertThat(said).startsWith("De regels voor bedragen"));

        robot.interact(explore::undo);
        await(() -> explore.releasable().isPresent());
        assertThat(button(robot, "export").isDisabled()).isFalse();
        assertThat(button(robot, "export").getAccessibleHelp())
                .as("a button that can be used needs no excuse")
                .isEmpty();
    }
}
