package org.ecart.tabulate;

import java.util.ArrayList;
import java.util.List;
import org.ecart.frame.AmountColumn;

/**
 * All that one look at the rows tells about an amount: persons; of those whose amount is known, the sums of it and how many
 * are in each bucket.
 */
final class AmountCount implements Pass.Part<AmountCount> {
    private final Numbering numbers;
    private final Buckets buckets;
    private final int[] cells = new int[Rows.MOST];
    private final PersonCount persons;
    private final PersonCount inBuckets;
    private final ProductSums sums;

    /** @param buckets the first ones, of these numbers */
    AmountCount(Numbering numbers, AmountColumn amount, Buckets buckets, RowWeights weights) {
        this.numbers = numbers;
        this.buckets = buckets;
        this.persons = new PersonCount(numbers, weights);
        this.inBuckets = new PersonCount(buckets, weights);
        List<AmountColumn> factors = new ArrayList<>(List.of(amount));
        factors.addAll(weights.factors());
        this.sums = new ProductSums(numbers.bound(), factors);
    }

    @Override
    public void add(Rows rows) {
        numbers.write(rows, cells);
        persons.add(rows, cells);
        sums.add(rows, cells);
        buckets.descend(rows, cells);
        inBuckets.add(rows, cells);
    }

    @Override
    public AmountCount plus(AmountCount other) {
        persons.plus(other.persons);
        inBuckets.plus(other.inBuckets);
        sums.plus(other.sums);
        return this;
    }

    PersonCount persons() {
        return persons;
    }

    PersonCount inBuckets() {
        return inBuckets;
    }

    /** Persons x weight x amount of these cells. */
    ExactSums sums(int[] of) {
        return sums.of(of);
    }
}
