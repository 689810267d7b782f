package org.ecart.model;

/** How a long job tells where it is, and learns that it should stop. */
public interface Progress {
    /** A job that nobody watches and nobody cancels. */
    Progress NONE = (step, fraction) -> {};

    /**
     * Says where the job is.
     *
     * @param step a message key
     * @param fraction 0 to 1; negative = not known
     * @throws Cancelled when the job should stop here
     */
    void report(String step, double fraction);

    /** Thrown through a job that was told to stop. */
    final class Cancelled extends RuntimeException {
        private static final long serialVersionUID = 1L;

        public Cancelled() {
            super("cancelled", null, false, false);
        }
    }
}
