package org.ecart.tabulate;

/**
 * Unweighted persons on each side of a quantile: strictly below and strictly above both its exact value and the value that
 * is published. So neither those who have that very amount nor those between it and its rounding hide anybody.
 */
public record Sides(long below, long above) {}
