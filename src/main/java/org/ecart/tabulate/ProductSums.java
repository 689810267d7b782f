package org.ecart.tabulate;

import java.util.List;
import org.ecart.frame.AmountColumn;

/**
 * Sums of products of columns by cell. They run in longs for as many rows as cannot overflow, and are then carried over
 * into {@link ExactSums}; only products that do not fit into a long, or would be carried over too often, are exact from the
 * first row on. Where there is room, one long holds the sum and above it the rows. A factor that is not known counts as 0.
 */
final class ProductSums {
    /** Bits of a long besides its sign. */
    private static final int BITS = 63;

    private final List<AmountColumn> factors;
    private final ExactSums exact;
    private final long[] sums;
    private final long[][] values;
    private final long rowsAtOnce;
    /** The bit of a sum from which on its rows are counted; 0 = they are not. */
    private final int countFrom;

    private final long[] counts;
    private long added;

    /** @param factors one to three; only the first two may be negative */
    ProductSums(int cells, List<AmountColumn> factors) {
        this.factors = factors;
        this.exact = new ExactSums(
                cells, factors.stream().mapToInt(AmountColumn::scale).sum());
        int bits = factors.stream().mapToInt(AmountColumn::bits).sum();
        int most = (BITS - 1 - bits) / 2;
        boolean counting = most > 0
                && 1L << most >= Math.max(cells, Rows.MOST)
                && factors.stream().allMatch(f -> f.lowest() >= 0);
        long rows = counting ? 1L << most : bits > BITS ? 0 : 1L << BITS - bits;
        this.rowsAtOnce = rows < Math.max(cells, Rows.MOST) ? 0 : rows;
        this.countFrom = counting ? bits + most : 0;
        this.counts = new long[counting ? cells : 0];
        this.sums = new long[rowsAtOnce == 0 ? 0 : cells];
        this.values = new long[factors.size()][Rows.MOST];
    }

    /** Adds the products of some rows, each to its cell. */
    void add(Rows rows, int[] cells) {
        if (rowsAtOnce == 0) {
            read(rows);
            addExactly(rows.count(), cells);
            return;
        }
        if (added + rows.count() > rowsAtOnce) {
            carry();
        }
        added += rows.count();
        long one = countFrom == 0 ? 0 : 1L << countFrom;
        if (factors.size() == 1) {
            factors.get(0).segments().get(rows.chunk()).addTo(sums, cells, rows.from(), rows.count(), one);
            return;
        }
        read(rows);
        long[] products = values[0];
        for (int f = 1; f < values.length; f++) {
            multiply(products, values[f]);
        }
        for (int i = 0; i < rows.count(); i++) {
            sums[cells[i]] += products[i] + one;
        }
    }

    private void read(Rows rows) {
        for (int f = 0; f < values.length; f++) {
            AmountColumn factor = factors.get(f);
            long[] into = values[f];
            factor.segments().get(rows.chunk()).read(rows.from(), rows.count(), into);
            if (!factor.complete()) {
                for (int i = 0; i < rows.count(); i++) {
                    into[i] = into[i] == AmountColumn.UNKNOWN ? 0 : into[i];
                }
            }
        }
    }

    private static void multiply(long[] products, long[] factor) {
        for (int i = 0; i < products.length; i++) {
            products[i] *= factor[i];
        }
    }

    private void addExactly(int count, int[] cells) {
        for (int i = 0; i < count; i++) {
            switch (values.length) {
                case 1 -> exact.add(cells[i], values[0][i]);
                case 2 -> exact.add(cells[i], values[0][i], values[1][i]);
                default -> exact.add(cells[i], values[0][i], values[1][i], values[2][i]);
            }
        }
    }

    private void carry() {
        for (int cell = 0; cell < sums.length; cell++) {
            if (countFrom == 0) {
                exact.add(cell, sums[cell]);
            } else {
                exact.add(cell, sums[cell] & (1L << countFrom) - 1);
                counts[cell] += sums[cell] >>> countFrom;
            }
            sums[cell] = 0;
        }
        added = 0;
    }

    ProductSums plus(ProductSums other) {
        carry();
        other.carry();
        exact.addAll(other.exact);
        for (int cell = 0; cell < counts.length; cell++) {
            counts[cell] += other.counts[cell];
        }
        return this;
    }

    /** Whether the rows of each cell are counted in the same go. */
    boolean counting() {
        return countFrom > 0;
    }

    /** How many rows were added to each cell. */
    long[] counts() {
        carry();
        return counts;
    }

    /** The sums of these cells. */
    ExactSums of(int[] cells) {
        carry();
        return exact.of(cells);
    }
}
