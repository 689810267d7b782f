package org.ecart.tabulate;

import java.util.List;
import org.ecart.frame.AmountColumn;

/**
 * Sums of products of columns by cell. They run in longs for as many rows as cannot overflow, and are then carried over
 * into {@link ExactSums}; only products that do not fit into a long, or would be carried over too often, are exact from the
 * first row on. A factor that is not known counts as 0.
 */
final class ProductSums {
    /** Bits of a long besides its sign. */
    private static final int BITS = 63;

    private final List<AmountColumn> factors;
    private final ExactSums exact;
    private final long[] sums;
    private final long[][] values;
    private final long rowsAtOnce;
    private long added;

    /** @param factors one to three; only the first two may be negative */
    ProductSums(int cells, List<AmountColumn> factors) {
        this.factors = factors;
        this.exact = new ExactSums(
                cells, factors.stream().mapToInt(AmountColumn::scale).sum());
        int free = BITS - factors.stream().mapToInt(AmountColumn::bits).sum();
        long rows = free < 0 ? 0 : 1L << free;
        this.rowsAtOnce = rows < Math.max(cells, Rows.MOST) ? 0 : rows;
        this.sums = new long[rowsAtOnce == 0 ? 0 : cells];
        this.values = new long[factors.size()][Rows.MOST];
    }

    /** Adds the products of some rows, each to its cell. */
    void add(Rows rows, int[] cells) {
        for (int f = 0; f < values.length; f++) {
            read(factors.get(f), rows, values[f]);
        }
        if (rowsAtOnce == 0) {
            addExactly(rows.count(), cells);
            return;
        }
        long[] products = values[0];
        for (int f = 1; f < values.length; f++) {
            multiply(products, values[f]);
        }
        if (added + rows.count() > rowsAtOnce) {
            carry();
        }
        added += rows.count();
        for (int i = 0; i < rows.count(); i++) {
            sums[cells[i]] += products[i];
        }
    }

    private static void read(AmountColumn factor, Rows rows, long[] into) {
        System.arraycopy(factor.segments().get(rows.chunk()), rows.from(), into, 0, rows.count());
        if (!factor.complete()) {
            for (int i = 0; i < rows.count(); i++) {
                into[i] = into[i] == AmountColumn.UNKNOWN ? 0 : into[i];
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
            exact.add(cell, sums[cell]);
            sums[cell] = 0;
        }
        added = 0;
    }

    ProductSums plus(ProductSums other) {
        carry();
        other.carry();
        exact.addAll(other.exact);
        return this;
    }

    /** The sums of these cells. */
    ExactSums of(int[] cells) {
        carry();
        return exact.of(cells);
    }
}
