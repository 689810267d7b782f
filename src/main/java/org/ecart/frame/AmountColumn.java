package org.ecart.frame;

import java.util.List;

/**
 * An amount, weight or count of every person as scaled whole numbers: value = element / 10^scale.
 *
 * @param scale decimals, 0 to 18
 * @param segments one array a chunk; {@link #UNKNOWN} = no value
 * @param lowest the smallest element that is known; 0 where none is
 * @param highest the largest element that is known; 0 where none is
 * @param complete whether every element is known
 */
public record AmountColumn(int scale, List<long[]> segments, long lowest, long highest, boolean complete) {
    /** Stands for an empty field. */
    public static final long UNKNOWN = Long.MIN_VALUE;

    public AmountColumn {
        segments = List.copyOf(segments);
    }

    /** A column whose extremes are looked for. */
    public static AmountColumn of(int scale, List<long[]> segments) {
        long lowest = Long.MAX_VALUE;
        long highest = UNKNOWN;
        boolean complete = true;
        for (long[] segment : segments) {
            for (long element : segment) {
                highest = Math.max(highest, element);
                lowest = Math.min(lowest, element == UNKNOWN ? Long.MAX_VALUE : element);
                complete &= element != UNKNOWN;
            }
        }
        return highest == UNKNOWN
                ? new AmountColumn(scale, segments, 0, 0, complete)
                : new AmountColumn(scale, segments, lowest, highest, complete);
    }

    /** Bits, besides a sign, that hold every known element. */
    public int bits() {
        return Long.SIZE - Long.numberOfLeadingZeros(Math.max(Math.abs(lowest), Math.abs(highest)));
    }
}
