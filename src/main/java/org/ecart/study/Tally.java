package org.ecart.study;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.Optional;
import org.ecart.model.Policy;

/**
 * Persons at one date, unweighted, for the analyst's own look: it is told as it is and never leaves (decision 0009).
 *
 * @param share of all that are counted, in percent, exact to 34 digits; none where nobody is counted
 * @param small whether it is a number that the policy would protect: 1 to threshold - 1
 */
public record Tally(long persons, Optional<BigDecimal> share, boolean small) {
    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

    static Tally of(long persons, long all, Policy policy) {
        Optional<BigDecimal> share = all == 0
                ? Optional.empty()
                : Optional.of(HUNDRED.multiply(BigDecimal.valueOf(persons))
                        .divide(BigDecimal.valueOf(all), MathContext.DECIMAL128));
        return new Tally(persons, share, persons > 0 && persons < policy.threshold());
    }
}
