package org.ecart.ui.data;

import java.util.OptionalLong;

/**
 * How fast an import goes.
 *
 * @param bytes of all files
 * @param rows of all files, about; 0 = not known
 * @param start in milliseconds of the clock
 */
record Pace(long bytes, double rows, long start) {
    /** Before, the rate says more about the start than about what follows. */
    private static final long SETTLED = 500;

    private static final double ENOUGH = 0.01;

    /**
     * Where the import is.
     *
     * @param step a message key
     * @param fraction of the bytes, 0 to 1
     * @param rowsPerSecond none while it cannot be told
     * @param secondsLeft none while it cannot be told
     */
    record Reading(
            String step,
            double fraction,
            long bytesRead,
            long bytes,
            OptionalLong rowsPerSecond,
            OptionalLong secondsLeft) {}

    Reading at(String step, double fraction, long now) {
        long elapsed = now - start;
        boolean told = elapsed >= SETTLED && fraction >= ENOUGH;
        return new Reading(
                step,
                fraction,
                Math.round(fraction * bytes),
                bytes,
                told && rows > 0 ? OptionalLong.of(Math.round(fraction * rows * 1000 / elapsed)) : OptionalLong.empty(),
                told
                        ? OptionalLong.of((long) Math.ceil(elapsed * (1 - fraction) / fraction / 1000))
                        : OptionalLong.empty());
    }
}
