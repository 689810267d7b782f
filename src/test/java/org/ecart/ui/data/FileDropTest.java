package org.ecart.ui.data;

import static org.assertj.core.api.Assertions.assertThat;

import atlantafx.base.theme.PrimerLight;
import com.sun.javafx.scene.input.DragboardHelper;
import com.sun.javafx.tk.TKClipboard;
import java.io.File;
import java.io.IOException;
import java.lang.reflect.Proxy;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import javafx.application.Application;
import javafx.event.Event;
import javafx.event.EventType;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.input.DataFormat;
import javafx.scene.input.DragEvent;
import javafx.scene.input.Dragboard;
import javafx.scene.input.TransferMode;
import javafx.stage.Stage;
import javafx.stage.Window;
import org.ecart.i18n.Messages;
import org.ecart.model.Language;
import org.ecart.store.Workspace;
import org.ecart.ui.action.Actions;
import org.ecart.ui.task.BackgroundTasks;
import org.ecart.ui.text.Texts;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;

/**
 * Files dropped on the window. There is no other program here to drag them from, so the test makes the events that the
 * toolkit would make, with a dragboard that holds files, and sends them to what lies under the pointer.
 */
@ExtendWith(ApplicationExtension.class)
class FileDropTest {
    private final Path folder;
    private final Workspace workspace;
    private final BackgroundTasks tasks = new BackgroundTasks();

    FileDropTest(@TempDir Path folder) {
        this.folder = folder;
        this.workspace = Workspace.openOrCreate(folder.resolve("workspace"));
    }

    @Start
    void start(Stage stage) {
        Application.setUserAgentStylesheet(new PrimerLight().getUserAgentStylesheet());
        DataViewModel model = new DataViewModel(workspace, Optional::empty, tasks, () -> {});
        DataView view =
                new DataView(model, new Texts(Messages.load(), Language.EN), new Actions(), new SampleCodebook());
        stage.setScene(new Scene(view.root(), 1200, 640));
        stage.show();
    }

    @AfterEach
    void close() {
        tasks.close();
        workspace.close();
    }

    @Test
    void severalFilesBeginAnImportAndMoreAreAddedToIt(FxRobot robot) throws IOException, TimeoutException {
        Path first = file("population-2014.csv");
        Path second = file("labour-2014.csv");
        awaitHeld(robot);
        drop(robot, "#data-extracts", first, second);
        awaitFiles(robot, first, second);

        Path third = file("kinship.csv");
        drop(robot, "#import-files", third, first);
        awaitFiles(robot, first, second, third);
    }

    @Test
    void aFolderStandsForTheDelimitedFilesInIt(FxRobot robot) throws IOException, TimeoutException {
        Path delivered = Files.createDirectory(folder.resolve("delivered"));
        Path inside = Files.copy(file("kinship.csv"), delivered.resolve("kinship.csv"));
        Files.writeString(delivered.resolve("letter.pdf"), "Dear colleague");
        Path empty = Files.createDirectory(folder.resolve("empty"));
        awaitHeld(robot);
        drop(robot, "#data-extracts", delivered);
        awaitFiles(robot, inside);

        drop(robot, "#import-files", empty);
        awaitMessage(robot, "The folder " + empty + " holds no files that end in .csv, .txt, .tsv, .gz or .zip.");
        awaitFiles(robot, inside);
    }

    @Test
    void aFileThatCannotBeReadIsToldAndCanBeTakenOut(FxRobot robot) throws IOException, TimeoutException {
        Path good = file("population-2014.csv");
        Path picture = Files.write(folder.resolve("chart.csv"), new byte[] {'P', 'N', 'G', 0, 1});
        Path gone = folder.resolve("gone.csv");
        awaitHeld(robot);
        drop(robot, "#data-extracts", gone, picture, good);
        awaitFiles(robot, gone, picture, good);
        robot.clickOn("#import-codebook-choose");

        click(robot, "#import-next");
        awaitMessage(robot, "There is no file " + gone + ". Check its name and folder.");
        takeOutFirst(robot);
        click(robot, "#import-next");
        awaitMessage(robot, picture + " is no delimited text. Export the data as a CSV file in UTF-8.");
        takeOutFirst(robot);
        click(robot, "#import-next");
        until(() -> robot.lookup("#import-facts").tryQuery().isPresent()
                && robot.lookup("#import-columns").tryQuery().isPresent());

        // The files were chosen: what is dropped now is not taken, and the pointer says so.
        assertThat(dropped(robot, "#import-columns", file("kinship.csv"))).isFalse();
    }

    private static void takeOutFirst(FxRobot robot) throws TimeoutException {
        robot.interact(() -> files(robot).getSelectionModel().selectFirst());
        click(robot, "#import-remove");
    }

    /** A button that is not enabled yet would swallow the click. */
    private static void click(FxRobot robot, String button) throws TimeoutException {
        awaitEnabled(robot, button);
        robot.clickOn(button);
    }

    private static Path file(String name) {
        return Path.of("sample-data", name).toAbsolutePath();
    }

    private static void drop(FxRobot robot, String target, Path... files) throws TimeoutException {
        assertThat(dropped(robot, target, files)).isTrue();
    }

    /**
     * Moves files over a control and lets them go; whether they were taken. Both happen between two frames, to one node:
     * what is read in the background may put another in its place at any time.
     */
    private static boolean dropped(FxRobot robot, String target, Path... files) throws TimeoutException {
        CompletableFuture<Boolean> taken = new CompletableFuture<>();
        until(() -> {
            robot.interact(
                    () -> robot.lookup(target).tryQuery().ifPresent(under -> taken.complete(dropped(under, files))));
            return taken.isDone();
        });
        return taken.join();
    }

    private static boolean dropped(Node under, Path... files) {
        DragEvent over = send(under, DragEvent.DRAG_OVER, files);
        // The toolkit sends the drop only where the files are welcome; what comes all the same is not taken either.
        DragEvent let = send(under, DragEvent.DRAG_DROPPED, files);
        assertThat(let.isDropCompleted()).isEqualTo(over.isAccepted());
        return let.isDropCompleted();
    }

    private static DragEvent send(Node under, EventType<DragEvent> type, Path... files) {
        DragEvent event = event(type, files);
        Event.fireEvent(under, event);
        return event;
    }

    private static DragEvent event(EventType<DragEvent> type, Path... files) {
        List<File> held = Arrays.stream(files).map(Path::toFile).toList();
        TKClipboard clipboard = (TKClipboard) Proxy.newProxyInstance(
                FileDropTest.class.getClassLoader(),
                new Class<?>[] {TKClipboard.class},
                (proxy, method, arguments) -> switch (method.getName()) {
                    case "hasContent" -> DataFormat.FILES.equals(arguments[0]);
                    case "getContent" -> held;
                    case "getTransferModes" -> EnumSet.of(TransferMode.COPY);
                    case "setSecurityContext" -> true;
                    default -> throw new UnsupportedOperationException(method.getName());
                });
        Dragboard dragboard = DragboardHelper.createDragboard(clipboard);
        DragboardHelper.setDataAccessRestriction(dragboard, false);
        return new DragEvent(type, dragboard, 10, 10, 10, 10, TransferMode.COPY, null, null, null);
    }

    @SuppressWarnings("unchecked") // the control is known by its id
    private static ListView<Path> files(FxRobot robot) {
        return robot.lookup("#import-files").queryAs(ListView.class);
    }

    private static void awaitHeld(FxRobot robot) throws TimeoutException {
        awaitEnabled(robot, "#data-import");
    }

    private static void awaitEnabled(FxRobot robot, String button) throws TimeoutException {
        until(() -> robot.lookup(button)
                .tryQuery()
                .filter(node -> !node.isDisabled())
                .isPresent());
    }

    private static void awaitFiles(FxRobot robot, Path... expected) throws TimeoutException {
        until(() -> robot.lookup("#import-files").tryQuery().isPresent()
                && files(robot).getItems().equals(List.of(expected)));
    }

    private static void awaitMessage(FxRobot robot, String expected) throws TimeoutException {
        until(() -> robot.lookup("#import-message")
                .tryQueryAs(Label.class)
                .filter(message -> message.getText().equals(expected))
                .isPresent());
    }

    private static void until(Callable<Boolean> holds) throws TimeoutException {
        WaitForAsyncUtils.waitFor(20, TimeUnit.SECONDS, () -> {
            WaitForAsyncUtils.waitForFxEvents();
            return holds.call();
        });
    }

    /** Chooses the codebook of the sample. */
    private static final class SampleCodebook implements FileDialogs {
        @Override
        public List<Path> delivered(Window owner) {
            return List.of();
        }

        @Override
        public Optional<Path> definition(Window owner) {
            return Optional.of(Path.of("sample-data", "codebook.json"));
        }

        @Override
        public Optional<Path> target(Window owner, String proposed) {
            return Optional.empty();
        }

        @Override
        public Optional<Path> report(Window owner, String proposed) {
            return Optional.empty();
        }
    }
}
