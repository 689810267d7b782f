package org.ecart.ui.task;

import java.util.function.Consumer;

/**
 * The lines of work of a window. Within one, jobs run in the order in which they were started; none waits for another, so
 * that a table is made while an import runs.
 *
 * @param tables makes tables and charts, opens workspaces, writes files
 * @param counts counts the persons of rules, beside the tables that follow from them
 * @param imports reads deliveries
 * @param saving writes studies
 */
public record Lanes(TaskRunner tables, TaskRunner counts, TaskRunner imports, TaskRunner saving) {
    /** Runs something once everything is done that was started before, in any of the lines. */
    public void afterAll(Runnable last, Consumer<RuntimeException> failed) {
        after(
                saving,
                () -> after(imports, () -> after(counts, () -> after(tables, last, failed), failed), failed),
                failed);
    }

    private static void after(TaskRunner lane, Runnable what, Consumer<RuntimeException> failed) {
        lane.run(
                progress -> {
                    what.run();
                    return what;
                },
                TaskRunner.Listener.of(done -> {}, failed));
    }
}
