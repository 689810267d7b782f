package org.ecart.intake;

/** The places of a few short values; one that falls on another's slot takes it over. */
final class ShortValues {
    /** The longest value, in bytes: with its length it fits in a number. */
    static final int LONGEST = Long.BYTES - 1;

    private static final int BITS = 8;
    private static final int LENGTH_SHIFT = Byte.SIZE * LONGEST;
    /** Spreads over the upper bits what differs in the lower ones (2^64 divided by the golden ratio). */
    private static final long SPREAD = 0x9E3779B97F4A7C15L;

    private final long[] values = new long[1 << BITS];
    private final int[] places = new int[1 << BITS];

    /** A value of 1 to {@link #LONGEST} bytes as a number above 0. */
    static long value(byte[] text, int from, int to) {
        return ByteIndex.tail(text, from, to) | (long) (to - from) << LENGTH_SHIFT;
    }

    boolean holds(long value) {
        return values[slot(value)] == value;
    }

    int place(long value) {
        return places[slot(value)];
    }

    void put(long value, int place) {
        int slot = slot(value);
        values[slot] = value;
        places[slot] = place;
    }

    private static int slot(long value) {
        return (int) (value * SPREAD >>> Long.SIZE - BITS);
    }
}
