package org.ecart.ui.data;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.ecart.model.Progress;
import org.ecart.store.Terms;
import org.ecart.store.Workspace;
import org.ecart.ui.task.TaskRunner;

/** An import under way, which can be stopped and then says for sure what became of it. */
final class ImportRun {
    private final Workspace workspace;
    private final Workspace.Import request;
    private final TaskRunner tasks;
    private final List<FileReport> seen = Collections.synchronizedList(new ArrayList<>());
    private volatile boolean stop;
    private volatile List<FileReport> result = List.of();
    private TaskRunner.Running running = () -> {};

    ImportRun(Workspace workspace, Workspace.Import request, TaskRunner tasks) {
        this.workspace = workspace;
        this.request = request;
        this.tasks = tasks;
    }

    void start(TaskRunner.Listener<List<FileReport>> listener) {
        running = tasks.run(
                progress -> {
                    result = FileReport.of(
                            workspace.take(request, stoppable(progress), report -> seen.add(FileReport.of(report))));
                    return result;
                },
                listener);
    }

    private Progress stoppable(Progress progress) {
        return (step, fraction) -> {
            if (stop) {
                throw new Progress.Cancelled();
            }
            progress.report(step, fraction);
        };
    }

    Terms terms() {
        return request.terms();
    }

    /** The files that were read, a refused one too. */
    List<FileReport> seen() {
        return List.copyOf(seen);
    }

    /**
     * Stops it. The answer comes from behind the import in the queue: only then is it sure what became of it.
     *
     * @param outcome hears the reports where it was too late to stop, else an empty list
     */
    void stop(TaskRunner.Listener<List<FileReport>> outcome) {
        stop = true;
        running.cancel();
        tasks.run(progress -> result, outcome);
    }
}
