package org.ecart.tabulate;

import java.util.List;
import org.ecart.frame.AmountColumn;

/**
 * Sums of products of columns by cell. They run in longs for as many chunks as cannot overflow, and are then carried over
 * into {@link ExactSums}; only products that do not fit into a long are exact from the first row on. A factor that is not
 * known counts as 0.
 */
final class ProductSums {
    /** Bits of a long besides its sign. */
    private static final int BITS = 63;

    private static final int CHUNK_BITS = 16;

    private final List<AmountColumn> factors;
    private final ExactSums exact;
    private final long[] sums;
    private final long[][] buffers;
    private final long chunksAtOnce;
    private long chunks;

    /** @param factors one to three; only the first two may be negative */
    ProductSums(int cells, List<AmountColumn> factors) {
        this.factors = factors;
        this.exact = new ExactSums(
                cells, factors.stream().mapToInt(AmountColumn::scale).sum());
        int free = BITS
                - CHUNK_BITS
                - factors.stream().mapToInt(AmountColumn::bits).sum();
        this.chunksAtOnce = free < 0 ? 0 : 1L << Math.min(free, Integer.SIZE);
        this.sums = new long[chunksAtOnce == 0 ? 0 : cells];
        this.buffers = new long[factors.size() + 1][];
    }

    /** Adds the products of a chunk, each to the cell of its row. */
    void add(int chunk, int[] cells) {
        long[][] values = new long[factors.size()][];
        for (int f = 0; f < values.length; f++) {
            values[f] = known(f, chunk);
        }
        if (chunksAtOnce == 0) {
            addExactly(values, cells);
            return;
        }
        long[] products = product(values);
        for (int row = 0; row < products.length; row++) {
            sums[cells[row]] += products[row];
        }
        if (++chunks == chunksAtOnce) {
            carry();
        }
    }

    private long[] known(int factor, int chunk) {
        long[] segment = factors.get(factor).segments().get(chunk);
        if (factors.get(factor).complete()) {
            return segment;
        }
        long[] known = buffer(factor, segment.length);
        for (int row = 0; row < known.length; row++) {
            known[row] = segment[row] == AmountColumn.UNKNOWN ? 0 : segment[row];
        }
        return known;
    }

    private long[] product(long[][] values) {
        long[] product = values[0];
        for (int f = 1; f < values.length; f++) {
            long[] next = buffer(factors.size(), product.length);
            for (int row = 0; row < next.length; row++) {
                next[row] = product[row] * values[f][row];
            }
            product = next;
        }
        return product;
    }

    /** All chunks but the last have the same length. */
    private long[] buffer(int place, int length) {
        if (buffers[place] == null || buffers[place].length != length) {
            buffers[place] = new long[length];
        }
        return buffers[place];
    }

    private void addExactly(long[][] values, int[] cells) {
        for (int row = 0; row < values[0].length; row++) {
            switch (values.length) {
                case 1 -> exact.add(cells[row], values[0][row]);
                case 2 -> exact.add(cells[row], values[0][row], values[1][row]);
                default -> exact.add(cells[row], values[0][row], values[1][row], values[2][row]);
            }
        }
    }

    private void carry() {
        for (int cell = 0; cell < sums.length; cell++) {
            exact.add(cell, sums[cell]);
            sums[cell] = 0;
        }
        chunks = 0;
    }

    ProductSums plus(ProductSums other) {
        carry();
        other.carry();
        exact.addAll(other.exact);
        return this;
    }

    /** The sums of the first so many cells. */
    ExactSums first(int cells) {
        carry();
        return exact.first(cells);
    }
}
