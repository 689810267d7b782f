package org.ecart.ui.task;

import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import javafx.application.Platform;
import org.ecart.model.Progress;

/** Runs jobs on one thread of its own; outcomes come back on JavaFX's thread. */
public final class BackgroundTasks implements TaskRunner, AutoCloseable {
    /** Progress is told at most this often; more would only fill the interface's queue. */
    private static final long TELL_EVERY_NANOS = 50_000_000;

    private static final long CLOSE_SECONDS = 10;

    private final ExecutorService thread = Executors.newSingleThreadExecutor(runnable -> {
        Thread daemon = new Thread(runnable, "ecart-jobs");
        daemon.setDaemon(true);
        return daemon;
    });

    private volatile boolean closing;

    @Override
    public <T> Running run(Job<T> job, Listener<T> listener) {
        AtomicBoolean cancelled = new AtomicBoolean();
        thread.execute(() -> work(job, listener, cancelled));
        return () -> cancelled.set(true);
    }

    private <T> void work(Job<T> job, Listener<T> listener, AtomicBoolean cancelled) {
        if (cancelled.get()) {
            return;
        }
        try {
            T result = job.run(progress(listener, cancelled));
            tell(cancelled, () -> listener.done(result));
        } catch (Progress.Cancelled stopped) {
            // Whoever cancelled knows.
        } catch (RuntimeException failure) {
            tell(cancelled, () -> listener.failed(failure));
        } catch (Error defect) {
            tell(cancelled, () -> listener.failed(new IllegalStateException(defect)));
        }
    }

    private Progress progress(Listener<?> listener, AtomicBoolean cancelled) {
        AtomicLong lastTold = new AtomicLong(System.nanoTime() - TELL_EVERY_NANOS);
        return (step, fraction) -> {
            if (cancelled.get() || closing) {
                throw new Progress.Cancelled();
            }
            long last = lastTold.get();
            long now = System.nanoTime();
            if (now - last >= TELL_EVERY_NANOS && lastTold.compareAndSet(last, now)) {
                tell(cancelled, () -> listener.progress(step, fraction));
            }
        };
    }

    private static void tell(AtomicBoolean cancelled, Runnable news) {
        Platform.runLater(() -> {
            if (!cancelled.get()) {
                news.run();
            }
        });
    }

    /** Asks what runs to stop, and waits a little for what still waits: a study to be saved, a workspace to be closed. */
    @Override
    public void close() {
        // No interrupt: it would close the files of a database under whoever reads them.
        closing = true;
        thread.shutdown();
        try {
            if (!thread.awaitTermination(CLOSE_SECONDS, TimeUnit.SECONDS)) {
                thread.shutdownNow();
            }
        } catch (InterruptedException impatient) {
            Thread.currentThread().interrupt();
        }
    }
}
