package org.ecart.attack;

import org.ecart.protect.CountTable;

/** A count of a cell that may be unsafe: a sum of some of its parts numerator, rest and outside. */
enum Quantity {
    NUMERATOR(true, false, false),
    REST(false, true, false),
    TOTAL(true, true, false),
    OUTSIDE(false, false, true),
    PERSONS(true, true, true);

    private final boolean numerator;
    private final boolean rest;
    private final boolean outside;

    Quantity(boolean numerator, boolean rest, boolean outside) {
        this.numerator = numerator;
        this.rest = rest;
        this.outside = outside;
    }

    /** Whether the quantity includes a part: 0 numerator, 1 rest, 2 outside. */
    boolean includes(int part) {
        return switch (part) {
            case 0 -> numerator;
            case 1 -> rest;
            default -> outside;
        };
    }

    long of(CountTable.Cell cell) {
        return (numerator ? cell.numerator() : 0) + (rest ? cell.rest() : 0) + (outside ? cell.outside() : 0);
    }

    String label() {
        return switch (this) {
            case NUMERATOR -> "numerator";
            case REST -> "rest";
            case TOTAL -> "total";
            case OUTSIDE -> "outside";
            case PERSONS -> "persons";
        };
    }
}
