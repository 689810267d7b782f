package org.ecart.protect;

/** A number of persons that a cell of a table tells, itself or by a rate, a gap or a share that is computed from it. */
public enum Quantity {
    NUMERATOR,
    REST,
    OUTSIDE,
    /** the denominator: numerator and rest */
    TOTAL,
    /** everybody in the cell */
    PERSONS
}
