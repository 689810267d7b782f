package org.ecart.tabulate;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.ecart.frame.AmountColumn;
import org.ecart.frame.Frame;

/**
 * What a row counts for: the persons that it stands for, times their weight.
 *
 * @param persons none = one person a row
 * @param weight none = every person weighs 1
 */
record RowWeights(Optional<AmountColumn> persons, Optional<AmountColumn> weight) {
    static RowWeights of(Frame frame, Optional<String> weight) {
        return new RowWeights(frame.persons(), weight.map(frame::amount));
    }

    /** Decimals of persons x weight. */
    int scale() {
        return weight.map(AmountColumn::scale).orElse(0);
    }

    /** The columns that are multiplied; none = every row counts 1. */
    List<AmountColumn> factors() {
        List<AmountColumn> factors = new ArrayList<>();
        weight.ifPresent(factors::add);
        persons.ifPresent(factors::add);
        return factors;
    }

    /** Whether two persons may have different weights. */
    boolean vary() {
        return weight.isPresent() && !weight.get().same();
    }

    /** The weights of so many persons, where weights do not vary. */
    ExactSums of(long[] counted) {
        if (weight.isEmpty()) {
            return ExactSums.of(counted, 0);
        }
        ExactSums sums = new ExactSums(counted.length, scale());
        for (int cell = 0; cell < counted.length; cell++) {
            sums.add(cell, counted[cell], weight.get().lowest());
        }
        return sums;
    }

    /** Whether every row stands for one person. */
    boolean single() {
        return persons.stream().allMatch(p -> p.same() && p.lowest() == 1);
    }

    /** Whether a row may count for less than nothing. */
    boolean negative() {
        return factors().stream().anyMatch(f -> f.lowest() < 0);
    }
}
