package org.ecart.tabulate;

import java.math.BigDecimal;
import java.util.List;
import java.util.stream.Stream;

/**
 * What single persons contribute to the sum of an amount: weight x amount, without its sign.
 *
 * @param largest the largest ones, descending, no more than were asked for
 * @param sum of all of them
 */
public record Contributions(List<BigDecimal> largest, BigDecimal sum) {
    public static final Contributions NONE = new Contributions(List.of(), BigDecimal.ZERO);

    public Contributions {
        largest = List.copyOf(largest);
    }

    /**
     * Those of two groups of persons who have nobody in common.
     *
     * @param most how many of the largest are kept
     */
    public Contributions plus(Contributions other, int most) {
        List<BigDecimal> both = Stream.concat(largest.stream(), other.largest.stream())
                .sorted((a, b) -> b.compareTo(a))
                .limit(most)
                .toList();
        return new Contributions(both, sum.add(other.sum));
    }

    /** The largest but {@code before}; 0 where there are not so many. */
    public BigDecimal at(int before) {
        return before < largest.size() ? largest.get(before) : BigDecimal.ZERO;
    }
}
