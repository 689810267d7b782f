package org.ecart.ui.data;

import java.nio.file.Path;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
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

    private final Workspace workspace;
    private final Touching touching;
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
    private final Plans plans = new Plans();
    private final Errands errands;
    private final ReadOnlyBooleanWrapper stopping = new ReadOnlyBooleanWrapper();
    private final ReadOnlyObjectWrapper<Optional<Pace.Reading>> reading = new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ReadOnlyObjectWrapper<List<FileReport>> reports = new ReadOnlyObjectWrapper<>(List.of());
    private final ReadOnlyBooleanWrapper refused = new ReadOnlyBooleanWrapper();
    private final ReadOnlyObjectWrapper<Optional<WayOn>> wayOn = new ReadOnlyObjectWrapper<>(Optional.empty());

    private Optional<ImportRun> run = Optional.empty();

    /**
     * @param own the codebook of the workspace, if it has one
     * @param imported what to do when something was imported
     * @param closed what to do when the import is over or called off
     */
    ImportViewModel(
            Touching touching,
            Optional<Codebook> own,
            TaskRunner tasks,
            Clock clock,
            Runnable imported,
            Runnable closed) {
        this.workspace = touching.workspace();
        this.touching = touching;
        this.own = own;
        this.tasks = tasks;
        this.clock = clock;
        this.imported = imported;
        this.closed = closed;
        this.codebook = new ReadOnlyObjectWrapper<>(own);
        this.errands = new Errands(tasks);
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
        return plans.allProperty();
    }

    /** Which of the files is looked at. */
    public ReadOnlyObjectProperty<Integer> selectedProperty() {
        return plans.selectedProperty();
    }

    /** The plan that is looked at; none before the files were read. */
    Optional<FilePlan> plan() {
        return plans.looked();
    }

    /** Whether a short job is under way. */
    public ReadOnlyBooleanProperty busyProperty() {
        return errands.busyProperty();
    }

    /** Whether the import was told to stop and has not yet. */
    public ReadOnlyBooleanProperty stoppingProperty() {
        return stopping.getReadOnlyProperty();
    }

    /** Why the last thing did not work: an expected failure or a defect. */
    public ReadOnlyObjectProperty<Optional<RuntimeException>> failureProperty() {
        return errands.failureProperty();
    }

    public ReadOnlyObjectProperty<Optional<Notice>> noticeProperty() {
        return errands.noticeProperty();
    }

    ReadOnlyObjectProperty<Optional<Pace.Reading>> readingProperty() {
        return reading.getReadOnlyProperty();
    }

    /** What happened to each file, once it is done; of a refused import to those that were read. */
    public ReadOnlyObjectProperty<List<FileReport>> reportsProperty() {
        return reports.getReadOnlyProperty();
    }

    /** Whether the reports are those of an import that was refused for rows of the last of them. */
    public ReadOnlyBooleanProperty refusedProperty() {
        return refused.getReadOnlyProperty();
    }

    /** What can be chosen after the import was refused. */
    ReadOnlyObjectProperty<Optional<WayOn>> wayOnProperty() {
        return wayOn.getReadOnlyProperty();
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
            shortJob(progress -> all.stream().map(Look::at).toList(), looks -> {
                plans.begin(looks.stream().map(l -> FilePlan.of(l, meaning)).toList());
                step.set(Step.COLUMNS);
            });
        });
    }

    /** Goes back: from the report of a refused import to the columns, from them to the choice of files. */
    public void back() {
        clear();
        step.set(step.get() == Step.REPORT ? Step.COLUMNS : Step.FILES);
    }

    public void select(int file) {
        plans.select(file);
    }

    /** Says how the file that is looked at is written, and looks at it again. */
    public void say(Dialect.Said said) {
        plan().map(FilePlan::look)
                .filter(look -> !look.said().equals(said))
                .ifPresent(look -> shortJob(
                        progress -> look.as(said),
                        now -> plans.change(look.preview().file(), p -> p.withLook(now))));
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
        plan().ifPresent(looked -> plans.change(looked.file(), p -> p.withPeriod(typed)));
    }

    private void change(UnaryOperator<FilePlan> change) {
        clear();
        plans.changeAlike(change);
    }

    /** Writes what was said by hand of the file that is looked at, for {@code ecart import --map}. */
    public void saveMapping(Path file) {
        plan().flatMap(FilePlan::mapping)
                .ifPresent(mapping -> shortJob(
                        progress -> SavedText.write(file, Definitions.text(mapping)),
                        written -> errands.tell("ui.data.mapping.saved", written.getFileName())));
    }

    /** Takes over a mapping for the file that is looked at and all with the same columns. */
    public void loadMapping(Path file) {
        shortJob(progress -> Definitions.file(file, Definitions::mapping), mapping -> {
            try {
                change(p -> p.withMapping(mapping));
            } catch (EcartException otherCodebook) {
                errands.failed(otherCodebook);
            }
        });
    }

    /** Whether every file can be taken in as it is planned. */
    public boolean ready() {
        return plans.ready();
    }

    /** Takes the files in. */
    public void run() {
        runOn(new Terms(mostRejected.get() / 100, false, Optional.empty()));
    }

    /** Takes the files in after all, in the way that is offered. */
    public void goOn() {
        run.map(ImportRun::terms)
                .flatMap(terms -> wayOn.get().map(way -> way.on(terms)))
                .ifPresent(this::runOn);
    }

    private void runOn(Terms terms) {
        if (!ready() || step.get() != Step.COLUMNS) {
            return;
        }
        clear();
        Codebook meaning = codebook.get().orElseThrow();
        Workspace.Import request = plans.request(
                meaning, terms, clock.instant().truncatedTo(ChronoUnit.SECONDS).toString());
        Pace pace = plans.pace(clock.millis());
        reading.set(Optional.of(pace.at("intake.read", 0, clock.millis())));
        refused.set(false);
        step.set(Step.RUNNING);
        ImportRun started = new ImportRun(workspace, request, tasks);
        run = Optional.of(started);
        started.start(new TaskRunner.Listener<>() {
            @Override
            public void progress(String at, double fraction) {
                progressed(pace, at, fraction);
            }

            @Override
            public void done(List<FileReport> result) {
                finished(result);
            }

            @Override
            public void failed(RuntimeException why) {
                refused(new Refusal(why, terms), started.seen(), meaning);
            }
        });
    }

    /** Shows the rows that are to blame, or goes back to the columns with what can be done. */
    private void refused(Refusal refusal, List<FileReport> seen, Codebook meaning) {
        RuntimeException told = refusal.told(meaning);
        errands.failed(told);
        boolean forRows = refusal.isForRows(seen);
        if (forRows) {
            refused.set(true);
            reports.set(seen);
        } else if (refusal.isForSameBytes()) {
            wayOn.set(Optional.of(new WayOn.Again()));
        }
        step.set(forRows ? Step.REPORT : Step.COLUMNS);
        refusal.replaceable().ifPresent(held -> offerToReplace(held, told));
    }

    /** Beside whatever else is done: nobody has to wait for the offer, and it lapses with what it was made for. */
    private void offerToReplace(Terms.Held held, RuntimeException told) {
        tasks.run(
                touching.by(held),
                TaskRunner.Listener.of(
                        touched -> {
                            if (failureProperty().get().equals(Optional.of(told))) {
                                wayOn.set(Optional.of(new WayOn.Replace(held, touched)));
                            }
                        },
                        errands::failed));
    }

    /** Writes the reports as the command does. */
    public void saveReport(Path file) {
        List<FileReport> told = reports.get();
        errands.run(
                progress -> SavedText.reports(file, told),
                written -> errands.tell("ui.data.report.saved", written.getFileName()));
    }

    private void progressed(Pace pace, String at, double fraction) {
        double known = fraction < 0 ? reading.get().map(Pace.Reading::fraction).orElse(0.0) : fraction;
        reading.set(Optional.of(pace.at(at, known, clock.millis())));
    }

    private void finished(List<FileReport> result) {
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
            errands.cancel();
            closed.run();
        }
    }

    private void stop() {
        if (!stopping.get()) {
            stopping.set(true);
            run.ifPresent(r -> r.stop(TaskRunner.Listener.of(this::stopped, this::failed)));
        }
    }

    private void stopped(List<FileReport> result) {
        stopping.set(false);
        if (result.isEmpty()) {
            step.set(Step.COLUMNS);
            errands.tell("ui.data.import.stopped");
        } else {
            finished(result);
            errands.tell("ui.data.import.late");
        }
    }

    private <T> void shortJob(TaskRunner.Job<T> job, Consumer<T> done) {
        clear();
        errands.run(job, done);
    }

    private void failed(RuntimeException why) {
        stopping.set(false);
        errands.failed(why);
    }

    private void clear() {
        errands.clear();
        wayOn.set(Optional.empty());
    }
}
