package org.ecart.protect;

import java.util.List;

/**
 * The persons behind a table as a system of equations: cells and the sums that hold between them. All parts of a cell
 * (numerator, rest, outside) obey the same sums, each part by itself.
 *
 * @param parts what each cell is divided into
 * @param sums every relation that a reader of the table knows: a total equals the sum of its addends, part by part
 */
public record CountTable(Parts parts, List<Cell> cells, List<Sum> sums) {
    /** The parts that exist; a part that does not is structurally 0 in every cell. */
    public enum Parts {
        /** plain persons: all in the numerator */
        PERSONS,
        /** a rate over everyone: numerator and rest */
        BINARY,
        /** a rate over some, printed beside the persons in the cell: numerator, rest and outside the denominator */
        BINARY_AND_OUTSIDE
    }

    /**
     * Unweighted persons of one cell, each part 0 or more.
     *
     * @param published whether the table prints the cell when it is safe; otherwise it is a margin that only takes
     *     part in the sums, and nobody is told its value
     */
    public record Cell(long numerator, long rest, long outside, boolean published) {
        public Cell {
            if (numerator < 0 || rest < 0 || outside < 0) {
                throw new IllegalArgumentException("persons cannot be negative");
            }
        }

        /** Persons of the denominator: numerator and rest. */
        public long total() {
            return numerator + rest;
        }

        /** All persons in the cell. */
        public long persons() {
            return numerator + rest + outside;
        }
    }

    /**
     * One relation: cell {@code total} = the sum of the cells {@code addends}, by place in {@link #cells}.
     */
    public record Sum(int total, List<Integer> addends) {
        public Sum {
            addends = List.copyOf(addends);
        }
    }

    public CountTable {
        cells = List.copyOf(cells);
        sums = List.copyOf(sums);
        for (Sum sum : sums) {
            check(cells, sum);
        }
    }

    private static void check(List<Cell> cells, Sum sum) {
        long numerator = 0;
        long rest = 0;
        long outside = 0;
        for (int addend : sum.addends()) {
            numerator += cells.get(addend).numerator();
            rest += cells.get(addend).rest();
            outside += cells.get(addend).outside();
        }
        Cell total = cells.get(sum.total());
        if (numerator != total.numerator() || rest != total.rest() || outside != total.outside()) {
            throw new IllegalArgumentException("the sum of cell " + sum.total() + " does not hold");
        }
    }
}
