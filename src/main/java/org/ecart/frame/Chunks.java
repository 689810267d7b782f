package org.ecart.frame;

/** How rows are cut: every chunk but the last holds {@link #SIZE} rows. */
public final class Chunks {
    /** Rows in a full chunk. */
    public static final int SIZE = 65_536;

    private Chunks() {}

    /** The number of chunks that hold {@code rows} rows. */
    public static int count(int rows) {
        return (int) (((long) rows + SIZE - 1) / SIZE);
    }

    /** The number of rows in chunk {@code chunk} of a column of {@code rows} rows. */
    public static int length(int chunk, int rows) {
        return Math.min(SIZE, rows - chunk * SIZE);
    }
}
