package org.ecart.model;

import java.util.List;
import java.util.Optional;

/**
 * A question that any tabulation engine can answer: how many persons, and how much weight, in each crossing of the
 * dimensions. Rules are values here; one engine compiles them to columns, another to SQL.
 *
 * @param derivations the rules of every derived variable that the query needs, inputs before what reads them; a query
 *     holds them {@link Rules#resolved resolved}
 * @param dimensions the variables that are crossed, the last running fastest; none = one cell
 * @param universe who is counted
 */
public record Query(Source source, List<Rules> derivations, List<String> dimensions, Condition universe) {
    /**
     * Where the persons come from.
     *
     * @param weight the weight variable; none = every person weighs 1. A person whose weight is not known weighs 0
     */
    public record Source(Period period, Optional<String> weight) {}

    public Query {
        derivations = derivations.stream().map(Rules::resolved).toList();
        dimensions = List.copyOf(dimensions);
    }

    /** The rules of a derived variable, if the query derives it. */
    public Optional<Rules> derivation(String variable) {
        return derivations.stream().filter(r -> r.variable().equals(variable)).findFirst();
    }
}
