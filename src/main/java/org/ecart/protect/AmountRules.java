package org.ecart.protect;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import org.ecart.model.Policy;
import org.ecart.stats.AmountCell;
import org.ecart.tabulate.Contributions;
import org.ecart.tabulate.Sides;

/**
 * When an amount tells too much of one person (METHOD, section 6). Contributions count without their sign, the largest
 * first: x1, x2, ...; X is their sum.
 *
 * <ul>
 *   <li>Dominance: x1 + ... + xk &gt; q/100 X.
 *   <li>p %: X - x1 - x2 &lt; p/100 x1, so that the second contributor could come that near to the first.
 *   <li>A quantile has fewer than n persons strictly below it or strictly above it.
 * </ul>
 */
final class AmountRules {
    private static final int PERCENT = 2;
    /** Needs are rounded up in their last of these digits. */
    private static final MathContext UP = new MathContext(34, RoundingMode.CEILING);

    private final Policy policy;

    AmountRules(Policy policy) {
        this.policy = policy;
    }

    /** Whether an amount in a cell is unsafe. */
    boolean unsafe(AmountCell.Told told) {
        return told.sides().map(this::unsafe).orElseGet(() -> unsafe(told.contributions()) || unsafe(told.weighted()));
    }

    /** Whether a quantile is. */
    boolean unsafe(Sides sides) {
        return sides.below() < policy.threshold() || sides.above() < policy.threshold();
    }

    /** Whether a sum, or a mean, is. */
    boolean unsafe(Contributions of) {
        return need(of).signum() > 0;
    }

    /**
     * By how much an outsider's upper bound of X must exceed X, so that one who takes the bound for the sum finds the rule
     * satisfied: at least {@code p/100 x1 - (X - x1 - x2)}, and at least {@code 100/q (x1 + ... + xk) - X}. 0 where the sum
     * is safe.
     */
    BigDecimal need(Contributions of) {
        return ambiguity(of).max(dominance(of)).max(BigDecimal.ZERO);
    }

    private BigDecimal ambiguity(Contributions of) {
        BigDecimal rest = of.sum().subtract(of.at(0)).subtract(of.at(1));
        return of.at(0)
                .multiply(BigDecimal.valueOf(policy.amounts().p()).movePointLeft(PERCENT))
                .subtract(rest);
    }

    private BigDecimal dominance(Contributions of) {
        BigDecimal largest = BigDecimal.ZERO;
        for (int i = 0; i < policy.amounts().largest(); i++) {
            largest = largest.add(of.at(i));
        }
        BigDecimal percent = BigDecimal.valueOf(policy.amounts().percent());
        return policy.amounts().percent() == 100
                ? BigDecimal.ZERO
                : largest.movePointRight(PERCENT).divide(percent, UP).subtract(of.sum(), UP);
    }
}
