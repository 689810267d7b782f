package org.ecart.frame;

import java.util.List;

/**
 * An amount, weight or count of every person as scaled whole numbers: value = element / 10^scale.
 *
 * @param scale decimals, 0 to 18
 * @param segments one a chunk
 * @param lowest the smallest element that is known; 0 where none is
 * @param highest the largest element that is known; 0 where none is
 * @param complete whether every element is known
 */
public record AmountColumn(int scale, List<AmountSegment> segments, long lowest, long highest, boolean complete) {
    /** Stands for an empty field. */
    public static final long UNKNOWN = Long.MIN_VALUE;

    public AmountColumn {
        segments = List.copyOf(segments);
    }

    /**
     * A column whose extremes are looked for, and which is packed accordingly.
     *
     * @param chunks the elements of each chunk, in arrays that nobody changes any more
     */
    public static AmountColumn of(int scale, List<long[]> chunks) {
        long lowest = Long.MAX_VALUE;
        long highest = UNKNOWN;
        boolean complete = true;
        for (long[] chunk : chunks) {
            for (long element : chunk) {
                highest = Math.max(highest, element);
                lowest = Math.min(lowest, element == UNKNOWN ? Long.MAX_VALUE : element);
                complete &= element != UNKNOWN;
            }
        }
        if (highest == UNKNOWN) {
            lowest = 0;
            highest = 0;
        }
        boolean narrow = lowest > Integer.MIN_VALUE && highest <= Integer.MAX_VALUE;
        List<AmountSegment> segments =
                chunks.stream().map(c -> AmountSegment.pack(c, narrow)).toList();
        return new AmountColumn(scale, segments, lowest, highest, complete);
    }

    /** Whether every row has the same element, the lowest. */
    public boolean same() {
        return complete && lowest == highest;
    }

    /** Bits, besides a sign, that hold every known element. */
    public int bits() {
        return Long.SIZE - Long.numberOfLeadingZeros(Math.max(Math.abs(lowest), Math.abs(highest)));
    }
}
