package org.ecart.tabulate;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.ecart.frame.AmountColumn;

/** The largest contributions of single rows to each cell, and the sum of all: weight x amount, without its sign. */
final class Largest implements Pass.Part<Largest> {
    private final Numbering numbers;
    private final AmountColumn amount;
    private final Optional<AmountColumn> weight;
    private final int most;
    private final ExactSums sums;
    /** Of each cell so many in a row, descending, in two halves; the lower one has no sign. */
    private final long[] upper;

    private final long[] lower;
    private final int[] cells = new int[Rows.MOST];
    private final long[] values = new long[Rows.MOST];
    private final long[] weights = new long[Rows.MOST];

    /** @param most how many are kept of each cell */
    Largest(Numbering numbers, AmountColumn amount, Optional<AmountColumn> weight, int most) {
        this.numbers = numbers;
        this.amount = amount;
        this.weight = weight;
        this.most = most;
        this.sums = new ExactSums(
                numbers.bound(),
                amount.scale() + weight.map(AmountColumn::scale).orElse(0));
        this.upper = new long[Math.multiplyExact(numbers.bound(), most)];
        this.lower = new long[upper.length];
    }

    @Override
    public void add(Rows rows) {
        numbers.write(rows, cells);
        amount.segments().get(rows.chunk()).read(rows.from(), rows.count(), values);
        weight.ifPresent(w -> w.segments().get(rows.chunk()).read(rows.from(), rows.count(), weights));
        for (int i = 0; i < rows.count(); i++) {
            if (values[i] != AmountColumn.UNKNOWN) {
                long value = Math.abs(values[i]);
                long times = weight.isEmpty() ? 1 : weights[i] == AmountColumn.UNKNOWN ? 0 : Math.abs(weights[i]);
                sums.add(cells[i], value, times);
                insert(cells[i] * most, Math.multiplyHigh(value, times), value * times);
            }
        }
    }

    private void insert(int first, long high, long low) {
        int at = first + most;
        while (at > first && larger(high, low, upper[at - 1], lower[at - 1])) {
            at--;
            if (at + 1 < first + most) {
                upper[at + 1] = upper[at];
                lower[at + 1] = lower[at];
            }
        }
        if (at < first + most) {
            upper[at] = high;
            lower[at] = low;
        }
    }

    private static boolean larger(long high, long low, long thanHigh, long thanLow) {
        return high > thanHigh || (high == thanHigh && Long.compareUnsigned(low, thanLow) > 0);
    }

    @Override
    public Largest plus(Largest other) {
        sums.addAll(other.sums);
        for (int i = 0; i < upper.length; i++) {
            insert(i - i % most, other.upper[i], other.lower[i]);
        }
        return this;
    }

    /** @param persons who contribute to it, which may be fewer than are kept */
    Contributions of(int cell, long persons) {
        List<BigDecimal> largest = new ArrayList<>();
        for (int i = cell * most; i < cell * most + Math.min(most, persons); i++) {
            byte[] both = ByteBuffer.allocate(2 * Long.BYTES)
                    .putLong(upper[i])
                    .putLong(lower[i])
                    .array();
            largest.add(new BigDecimal(new BigInteger(both), scale()));
        }
        return new Contributions(largest, sums.sum(cell));
    }

    private int scale() {
        return amount.scale() + weight.map(AmountColumn::scale).orElse(0);
    }
}
