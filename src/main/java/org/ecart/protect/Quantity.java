package org.ecart.protect;

import org.ecart.protect.CountTable.Cell;

/**
 * A number of persons in a cell that somebody may want to know: a part of the cell, or a sum of parts. The parts are
 * numbered 0 = numerator, 1 = rest, 2 = outside.
 */
enum Quantity {
    NUMERATOR(1, 0, 0),
    REST(0, 1, 0),
    OUTSIDE(0, 0, 1),
    /** the denominator */
    TOTAL(1, 1, 0),
    PERSONS(1, 1, 1);

    /** How many parts a cell can have. */
    static final int PARTS = 3;

    private static final Quantity[] OF_PART = {NUMERATOR, REST, OUTSIDE};

    private final int numerator;
    private final int rest;
    private final int outside;

    Quantity(int numerator, int rest, int outside) {
        this.numerator = numerator;
        this.rest = rest;
        this.outside = outside;
    }

    static Quantity ofPart(int part) {
        return OF_PART[part];
    }

    boolean contains(int part) {
        return switch (part) {
            case 0 -> numerator == 1;
            case 1 -> rest == 1;
            default -> outside == 1;
        };
    }

    long of(long numerators, long rests, long outsides) {
        return numerator * numerators + rest * rests + outside * outsides;
    }

    long of(Cell cell) {
        return of(cell.numerator(), cell.rest(), cell.outside());
    }
}
