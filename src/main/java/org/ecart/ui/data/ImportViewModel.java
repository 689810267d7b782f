package org.ecart.ui.data;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import javafx.beans.property.DoubleProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleDoubleProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.ecart.files.Definitions;
import org.ecart.intake.IntakeReport;
import org.ecart.intake.Preview;
import org.ecart.intake.delivery.Dialect;
import org.ecart.model.Codebook;
import org.ecart.model.EcartException;
import org.ecart.model.Extract;
import org.ecart.model.Mapping;
import org.ecart.store.Terms;
import org.ecart.store.Workspace;
import org.ecart.ui.task.TaskRunner;

/** One import from the choice of files to the report, without a window. */
public final class ImportViewModel {
    /** Where the import is. */
    public enum Step {
        FILES,
        COLUMNS,
        RUNNING,
        REPORT
    }

    /** Something good to know that is no failure. */
    public record Notice(String key, List<Object> arguments) {}

    private final Workspace workspace;
    private final TaskRunner tasks;
    private final Clock clock;
    private final Runnable imported;
    private final Runnable closed;
    private final Optional<Codebook> own;

    private final DoubleProperty mostRejected = new SimpleDoubleProperty(100 * Terms.USUAL.mostRejected());
    private final ReadOnlyObjectWrapper<Step> step = new ReadOnlyObjectWrapper<>(Step.FILES);
    private final ObservableList<Path> files = FXCollections.observableArrayList();
    private final ReadOnlyObjectWrapper<Optional<Path>> codebookFile = new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ReadOnlyObjectWrapper<Optional<Codebook>> codebook;
    private final ReadOnlyObjectWrapper<List<FilePlan>> plans = new ReadOnlyObjectWrapper<>(List.of());
    private final ReadOnlyObjectWrapper<Integer> selected = new ReadOnlyObjectWrapper<>(0);
    private final ReadOnlyBooleanWrapper busy = new ReadOnlyBooleanWrapper();
    private final ReadOnlyBooleanWrapper stopping = new ReadOnlyBooleanWrapper();
    private final ReadOnlyObjectWrapper<Optional<RuntimeException>> failure =
            new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ReadOnlyObjectWrapper<Optional<Notice>> notice = new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ReadOnlyObjectWrapper<Optional<Pace.Reading>> reading = new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ReadOnlyObjectWrapper<List<IntakeReport>> reports = new ReadOnlyObjectWrapper<>(List.of());

    private Optional<ImportRun> run = Optional.empty();
    private TaskRunner.Running running = () -> {};

    /**
     * @param own the codebook of the workspace, if it has one
     * @param imported what to do when something was imported
     * @param closed what to do when the import is over or called off
     */
    public ImportViewModel(
            Workspace workspace,
            Optional<Codebook> own,
            TaskRunner tasks,
            Clock clock,
            Runnable imported,
            Runnable closed) {
        this.workspace = workspace;
        this.own = own;
        this.tasks = tasks;
        this.clock = clock;
        this.imported = imported;
        this.closed = closed;
        this.codebook = new ReadOnlyObjectWrapper<>(own);
    }

    public ReadOnlyObjectProperty<Step> stepProperty() {
        return step.getReadOnlyProperty();
    }

    public ObservableList<Path> files() {
        return FXCollections.unmodifiableObservableList(files);
    }

    /** How many rows of a hundred may be refused, 0 to 100; with more, the whole import is. */
    public DoubleProperty mostRejectedProperty() {
        return mostRejected;
    }

    /** The file of the codebook that was chosen; none = the workspace's own. */
    public ReadOnlyObjectProperty<Optional<Path>> codebookFileProperty() {
        return codebookFile.getReadOnlyProperty();
    }

    public ReadOnlyObjectProperty<Optional<Codebook>> codebookProperty() {
        return codebook.getReadOnlyProperty();
    }

    /** Whether the workspace has a codebook of its own to go back to. */
    public boolean hasOwnCodebook() {
        return own.isPresent();
    }

    ReadOnlyObjectProperty<List<FilePlan>> plansProperty() {
        return plans.getReadOnlyProperty();
    }

    /** Which of the files is looked at. */
    public ReadOnlyObjectProperty<Integer> selectedProperty() {
        return selected.getReadOnlyProperty();
    }

    /** The plan that is looked at; none before the files were read. */
    Optional<FilePlan> plan() {
        return plans.get().stream().skip(selected.get()).findFirst();
    }

    /** Whether a short job is under way. */
    public ReadOnlyBooleanProperty busyProperty() {
        return busy.getReadOnlyProperty();
    }

    /** Whether the import was told to stop and has not yet. */
    public ReadOnlyBooleanProperty stoppingProperty() {
        return stopping.getReadOnlyProperty();
    }

    /** Why the last thing did not work: an expected failure or a defect. */
    public ReadOnlyObjectProperty<Optional<RuntimeException>> failureProperty() {
        return failure.getReadOnlyProperty();
    }

    public ReadOnlyObjectProperty<Optional<Notice>> noticeProperty() {
        return notice.getReadOnlyProperty();
    }

    ReadOnlyObjectProperty<Optional<Pace.Reading>> readingProperty() {
        return reading.getReadOnlyProperty();
    }

    /** What happened to each file, once it is done. */
    public ReadOnlyObjectProperty<List<IntakeReport>> reportsProperty() {
        return reports.getReadOnlyProperty();
    }

    /** Adds files, and of folders the delimited files in them; what is there already stays once. */
    public void addFiles(List<Path> more) {
        shortJob(
                progress -> Delivery.files(more),
                found -> found.stream().filter(f -> !files.contains(f)).forEach(files::add));
    }

    public void removeFile(Path file) {
        clear();
        files.remove(file);
    }

    /** Reads the codebook from a file instead of the workspace. */
    public void chooseCodebook(Path file) {
        shortJob(progress -> Definitions.file(file, Definitions::codebook), read -> {
            codebook.set(Optional.of(read));
            codebookFile.set(Optional.of(file));
        });
    }

    /** Goes back to the workspace's own codebook. */
    public void useOwnCodebook() {
        clear();
        codebook.set(own);
        codebookFile.set(Optional.empty());
    }

    /** Looks at the files, and goes on to their columns. */
    public void next() {
        List<Path> all = List.copyOf(files);
        codebook.get().filter(c -> !all.isEmpty()).ifPresent(meaning -> {
            shortJob(
                    progress -> all.stream()
                            .map(file -> Preview.of(file, Dialect.Said.NOTHING))
                            .toList(),
                    previews -> {
                        selected.set(0);
                        plans.set(previews.stream()
                                .map(p -> FilePlan.of(p, meaning))
                                .toList());
                        selected.set(firstWithFault());
                        step.set(Step.COLUMNS);
                    });
        });
    }

    private int firstWithFault() {
        for (int i = 0; i < plans.get().size(); i++) {
            if (plans.get().get(i).fault().isPresent()) {
                return i;
            }
        }
        return 0;
    }

    /** Goes back to the choice of files. */
    public void back() {
        clear();
        step.set(Step.FILES);
    }

    public void select(int file) {
        selected.set(file);
    }

    /** Says which extract the file is, and with it all files with the same columns. */
    public void chooseExtract(Extract extract) {
        change(p -> p.withExtract(extract));
    }

    /** Loads a column as a variable, {@link Mapping#NOT_LOADED} to leave it out. */
    public void chooseVariable(String column, String variable) {
        change(p -> p.withColumn(column, variable));
    }

    /** Says the date of all rows of the file that is looked at. */
    public void typePeriod(String typed) {
        clear();
        int place = selected.get();
        List<FilePlan> changed = new ArrayList<>(plans.get());
        changed.set(place, changed.get(place).withPeriod(typed));
        plans.set(List.copyOf(changed));
    }

    private void change(UnaryOperator<FilePlan> change) {
        clear();
        FilePlan looked = plan().orElseThrow();
        plans.set(plans.get().stream()
                .map(p -> p.sameLayout(looked) ? change.apply(p) : p)
                .toList());
    }

    /** Writes what was said by hand of the file that is looked at, for {@code ecart import --map}. */
    public void saveMapping(Path file) {
        plan().flatMap(FilePlan::mapping)
                .ifPresent(mapping -> shortJob(
                        progress -> write(file, Definitions.text(mapping)),
                        written -> tell("ui.data.mapping.saved", written.getFileName())));
    }

    private static Path write(Path file, String text) {
        try {
            return Files.writeString(file, text);
        } catch (IOException unwritable) {
            throw EcartException.data("ui.data.fault.unwritable", file);
        }
    }

    /** Takes over a mapping for the file that is looked at and all with the same columns. */
    public void loadMapping(Path file) {
        shortJob(progress -> Definitions.file(file, Definitions::mapping), mapping -> {
            try {
                change(p -> p.withMapping(mapping));
            } catch (EcartException otherCodebook) {
                failure.set(Optional.of(otherCodebook));
            }
        });
    }

    /** Whether every file can be taken in as it is planned. */
    public boolean ready() {
        return plans.get().stream().allMatch(p -> p.fault().isEmpty());
    }

    /** Takes the files in. */
    public void run() {
        if (!ready() || step.get() != Step.COLUMNS) {
            return;
        }
        clear();
        Workspace.Import request = new Workspace.Import(
                plans.get().stream().map(FilePlan::source).toList(),
                codebook.get().orElseThrow(),
                new Terms(mostRejected.get() / 100, false, Optional.empty()),
                System.getProperty("user.name", "-"),
                clock.instant().truncatedTo(ChronoUnit.SECONDS).toString());
        Pace pace = pace();
        reading.set(Optional.of(pace.at("intake.read", 0, clock.millis())));
        step.set(Step.RUNNING);
        ImportRun.start(
                workspace,
                request,
                tasks,
                new TaskRunner.Listener<>() {
                    @Override
                    public void progress(String at, double fraction) {
                        progressed(pace, at, fraction);
                    }

                    @Override
                    public void done(List<IntakeReport> result) {
                        finished(result);
                    }

                    @Override
                    public void failed(RuntimeException why) {
                        step.set(Step.COLUMNS);
                        failure.set(Optional.of(why));
                    }
                },
                started -> run = Optional.of(started));
    }

    private Pace pace() {
        long bytes = plans.get().stream().mapToLong(p -> p.preview().bytes()).sum();
        double rows = plans.get().stream()
                .mapToDouble(p -> p.preview().bytes() / p.preview().bytesPerRow())
                .sum();
        return new Pace(bytes, rows, clock.millis());
    }

    private void progressed(Pace pace, String at, double fraction) {
        double known = fraction < 0 ? reading.get().map(Pace.Reading::fraction).orElse(0.0) : fraction;
        reading.set(Optional.of(pace.at(at, known, clock.millis())));
    }

    private void finished(List<IntakeReport> result) {
        stopping.set(false);
        reports.set(List.copyOf(result));
        step.set(Step.REPORT);
        imported.run();
    }

    /** Stops an import under way; before and after, leaves the import altogether. */
    public void cancel() {
        if (step.get() == Step.RUNNING) {
            stop();
        } else {
            running.cancel();
            closed.run();
        }
    }

    private void stop() {
        if (!stopping.get()) {
            stopping.set(true);
            run.ifPresent(r -> r.stop(TaskRunner.Listener.of(this::stopped, this::failed)));
        }
    }

    private void stopped(List<IntakeReport> result) {
        stopping.set(false);
        if (result.isEmpty()) {
            step.set(Step.COLUMNS);
            tell("ui.data.import.stopped");
        } else {
            finished(result);
            tell("ui.data.import.late");
        }
    }

    private <T> void shortJob(TaskRunner.Job<T> job, Consumer<T> done) {
        clear();
        busy.set(true);
        running = tasks.run(
                job,
                TaskRunner.Listener.of(
                        result -> {
                            busy.set(false);
                            done.accept(result);
                        },
                        this::failed));
    }

    private void failed(RuntimeException why) {
        busy.set(false);
        stopping.set(false);
        failure.set(Optional.of(why));
    }

    private void tell(String key, Object... arguments) {
        notice.set(Optional.of(new Notice(key, List.of(arguments))));
    }

    private void clear() {
        failure.set(Optional.empty());
        notice.set(Optional.empty());
    }
}
