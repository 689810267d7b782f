package org.ecart.frame;

/** A selection among the rows of one chunk. Immutable to its users: every operation makes a new one. */
public final class RowMask {
    private final int rows;
    private final long[] bits;

    private RowMask(int rows, long[] bits) {
        this.rows = rows;
        this.bits = bits;
    }

    public static RowMask all(int rows) {
        return none(rows).not();
    }

    public static RowMask none(int rows) {
        return new RowMask(rows, new long[(rows + 63) >> 6]);
    }

    /** The rows of a segment whose code has {@code true} in {@code table}. */
    public static RowMask where(CodeSegment segment, boolean[] table) {
        RowMask mask = none(segment.length());
        segment.select(mask.bits, table);
        return mask;
    }

    public boolean has(int row) {
        return (bits[row >> 6] >>> row & 1) != 0;
    }

    public RowMask and(RowMask other) {
        long[] result = bits.clone();
        for (int i = 0; i < result.length; i++) {
            result[i] &= other.bits[i];
        }
        return new RowMask(rows, result);
    }

    public RowMask or(RowMask other) {
        long[] result = bits.clone();
        for (int i = 0; i < result.length; i++) {
            result[i] |= other.bits[i];
        }
        return new RowMask(rows, result);
    }

    public RowMask not() {
        long[] result = bits.clone();
        for (int i = 0; i < result.length; i++) {
            result[i] = ~result[i];
        }
        if ((rows & 63) != 0) {
            result[result.length - 1] &= (1L << rows) - 1;
        }
        return new RowMask(rows, result);
    }

    public int count() {
        int count = 0;
        for (long word : bits) {
            count += Long.bitCount(word);
        }
        return count;
    }
}
