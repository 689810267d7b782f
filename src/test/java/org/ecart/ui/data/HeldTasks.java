package org.ecart.ui.data;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.ecart.ui.task.TaskRunner;

/** Holds the first job that comes to a step there until it is let go, so that a window can be looked at meanwhile. */
final class HeldTasks implements TaskRunner {
    private static final long PATIENCE_SECONDS = 30;

    private final TaskRunner tasks;
    private final CountDownLatch there = new CountDownLatch(1);
    private final CountDownLatch free = new CountDownLatch(1);
    private volatile String step = "";

    HeldTasks(TaskRunner tasks) {
        this.tasks = tasks;
    }

    void holdAt(String key) {
        step = key;
    }

    /** Waits until a job is held. */
    void awaitHeld() {
        await(there);
    }

    void letGo() {
        free.countDown();
    }

    @Override
    public <T> Running run(Job<T> job, Listener<T> listener) {
        return tasks.run(
                progress -> job.run((at, fraction) -> {
                    progress.report(at, fraction);
                    if (at.equals(step)) {
                        there.countDown();
                        await(free);
                    }
                }),
                listener);
    }

    private static void await(CountDownLatch latch) {
        try {
            if (!latch.await(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
                throw new AssertionError("nothing within " + PATIENCE_SECONDS + " s");
            }
        } catch (InterruptedException interrupted) {
            throw new AssertionError(interrupted);
        }
    }
}
