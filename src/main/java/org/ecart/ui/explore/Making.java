package org.ecart.ui.explore;

import java.util.Optional;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyLongWrapper;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.ecart.model.EcartException;
import org.ecart.model.Study;
import org.ecart.protect.Preview;
import org.ecart.protect.ProtectedTable;
import org.ecart.study.TableDraft;
import org.ecart.ui.explore.ExploreViewModel.Shown;
import org.ecart.ui.task.TaskRunner;

/**
 * Makes one table after another: its figures at once with what is unsafe by itself marked, the full protection after
 * them. A table that no rule protects stays on screen as it is, with the reason why it cannot leave.
 */
final class Making {
    /** Figures as they come from the job: already marked, for that takes a moment on a large table. */
    private record Drafted(TableDraft draft, Preview preview) {}

    private final Analysis analysis;
    private final TaskRunner tasks;
    private final ReadOnlyObjectWrapper<Optional<Shown>> shown = new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ReadOnlyObjectWrapper<Optional<RuntimeException>> failure =
            new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ReadOnlyLongWrapper millis = new ReadOnlyLongWrapper();
    private final ReadOnlyLongWrapper largeCells = new ReadOnlyLongWrapper();
    private final ReadOnlyBooleanWrapper busy = new ReadOnlyBooleanWrapper();
    private Optional<TableDraft> draft = Optional.empty();
    private TaskRunner.Running running = () -> {};

    Making(Analysis analysis, TaskRunner tasks) {
        this.analysis = analysis;
        this.tasks = tasks;
    }

    ReadOnlyObjectWrapper<Optional<Shown>> shown() {
        return shown;
    }

    ReadOnlyObjectWrapper<Optional<RuntimeException>> failure() {
        return failure;
    }

    /** The figures behind the table on screen; none while there are none. */
    Optional<TableDraft> draft() {
        return draft;
    }

    /** How long the last figures took, without their protection. */
    ReadOnlyLongWrapper millis() {
        return millis;
    }

    /** The cells of a table that waits for the analyst's word; 0 = none waits. */
    ReadOnlyLongWrapper largeCells() {
        return largeCells;
    }

    ReadOnlyBooleanWrapper busy() {
        return busy;
    }

    /** Gives up the table that is being made. */
    void stop() {
        running.cancel();
        busy.set(false);
    }

    /** Shows nothing but how large the table would be. */
    void hold(long cells) {
        failure.set(Optional.empty());
        draft = Optional.empty();
        shown.set(Optional.empty());
        largeCells.set(cells);
    }

    void make(Study study, Study.Table table) {
        largeCells.set(0);
        busy.set(true);
        long start = System.nanoTime();
        running = tasks.run(
                progress -> {
                    TableDraft draft = analysis.draft(study, table, progress);
                    return new Drafted(draft, draft.preview());
                },
                TaskRunner.Listener.of(drafted -> drafted(drafted, System.nanoTime() - start), this::failed));
    }

    private void drafted(Drafted drafted, long nanos) {
        millis.set(nanos / 1_000_000);
        failure.set(Optional.empty());
        Preview preview = drafted.preview();
        draft = Optional.of(drafted.draft());
        Shown first = new Shown(preview, preview.marks(), Optional.empty(), Optional.empty());
        shown.set(Optional.of(first));
        running =
                tasks.run(drafted.draft()::protect, TaskRunner.Listener.of(this::done, why -> unprotected(first, why)));
    }

    private void done(ProtectedTable table) {
        busy.set(false);
        shown.set(Optional.of(new Shown(table.releasable(), table.marks(), Optional.of(table), Optional.empty())));
    }

    private void unprotected(Shown first, RuntimeException why) {
        if (why instanceof EcartException refusal && refusal.fault() == EcartException.Fault.DISCLOSURE) {
            busy.set(false);
            shown.set(Optional.of(new Shown(first.table(), first.marks(), Optional.empty(), Optional.of(refusal))));
        } else {
            failed(why);
        }
    }

    private void failed(RuntimeException why) {
        busy.set(false);
        draft = Optional.empty();
        shown.set(Optional.empty());
        failure.set(Optional.of(why));
    }
}
