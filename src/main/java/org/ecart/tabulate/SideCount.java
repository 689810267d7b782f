package org.ecart.tabulate;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.ecart.frame.AmountColumn;
import org.ecart.model.Query;

/** Rows strictly below and strictly above a quantile of their cell, see {@link Sides}. */
final class SideCount implements Pass.Part<SideCount> {
    private static final BigInteger MOST = BigInteger.valueOf(Long.MAX_VALUE);

    private final Numbering numbers;
    private final AmountColumn amount;
    private final long[] lowest;
    private final long[] highest;
    private final long[] below;
    private final long[] above;
    private final int[] cells = new int[Rows.MOST];
    private final long[] values = new long[Rows.MOST];

    private SideCount(Numbering numbers, AmountColumn amount, long[] lowest, long[] highest) {
        this.numbers = numbers;
        this.amount = amount;
        this.lowest = lowest;
        this.highest = highest;
        this.below = new long[lowest.length];
        this.above = new long[lowest.length];
    }

    /**
     * @param of the numbers of the cells
     * @param quantiles of each of them
     */
    static SideCount of(
            Numbering numbers,
            AmountColumn amount,
            int[] of,
            List<Optional<BigDecimal>> quantiles,
            Query.Telling telling) {
        long[] lowest = new long[numbers.bound()];
        long[] highest = new long[lowest.length];
        Arrays.fill(lowest, AmountColumn.UNKNOWN);
        Arrays.fill(highest, Long.MAX_VALUE);
        for (int cell = 0; cell < of.length; cell++) {
            Optional<BigDecimal> quantile = quantiles.get(cell);
            if (quantile.isPresent()) {
                BigDecimal rounded = telling.rounded(quantile.get());
                lowest[of[cell]] = element(quantile.get().min(rounded), amount.scale());
                highest[of[cell]] = element(quantile.get().max(rounded), amount.scale());
            }
        }
        return new SideCount(numbers, amount, lowest, highest);
    }

    /** The published value has no more decimals than the amount; it may lie beyond what an amount can be. */
    private static long element(BigDecimal value, int scale) {
        return value.setScale(scale)
                .unscaledValue()
                .min(MOST)
                .max(MOST.negate())
                .longValueExact();
    }

    /** The same with nobody counted. */
    SideCount fresh() {
        return new SideCount(numbers, amount, lowest, highest);
    }

    @Override
    public void add(Rows rows) {
        numbers.write(rows, cells);
        amount.segments().get(rows.chunk()).read(rows.from(), rows.count(), values);
        for (int i = 0; i < rows.count(); i++) {
            if (values[i] != AmountColumn.UNKNOWN) {
                below[cells[i]] += values[i] < lowest[cells[i]] ? 1 : 0;
                above[cells[i]] += values[i] > highest[cells[i]] ? 1 : 0;
            }
        }
    }

    @Override
    public SideCount plus(SideCount other) {
        for (int cell = 0; cell < below.length; cell++) {
            below[cell] += other.below[cell];
            above[cell] += other.above[cell];
        }
        return this;
    }

    Sides at(int cell) {
        return new Sides(below[cell], above[cell]);
    }
}
