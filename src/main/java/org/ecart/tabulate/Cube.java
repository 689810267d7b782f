package org.ecart.tabulate;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Persons and weight in every crossing. Cells are numbered with the last dimension running fastest.
 *
 * @param dimensions the crossed variables with every code found, {@code _U} and {@code _N} included
 * @param persons unweighted persons a cell
 * @param weights exact sums of persons x weight a cell
 * @param unavailable variables that the query needs and that were not delivered for the date; if any, there are no
 *     cells
 * @param amounts what the query asks about an amount
 */
public record Cube(
        List<Dimension> dimensions,
        long[] persons,
        ExactSums weights,
        Set<String> unavailable,
        Optional<Amounts> amounts) {
    /** @param codes every code that a cell can have in this dimension */
    public record Dimension(String variable, List<String> codes) {
        public Dimension {
            codes = List.copyOf(codes);
        }
    }

    /**
     * An amount in every cell, of those persons whose amount is known.
     *
     * @param persons unweighted persons with a known amount
     * @param weights their weight
     * @param sums exact sums of persons x weight x amount
     * @param quantiles for each share that was asked for one amount a cell; none in a cell without weight
     */
    public record Amounts(
            long[] persons, ExactSums weights, List<BigDecimal> sums, List<List<Optional<BigDecimal>>> quantiles) {
        public Amounts {
            sums = List.copyOf(sums);
            quantiles = quantiles.stream().map(List::copyOf).toList();
        }
    }

    public Cube {
        dimensions = List.copyOf(dimensions);
        unavailable = Set.copyOf(unavailable);
    }

    /** A cube of persons. */
    public Cube(List<Dimension> dimensions, long[] persons, ExactSums weights, Set<String> unavailable) {
        this(dimensions, persons, weights, unavailable, Optional.empty());
    }

    /** A question that cannot be answered for this date. */
    public static Cube unavailable(Set<String> variables) {
        return new Cube(List.of(), new long[0], new ExactSums(0, 0), variables);
    }

    public int size() {
        return persons.length;
    }

    public BigDecimal weight(int cell) {
        return weights.sum(cell);
    }
}
