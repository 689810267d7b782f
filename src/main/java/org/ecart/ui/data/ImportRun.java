package org.ecart.ui.data;

import java.util.List;
import java.util.function.Consumer;
import org.ecart.intake.IntakeReport;
import org.ecart.model.Progress;
import org.ecart.store.Workspace;
import org.ecart.ui.task.TaskRunner;

/** An import under way, which can be stopped and then says for sure what became of it. */
final class ImportRun {
    private final TaskRunner tasks;
    private final TaskRunner.Running running;
    private final Shared shared;

    /** What both threads see. */
    private static final class Shared {
        private volatile boolean stop;
        private volatile List<IntakeReport> result = List.of();
    }

    private ImportRun(TaskRunner tasks, TaskRunner.Running running, Shared shared) {
        this.tasks = tasks;
        this.running = running;
        this.shared = shared;
    }

    /** Starts an import; {@code started} has it before anything is told. */
    static void start(
            Workspace workspace,
            Workspace.Import request,
            TaskRunner tasks,
            TaskRunner.Listener<List<IntakeReport>> listener,
            Consumer<ImportRun> started) {
        Shared shared = new Shared();
        started.accept(new ImportRun(tasks, () -> {}, shared));
        TaskRunner.Running running = tasks.run(
                progress -> {
                    List<IntakeReport> result = workspace.take(request, stoppable(progress, shared));
                    shared.result = result;
                    return result;
                },
                listener);
        started.accept(new ImportRun(tasks, running, shared));
    }

    private static Progress stoppable(Progress progress, Shared shared) {
        return (step, fraction) -> {
            if (shared.stop) {
                throw new Progress.Cancelled();
            }
            progress.report(step, fraction);
        };
    }

    /**
     * Stops it. The answer comes from behind the import in the queue: only then is it sure what became of it.
     *
     * @param outcome hears the reports where it was too late to stop, else an empty list
     */
    void stop(TaskRunner.Listener<List<IntakeReport>> outcome) {
        shared.stop = true;
        running.cancel();
        tasks.run(progress -> shared.result, outcome);
    }
}
