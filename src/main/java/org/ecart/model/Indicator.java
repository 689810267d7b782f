package org.ecart.model;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.UnaryOperator;

/**
 * A measured quantity with its definition and age span (METHOD, section 4).
 *
 * @param span the ages it is defined for; none = everyone
 */
public record Indicator(String id, Labels labels, Labels definition, Statistic statistic, Optional<Span> span) {
    public Indicator {
        Identifiers.check(id);
    }

    /** The conditions that say who is counted, and where. */
    public List<Condition> conditions() {
        if (statistic instanceof Statistic.Rate rate) {
            return List.of(rate.numerator(), rate.denominator());
        }
        return List.of(statistic instanceof Statistic.OfAmount of ? of.among() : ((Statistic.Count) statistic).among());
    }

    /** The variables that the indicator reads. */
    public Set<String> variables() {
        Set<String> all = new TreeSet<>();
        conditions().forEach(condition -> all.addAll(condition.variables()));
        if (statistic instanceof Statistic.OfAmount of) {
            all.add(of.amount());
        }
        return all;
    }

    /** The same indicator with its conditions changed. */
    public Indicator mapped(UnaryOperator<Condition> change) {
        Statistic changed;
        if (statistic instanceof Statistic.Rate rate) {
            changed = new Statistic.Rate(change.apply(rate.numerator()), change.apply(rate.denominator()));
        } else if (statistic instanceof Statistic.OfAmount of) {
            changed = new Statistic.OfAmount(of.amount(), change.apply(of.among()), of.summary());
        } else {
            changed = new Statistic.Count(change.apply(((Statistic.Count) statistic).among()));
        }
        return with(changed);
    }

    /** The same indicator made in another way. */
    public Indicator with(Statistic changed) {
        return new Indicator(id, labels, definition, changed, span);
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
