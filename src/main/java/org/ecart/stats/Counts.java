package org.ecart.stats;

import java.math.BigDecimal;

/** Persons and weight of a cell by part of the indicator. Exact; adding is all that ever happens to them. */
public final class Counts {
    private final long[] persons = new long[Part.values().length];
    private final BigDecimal[] weights = {BigDecimal.ZERO, BigDecimal.ZERO, BigDecimal.ZERO};

    void add(Part part, long morePersons, BigDecimal moreWeight) {
        persons[part.ordinal()] += morePersons;
        weights[part.ordinal()] = weights[part.ordinal()].add(moreWeight);
    }

    void add(Counts other) {
        for (int part = 0; part < persons.length; part++) {
            if (other.persons[part] != 0) {
                persons[part] += other.persons[part];
                weights[part] = weights[part].add(other.weights[part]);
            }
        }
    }

    /** Unweighted persons of one part. */
    public long persons(Part part) {
        return persons[part.ordinal()];
    }

    /** Unweighted persons in the cell. */
    public long persons() {
        return persons(Part.NUMERATOR) + persons(Part.REST) + persons(Part.OUTSIDE);
    }

    /** Unweighted persons of the denominator. */
    public long denominatorPersons() {
        return persons(Part.NUMERATOR) + persons(Part.REST);
    }

    BigDecimal weight(Part part) {
        return weights[part.ordinal()];
    }

    BigDecimal weight() {
        return denominator().add(weight(Part.OUTSIDE));
    }

    BigDecimal numerator() {
        return weight(Part.NUMERATOR);
    }

    BigDecimal denominator() {
        return weight(Part.NUMERATOR).add(weight(Part.REST));
    }
}
