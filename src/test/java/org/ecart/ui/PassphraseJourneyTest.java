package org.ecart.ui;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.BooleanSupplier;
import java.util.stream.Stream;
import javafx.scene.control.Label;
import javafx.scene.control.PasswordField;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import org.ecart.files.Definitions;
import org.ecart.i18n.Messages;
import org.ecart.intake.delivery.Dialect;
import org.ecart.model.Language;
import org.ecart.model.Progress;
import org.ecart.store.Passphrase;
import org.ecart.store.Workspace;
import org.ecart.study.SampleStudy;
import org.ecart.ui.shell.FailureLog;
import org.ecart.ui.shell.SettingsFile;
import org.ecart.ui.task.BackgroundTasks;
import org.ecart.ui.task.Lanes;
import org.ecart.ui.text.Texts;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;

/** An encrypted workspace in the window: asked for, told when wrong, left in peace. */
@ExtendWith(ApplicationExtension.class)
class PassphraseJourneyTest {
    private static final int WAIT_SECONDS = 60;
    private static final Path SAMPLE = Path.of("sample-data");

    private final Texts texts = new Texts(Messages.load(), Language.EN);
    private final BackgroundTasks tasks = new BackgroundTasks();
    private final BackgroundTasks counts = new BackgroundTasks();
    private final BackgroundTasks imports = new BackgroundTasks();
    private final BackgroundTasks saving = new BackgroundTasks();
    private Optional<Window> window = Optional.empty();
    private Path state = Path.of("");

    @Start
    void start(Stage stage) throws IOException {
        state = Files.createTempDirectory("ecart-passphrase");
        Passphrase passphrase = Passphrase.of("correct horse".toCharArray());
        try (Workspace made = Workspace.openOrCreate(secret(), Optional.of(passphrase))) {
            made.take(
                    new Workspace.Import(
                            List.of(
                                    SAMPLE.resolve("kinship.csv"),
                                    SAMPLE.resolve("population-2014.csv"),
                                    SAMPLE.resolve("labour-2014.csv")),
                            Definitions.file(SAMPLE.resolve("codebook.json"), Definitions::codebook),
                            Dialect.Said.NOTHING,
                            Optional.empty(),
                            Optional.empty(),
                            Optional.empty(),
                            "an analyst",
                            "2026-01-01T00:00:00Z"),
                    Progress.NONE);
        }
        Window shown = new Window(
                stage,
                new Workspaces(new SampleStudy(SAMPLE), state, texts.messages()),
                new Lanes(tasks, counts, imports, saving),
                texts,
                new SettingsFile(state.resolve("workbench.properties")),
                new FailureLog(state.resolve("ecart.log")));
        window = Optional.of(shown);
        stage.show();
        shown.open(Optional.of(secret()));
    }

    private Path secret() {
        return state.resolve("secret");
    }

    @AfterEach
    void close(FxRobot robot) throws IOException {
        robot.interact(() -> window.ifPresent(Window::close));
        saving.close();
        imports.close();
        counts.close();
        tasks.close();
        assertThat(state.resolve("ecart.log")).as("no defect").doesNotExist();
        try (Stream<Path> inside = Files.walk(state)) {
            for (Path path : inside.sorted((a, b) -> b.compareTo(a)).toList()) {
                Files.delete(path);
            }
        }
    }

    @Test
    void aWrongPassphraseIsToldInPlaceAndTheRightOneOpens(FxRobot robot) {
        assertThat(robot.lookup("#passphrase-heading").queryAs(Label.class).getText())
                .contains("secret");
        assertThat(robot.lookup("#passphrase-wrong").query().isVisible()).isFalse();
        assertThat(robot.lookup("#passphrase-open").query().isDisabled()).isTrue();

        robot.write("correct hoarse").type(KeyCode.ENTER);
        await(() -> robot.lookup("#passphrase-wrong")
                .tryQuery()
                .filter(n -> n.isVisible())
                .isPresent());
        assertThat(robot.lookup("#passphrase-field").queryAs(PasswordField.class))
                .satisfies(f -> assertThat(f.getText()).isEmpty())
                .satisfies(f -> assertThat(f.isFocused()).isTrue());

        robot.write("correct horse").clickOn("#passphrase-open");
        await(() -> window.flatMap(Window::desk).isPresent());
        assertThat(robot.lookup("#status-workspace").queryAs(Label.class).getText())
                .isEqualTo("secret");
    }

    @Test
    void cancelLeavesWaysOnAndAnOpenWorkspaceAsItWas(FxRobot robot) {
        robot.type(KeyCode.ESCAPE);
        assertThat(robot.lookup("#opening-heading").queryAs(Label.class).getText())
                .isEqualTo("The workspace “secret” was not opened.");
        assertThat(robot.lookup("#opening-again").tryQuery()).isPresent();
        assertThat(robot.lookup("#opening-other").tryQuery()).isPresent();

        robot.clickOn("#opening-sample");
        await(() -> window.flatMap(Window::desk).isPresent());
        Desk desk = window.flatMap(Window::desk).orElseThrow();
        robot.interact(() -> window.orElseThrow().open(Optional.of(secret())));
        robot.clickOn("#passphrase-cancel");
        assertThat(window.flatMap(Window::desk)).containsSame(desk);
        assertThat(robot.lookup("#status-workspace").queryAs(Label.class).getText())
                .isEqualTo("sample");
    }

    @Test
    void thePageIsWholeInEveryLanguage(FxRobot robot) {
        for (Language language : Language.values()) {
            robot.interact(() -> texts.languageProperty().set(language));
            assertThat(robot.lookup("#passphrase-open").queryLabeled().getText())
                    .isEqualTo(texts.get("ui.passphrase.open"));
            assertThat(robot.lookup("#passphrase-field").query().getAccessibleText())
                    .isEqualTo(texts.get("ui.passphrase.field"));
        }
    }

    private static void await(BooleanSupplier what) {
        try {
            WaitForAsyncUtils.waitFor(WAIT_SECONDS, TimeUnit.SECONDS, what::getAsBoolean);
        } catch (TimeoutException late) {
            throw new AssertionError("not within " + WAIT_SECONDS + " s", late);
        }
        WaitForAsyncUtils.waitForFxEvents();
    }
}
