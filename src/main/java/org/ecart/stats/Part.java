package org.ecart.stats;

/** Where a person of a cell stands in an indicator. A plain count has everyone in the numerator. */
public enum Part {
    /** counted above the line of a rate */
    NUMERATOR,
    /** in the denominator only */
    REST,
    /** in the cell, but not in the denominator */
    OUTSIDE
}
