package org.ecart.model;

import java.util.Locale;
import java.util.Optional;

/** What can be printed of a cell. Rates, shares and limits in percent, gaps in percentage points. */
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
    GAP_HIGH(Unit.POINTS),
    /** rate minus the rate of the date before it in the table */
    CHANGE(Unit.POINTS),
    /** gap minus the gap of the date before it in the table */
    GAP_CHANGE(Unit.POINTS),
    /** the change among those who are counted at both dates: their rate now minus their rate then */
    CHANGE_STAYED(Unit.POINTS),
    /** what those have changed who are counted now only: the rate now minus that of those counted at both dates */
    CHANGE_CAME(Unit.POINTS),
    /** what those have changed who were counted then only: the rate then of those counted at both dates minus that of all */
    CHANGE_LEFT(Unit.POINTS),
    /** the same of the gap: that of the cell minus that of the reference */
    GAP_CHANGE_STAYED(Unit.POINTS),
    /** the same of the gap */
    GAP_CHANGE_CAME(Unit.POINTS),
    /** the same of the gap */
    GAP_CHANGE_LEFT(Unit.POINTS),
    /** 100 x weighted persons / those of the whole row, in the same layer */
    SHARE_ROW(Unit.PERCENT),
    /** 100 x weighted persons / those of the whole column, in the same layer */
    SHARE_COLUMN(Unit.PERCENT),
    /** 100 x weighted persons / those of the whole layer */
    SHARE_LAYER(Unit.PERCENT),
    /** 100 x weighted persons / those of the whole table at the same date */
    SHARE_TABLE(Unit.PERCENT),
    /** 100 x weighted persons / those of the cell that sums over the variables the breakdown names */
    SHARE(Unit.PERCENT),
    /** the sum, mean or quantile of the indicator's amount, in its unit */
    AMOUNT(Unit.AMOUNT),
    /** amount minus the amount of the reference, in its unit */
    AMOUNT_GAP(Unit.AMOUNT_GAP),
    /** 100 x (amount / amount of the reference - 1) */
    AMOUNT_GAP_PERCENT(Unit.PERCENT_GAP),
    /** amount over the amount of the reference */
    AMOUNT_RATIO(Unit.RATIO);

    /** The unit that a value is printed in. */
    public enum Unit {
        PERSONS,
        PERCENT,
        POINTS,
        RATIO,
        AMOUNT,
        AMOUNT_GAP,
        PERCENT_GAP;

        /** Whether a value is a difference and printed with its sign. */
        public boolean signed() {
            return this == POINTS || this == AMOUNT_GAP || this == PERCENT_GAP;
        }
    }

    /** What a measure says something about. */
    public enum Subject {
        /** persons of a cell: any indicator has it */
        PERSONS,
        /** a rate */
        RATE,
        /** an amount */
        AMOUNT
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
            case GAP,
                    RATIO,
                    MISSING,
                    GAP_PERSONS,
                    GAP_LOW,
                    GAP_HIGH,
                    GAP_CHANGE,
                    GAP_CHANGE_STAYED,
                    GAP_CHANGE_CAME,
                    GAP_CHANGE_LEFT,
                    AMOUNT_GAP,
                    AMOUNT_GAP_PERCENT,
                    AMOUNT_RATIO -> true;
            default -> false;
        };
    }

    /** Whether it compares a cell with the same cell at the date before. */
    public boolean comparesWithEarlier() {
        return this == CHANGE || this == GAP_CHANGE || splitsChange();
    }

    /** Whether it is the part of a change that those have who stayed, came or left; the three parts add up to it. */
    public boolean splitsChange() {
        return switch (this) {
            case CHANGE_STAYED, CHANGE_CAME, CHANGE_LEFT, GAP_CHANGE_STAYED, GAP_CHANGE_CAME, GAP_CHANGE_LEFT -> true;
            default -> false;
        };
    }

    /** Whether it is a share of a larger cell. */
    public boolean share() {
        return switch (this) {
            case SHARE_ROW, SHARE_COLUMN, SHARE_LAYER, SHARE_TABLE, SHARE -> true;
            default -> false;
        };
    }

    public Subject subject() {
        return switch (this) {
            case PERSONS, WEIGHTED, SHARE_ROW, SHARE_COLUMN, SHARE_LAYER, SHARE_TABLE, SHARE -> Subject.PERSONS;
            case AMOUNT, AMOUNT_GAP, AMOUNT_GAP_PERCENT, AMOUNT_RATIO -> Subject.AMOUNT;
            default -> Subject.RATE;
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
