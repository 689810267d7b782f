package org.ecart.ui.task;

import java.util.function.Consumer;
import org.ecart.model.Progress;

/** Runs jobs and brings their outcome back to the interface thread. Tests use one that runs at once, in place. */
public interface TaskRunner {
    /** Something that takes a while. */
    @FunctionalInterface
    interface Job<T> {
        T run(Progress progress);
    }

    /** Hears of a job on the interface thread: where it is, then how it ended. */
    interface Listener<T> {
        /**
         * Where the job is.
         *
         * @param step a message key
         * @param fraction 0 to 1; negative = not known
         */
        default void progress(String step, double fraction) {}

        void done(T result);

        /** An expected failure or a defect; a cancelled job says nothing. */
        void failed(RuntimeException failure);

        /** A listener that only has these two ends. */
        static <T> Listener<T> of(Consumer<T> done, Consumer<RuntimeException> failed) {
            return new Listener<>() {
                @Override
                public void done(T result) {
                    done.accept(result);
                }

                @Override
                public void failed(RuntimeException failure) {
                    failed.accept(failure);
                }
            };
        }
    }

    /** A job under way. */
    @FunctionalInterface
    interface Running {
        /** Asks the job to stop; its listener hears nothing more. */
        void cancel();
    }

    /** Starts a job; jobs run one after another in the order in which they were started. */
    <T> Running run(Job<T> job, Listener<T> listener);
}
