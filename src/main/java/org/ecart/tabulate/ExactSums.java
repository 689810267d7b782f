package org.ecart.tabulate;

import java.math.BigDecimal;
import java.math.BigInteger;

/**
 * Sums of scaled whole numbers in 128 bits, so that they are exact: the same whatever the order of rows or threads.
 */
public final class ExactSums {
    private final int scale;
    private final long[] high;
    private final long[] low;

    /** @param scale decimals of the numbers that are added */
    public ExactSums(int cells, int scale) {
        this.scale = scale;
        this.high = new long[cells];
        this.low = new long[cells];
    }

    /** Adds {@code value x times} to a cell. */
    public void add(int cell, long value, long times) {
        addWide(cell, Math.multiplyHigh(value, times), value * times);
    }

    /** Adds the sums of another part of the rows, of the same scale. */
    public void addAll(ExactSums other) {
        for (int cell = 0; cell < low.length; cell++) {
            addWide(cell, other.high[cell], other.low[cell]);
        }
    }

    private void addWide(int cell, long highPart, long lowPart) {
        long sum = low[cell] + lowPart;
        long carry = Long.compareUnsigned(sum, lowPart) < 0 ? 1 : 0;
        low[cell] = sum;
        high[cell] += highPart + carry;
    }

    public BigDecimal sum(int cell) {
        BigInteger whole = BigInteger.valueOf(high[cell])
                .shiftLeft(Long.SIZE)
                .add(new BigInteger(Long.toUnsignedString(low[cell])));
        return new BigDecimal(whole, scale);
    }
}
