package org.ecart.ui.data;

import java.nio.file.Path;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleObjectProperty;
import org.ecart.model.Codebook;
import org.ecart.model.Study;
import org.ecart.store.KeptReport;
import org.ecart.store.Partition;
import org.ecart.store.Workspace;
import org.ecart.study.Touched;
import org.ecart.ui.task.TaskRunner;

/** The extracts of a workspace, their reports and removal, and imports, without a window. */
public final class DataViewModel {
    private static final Comparator<Partition> BY_EXTRACT_AND_DATE = Comparator.comparing(Partition::extract)
            .thenComparing(p -> p.period().map(Object::toString).orElse(""))
            .thenComparing(Partition::version);

    /**
     * What the workspace holds.
     *
     * @param log all that was ever imported, what was replaced or removed too, by extract, date and version
     * @param codebook none before the first import
     */
    public record Held(List<Partition> partitions, List<Partition> log, Optional<Codebook> codebook) {
        public Held {
            partitions = List.copyOf(partitions);
            log = log.stream().sorted(BY_EXTRACT_AND_DATE).toList();
        }

        /** How an extract is called. */
        Object label(String extract) {
            return codebook.flatMap(c -> c.extract(extract))
                    .<Object>map(e -> e.labels())
                    .orElse(extract);
        }
    }

    /** The report of an earlier import. */
    public record Kept(Partition partition, FileReport report) {}

    /**
     * An extract at a date that the analyst wants to be rid of.
     *
     * @param touched the studies that cannot be made any longer without it
     */
    public record Removal(Partition partition, List<Touched> touched) {
        public Removal {
            touched = List.copyOf(touched);
        }
    }

    private final Workspace workspace;
    private final Touching touching;
    private final TaskRunner tasks;
    private final Runnable imported;
    private final Clock clock;
    private final Errands errands;
    private final ReadOnlyObjectWrapper<Optional<Held>> held = new ReadOnlyObjectWrapper<>(Optional.empty());
    private final BooleanProperty logShown = new SimpleBooleanProperty();
    private final ObjectProperty<Optional<Partition>> selected = new SimpleObjectProperty<>(Optional.empty());
    private final ReadOnlyObjectWrapper<Optional<Kept>> kept = new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ReadOnlyObjectWrapper<Optional<Removal>> removal = new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ReadOnlyObjectWrapper<Optional<ImportViewModel>> importing =
            new ReadOnlyObjectWrapper<>(Optional.empty());

    /**
     * @param open the study that is worked on, asked on the interface thread
     * @param imported what to do when something was imported or removed
     */
    public DataViewModel(Workspace workspace, Supplier<Optional<Study>> open, TaskRunner tasks, Runnable imported) {
        this(new Touching(workspace, open), tasks, imported, Clock.systemUTC());
    }

    DataViewModel(Touching touching, TaskRunner tasks, Runnable imported, Clock clock) {
        this.workspace = touching.workspace();
        this.touching = touching;
        this.tasks = tasks;
        this.imported = imported;
        this.clock = clock;
        this.errands = new Errands(tasks);
        refresh();
    }

    /** What the workspace holds; none until it was read for the first time. */
    public ReadOnlyObjectProperty<Optional<Held>> heldProperty() {
        return held.getReadOnlyProperty();
    }

    /** Why the workspace could not be read or changed. */
    public ReadOnlyObjectProperty<Optional<RuntimeException>> failureProperty() {
        return errands.failureProperty();
    }

    public ReadOnlyObjectProperty<Optional<Notice>> noticeProperty() {
        return errands.noticeProperty();
    }

    /** The import that the analyst is in. */
    public ReadOnlyObjectProperty<Optional<ImportViewModel>> importProperty() {
        return importing.getReadOnlyProperty();
    }

    /** Whether what was replaced or removed is listed too. */
    public BooleanProperty logShownProperty() {
        return logShown;
    }

    /** The line of the list that is chosen. */
    public ObjectProperty<Optional<Partition>> selectedProperty() {
        return selected;
    }

    /** The report of an earlier import that is looked at. */
    public ReadOnlyObjectProperty<Optional<Kept>> keptProperty() {
        return kept.getReadOnlyProperty();
    }

    /** What is to be removed, once the analyst says so. */
    public ReadOnlyObjectProperty<Optional<Removal>> removalProperty() {
        return removal.getReadOnlyProperty();
    }

    /** The lines of the list. */
    List<Partition> lines() {
        return held.get().map(h -> logShown.get() ? h.log() : h.partitions()).orElse(List.of());
    }

    /** Whether files can be added: no import has gone past the choice of its files. */
    boolean takesFiles() {
        return held.get().isPresent()
                && importing
                        .get()
                        .filter(i -> i.stepProperty().get() != ImportViewModel.Step.FILES)
                        .isEmpty();
    }

    /** Begins an import, or adds files to the one whose files are still being chosen. */
    public void startImport(List<Path> files) {
        if (importing.get().isEmpty() && held.get().isPresent()) {
            closeReport();
            keep();
            importing.set(Optional.of(new ImportViewModel(
                    touching,
                    held.get().get().codebook(),
                    tasks,
                    clock,
                    this::done,
                    () -> importing.set(Optional.empty()))));
        }
        importing
                .get()
                .filter(i -> i.stepProperty().get() == ImportViewModel.Step.FILES)
                .filter(i -> !files.isEmpty())
                .ifPresent(i -> i.addFiles(files));
    }

    /** Shows the report of the file that the chosen line came from. */
    public void openReport() {
        selected.get().ifPresent(partition -> {
            errands.clear();
            errands.run(
                    progress -> workspace.report(partition).map(KeptReport::of).map(FileReport::of), found -> {
                        kept.set(found.map(report -> new Kept(partition, report)));
                        if (found.isEmpty()) {
                            errands.tell("ui.data.report.not_kept");
                        }
                    });
        });
    }

    public void closeReport() {
        errands.clear();
        kept.set(Optional.empty());
    }

    /** Writes the report that is looked at. */
    public void saveReport(Path file) {
        kept.get().ifPresent(shown -> {
            errands.clear();
            errands.run(
                    progress -> SavedText.reports(file, List.of(shown.report())),
                    written -> errands.tell("ui.data.report.saved", written.getFileName()));
        });
    }

    /** Whether the chosen line can be removed: it is there still. */
    boolean removable() {
        return selected.get().filter(p -> p.retiredAt().isEmpty()).isPresent();
    }

    /** Asks whether the chosen line is to be removed, and finds out whom that touches. */
    public void askRemoval() {
        selected.get().filter(p -> p.retiredAt().isEmpty()).ifPresent(partition -> {
            errands.clear();
            errands.run(
                    touching.by(partition.held()),
                    touched -> removal.set(Optional.of(new Removal(partition, touched))));
        });
    }

    /** Removes what was asked for; its line in the log stays. */
    public void remove() {
        removal.get().map(Removal::partition).ifPresent(partition -> {
            keep();
            String at = clock.instant().truncatedTo(ChronoUnit.SECONDS).toString();
            errands.run(
                    progress -> {
                        workspace.remove(partition.held(), at);
                        return partition;
                    },
                    gone -> {
                        errands.tell("ui.data.removed", name(gone), Wording.date(gone));
                        done();
                    });
        });
    }

    /** How the extract of a partition is called. */
    Object name(Partition partition) {
        return held.get().map(h -> h.label(partition.extract())).orElse(partition.extract());
    }

    /** Thinks better of a removal. */
    public void keep() {
        removal.set(Optional.empty());
    }

    private void done() {
        refresh();
        imported.run();
    }

    private void refresh() {
        tasks.run(
                progress -> new Held(workspace.partitions(), workspace.log(), workspace.codebook()),
                TaskRunner.Listener.of(now -> held.set(Optional.of(now)), errands::failed));
    }
}
