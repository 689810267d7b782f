package org.ecart.tabulate;

import java.util.ArrayList;
import java.util.List;
import org.ecart.frame.AmountColumn;

/** What {@link PersonCount} counts, and the sums of an amount; of rows whose amount is known. */
final class AmountCount implements Pass.Part<AmountCount> {
    private final PersonCount persons;
    private final ProductSums sums;

    /** @param persons of the same rows */
    AmountCount(PersonCount persons, AmountColumn amount, RowWeights weights, int bound) {
        this.persons = persons;
        List<AmountColumn> factors = new ArrayList<>(List.of(amount));
        factors.addAll(weights.factors());
        this.sums = new ProductSums(bound, factors);
    }

    @Override
    public void add(int chunk) {
        persons.add(chunk);
        sums.add(chunk, persons.numbered());
    }

    @Override
    public AmountCount plus(AmountCount other) {
        persons.plus(other.persons);
        sums.plus(other.sums);
        return this;
    }

    PersonCount persons() {
        return persons;
    }

    /** Persons x weight x amount of the first so many cells. */
    ExactSums sums(int count) {
        return sums.first(count);
    }
}
