package org.ecart.ui.data;

import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.ecart.model.Codebook;
import org.ecart.store.Partition;
import org.ecart.store.Workspace;
import org.ecart.ui.task.TaskRunner;

/** The extracts of a workspace, and imports, without a window. */
public final class DataViewModel {
    /**
     * What the workspace holds.
     *
     * @param codebook none before the first import
     */
    public record Held(List<Partition> partitions, Optional<Codebook> codebook) {
        public Held {
            partitions = List.copyOf(partitions);
        }

        /** How an extract is called. */
        Object label(String extract) {
            return codebook.flatMap(c -> c.extract(extract))
                    .<Object>map(e -> e.labels())
                    .orElse(extract);
        }
    }

    private final Workspace workspace;
    private final TaskRunner tasks;
    private final Runnable imported;
    private final Clock clock;
    private final ReadOnlyObjectWrapper<Optional<Held>> held = new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ReadOnlyObjectWrapper<Optional<RuntimeException>> failure =
            new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ReadOnlyObjectWrapper<Optional<ImportViewModel>> importing =
            new ReadOnlyObjectWrapper<>(Optional.empty());

    /** @param imported what to do when something was imported */
    public DataViewModel(Workspace workspace, TaskRunner tasks, Runnable imported) {
        this(workspace, tasks, imported, Clock.systemUTC());
    }

    DataViewModel(Workspace workspace, TaskRunner tasks, Runnable imported, Clock clock) {
        this.workspace = workspace;
        this.tasks = tasks;
        this.imported = imported;
        this.clock = clock;
        refresh();
    }

    /** What the workspace holds; none until it was read for the first time. */
    public ReadOnlyObjectProperty<Optional<Held>> heldProperty() {
        return held.getReadOnlyProperty();
    }

    /** Why the workspace could not be read. */
    public ReadOnlyObjectProperty<Optional<RuntimeException>> failureProperty() {
        return failure.getReadOnlyProperty();
    }

    /** The import that the analyst is in. */
    public ReadOnlyObjectProperty<Optional<ImportViewModel>> importProperty() {
        return importing.getReadOnlyProperty();
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
            importing.set(Optional.of(new ImportViewModel(
                    workspace,
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

    private void done() {
        refresh();
        imported.run();
    }

    private void refresh() {
        tasks.run(
                progress -> new Held(workspace.partitions(), workspace.codebook()),
                TaskRunner.Listener.of(
                        now -> {
                            failure.set(Optional.empty());
                            held.set(Optional.of(now));
                        },
                        why -> failure.set(Optional.of(why))));
    }
}
