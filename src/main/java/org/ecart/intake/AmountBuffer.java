package org.ecart.intake;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.ecart.frame.AmountColumn;
import org.ecart.frame.Chunks;

/**
 * A column of decimal numbers while it grows. All are kept at one scale: as many decimals as were met, as far as 18
 * digits hold them beside the largest whole part; decimals beyond that are cut, which does not depend on the order of
 * rows as rounding would.
 */
final class AmountBuffer {
    private static final int DIGITS = 18;
    /** More digits before the point than any amount has; they leave room for three decimals. */
    private static final int LARGEST_WHOLE = 15;

    private long[] values = new long[1024];
    private int size;
    private int scale;
    private int wholeDigits = 1;

    /** Whether a number can be kept at all. */
    static boolean keeps(BigDecimal number) {
        return wholeDigits(number) <= LARGEST_WHOLE;
    }

    void add(BigDecimal number) {
        wholeDigits = Math.max(wholeDigits, wholeDigits(number));
        int decimals = number.signum() == 0 ? 0 : number.stripTrailingZeros().scale();
        rescale(Math.min(Math.max(scale, decimals), DIGITS - wholeDigits));
        put(number.setScale(scale, RoundingMode.DOWN).unscaledValue().longValueExact());
    }

    void addUnknown() {
        put(AmountColumn.UNKNOWN);
    }

    AmountColumn ordered(int[] order) {
        List<long[]> segments = new ArrayList<>();
        for (int chunk = 0; chunk < Chunks.count(order.length); chunk++) {
            long[] segment = new long[Chunks.length(chunk, order.length)];
            for (int i = 0; i < segment.length; i++) {
                segment[i] = values[order[chunk * Chunks.SIZE + i]];
            }
            segments.add(segment);
        }
        return new AmountColumn(scale, segments);
    }

    private static int wholeDigits(BigDecimal number) {
        return Math.max(1, number.precision() - number.scale());
    }

    private void rescale(int wanted) {
        long up = power(wanted - scale);
        long down = power(scale - wanted);
        for (int i = 0; wanted != scale && i < size; i++) {
            values[i] = values[i] == AmountColumn.UNKNOWN ? values[i] : values[i] * up / down;
        }
        scale = wanted;
    }

    private static long power(int exponent) {
        return BigDecimal.TEN.pow(Math.max(0, exponent)).longValueExact();
    }

    private void put(long value) {
        if (size == values.length) {
            values = Arrays.copyOf(values, size * 2);
        }
        values[size++] = value;
    }
}
