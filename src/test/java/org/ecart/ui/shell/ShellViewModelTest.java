package org.ecart.ui.shell;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import javafx.beans.property.SimpleBooleanProperty;
import org.ecart.i18n.Messages;
import org.ecart.model.EcartException;
import org.ecart.model.Labels;
import org.ecart.model.Language;
import org.ecart.model.Policy;
import org.ecart.model.Progress;
import org.ecart.ui.action.Action;
import org.ecart.ui.action.Actions;
import org.ecart.ui.text.Texts;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ShellViewModelTest {
    private final Texts texts = new Texts(Messages.load(), Language.EN);
    private final Actions actions = new Actions();
    private Path log = Path.of("");
    private ShellViewModel shell = shell(Policy.DEFAULT, new Actions());

    @BeforeEach
    void open(@TempDir Path folder) {
        log = folder.resolve("ecart.log");
        shell = shell(Policy.DEFAULT, actions);
    }

    private ShellViewModel shell(Policy policy, Actions registered) {
        return new ShellViewModel(
                new ShellViewModel.Place("sample", Labels.same("Study"), 54_227, policy),
                new SimpleBooleanProperty(),
                texts,
                registered,
                new FailureLog(log));
    }

    private void perform(String action) {
        actions.find(action).orElseThrow().perform();
    }

    @Test
    void theStatusBarFollowsTheLanguage() {
        shell.millisProperty().set(12);
        shell.memoryProperty().set(300L << 20);
        assertThat(shell.workspaceText().get()).isEqualTo("sample");
        assertThat(shell.rowsText().get()).isEqualTo("54,227 rows");
        assertThat(shell.millisText().get()).isEqualTo("tabulated in 12 ms");
        assertThat(shell.protectionText().get()).isEqualTo("Protection: standard");
        assertThat(shell.memoryText().get()).isEqualTo("300 MB");
        perform("language.fr");
        assertThat(shell.protectionText().get()).isEqualTo("Protection : standard");
        assertThat(shell.memoryText().get()).isEqualTo("300 Mo");
    }

    @Test
    void whatIsNotProtectedIsCalledSo() {
        assertThat(shell(Policy.none("a check"), new Actions()).protectionText().get())
                .isEqualTo("Not protected");
        assertThat(shell(new Policy("strict", 10, true, Optional.empty()), new Actions())
                        .protectionText()
                        .get())
                .isEqualTo("Protection: strict");
    }

    @Test
    void everyPageAndTheLookAreActions() {
        for (Page page : Page.values()) {
            perform("page." + page.id());
            assertThat(shell.pageProperty().get()).isEqualTo(page);
        }
        perform("theme");
        assertThat(shell.darkProperty().get()).isTrue();
    }

    @Test
    void thePaletteFindsByWordsInAnyOrderWithoutAccents() {
        perform("palette");
        PaletteViewModel palette = shell.palette();
        assertThat(palette.openProperty().get()).isTrue();
        assertThat(palette.matches()).hasSameSizeAs(actions.all());
        palette.queryProperty().set("data GO");
        assertThat(palette.matches()).extracting(Action::id).containsExactly("page.data");
        perform("language.fr");
        palette.queryProperty().set("donnees");
        assertThat(palette.matches()).extracting(Action::id).containsExactly("page.data");
        palette.queryProperty().set("xyz");
        palette.perform();
        assertThat(palette.openProperty().get()).isTrue();
    }

    @Test
    void enterPerformsTheSelectedActionAndClosesThePalette() {
        perform("palette");
        shell.palette().queryProperty().set("go to");
        shell.palette().move(-1);
        shell.palette().perform();
        assertThat(shell.pageProperty().get()).isEqualTo(Page.RELEASE);
        assertThat(shell.palette().openProperty().get()).isFalse();
    }

    @Test
    void whatCannotBeDoneNowLeavesThePaletteOpen() {
        AtomicInteger done = new AtomicInteger();
        actions.add("quit", Optional.empty(), new SimpleBooleanProperty(true), done::incrementAndGet);
        perform("palette");
        shell.palette().queryProperty().set("quit");
        shell.palette().perform();
        assertThat(done).hasValue(0);
        assertThat(shell.palette().openProperty().get()).isTrue();
    }

    @Test
    void anExpectedFailureIsSaidInItsOwnWordsAndIsNotLogged() {
        shell.failed(EcartException.data("store.locked", "w"));
        assertThat(shell.noticeText().get()).startsWith("The workspace w is in use");
        assertThat(log).doesNotExist();
        shell.dismiss();
        assertThat(shell.noticeText().get()).isEmpty();
    }

    @Test
    void aDefectIsLoggedOnceAndTheNoticeSaysWhere() throws IOException {
        RuntimeException defect = new IllegalStateException("seven");
        shell.failed(defect);
        shell.failed(defect);
        assertThat(shell.noticeText().get()).contains(log.toString()).doesNotContain("seven");
        assertThat(Files.readString(log)).containsOnlyOnce("IllegalStateException: seven");
    }

    @Test
    void whoCancelsHearsNothing() {
        shell.failed(new Progress.Cancelled());
        assertThat(shell.noticeText().get()).isEmpty();
    }
}
