package org.ecart.ui;

import atlantafx.base.theme.PrimerDark;
import atlantafx.base.theme.PrimerLight;
import atlantafx.base.theme.Theme;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import javafx.animation.AnimationTimer;
import javafx.application.Application;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.value.ObservableBooleanValue;
import javafx.scene.Scene;
import javafx.scene.image.ImageView;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.text.Font;
import javafx.stage.DirectoryChooser;
import javafx.stage.Stage;
import org.ecart.model.EcartException;
import org.ecart.model.Progress;
import org.ecart.store.Passphrase;
import org.ecart.store.Workspace;
import org.ecart.ui.action.Actions;
import org.ecart.ui.explore.ExploreViewModel;
import org.ecart.ui.shell.Accelerators;
import org.ecart.ui.shell.FailureLog;
import org.ecart.ui.shell.OpeningPage;
import org.ecart.ui.shell.PassphrasePage;
import org.ecart.ui.shell.Settings;
import org.ecart.ui.shell.SettingsFile;
import org.ecart.ui.task.Lanes;
import org.ecart.ui.task.TaskRunner;
import org.ecart.ui.text.Texts;

/** The window: what is being opened, then the desk; one workspace at a time. */
final class Window {
    private static final ObservableBooleanValue ALWAYS = new SimpleBooleanProperty();
    private static final Runnable NOTHING = () -> {};
    private static final List<String> FONTS = List.of("/fonts/Inter-Regular.ttf", "/fonts/Inter-SemiBold.ttf");

    private final Stage stage;
    private final Workspaces workspaces;
    private final Lanes lanes;
    private final Texts texts;
    private final SettingsFile file;
    private final FailureLog log;
    private final BooleanProperty dark;
    private final OpeningPage opening;
    private final Scene scene;
    private Settings settings;
    private Optional<Desk> desk = Optional.empty();
    private TaskRunner.Running running = () -> {};
    private Runnable shown = NOTHING;

    Window(Stage stage, Workspaces workspaces, Lanes lanes, Texts texts, SettingsFile file, FailureLog log) {
        this.stage = stage;
        this.workspaces = workspaces;
        this.lanes = lanes;
        this.texts = texts;
        this.file = file;
        this.log = log;
        this.settings = file.load();
        this.dark = new SimpleBooleanProperty(settings.dark());
        this.opening = new OpeningPage(texts);
        FONTS.forEach(Window::load);
        settings.language().ifPresent(texts.languageProperty()::set);
        scene = new Scene(new StackPane(), settings.width(), settings.height());
        look();
        dark.addListener(o -> look());
        dark.addListener(o -> remember(settings.withLook(dark.get(), texts.language())));
        texts.languageProperty().addListener(o -> remember(settings.withLook(dark.get(), texts.language())));
        stage.setScene(scene);
        stage.titleProperty().bind(texts.bind("ui.brand"));
        stage.setMinWidth(900);
        stage.setMinHeight(560);
        stage.setMaximized(settings.maximized());
    }

    /** What to do once the first finished table is on screen. */
    void whenShown(Runnable what) {
        shown = what;
    }

    /** The desk; none while a workspace is being opened. */
    Optional<Desk> desk() {
        return desk;
    }

    /**
     * Opens a workspace in the place of the one that is open; asks for the passphrase of an encrypted one first.
     *
     * @param folder none = the sample
     */
    void open(Optional<Path> folder) {
        folder.filter(Workspace::isEncrypted).ifPresentOrElse(f -> ask(f, false), () -> open(folder, Optional.empty()));
    }

    /** @param wrong whether the passphrase that was given before did not open it */
    private void ask(Path folder, boolean wrong) {
        PassphrasePage page = new PassphrasePage(
                texts,
                Workspaces.name(folder),
                wrong,
                passphrase -> open(Optional.of(folder), Optional.of(passphrase)),
                () -> leave(folder));
        scene.getAccelerators().clear();
        show(new StackPane(page.root()));
        page.focus();
    }

    /** Back to the workspace that is open, or to a page that says how to go on without. */
    private void leave(Path folder) {
        if (desk.isPresent()) {
            Accelerators.install(scene, desk.get().actions());
            show(desk.get().root());
        } else {
            show(new StackPane(opening.root()));
            opening.failed(
                    texts.get("ui.passphrase.cancelled", Workspaces.name(folder)),
                    () -> open(Optional.of(folder)),
                    Optional.of(() -> open(Optional.empty())),
                    this::choose);
        }
    }

    /** @param passphrase is cleared once it was used */
    private void open(Optional<Path> folder, Optional<Passphrase> passphrase) {
        closeDesk();
        scene.getAccelerators().clear();
        opening.opening(folder.isPresent() ? "ui.opening.workspace" : "ui.opening.sample", stage::close);
        show(new StackPane(opening.root()));
        running.cancel();
        running = lanes.tables().run(progress -> opened(folder, passphrase, progress), new TaskRunner.Listener<>() {
            @Override
            public void progress(String step, double fraction) {
                opening.progress(step, fraction);
            }

            @Override
            public void done(Desk.Opened opened) {
                seat(opened);
                remember(settings.withWorkspace(folder.map(Path::toAbsolutePath)));
            }

            @Override
            public void failed(RuntimeException failure) {
                refuse(folder, failure);
            }
        });
    }

    private Desk.Opened opened(Optional<Path> folder, Optional<Passphrase> passphrase, Progress progress) {
        Workspaces.Opened workspace;
        try {
            workspace = workspaces.open(folder, passphrase, progress);
        } finally {
            passphrase.ifPresent(Passphrase::clear);
        }
        SessionAnalysis analysis = new SessionAnalysis(workspace.session(), lanes.saving(), this::failed);
        analysis.offer(workspace.study());
        return new Desk.Opened(workspace, analysis);
    }

    private void seat(Desk.Opened opened) {
        Actions actions = new Actions();
        Desk made = new Desk(opened, dark, lanes, texts, actions, log);
        actions.add("open_workspace", Optional.of("Shortcut+O"), ALWAYS, this::choose);
        actions.add("open_sample", Optional.empty(), ALWAYS, () -> open(Optional.empty()));
        actions.add("quit", Optional.of("Shortcut+Q"), ALWAYS, stage::close);
        desk = Optional.of(made);
        Accelerators.install(scene, actions);
        show(made.root());
        made.explore().shownProperty().addListener((o, before, now) -> {
            boolean refused = now.flatMap(ExploreViewModel.Shown::refusal).isPresent();
            if (refused || now.flatMap(ExploreViewModel.Shown::last).isPresent()) {
                onceDrawn(refused);
            }
        });
    }

    /**
     * Waits for the chart, then two frames: the first after a change may still show what was before.
     *
     * @param chartless whether there will be no chart
     */
    private void onceDrawn(boolean chartless) {
        Runnable once = shown;
        shown = NOTHING;
        if (once == NOTHING) {
            return;
        }
        new AnimationTimer() {
            private int frames;

            @Override
            public void handle(long now) {
                boolean chart = chartless
                        || scene.lookup("#explore-chart") instanceof ImageView view && view.getImage() != null;
                frames += chart ? 1 : 0;
                if (frames > 2) {
                    stop();
                    once.run();
                }
            }
        }.start();
    }

    private void refuse(Optional<Path> folder, RuntimeException failure) {
        if (folder.isPresent() && failure instanceof EcartException refused && Workspace.isWrongPassphrase(refused)) {
            ask(folder.get(), true);
            return;
        }
        if (!(failure instanceof EcartException)) {
            log.write(failure);
        }
        String sentence = failure instanceof EcartException expected
                ? texts.get(expected)
                : texts.get("ui.notice.defect", log.file());
        opening.failed(sentence, () -> open(folder), folder.map(f -> () -> open(Optional.empty())), this::choose);
    }

    private void choose() {
        DirectoryChooser chooser = new DirectoryChooser();
        chooser.setTitle(texts.get("ui.action.open_workspace"));
        Optional.ofNullable(chooser.showDialog(stage)).map(File::toPath).ifPresent(f -> open(Optional.of(f)));
    }

    /** Shows what went wrong anywhere. */
    void failed(RuntimeException failure) {
        desk.ifPresentOrElse(d -> d.shell().failed(failure), () -> log.write(failure));
    }

    private void show(Region root) {
        if (!root.getStyleClass().contains("ecart")) {
            root.getStyleClass().add("ecart");
        }
        scene.setRoot(root);
    }

    /** Puts the chosen theme on everything. */
    private void look() {
        Theme theme = dark.get() ? new PrimerDark() : new PrimerLight();
        Application.setUserAgentStylesheet(theme.getUserAgentStylesheet());
        scene.getStylesheets().setAll(sheet(dark.get() ? "dark" : "light"), sheet("ecart"));
    }

    private static String sheet(String name) {
        return Objects.requireNonNull(Window.class.getResource("/ui/" + name + ".css"))
                .toExternalForm();
    }

    private static void load(String font) {
        try (InputStream in = Objects.requireNonNull(Window.class.getResourceAsStream(font))) {
            Font.loadFont(in, Font.getDefault().getSize());
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private void remember(Settings now) {
        settings = now;
        try {
            file.save(now);
        } catch (EcartException notRemembered) {
            failed(notRemembered);
        }
    }

    /** Keeps what is to be remembered and lets the workspace go. */
    void close() {
        remember(
                stage.isMaximized()
                        ? settings.withWindow(settings.width(), settings.height(), true)
                        : settings.withWindow(scene.getWidth(), scene.getHeight(), false));
        running.cancel();
        closeDesk();
    }

    private void closeDesk() {
        desk.map(d -> d.workspace().session()).ifPresent(session -> lanes.afterAll(session::close, this::failed));
        desk = Optional.empty();
    }
}
