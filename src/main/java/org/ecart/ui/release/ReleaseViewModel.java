package org.ecart.ui.release;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.ecart.model.EcartException;
import org.ecart.model.Policy;
import org.ecart.model.Study;
import org.ecart.protect.Protection;
import org.ecart.protect.ReleaseAudit;
import org.ecart.store.Ledger;
import org.ecart.study.Release;
import org.ecart.ui.explore.StudyHistory;
import org.ecart.ui.task.TaskRunner;

/** Release without a window: how the study is protected, what its tables became when all were run, and what has left. */
public final class ReleaseViewModel {
    /**
     * Where a job is.
     *
     * @param step a message key
     * @param fraction 0 to 1; negative = not known
     */
    public record Step(String step, double fraction) {}

    /**
     * A release that was written.
     *
     * @param warnings what the analyst should know of earlier releases
     */
    public record Written(Path folder, String id, List<EcartException> warnings) {}

    /** How a table stands. */
    public enum State {
        /** not run since the study was changed last */
        OPEN,
        /** every cell is printed */
        SAFE,
        LEFT_OUT,
        /** somebody outside learns too much: it cannot leave */
        BROKEN,
        /** under a policy "none" */
        UNPROTECTED
    }

    /**
     * What became of a table.
     *
     * @param printed how many of its cells are
     * @param primary how many are left out because they are unsafe by themselves
     * @param secondary how many are left out for the sake of others
     */
    public record Status(State state, int printed, int primary, int secondary) {
        static final Status OPEN = new Status(State.OPEN, 0, 0, 0);
    }

    private final ReleaseWork work;
    private final StudyHistory history;
    private final TaskRunner tasks;
    private final ReadOnlyObjectWrapper<Optional<Release.Trial>> trial = new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ReadOnlyObjectWrapper<Optional<RuntimeException>> failure =
            new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ReadOnlyObjectWrapper<Optional<Written>> written = new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ReadOnlyObjectWrapper<Optional<Step>> step = new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ReadOnlyBooleanWrapper busy = new ReadOnlyBooleanWrapper();
    private final ReadOnlyBooleanWrapper unready = new ReadOnlyBooleanWrapper(true);
    private final ReadOnlyObjectWrapper<PolicyForm> form;
    private final ReadOnlyObjectWrapper<Optional<EcartException>> complaint =
            new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ObservableList<Ledger.Entry> departures = FXCollections.observableArrayList();
    private final ObservableList<Ledger.Entry> departuresSeen = FXCollections.unmodifiableObservableList(departures);
    private Study seen;
    private TaskRunner.Running running = () -> {};

    /** @param tasks runs what takes long, while tables are made elsewhere */
    public ReleaseViewModel(ReleaseWork work, StudyHistory history, TaskRunner tasks) {
        this.work = work;
        this.history = history;
        this.tasks = tasks;
        this.seen = history.study();
        this.form = new ReadOnlyObjectWrapper<>(PolicyForm.of(seen.policy()));
        history.changes().addListener(o -> follow());
        trial.addListener(o -> settle());
        busy.addListener(o -> settle());
        remembered();
    }

    private void follow() {
        Study now = history.study();
        if (now.equals(seen)) {
            return;
        }
        if (!now.policy().equals(seen.policy())) {
            form.set(PolicyForm.of(now.policy()));
            complaint.set(Optional.empty());
        }
        seen = now;
        forget();
    }

    private void settle() {
        boolean broken = trial.get()
                .map(t -> t.released().audit())
                .flatMap(ReleaseAudit::broken)
                .isPresent();
        unready.set(busy.get() || broken || trial.get().isEmpty());
    }

    public Study study() {
        return history.study();
    }

    /** The study as it is now; fires with every change of it. */
    public ReadOnlyObjectProperty<?> changes() {
        return history.changes();
    }

    /** What all tables became together; none when they were not run since the study was changed. */
    public ReadOnlyObjectProperty<Optional<Release.Trial>> trialProperty() {
        return trial.getReadOnlyProperty();
    }

    public ReadOnlyObjectProperty<Optional<RuntimeException>> failureProperty() {
        return failure.getReadOnlyProperty();
    }

    /** The release that was written last, of the study as it is. */
    public ReadOnlyObjectProperty<Optional<Written>> writtenProperty() {
        return written.getReadOnlyProperty();
    }

    /** Where the job under way is. */
    public ReadOnlyObjectProperty<Optional<Step>> stepProperty() {
        return step.getReadOnlyProperty();
    }

    public ReadOnlyBooleanProperty busyProperty() {
        return busy.getReadOnlyProperty();
    }

    /** Whether nothing can be written now: the tables were not run, or must not leave. */
    public ReadOnlyBooleanProperty unreadyProperty() {
        return unready.getReadOnlyProperty();
    }

    /** The policy as it is filled in. */
    public ReadOnlyObjectProperty<PolicyForm> formProperty() {
        return form.getReadOnlyProperty();
    }

    /** Why what is filled in was not taken: a number that is none, or a weaker protection without a reason. */
    public ReadOnlyObjectProperty<Optional<EcartException>> complaintProperty() {
        return complaint.getReadOnlyProperty();
    }

    /** What has left, the newest first. */
    public ObservableList<Ledger.Entry> departures() {
        return departuresSeen;
    }

    /** Protects and attacks all tables together, in the background. */
    public void runAll() {
        Study study = history.study();
        forget();
        start(progress -> work.look(study, progress), found -> trial.set(Optional.of(found)));
    }

    /** Writes the release into a folder that is empty or not there yet. */
    public void write(Path folder) {
        Study study = history.study();
        failure.set(Optional.empty());
        written.set(Optional.empty());
        start(progress -> work.write(study, folder, progress), outcome -> {
            written.set(Optional.of(new Written(folder, outcome.id(), outcome.warnings())));
            remembered();
        });
    }

    private <T> void start(TaskRunner.Job<T> job, Consumer<T> done) {
        running.cancel();
        busy.set(true);
        running = tasks.run(job, new TaskRunner.Listener<T>() {
            @Override
            public void progress(String at, double fraction) {
                step.set(Optional.of(new Step(at, fraction)));
            }

            @Override
            public void done(T result) {
                finish();
                done.accept(result);
            }

            @Override
            public void failed(RuntimeException why) {
                finish();
                failure.set(Optional.of(why));
            }
        });
    }

    private void finish() {
        busy.set(false);
        step.set(Optional.empty());
    }

    /** Stops what is under way; a release is then written as a whole or not at all. */
    public void cancel() {
        stop();
        remembered();
    }

    private void stop() {
        running.cancel();
        finish();
    }

    private void forget() {
        stop();
        trial.set(Optional.empty());
        failure.set(Optional.empty());
        written.set(Optional.empty());
    }

    /** After an import: what was found holds no more. */
    public void refresh() {
        forget();
        remembered();
    }

    private void remembered() {
        tasks.run(
                progress -> work.departures(),
                TaskRunner.Listener.of(
                        all -> {
                            departures.setAll(all);
                            FXCollections.reverse(departures);
                        },
                        why -> failure.set(Optional.of(why))));
    }

    /** How a table stands. */
    public Status status(String table) {
        if (study().policy().isNone()) {
            return new Status(State.UNPROTECTED, 0, 0, 0);
        }
        return trial.get()
                .flatMap(t -> t.released().audit().tables().stream()
                        .filter(each -> each.name().equals(table))
                        .findFirst())
                .map(found -> {
                    int primary = found.count(Protection.PRIMARY);
                    int secondary = found.count(Protection.SECONDARY);
                    boolean broken = found.attacked().stream().anyMatch(ReleaseAudit.Attacked::broken);
                    State kept = primary + secondary == 0 ? State.SAFE : State.LEFT_OUT;
                    return new Status(broken ? State.BROKEN : kept, found.safe(), primary, secondary);
                })
                .orElse(Status.OPEN);
    }

    /** Fills in something of the policy; it becomes the study's as soon as it can be taken. */
    public void fill(UnaryOperator<PolicyForm> change) {
        if (study().policy().isNone()) {
            return;
        }
        PolicyForm next = change.apply(form.get());
        if (next.equals(form.get())) {
            return;
        }
        form.set(next);
        try {
            Policy policy = next.policy();
            complaint.set(Optional.empty());
            history.change(study().withPolicy(policy));
        } catch (EcartException notTaken) {
            complaint.set(Optional.of(notTaken));
        }
    }
}
