package org.ecart.ui.explore;

import java.util.Optional;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.ecart.protect.CellAudit;
import org.ecart.protect.ProtectedTable;
import org.ecart.study.TableDraft;
import org.ecart.ui.explore.ExploreViewModel.Shown;
import org.ecart.ui.task.TaskRunner;

/** Asks what somebody outside can make of a cell that is left out: in the background, one cell at a time. */
final class CellAuditViewModel {
    private final Making making;
    private final TaskRunner tasks;
    private final ReadOnlyObjectWrapper<Optional<CellAudit>> audit = new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ReadOnlyObjectWrapper<Optional<RuntimeException>> failure =
            new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ReadOnlyBooleanWrapper busy = new ReadOnlyBooleanWrapper();
    private TaskRunner.Running running = () -> {};

    CellAuditViewModel(Making making, TaskRunner tasks) {
        this.making = making;
        this.tasks = tasks;
        // what was asked of a table that is gone
        making.shown().addListener(o -> forget());
    }

    /** What was found; none while nothing was asked, or the answer is still looked for. */
    ReadOnlyObjectProperty<Optional<CellAudit>> auditProperty() {
        return audit.getReadOnlyProperty();
    }

    ReadOnlyObjectProperty<Optional<RuntimeException>> failureProperty() {
        return failure.getReadOnlyProperty();
    }

    ReadOnlyBooleanProperty busyProperty() {
        return busy.getReadOnlyProperty();
    }

    /** Asks about a cell; only those of a finished table can be asked about, and only where they are left out. */
    void ask(int cell) {
        forget();
        Optional<Shown> shown = making.shown().get();
        Optional<ProtectedTable> made = shown.flatMap(Shown::last);
        Optional<TableDraft> draft = making.draft();
        if (made.isEmpty() || draft.isEmpty() || !made.get().marks().get(cell).suppressed()) {
            return;
        }
        busy.set(true);
        running = tasks.run(
                progress -> draft.get().audit(made.get(), cell, progress),
                TaskRunner.Listener.of(this::found, this::failed));
    }

    /** Gives up what was asked, and what was found. */
    void forget() {
        running.cancel();
        busy.set(false);
        audit.set(Optional.empty());
        failure.set(Optional.empty());
    }

    private void found(CellAudit found) {
        busy.set(false);
        audit.set(Optional.of(found));
    }

    private void failed(RuntimeException why) {
        busy.set(false);
        failure.set(Optional.of(why));
    }
}
