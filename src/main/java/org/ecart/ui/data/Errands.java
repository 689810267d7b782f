package org.ecart.ui.data;

import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.ecart.ui.task.TaskRunner;

/** The short jobs of a screen: whether one is under way, why the last one failed, and what there is to tell. */
final class Errands {
    private final TaskRunner tasks;
    private final ReadOnlyBooleanWrapper busy = new ReadOnlyBooleanWrapper();
    private final ReadOnlyObjectWrapper<Optional<RuntimeException>> failure =
            new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ReadOnlyObjectWrapper<Optional<Notice>> notice = new ReadOnlyObjectWrapper<>(Optional.empty());
    private TaskRunner.Running running = () -> {};

    Errands(TaskRunner tasks) {
        this.tasks = tasks;
    }

    ReadOnlyBooleanProperty busyProperty() {
        return busy.getReadOnlyProperty();
    }

    ReadOnlyObjectProperty<Optional<RuntimeException>> failureProperty() {
        return failure.getReadOnlyProperty();
    }

    ReadOnlyObjectProperty<Optional<Notice>> noticeProperty() {
        return notice.getReadOnlyProperty();
    }

    /** Runs a job; what was told before stays. */
    <T> void run(TaskRunner.Job<T> job, Consumer<T> done) {
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

    /** Asks the job that runs to stop. */
    void cancel() {
        running.cancel();
        busy.set(false);
    }

    void failed(RuntimeException why) {
        busy.set(false);
        failure.set(Optional.of(why));
    }

    void tell(String key, Object... arguments) {
        notice.set(Optional.of(new Notice(key, List.of(arguments))));
    }

    /** Forgets what was told. */
    void clear() {
        failure.set(Optional.empty());
        notice.set(Optional.empty());
    }
}
