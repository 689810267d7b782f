package org.ecart.intake;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.FutureTask;

/**
 * Does jobs side by side and gives their results in the order in which they came. Who asks for a result that nobody has
 * begun works on it, so that with one thread it is all done by the caller.
 */
final class InOrder<T> implements AutoCloseable {
    private final Deque<FutureTask<T>> jobs = new ArrayDeque<>();
    private final ExecutorService others;
    private final int most;
    private final boolean alone;

    /** @param threads that work, the caller's included */
    InOrder(int threads) {
        others = Executors.newFixedThreadPool(Math.max(1, threads - 1), job -> {
            Thread thread = new Thread(job, "ecart-intake");
            thread.setDaemon(true);
            return thread;
        });
        most = 2 * threads;
        alone = threads == 1;
    }

    /** Whether no more should be begun before a result is taken. */
    boolean full() {
        return jobs.size() >= most;
    }

    boolean idle() {
        return jobs.isEmpty();
    }

    void begin(Callable<T> job) {
        FutureTask<T> task = new FutureTask<>(job);
        jobs.add(task);
        if (!alone) {
            others.execute(task);
        }
    }

    /** The result of the oldest job; what it threw is thrown. */
    T take() {
        FutureTask<T> oldest = jobs.remove();
        oldest.run();
        try {
            return oldest.get();
        } catch (ExecutionException failed) {
            if (failed.getCause() instanceof RuntimeException cause) {
                throw cause;
            }
            if (failed.getCause() instanceof Error cause) {
                throw cause;
            }
            throw new IllegalStateException(failed.getCause());
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(stopped);
        }
    }

    @Override
    public void close() {
        jobs.forEach(j -> j.cancel(false));
        others.shutdownNow();
    }
}
