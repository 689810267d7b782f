package org.ecart.model;

import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * A measured quantity with its definition and age span (METHOD, section 4).
 *
 * @param span the ages it is defined for; none = everyone
 */
public record Indicator(String id, Labels labels, Labels definition, Statistic statistic, Optional<Span> span) {
    public Indicator {
        Identifiers.check(id);
    }

    /** The variables that the indicator reads. */
    public Set<String> variables() {
        Set<String> all = new TreeSet<>();
        if (statistic instanceof Statistic.Rate rate) {
            all.addAll(rate.numerator().variables());
            all.addAll(rate.denominator().variables());
        } else if (statistic instanceof Statistic.OfAmount of) {
            all.add(of.amount());
            all.addAll(of.among().variables());
        } else if (statistic instanceof Statistic.Count count) {
            all.addAll(count.among().variables());
        }
        return all;
    }

    /** Whether a measure says something about this indicator. */
    public boolean has(Measure measure) {
        return measure.subject() == Measure.Subject.PERSONS || measure.subject() == usual().subject();
    }

    /** The measure that is printed of it where nothing else is asked for. */
    public Measure usual() {
        if (statistic instanceof Statistic.Rate) {
            return Measure.RATE;
        }
        return statistic instanceof Statistic.OfAmount ? Measure.AMOUNT : Measure.WEIGHTED;
    }

    /** How the figure is made from the persons of a cell. */
    public sealed interface Statistic {
        /** The number of persons of {@code among}. */
        record Count(Condition among) implements Statistic {
            /** Everyone. */
            public Count() {
                this(Condition.ALL);
            }
        }

        /** 100 x numerator / denominator; the numerator counts only persons of the denominator. */
        record Rate(Condition numerator, Condition denominator) implements Statistic {}

        /**
         * A figure of an amount, in its unit, of the persons of {@code among} whose amount is known.
         *
         * @param amount the variable, such as a daily wage
         */
        record OfAmount(String amount, Condition among, Summary summary) implements Statistic {}
    }

    /** How many amounts become one figure; weighted. */
    public sealed interface Summary {
        /** All amounts together. */
        record Sum() implements Summary {}

        /** The sum over the weight of those whose amount is known. */
        record Mean() implements Summary {}

        /** The smallest amount at which the cumulated weight reaches {@code share} of the whole (METHOD, section 4). */
        record Quantile(Fraction share) implements Summary {}
    }
}
