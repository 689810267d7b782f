package org.ecart.model;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * A question that any tabulation engine can answer: how many persons, and how much weight, in each crossing of the
 * dimensions. Rules are values here; one engine compiles them to columns, another to SQL.
 *
 * @param derivations the rules of every derived variable that the query needs, inputs before what reads them; a query
 *     holds them {@link Rules#resolved resolved}
 * @param dimensions the variables that are crossed, the last running fastest; none = one cell
 * @param universe who is counted
 * @param amount the amount that is summed and cut in each crossing; none = only persons are counted
 */
public record Query(
        Source source, List<Rules> derivations, List<String> dimensions, Condition universe, Optional<Amount> amount) {
    /**
     * Where the persons come from.
     *
     * @param weight the weight variable; none = every person weighs 1. A person whose weight is not known weighs 0
     * @param also whether those are counted too who are only at another date; they weigh what they weigh there. Nobody is
     *     added where that date was not delivered
     */
    public record Source(Period period, Optional<String> weight, Optional<Also> also) {
        /** The persons of one date. */
        public Source(Period period, Optional<String> weight) {
            this(period, weight, Optional.empty());
        }
    }

    /**
     * Persons who are only at another date.
     *
     * @param carried the stored coded variables that they are asked for there, such as the year of birth; of all others
     *     nothing is recorded of them at the date itself
     */
    public record Also(Shift shift, Set<String> carried) {
        public Also {
            carried = Set.copyOf(carried);
        }
    }

    /**
     * What is asked about an amount, of those persons of a crossing whose amount is known.
     *
     * @param quantiles each the smallest amount at which the cumulated weight reaches that share of the whole weight
     * @param telling what it is asked besides of single persons; none = nothing, which costs nothing
     */
    public record Amount(String variable, List<Fraction> quantiles, Optional<Telling> telling) {
        public Amount {
            quantiles = List.copyOf(quantiles);
        }

        /** A question that asks nothing of single persons. */
        public Amount(String variable, List<Fraction> quantiles) {
            this(variable, quantiles, Optional.empty());
        }
    }

    /**
     * What shows whether an amount tells too much of one person (METHOD, section 6): the largest contributions to the sum,
     * and the persons on each side of a quantile.
     *
     * @param largest how many contributions, 1 or more
     * @param step a quantile is published as a multiple of this, in the unit of the amount
     */
    public record Telling(int largest, int step) {
        /** A quantile as it is published: the nearest multiple of the step, a half upwards. */
        public BigDecimal rounded(BigDecimal quantile) {
            BigDecimal unit = BigDecimal.valueOf(step);
            BigDecimal half = unit.divide(BigDecimal.valueOf(2));
            return quantile.add(half).divide(unit, 0, RoundingMode.FLOOR).multiply(unit);
        }
    }

    public Query {
        derivations = derivations.stream().map(Rules::resolved).toList();
        dimensions = List.copyOf(dimensions);
    }

    /** A question that only counts persons. */
    public Query(Source source, List<Rules> derivations, List<String> dimensions, Condition universe) {
        this(source, derivations, dimensions, universe, Optional.empty());
    }

    /** The rules of a derived variable, if the query derives it. */
    public Optional<Rules> derivation(String variable) {
        return derivations.stream().filter(r -> r.variable().equals(variable)).findFirst();
    }
}
