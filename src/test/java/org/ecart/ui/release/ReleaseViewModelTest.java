package org.ecart.ui.release;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.ecart.i18n.Messages;
import org.ecart.model.EcartException;
import org.ecart.model.Language;
import org.ecart.model.Loss;
import org.ecart.model.Policy;
import org.ecart.model.Progress;
import org.ecart.model.Study;
import org.ecart.store.Ledger;
import org.ecart.study.Release;
import org.ecart.study.SampleStudy;
import org.ecart.study.Session;
import org.ecart.ui.explore.StudyHistory;
import org.ecart.ui.release.ReleaseViewModel.State;
import org.ecart.ui.task.InlineTasks;
import org.ecart.ui.task.TaskRunner;
import org.ecart.ui.text.Texts;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Release without a window: the policy, a run of all tables, what is written and what is remembered. */
class ReleaseViewModelTest {
    private static final Messages MESSAGES = Messages.load();
    private static final SampleStudy SAMPLE = new SampleStudy(Path.of("sample-data"));

    @TempDir
    @SuppressWarnings("NullAway.Init") // JUnit sets it before each test
    Path folder;

    @SuppressWarnings("NullAway.Init") // set before each test
    private Session session;

    @SuppressWarnings("NullAway.Init") // set before each test
    private StudyHistory history;

    @SuppressWarnings("NullAway.Init") // set before each test
    private ReleaseViewModel model;

    @BeforeEach
    void open() {
        session = SAMPLE.open(folder.resolve("workspace"), MESSAGES, "2026-01-01T00:00:00Z", Progress.NONE);
        history = new StudyHistory(SAMPLE.study());
        model = new ReleaseViewModel(new Work(), history, new InlineTasks());
    }

    @AfterEach
    void close() {
        session.close();
    }

    private final class Work implements ReleaseWork {
        @Override
        public Release.Trial look(Study study, Progress progress) {
            return session.release().look(study, progress);
        }

        @Override
        public Release.Outcome write(Study study, Path out, Progress progress) {
            return session.release().write(study, out, "2026-02-03T04:05:06Z", progress);
        }

        @Override
        public List<Ledger.Entry> departures() {
            return session.workspace().ledger().all();
        }
    }

    @Test
    void aRunTellsHowEachTableStandsAndMayThenBeWritten() {
        assertThat(model.status("T01").state()).isEqualTo(State.OPEN);
        assertThat(model.unreadyProperty().get()).isTrue();
        model.runAll();
        ReleaseViewModel.Status first = model.status("T01");
        assertThat(first.state()).isEqualTo(State.LEFT_OUT);
        assertThat(first.primary()).isPositive();
        assertThat(first.secondary()).isPositive();
        assertThat(model.status("T02").state()).isEqualTo(State.SAFE);
        assertThat(model.unreadyProperty().get()).isFalse();
        ItemLines words = new ItemLines(new Texts(MESSAGES, Language.EN));
        List<ItemLines.Item> items = words.of(model.study(), session.offer(model.study()));
        assertThat(items).extracting(ItemLines.Item::id).containsExactly("T01", "C01", "T02", "C02", "T03", "C03");
        assertThat(items.get(0).files()).isEqualTo("CSV, JSON; XLSX in FR NL DE EN");
        assertThat(items.get(1).files()).isEqualTo("PNG, SVG in FR NL DE EN");
        assertThat(words.status(items.get(0), first))
                .matches("audited: \\d+ cells printed; left out: \\d+ primary, \\d+ secondary");
        assertThat(words.status(items.get(1), first)).isEqualTo("audited with T01");

        model.write(folder.resolve("out"));
        assertThat(model.failureProperty().get()).isEmpty();
        assertThat(folder.resolve("out/T01.csv")).exists();
        ReleaseViewModel.Written written = model.writtenProperty().get().orElseThrow();
        assertThat(model.departures()).singleElement().satisfies(entry -> {
            assertThat(entry.at()).isEqualTo("2026-02-03T04:05:06Z");
            assertThat(entry.departure().id()).isEqualTo(written.id());
        });
    }

    @Test
    void aFullFolderIsRefusedInWords() throws Exception {
        Path full = Files.createDirectories(folder.resolve("full"));
        Files.writeString(full.resolve("letter.txt"), "mine");
        model.runAll();
        model.write(full);
        assertThat(model.failureProperty().get()).hasValueSatisfying(why -> assertThat(((EcartException) why).key())
                .isEqualTo("study.release.not_empty"));
        assertThat(model.departures()).isEmpty();
        assertThat(full).isDirectoryContaining("glob:**letter.txt");
    }

    @Test
    void aChangeOfTheStudyForgetsTheRun() {
        model.runAll();
        model.fill(f -> f.withThreshold("10"));
        assertThat(model.study().policy().threshold()).isEqualTo(10);
        assertThat(model.status("T01").state()).isEqualTo(State.OPEN);
        assertThat(model.unreadyProperty().get()).isTrue();
        history.undo();
        assertThat(model.study()).isEqualTo(SAMPLE.study());
        assertThat(model.formProperty().get().threshold()).isEqualTo("5");
    }

    @Test
    void aWeakerPolicyIsTakenWithAReasonOnly() {
        model.fill(f -> f.withThreshold("3"));
        assertThat(model.complaintProperty().get())
                .hasValueSatisfying(why -> assertThat(why.key()).isEqualTo("model.policy.reason"));
        assertThat(model.study().policy()).isEqualTo(Policy.DEFAULT);
        model.fill(f -> f.withReason("agreed with the data owner"));
        assertThat(model.complaintProperty().get()).isEmpty();
        Policy taken = model.study().policy();
        assertThat(taken.threshold()).isEqualTo(3);
        assertThat(taken.id()).isEqualTo("own");
        assertThat(taken.reason()).contains("agreed with the data owner");
        model.fill(f -> f.withReason(""));
        assertThat(model.complaintProperty().get()).isPresent();
        assertThat(model.study().policy()).isEqualTo(taken);
        model.fill(f -> f.withThreshold("5"));
        assertThat(model.study().policy()).isEqualTo(Policy.DEFAULT);
        history.undo();
        assertThat(model.study().policy()).isEqualTo(taken);
        assertThat(model.formProperty().get().reason()).isEqualTo("agreed with the data owner");
    }

    @Test
    void groupDisclosureAndAmountsNeedAReasonTooAndWhatIsLostDoesNot() {
        model.fill(f -> f.withLoss(Loss.KEEP_TOTALS));
        assertThat(model.study().policy()).isEqualTo(Policy.DEFAULT.with(Loss.KEEP_TOTALS));
        model.fill(f -> f.withGroupDisclosure(false));
        assertThat(model.complaintProperty().get()).isPresent();
        model.fill(f -> f.withGroupDisclosure(true).withP("5"));
        assertThat(model.complaintProperty().get()).isPresent();
        model.fill(f -> f.withP("ten"));
        assertThat(model.complaintProperty().get())
                .hasValueSatisfying(why -> assertThat(why.key()).isEqualTo("ui.release.policy.number"));
        model.fill(f -> f.withP("20"));
        assertThat(model.complaintProperty().get()).isEmpty();
        assertThat(model.study().policy().amounts().p()).isEqualTo(20);
    }

    /** Begins nothing while it is held. */
    private static final class Waiting implements TaskRunner {
        private final List<String> cancelled = new ArrayList<>();
        private boolean held;

        @Override
        public <T> Running run(Job<T> job, Listener<T> listener) {
            if (!held) {
                return new InlineTasks().run(job, listener);
            }
            listener.progress("protect.auditing", 0.5);
            return () -> cancelled.add("job");
        }
    }

    @Test
    void aRunTellsWhereItIsAndCanBeCancelled() {
        Waiting tasks = new Waiting();
        ReleaseViewModel waiting = new ReleaseViewModel(new Work(), history, tasks);
        tasks.held = true;
        waiting.runAll();
        assertThat(waiting.busyProperty().get()).isTrue();
        assertThat(waiting.stepProperty().get())
                .isEqualTo(Optional.of(new ReleaseViewModel.Step("protect.auditing", 0.5)));
        tasks.held = false;
        waiting.cancel();
        assertThat(tasks.cancelled).contains("job");
        assertThat(waiting.busyProperty().get()).isFalse();
        assertThat(waiting.status("T01").state()).isEqualTo(State.OPEN);
    }
}
