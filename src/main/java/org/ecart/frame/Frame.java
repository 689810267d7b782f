package org.ecart.frame;

import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.ecart.model.Period;

/**
 * The persons of one reference date, with the columns that were asked for, all in the population's row order.
 *
 * @param persons how many persons each row stands for (scale 0); none = 1 each
 * @param unavailable variables that were asked for and not delivered for this date
 */
public record Frame(
        Period period,
        int rows,
        Map<String, CodedColumn> codes,
        Map<String, AmountColumn> amounts,
        Optional<AmountColumn> persons,
        Set<String> unavailable) {
    public Frame {
        codes = Map.copyOf(codes);
        amounts = Map.copyOf(amounts);
        unavailable = Set.copyOf(unavailable);
    }

    public int chunks() {
        return Chunks.count(rows);
    }

    public CodedColumn coded(String variable) {
        return Optional.ofNullable(codes.get(variable))
                .orElseThrow(() -> new IllegalStateException("the frame lacks " + variable));
    }

    public AmountColumn amount(String variable) {
        return Optional.ofNullable(amounts.get(variable))
                .orElseThrow(() -> new IllegalStateException("the frame lacks " + variable));
    }
}
