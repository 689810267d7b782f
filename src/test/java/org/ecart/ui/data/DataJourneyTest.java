package org.ecart.ui.data;

import static org.assertj.core.api.Assertions.assertThat;

import atlantafx.base.theme.PrimerLight;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import javafx.application.Application;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.Labeled;
import javafx.scene.control.TableView;
import javafx.scene.input.KeyCode;
import javafx.scene.text.Text;
import javafx.stage.Stage;
import javafx.stage.Window;
import org.ecart.files.Definitions;
import org.ecart.i18n.Messages;
import org.ecart.intake.IntakeReport;
import org.ecart.intake.delivery.Dialect;
import org.ecart.model.Codebook;
import org.ecart.model.Language;
import org.ecart.model.Progress;
import org.ecart.store.Partition;
import org.ecart.store.Workspace;
import org.ecart.synthetic.SyntheticPopulation;
import org.ecart.ui.action.Actions;
import org.ecart.ui.shell.Accelerators;
import org.ecart.ui.task.BackgroundTasks;
import org.ecart.ui.text.Texts;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;

/** An analyst brings new extracts in, by mouse and keyboard, on data made from a random seed. */
@ExtendWith(ApplicationExtension.class)
class DataJourneyTest {
    private static final int PERSONS = 400;

    private final long seed = new Random().nextLong();
    private final Path folder;
    private final Workspace workspace;
    private final BackgroundTasks tasks = new BackgroundTasks();
    private final HeldTasks held = new HeldTasks(tasks);
    private final Texts texts = new Texts(Messages.load(), Language.EN);
    private final Actions actions = new Actions();
    private List<Path> delivered;

    DataJourneyTest(@TempDir Path folder) throws IOException {
        this.folder = folder;
        this.workspace = Workspace.openOrCreate(folder.resolve("workspace"));
        new SyntheticPopulation()
                .write(new SyntheticPopulation.Spec(PERSONS, 2013, 2014, seed), folder.resolve("in"), Progress.NONE);
        this.delivered = List.of(folder.resolve("in/population-2014.csv"), folder.resolve("in/labour-2014.csv"));
        // The delivery names a column otherwise, has a broken row and a code that nobody knows.
        Path population = folder.resolve("in/population-2014.csv");
        List<String> lines = Files.readAllLines(population);
        lines.set(0, lines.get(0).replace(",gender,", ",SEXE,"));
        lines.set(2, lines.get(2) + ",too,many");
        lines.set(3, lines.get(3).replaceFirst("^([^,]*,[^,]*),[^,]*,", "$1,7,"));
        Files.write(population, lines);
    }

    @Start
    void start(Stage stage) {
        Application.setUserAgentStylesheet(new PrimerLight().getUserAgentStylesheet());
        DataViewModel model = new DataViewModel(workspace, Optional::empty, held, () -> {});
        DataView view = new DataView(model, texts, actions, new Chosen());
        Scene scene = new Scene(view.root(), 1200, 640);
        scene.getStylesheets().addAll("/ui/light.css", "/ui/ecart.css");
        Accelerators.install(scene, actions);
        stage.setScene(scene);
        stage.show();
    }

    @AfterEach
    void close() {
        tasks.close();
        workspace.close();
    }

    @Test
    void anExtractIsImportedByClicksAndStandsInTheList(FxRobot robot) throws TimeoutException {
        until(() -> !robot.lookup("#data-import").query().isDisabled());
        assertThat(text(robot, "#data-empty")).isEqualTo("There are no data here yet");
        chooseFiles(robot);

        assertThat(text(robot, "#import-facts")).startsWith("population-2014.csv");
        assertThat(said(robot, "delimiter")).isEqualTo("found: comma");
        assertThat(said(robot, "encoding")).isEqualTo("found: UTF-8");
        TableView<?> preview = robot.lookup("#import-preview").queryTableView();
        assertThat(preview.getItems()).hasSize(20);
        // The column that nobody knows comes first: by keyboard, down to the variable.
        int place = 2;
        ComboBox<String> box = robot.lookup("#import-map-" + place).queryComboBox();
        assertThat(box.getValue()).isEmpty();
        robot.interact(box::requestFocus);
        int down = box.getItems().indexOf("gender");
        for (int i = 0; i < down; i++) {
            robot.type(KeyCode.DOWN);
        }
        assertThat(box.getValue()).as("seed " + seed).isEqualTo("gender");
        assertThat(text(robot, "#import-how-2")).isEqualTo("by hand");

        robot.clickOn("#import-mapping-save");
        until(() -> Files.isRegularFile(folder.resolve("kept.json")));
        robot.clickOn("#import-run");
        until(() -> robot.lookup("#import-balance").tryQuery().isPresent());

        assertThat(text(robot, "#import-balance"))
                .as("seed " + seed)
                .isEqualTo("400 rows read = 399 loaded + 1 rejected");
        assertThat(text(robot, "#import-reason-FIELDS")).isEqualTo("Rejected, wrong number of fields: 1");
        assertThat(text(robot, "#import-unmapped-gender")).contains("gender: 7 (1)");
        assertThat(robot.lookup("#import-rejects").queryTableView().getItems()).hasSize(1);
        robot.interact(() -> texts.languageProperty().set(Language.FR));
        assertThat(text(robot, "#import-balance")).isEqualTo("400 lignes lues = 399 chargées + 1 rejetées");
        robot.clickOn("#import-close");

        until(() -> robot.lookup("#data-extracts").queryTableView().getItems().size() == 2);
        assertThat(text(robot, "#data-summary")).startsWith("2 extraits");
        assertThat(workspace.partitions()).extracting(Partition::rows).contains(399);
    }

    @Test
    void howAFileIsWrittenIsOverruledByKeyboardAndThePreviewFollows(FxRobot robot) throws TimeoutException {
        until(() -> !robot.lookup("#data-import").query().isDisabled());
        chooseFiles(robot);
        TableView<?> preview = robot.lookup("#import-preview").queryTableView();
        int columns = preview.getColumns().size();

        robot.interact(() -> robot.lookup("#import-delimiter").query().requestFocus());
        robot.type(KeyCode.DOWN, KeyCode.DOWN);
        until(() -> preview.getColumns().size() == 1);
        assertThat(said(robot, "delimiter")).isEqualTo("semicolon");
        robot.interact(() -> texts.languageProperty().set(Language.NL));
        assertThat(said(robot, "delimiter")).isEqualTo("puntkomma");
        robot.type(KeyCode.UP, KeyCode.UP);
        until(() -> preview.getColumns().size() == columns);
        assertThat(said(robot, "delimiter")).isEqualTo("gevonden: komma");
    }

    @Test
    void aRefusedFileShowsItsRowsAndTheLimitCanBeRaised(FxRobot robot) throws TimeoutException {
        until(() -> !robot.lookup("#data-import").query().isDisabled());
        chooseFiles(robot);
        type(robot, "#import-limit-text", "0,2");
        robot.clickOn("#import-run");
        until(() -> robot.lookup("#import-balance").tryQuery().isPresent());

        assertThat(text(robot, "#import-balance")).startsWith("Refused: 400 rows read, 1 of them rejected");
        assertThat(text(robot, "#import-message"))
                .contains("1 of 400 rows", "wrong number of fields", "The limit is 0.2 %");
        assertThat(robot.lookup("#import-rejects").queryTableView().getItems()).hasSize(1);
        assertThat(focused(robot)).isEqualTo("import-back");
        robot.clickOn("#import-report-save");
        until(() -> text(robot, "#import-message").contains("report.json"));
        assertThat(folder.resolve("report.json")).content().contains("\"rejected\" : 1");
        assertThat(workspace.partitions()).isEmpty();

        robot.clickOn("#import-back");
        type(robot, "#import-limit-text", "1");
        robot.clickOn("#import-run");
        until(() -> robot.lookup("#import-close").query().isVisible());
        assertThat(robot.lookup("#import-back").query().isVisible()).isFalse();
        // Of the labour market it is told how its persons meet the population.
        TableView<IntakeReport.Link> links = robot.lookup("#import-links").queryTableView();
        robot.interact(() -> robot.lookup("#import-reports")
                .queryTableView()
                .getSelectionModel()
                .selectLast());
        assertThat(links.getItems()).hasSize(1);
        assertThat(links.getItems().get(0).matched()).as("seed " + seed).isPositive();
    }

    @Test
    void whatIsThereIsReplacedReportedAndRemoved(FxRobot robot) throws TimeoutException {
        delivered = delivered.subList(0, 1);
        until(() -> !robot.lookup("#data-import").query().isDisabled());
        chooseFiles(robot);
        robot.clickOn("#import-run");
        until(() -> robot.lookup("#import-close").query().isVisible());
        robot.clickOn("#import-close");
        until(() -> robot.lookup("#data-extracts").queryTableView().getItems().size() == 1);

        chooseFiles(robot);
        robot.clickOn("#import-run");
        until(() -> robot.lookup("#import-replace").query().isVisible());
        assertThat(text(robot, "#import-message")).contains("the workspace has").contains("2014 already");
        assertThat(robot.lookup("#import-touched").query().isVisible()).isTrue();
        robot.clickOn("#import-replace");
        until(() -> robot.lookup("#import-again").query().isVisible());
        assertThat(text(robot, "#import-message")).contains("byte by byte");
        robot.clickOn("#import-again");
        until(() -> robot.lookup("#import-close").query().isVisible());
        robot.clickOn("#import-close");

        robot.clickOn("#data-log");
        TableView<Partition> list = robot.lookup("#data-extracts").queryTableView();
        until(() -> list.getItems().size() == 2);
        robot.interact(() -> list.getSelectionModel().select(0));
        assertThat(robot.lookup("#data-remove").query().isDisabled()).isTrue();
        robot.interact(list::requestFocus);
        robot.type(KeyCode.ENTER);
        until(() -> robot.lookup("#kept-of").tryQuery().isPresent());
        assertThat(text(robot, "#kept-of")).contains("2014").contains("version 1");
        assertThat(text(robot, "#import-balance")).isEqualTo("400 rows read = 399 loaded + 1 rejected");
        robot.type(KeyCode.ESCAPE);

        robot.interact(() -> list.getSelectionModel().select(1));
        robot.type(KeyCode.DELETE);
        until(() -> robot.lookup("#data-removal").query().isVisible());
        assertThat(text(robot, "#data-removal")).contains("2014?");
        assertThat(focused(robot)).isEqualTo("data-removal-no");
        robot.clickOn("#data-removal-yes");
        until(() -> text(robot, "#data-message").contains("was removed"));
        until(() -> list.getItems().stream().allMatch(p -> p.retiredAt().isPresent()));
        assertThat(workspace.partitions()).isEmpty();
        robot.clickOn("#data-log");
        assertThat(list.getItems()).isEmpty();
    }

    /** What stands in the choice of a part of how the file is written. */
    private static String said(FxRobot robot, String part) {
        return robot.lookup("#import-" + part).<String>queryComboBox().getValue();
    }

    private static void type(FxRobot robot, String field, String typed) {
        robot.clickOn(field);
        robot.press(KeyCode.CONTROL, KeyCode.A).release(KeyCode.A, KeyCode.CONTROL);
        robot.write(typed);
    }

    @Test
    void whoThinksBetterOfItChangesNothing(FxRobot robot) throws TimeoutException {
        until(() -> !robot.lookup("#data-import").query().isDisabled());
        chooseFiles(robot);
        robot.clickOn("#import-back");
        assertThat(robot.lookup("#import-files").query().isVisible()).isTrue();
        robot.type(KeyCode.ESCAPE);

        assertThat(robot.lookup("#data-empty").tryQuery()).isPresent();
        assertThat(workspace.partitions()).isEmpty();
        assertThat(workspace.codebook()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"intake.read", "store.align"})
    void whoStopsARunningImportFindsTheWorkspaceAsItWas(String step, FxRobot robot) throws TimeoutException {
        Codebook codebook = Definitions.file(Path.of("sample-data", "codebook.json"), Definitions::codebook);
        workspace.take(
                new Workspace.Import(
                        List.of(new Workspace.Source(
                                folder.resolve("in/population-2013.csv"),
                                Dialect.Said.NOTHING,
                                Optional.empty(),
                                Optional.empty(),
                                Optional.empty())),
                        codebook,
                        "test",
                        "2026-01-01T00:00:00Z"),
                Progress.NONE);
        List<Partition> before = workspace.partitions();
        until(() -> !robot.lookup("#data-import").query().isDisabled());
        chooseFiles(robot);

        held.holdAt(step);
        robot.clickOn("#import-run");
        held.awaitHeld();
        until(() -> robot.lookup("#import-bar").tryQuery().isPresent());
        assertThat(text(robot, "#import-bytes")).contains(" of ");
        robot.clickOn("#import-cancel");
        assertThat(text(robot, "#import-at")).isEqualTo("Stopping…");
        assertThat(robot.lookup("#import-cancel").query().isDisabled()).isTrue();
        held.letGo();

        until(() -> text(robot, "#import-message").startsWith("The import was stopped"));
        assertThat(text(robot, "#import-message")).isEqualTo("The import was stopped; the workspace is as it was.");
        assertThat(workspace.partitions()).isEqualTo(before);
        assertThat(workspace.codebook()).contains(codebook);
        // Nothing is in the way of another try.
        robot.clickOn("#import-run");
        until(() -> robot.lookup("#import-close").query().isVisible());
        assertThat(workspace.partitions()).hasSize(before.size() + 2).containsAll(before);
    }

    @Test
    void anExtractIsImportedByKeyboardAlone(FxRobot robot) throws TimeoutException {
        until(() -> !robot.lookup("#data-import").query().isDisabled());
        robot.press(KeyCode.CONTROL, KeyCode.I).release(KeyCode.I, KeyCode.CONTROL);
        until(() -> focused(robot).equals("import-choose"));
        robot.type(KeyCode.SPACE);
        tabTo(robot, "import-codebook-choose");
        robot.type(KeyCode.SPACE);
        until(() -> !robot.lookup("#import-next").query().isDisabled());
        tabTo(robot, "import-next");
        robot.type(KeyCode.SPACE);
        until(() -> focused(robot).equals("import-run"));
        tabTo(robot, "import-map-2");
        ComboBox<String> box = robot.lookup("#import-map-2").queryComboBox();
        while (!"gender".equals(box.getValue())) {
            robot.type(KeyCode.DOWN);
        }
        tabTo(robot, "import-plans");
        robot.type(KeyCode.DOWN);
        assertThat(text(robot, "#import-facts")).startsWith("labour-2014.csv");
        tabTo(robot, "import-run");
        robot.type(KeyCode.SPACE);
        until(() -> robot.lookup("#import-balance").tryQuery().isPresent());
        assertThat(focused(robot)).isEqualTo("import-close");
        assertThat(text(robot, "#import-balance"))
                .as("seed " + seed)
                .isEqualTo("400 rows read = 399 loaded + 1 rejected");
        robot.type(KeyCode.SPACE);

        until(() -> robot.lookup("#data-extracts").queryTableView().getItems().size() == 2);
        assertThat(focused(robot)).isEqualTo("data-extracts");
    }

    /** Goes on by the tabulator to a control, at most once round the window. */
    private static void tabTo(FxRobot robot, String id) {
        List<String> way = new ArrayList<>();
        while (!focused(robot).equals(id)) {
            assertThat(way.size()).as("no way to " + id + " by " + way).isLessThan(60);
            way.add(focused(robot));
            robot.type(KeyCode.TAB);
        }
    }

    private static String focused(FxRobot robot) {
        WaitForAsyncUtils.waitForFxEvents();
        return Optional.ofNullable(robot.lookup("#data").query().getScene().getFocusOwner())
                .map(Node::getId)
                .orElse("");
    }

    @Test
    void everyControlHasANameAndNothingIsCutOffInAnyLanguage(FxRobot robot) throws TimeoutException {
        until(() -> !robot.lookup("#data-import").query().isDisabled());
        chooseFiles(robot);
        for (Language language : Language.values()) {
            robot.interact(() -> texts.languageProperty().set(language));
            WaitForAsyncUtils.waitForFxEvents();
            Set<Node> controls = robot.lookup(
                            n -> n.getId() != null && n.getId().startsWith("import-") && n.isFocusTraversable())
                    .queryAll();
            assertThat(controls).isNotEmpty().allSatisfy(c -> assertThat(c.getAccessibleText())
                    .as(c.getId())
                    .isNotBlank());
            Set<Node> buttons = robot.lookup(".button").queryAll();
            for (Node button : buttons) {
                Labeled labeled = (Labeled) button;
                Optional<Node> shown = Optional.ofNullable(labeled.lookup(".text"));
                if (labeled.isVisible() && !labeled.getText().isEmpty()) {
                    assertThat(((Text) shown.orElseThrow()).getText())
                            .as(language.code())
                            .isEqualTo(labeled.getText());
                }
            }
        }
    }

    private void chooseFiles(FxRobot robot) throws TimeoutException {
        robot.clickOn("#data-import");
        assertThat(robot.lookup("#import-next").query().isDisabled()).isTrue();
        robot.clickOn("#import-choose");
        robot.clickOn("#import-codebook-choose");
        until(() -> !robot.lookup("#import-next").query().isDisabled());
        robot.clickOn("#import-next");
        until(() -> robot.lookup("#import-preview").tryQuery().isPresent());
    }

    private static String text(FxRobot robot, String id) {
        return robot.lookup(id).queryAs(Label.class).getText();
    }

    private static void until(Callable<Boolean> holds) throws TimeoutException {
        WaitForAsyncUtils.waitFor(20, TimeUnit.SECONDS, () -> {
            WaitForAsyncUtils.waitForFxEvents();
            return holds.call();
        });
    }

    /** What the analyst would point at in the dialogs of the system. */
    private final class Chosen implements FileDialogs {
        @Override
        public List<Path> delivered(Window owner) {
            return delivered;
        }

        @Override
        public Optional<Path> definition(Window owner) {
            return Optional.of(Path.of("sample-data", "codebook.json"));
        }

        @Override
        public Optional<Path> target(Window owner, String proposed) {
            return Optional.of(folder.resolve("kept.json"));
        }

        @Override
        public Optional<Path> report(Window owner, String proposed) {
            return Optional.of(folder.resolve(proposed));
        }
    }
}
