package org.ecart.ui;

import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import javafx.application.Platform;
import javafx.stage.Stage;
import org.ecart.model.Language;
import org.ecart.ui.shell.FailureLog;
import org.ecart.ui.shell.Settings;
import org.ecart.ui.shell.SettingsFile;
import org.ecart.ui.task.BackgroundTasks;
import org.ecart.ui.task.Lanes;
import org.ecart.ui.text.Texts;

/** The desktop: starts the toolkit, opens the window on a workspace and waits until it is closed. */
public final class Workbench {
    private final Workspaces workspaces;
    private final Language language;
    private final SettingsFile settings;
    private final FailureLog log;

    /** @param language of the interface where none was chosen before */
    public Workbench(Workspaces workspaces, Language language) {
        this.workspaces = workspaces;
        this.language = language;
        this.settings = new SettingsFile(workspaces.state().resolve("workbench.properties"));
        this.log = new FailureLog(workspaces.state().resolve("ecart.log"));
    }

    /** The workspace that was open last; none = the sample. */
    public Optional<Path> last() {
        Settings kept = settings.load();
        return kept.workspace();
    }

    /**
     * Shows the window.
     *
     * @param folder the workspace; none = the sample
     * @param shown for measuring: runs once the first finished table is on screen, and the window closes; none = stay
     * @return whether a window could be shown at all; false where the toolkit lacks something
     */
    public boolean show(Optional<Path> folder, Optional<Runnable> shown) throws InterruptedException {
        CountDownLatch closed = new CountDownLatch(1);
        // closed from the last to the first, in the order in which one waits for the other at the end
        try (BackgroundTasks tables = new BackgroundTasks();
                BackgroundTasks counts = new BackgroundTasks();
                BackgroundTasks imports = new BackgroundTasks();
                BackgroundTasks saving = new BackgroundTasks()) {
            try {
                Lanes lanes = new Lanes(tables, counts, imports, saving);
                Platform.startup(() -> start(folder, shown, lanes, closed));
            } catch (RuntimeException | LinkageError noToolkit) {
                log.write(noToolkit);
                return false;
            }
            closed.await();
        }
        Platform.exit();
        return true;
    }

    private void start(Optional<Path> folder, Optional<Runnable> shown, Lanes lanes, CountDownLatch closed) {
        Platform.setImplicitExit(false);
        Stage stage = new Stage();
        Texts texts = new Texts(workspaces.messages(), language);
        Window window = new Window(stage, workspaces, lanes, texts, settings, log);
        Thread.currentThread().setUncaughtExceptionHandler((thread, defect) -> window.failed(runtime(defect)));
        stage.setOnHidden(e -> {
            window.close();
            closed.countDown();
        });
        shown.ifPresent(what -> window.whenShown(() -> {
            what.run();
            stage.close();
        }));
        stage.show();
        window.open(folder);
    }

    private static RuntimeException runtime(Throwable defect) {
        return defect instanceof RuntimeException already ? already : new IllegalStateException(defect);
    }
}
