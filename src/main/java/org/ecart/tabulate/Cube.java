package org.ecart.tabulate;

import java.math.BigDecimal;
import java.util.List;
import java.util.Set;

/**
 * Persons and weight in every crossing. Cells are numbered with the last dimension running fastest.
 *
 * @param dimensions the crossed variables with every code found, {@code _U} and {@code _N} included
 * @param persons unweighted persons a cell
 * @param weights exact sums of persons x weight a cell
 * @param unavailable variables that the query needs and that were not delivered for the date; if any, there are no
 *     cells
 */
public record Cube(List<Dimension> dimensions, long[] persons, ExactSums weights, Set<String> unavailable) {
    /** @param codes every code that a cell can have in this dimension */
    public record Dimension(String variable, List<String> codes) {
        public Dimension {
            codes = List.copyOf(codes);
        }
    }

    public Cube {
        dimensions = List.copyOf(dimensions);
        unavailable = Set.copyOf(unavailable);
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
