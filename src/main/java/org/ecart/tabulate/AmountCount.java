package org.ecart.tabulate;

import java.util.ArrayList;
import java.util.List;
import org.ecart.frame.AmountColumn;

/** What {@link PersonCount} counts, and the sums of an amount; of rows whose amount is known. */
final class AmountCount implements Pass.Part<AmountCount> {
    private final Numbering numbers;
    private final int[] cells = new int[Rows.MOST];
    private final PersonCount persons;
    private final ProductSums sums;

    /** @param numbers of rows whose amount is known; the others are not asked for */
    AmountCount(Numbering numbers, AmountColumn amount, RowWeights weights) {
        this.numbers = numbers;
        this.persons = new PersonCount(numbers, weights);
        List<AmountColumn> factors = new ArrayList<>(List.of(amount));
        factors.addAll(weights.factors());
        this.sums = new ProductSums(numbers.bound(), factors);
    }

    @Override
    public void add(Rows rows) {
        numbers.write(rows, cells);
        persons.add(rows, cells);
        sums.add(rows, cells);
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

    /** Persons x weight x amount of these cells. */
    ExactSums sums(int[] cells) {
        return sums.of(cells);
    }
}
