package org.ecart.ui.task;

import org.ecart.model.Progress;

/** Runs a job at once, in place, and tells how it ended: view models are tested without waiting. */
public final class InlineTasks implements TaskRunner {
    @Override
    public <T> Running run(Job<T> job, Listener<T> listener) {
        T result;
        try {
            result = job.run(listener::progress);
        } catch (Progress.Cancelled stopped) {
            return () -> {};
        } catch (RuntimeException failure) {
            listener.failed(failure);
            return () -> {};
        }
        listener.done(result);
        return () -> {};
    }
}
