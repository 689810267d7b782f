package org.ecart.frame;

import java.util.List;

/**
 * Amounts as scaled whole numbers: value = element / 10^scale.
 *
 * @param scale decimals, 0 to 18
 * @param segments one array a chunk; {@link #UNKNOWN} = no value
 */
public record AmountColumn(int scale, List<long[]> segments) {
    /** Stands for an empty field. */
    public static final long UNKNOWN = Long.MIN_VALUE;

    public AmountColumn {
        segments = List.copyOf(segments);
    }
}
