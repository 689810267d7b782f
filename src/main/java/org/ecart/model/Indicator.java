package org.ecart.model;

import java.util.Optional;

/**
 * A measured quantity with its definition and age span (METHOD, section 4).
 *
 * @param span the ages it is defined for; none = everyone
 */
public record Indicator(String id, Labels labels, Labels definition, Statistic statistic, Optional<Span> span) {
    public Indicator {
        Identifiers.check(id);
    }

    /** How the figure is made from the persons of a cell. */
    public sealed interface Statistic {
        /** The number of persons. */
        record Count() implements Statistic {}

        /** 100 x numerator / denominator; the numerator counts only persons of the denominator. */
        record Rate(Condition numerator, Condition denominator) implements Statistic {}
    }
}
