package org.ecart.tabulate;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.ecart.frame.AmountColumn;
import org.ecart.model.Fraction;

/**
 * The smallest amount of each cell at which the cumulated weight reaches a share of the whole (METHOD, section 4), without
 * sorting: a first pass weighs the buckets of the first bits of the amount, which tells in which bucket each quantile lies,
 * and the next pass looks into these buckets only. Weights are whole numbers of their last decimal and stay exact.
 */
final class Quantiles {
    /** Buckets of a pass, about: they are to stay near the processor. */
    private static final int BUCKETS = 1 << 15;

    /** One quantile of one cell: the weight that must be reached, in two halves, and how far it is found. */
    private static final class Search {
        private final int cell;
        private final int share;
        private final long upper;
        private final long lower;
        private int branch;
        private long found;

        Search(int cell, int share, int branch, BigInteger reached) {
            this.cell = cell;
            this.share = share;
            this.branch = branch;
            this.upper = reached.shiftRight(Long.SIZE).longValue();
            this.lower = reached.longValue();
        }
    }

    private final AmountColumn amount;
    private final int cells;
    private final int shares;
    private final List<Search> searches = new ArrayList<>();
    private int branches;
    /** The weight before each branch, in two halves. */
    private long[] upper;

    private long[] lower;

    /**
     * @param first its branches are the numbers of cells
     * @param weights of each cell; none negative
     * @param numbers of the cells
     */
    Quantiles(AmountColumn amount, List<Fraction> asked, Buckets first, ExactSums weights, int[] numbers) {
        this.amount = amount;
        this.cells = numbers.length;
        this.shares = asked.size();
        this.branches = first.branches();
        for (int cell = 0; cell < cells; cell++) {
            BigInteger whole = weights.whole(cell);
            for (int share = 0; share < shares && whole.signum() > 0; share++) {
                searches.add(new Search(cell, share, numbers[cell], reached(asked.get(share), whole)));
            }
        }
        // Within a branch from the smallest to the largest, so that its buckets are walked through once.
        searches.sort(Comparator.<Search>comparingInt(s -> s.branch)
                .thenComparingLong(s -> s.upper)
                .thenComparing((a, b) -> Long.compareUnsigned(a.lower, b.lower)));
        upper = new long[branches];
        lower = new long[branches];
    }

    /**
     * The first buckets of all cells.
     *
     * @param quantiles whether any will be looked for; else there is one bucket a cell
     */
    static Buckets first(Numbering numbers, AmountColumn amount, boolean quantiles) {
        int bits = bits(amount);
        int taken = quantiles ? Math.min(bits, fitting(numbers.cells())) : 0;
        return Buckets.first(numbers, amount, bits - taken, taken);
    }

    private static int bits(AmountColumn amount) {
        return Long.SIZE - Long.numberOfLeadingZeros(amount.highest() - amount.lowest());
    }

    /** The least whole number that is at least this share. */
    private static BigInteger reached(Fraction share, BigInteger whole) {
        BigInteger denominator = BigInteger.valueOf(share.denominator());
        return whole.multiply(BigInteger.valueOf(share.numerator()))
                .add(denominator.subtract(BigInteger.ONE))
                .divide(denominator);
    }

    /**
     * Finds them.
     *
     * @param weights of the first buckets
     * @param weigh the weight of others
     * @return for each share one amount a cell; none in a cell without weight
     */
    List<List<Optional<BigDecimal>>> find(Buckets first, ExactSums weights, Function<Buckets, ExactSums> weigh) {
        Buckets buckets = first;
        int[] next = narrow(weights, buckets.bits());
        while (buckets.left() > 0 && branches > 0) {
            int taken = taken(buckets.left(), branches);
            buckets = buckets.next(next, branches, buckets.left() - taken, taken);
            next = narrow(weigh.apply(buckets), taken);
        }
        return amounts();
    }

    /** Bits of the next pass, at least some. */
    private static int taken(int left, int branches) {
        return Math.min(left, Math.max(2, fitting(branches)));
    }

    private static int fitting(int branches) {
        return Integer.SIZE - 1 - Integer.numberOfLeadingZeros(BUCKETS / (branches + 1) | 1);
    }

    /** Takes every search to its bucket, which becomes a branch; the branch of each bucket. */
    private int[] narrow(ExactSums weights, int bits) {
        int[] next = new int[branches << bits];
        Arrays.fill(next, -1);
        long[] nextUpper = new long[searches.size()];
        long[] nextLower = new long[searches.size()];
        int made = 0;
        int branch = -1;
        int bucket = 0;
        long beforeUpper = 0;
        long beforeLower = 0;
        for (Search search : searches) {
            if (search.branch != branch) {
                branch = search.branch;
                bucket = branch << bits;
                beforeUpper = upper[branch];
                beforeLower = lower[branch];
            }
            while (true) {
                long sum = beforeLower + weights.lower(bucket);
                long carry = Long.compareUnsigned(sum, beforeLower) < 0 ? 1 : 0;
                long sumUpper = beforeUpper + weights.upper(bucket) + carry;
                if (sumUpper > search.upper
                        || (sumUpper == search.upper && Long.compareUnsigned(sum, search.lower) >= 0)) {
                    break;
                }
                beforeUpper = sumUpper;
                beforeLower = sum;
                bucket++;
            }
            if (next[bucket] < 0) {
                nextUpper[made] = beforeUpper;
                nextLower[made] = beforeLower;
                next[bucket] = made++;
            }
            search.found = search.found << bits | (bucket & ((1 << bits) - 1));
            search.branch = next[bucket];
        }
        upper = Arrays.copyOf(nextUpper, made);
        lower = Arrays.copyOf(nextLower, made);
        branches = made;
        for (int b = 0; b < next.length; b++) {
            next[b] = next[b] < 0 ? branches : next[b];
        }
        return next;
    }

    private List<List<Optional<BigDecimal>>> amounts() {
        List<List<Optional<BigDecimal>>> all = new ArrayList<>();
        for (int share = 0; share < shares; share++) {
            all.add(new ArrayList<>(Collections.nCopies(cells, Optional.empty())));
        }
        for (Search search : searches) {
            all.get(search.share)
                    .set(search.cell, Optional.of(BigDecimal.valueOf(amount.lowest() + search.found, amount.scale())));
        }
        return all;
    }
}
