package org.ecart.tabulate;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.util.Arrays;

/**
 * Sums of scaled whole numbers in 192 bits, so that they are exact: the same whatever the order of rows or threads. That
 * holds 2^31 rows of products of three numbers of 53 bits.
 */
public final class ExactSums {
    private final int scale;
    private final long[] low;
    /** Empty where every sum is known to fit into a long. */
    private final long[] middle;

    private final long[] high;

    /** @param scale decimals of the numbers that are added */
    public ExactSums(int cells, int scale) {
        this(scale, new long[cells], new long[cells], new long[cells]);
    }

    private ExactSums(int scale, long[] low, long[] middle, long[] high) {
        this.scale = scale;
        this.low = low;
        this.middle = middle;
        this.high = high;
    }

    /** Sums that are complete; nothing may be added to them. */
    static ExactSums of(long[] sums, int scale) {
        return new ExactSums(scale, sums, new long[0], new long[0]);
    }

    /** Adds a number to a cell. */
    void add(int cell, long value) {
        long sign = value >> (Long.SIZE - 1);
        addWide(cell, sign, sign, value);
    }

    /** Adds {@code value x times} to a cell. */
    public void add(int cell, long value, long times) {
        long upper = Math.multiplyHigh(value, times);
        addWide(cell, upper >> (Long.SIZE - 1), upper, value * times);
    }

    /**
     * Adds {@code value x weight x times} to a cell.
     *
     * @param times not negative
     */
    void add(int cell, long value, long weight, long times) {
        long upper = Math.multiplyHigh(value, weight);
        long lower = value * weight;
        // The lower half has no sign: what a signed product takes it to have is added again.
        long carried = Math.multiplyHigh(lower, times) + (lower >> (Long.SIZE - 1) & times);
        long product = upper * times;
        long second = product + carried;
        long carry = Long.compareUnsigned(second, carried) < 0 ? 1 : 0;
        addWide(cell, Math.multiplyHigh(upper, times) + carry, second, lower * times);
    }

    /** Adds the sums of another part of the rows, of the same scale. */
    public void addAll(ExactSums other) {
        for (int cell = 0; cell < low.length; cell++) {
            addWide(cell, other.high[cell], other.middle[cell], other.low[cell]);
        }
    }

    private void addWide(int cell, long third, long second, long first) {
        long sum = low[cell] + first;
        long carry = Long.compareUnsigned(sum, first) < 0 ? 1 : 0;
        low[cell] = sum;
        long next = middle[cell] + second;
        long nextCarry = Long.compareUnsigned(next, second) < 0 ? 1 : 0;
        middle[cell] = next + carry;
        high[cell] += third + nextCarry + (carry == 1 && next == -1 ? 1 : 0);
    }

    /** The same sums of some of the cells. */
    ExactSums of(int[] cells) {
        return new ExactSums(scale, picked(low, cells), picked(middle, cells), picked(high, cells));
    }

    /** The sums of so many cells together, from each of these on. */
    ExactSums pooled(int[] from, int together) {
        ExactSums pooled = new ExactSums(from.length, scale);
        for (int cell = 0; cell < from.length; cell++) {
            for (int of = from[cell]; of < from[cell] + together; of++) {
                if (middle.length == 0) {
                    pooled.add(cell, low[of]);
                } else {
                    pooled.addWide(cell, high[of], middle[of], low[of]);
                }
            }
        }
        return pooled;
    }

    private static long[] picked(long[] sums, int[] cells) {
        return sums.length == 0
                ? sums
                : Arrays.stream(cells).mapToLong(cell -> sums[cell]).toArray();
    }

    /** The lower 64 of the 128 bits that hold a sum of a cell which is not negative and no longer than they are. */
    long lower(int cell) {
        return low[cell];
    }

    /** The upper 64 of these bits. */
    long upper(int cell) {
        return middle.length == 0 ? 0 : middle[cell];
    }

    /** The sum of a cell in units of its last decimal. */
    BigInteger whole(int cell) {
        if (middle.length == 0) {
            return BigInteger.valueOf(low[cell]);
        }
        return new BigInteger(ByteBuffer.allocate(3 * Long.BYTES)
                .putLong(high[cell])
                .putLong(middle[cell])
                .putLong(low[cell])
                .array());
    }

    public BigDecimal sum(int cell) {
        long sign = low[cell] >> (Long.SIZE - 1);
        return middle.length == 0 || (middle[cell] == sign && high[cell] == sign)
                ? BigDecimal.valueOf(low[cell], scale)
                : new BigDecimal(whole(cell), scale);
    }
}
