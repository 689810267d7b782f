package org.ecart.ui;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.BooleanSupplier;
import javafx.stage.Stage;
import org.ecart.i18n.Messages;
import org.ecart.model.Language;
import org.ecart.study.SampleStudy;
import org.ecart.ui.shell.FailureLog;
import org.ecart.ui.shell.SettingsFile;
import org.ecart.ui.task.BackgroundTasks;
import org.ecart.ui.task.Lanes;
import org.ecart.ui.text.Texts;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.util.WaitForAsyncUtils;

/** The whole window on the sample, in a state folder of its own; no journey may leave a defect in its log. */
@ExtendWith(ApplicationExtension.class)
abstract class WindowOnStage {
    private static final int WAIT_SECONDS = 60;

    final Texts texts = new Texts(Messages.load(), Language.EN);
    /** Begins when what is walked stands: to build it cold takes longer. */
    final Watchdog.Watch watch = new Watchdog.Watch();

    Optional<Window> window = Optional.empty();
    /** Where the program keeps its settings, its log and the sample. */
    @TempDir
    @SuppressWarnings("NullAway.Init") // JUnit sets it before any test
    Path state;

    private final BackgroundTasks tasks = new BackgroundTasks();
    private final BackgroundTasks counts = new BackgroundTasks();
    private final BackgroundTasks imports = new BackgroundTasks();
    private final BackgroundTasks saving = new BackgroundTasks();

    void open(Stage stage) {
        open(stage, Path.of("sample-data"));
    }

    /** @param data what takes the place of the sample: extracts with their codebook and study */
    void open(Stage stage, Path data) {
        Window made = new Window(
                stage,
                new Workspaces(new SampleStudy(data), state, texts.messages()),
                new Lanes(tasks, counts, imports, saving),
                texts,
                new SettingsFile(state.resolve("workbench.properties")),
                new FailureLog(state.resolve("ecart.log")));
        window = Optional.of(made);
        stage.show();
        made.open(Optional.empty());
    }

    /** Waits until something holds, and for what the interface still has to do then. */
    static void await(BooleanSupplier what) {
        try {
            WaitForAsyncUtils.waitFor(WAIT_SECONDS, TimeUnit.SECONDS, what::getAsBoolean);
        } catch (TimeoutException late) {
            throw new AssertionError("not within " + WAIT_SECONDS + " s", late);
        }
        WaitForAsyncUtils.waitForFxEvents();
    }

    @AfterEach
    void close(FxRobot robot) throws InterruptedException {
        watch.end();
        robot.interact(() -> window.ifPresent(Window::close));
        saving.close();
        imports.close();
        counts.close();
        tasks.close();
        assertThat(state.resolve("ecart.log")).as("no defect").doesNotExist();
    }
}
