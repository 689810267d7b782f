package org.ecart.model;

import java.util.Locale;
import java.util.Optional;

/** What can be printed of a cell. Rates and limits in percent, gaps in percentage points. */
public enum Measure {
    /** unweighted persons in the cell */
    PERSONS(Unit.PERSONS),
    /** weighted persons in the cell */
    WEIGHTED(Unit.PERSONS),
    /** weighted persons of the numerator */
    NUMERATOR(Unit.PERSONS),
    /** weighted persons of the denominator */
    DENOMINATOR(Unit.PERSONS),
    /** 100 x numerator / denominator */
    RATE(Unit.PERCENT),
    /** lower Wilson limit of the unweighted rate, 95 % */
    RATE_LOW(Unit.PERCENT),
    /** upper Wilson limit of the unweighted rate, 95 % */
    RATE_HIGH(Unit.PERCENT),
    /** rate minus the rate of the reference */
    GAP(Unit.POINTS),
    /** rate over the rate of the reference */
    RATIO(Unit.RATIO),
    /** denominator x rate of the reference - numerator */
    MISSING(Unit.PERSONS),
    /** the gap of the unweighted rates, which the limits belong to */
    GAP_PERSONS(Unit.POINTS),
    /** lower Newcombe limit of the unweighted gap, 95 % */
    GAP_LOW(Unit.POINTS),
    /** upper Newcombe limit of the unweighted gap, 95 % */
    GAP_HIGH(Unit.POINTS);

    /** The unit that a value is printed in. */
    public enum Unit {
        PERSONS,
        PERCENT,
        POINTS,
        RATIO
    }

    private final Unit unit;

    Measure(Unit unit) {
        this.unit = unit;
    }

    public Unit unit() {
        return unit;
    }

    /** Whether it compares a cell with its reference cell. */
    public boolean comparesWithReference() {
        return switch (this) {
            case GAP, RATIO, MISSING, GAP_PERSONS, GAP_LOW, GAP_HIGH -> true;
            default -> false;
        };
    }

    /** The name in files and options: lower case. */
    public String id() {
        return name().toLowerCase(Locale.ROOT);
    }

    public static Optional<Measure> named(String id) {
        for (Measure measure : values()) {
            if (measure.id().equals(id)) {
                return Optional.of(measure);
            }
        }
        return Optional.empty();
    }
}
