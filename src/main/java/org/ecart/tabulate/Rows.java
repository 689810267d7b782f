package org.ecart.tabulate;

/**
 * Rows that are counted together: few enough that what is noted about each stays in the nearest memory.
 *
 * @param from the first of them in the chunk, a multiple of {@link #MOST}
 */
record Rows(int chunk, int from, int count) {
    /** Rows at once, at most. */
    static final int MOST = 16384;
}
