package org.ecart.model;

import java.util.Optional;

/**
 * How small groups are protected (METHOD, section 6).
 *
 * @param id the name printed in status lines: "default", "none"
 * @param threshold a count of 1 to threshold - 1 persons is unsafe; 1 = no threshold
 * @param groupDisclosure whether 0 % and 100 % of a group are unsafe too
 * @param amounts when an amount tells too much of one contributor
 * @param loss what is rather not left out
 * @param reason why the protection is weaker than the default; required for "none"
 */
public record Policy(
        String id, int threshold, boolean groupDisclosure, AmountRule amounts, Loss loss, Optional<String> reason) {
    public static final int DEFAULT_THRESHOLD = 5;
    public static final Policy DEFAULT =
            new Policy("default", DEFAULT_THRESHOLD, true, AmountRule.DEFAULT, Loss.BALANCED, Optional.empty());
    private static final String NONE = "none";

    public Policy {
        boolean weaker =
                id.equals(NONE) || threshold < DEFAULT_THRESHOLD || !groupDisclosure || amounts.weakerThanDefault();
        if (weaker && reason.filter(r -> !r.isBlank()).isEmpty()) {
            throw EcartException.usage("model.policy.reason");
        }
        if (threshold < 1 || threshold > 1000) {
            throw EcartException.usage("model.policy.threshold");
        }
    }

    /** A policy with the usual rules for amounts. */
    public Policy(String id, int threshold, boolean groupDisclosure, Optional<String> reason) {
        this(id, threshold, groupDisclosure, AmountRule.DEFAULT, Loss.BALANCED, reason);
    }

    /** The same that would rather not lose something else. */
    public Policy with(Loss other) {
        return new Policy(id, threshold, groupDisclosure, amounts, other, reason);
    }

    /** No protection: for checks inside the house, never for a release outside {@code internal/}. */
    public static Policy none(String reason) {
        return new Policy(NONE, 1, false, Optional.of(reason));
    }

    public boolean isNone() {
        return id.equals(NONE);
    }

    /**
     * When the amounts of a cell tell too much of one contributor (METHOD, section 6). Contributions are taken without
     * their sign, the largest first: x1, x2, ...; X is their sum.
     *
     * @param largest how many contributors may not dominate, 1 to {@value #MOST}
     * @param percent the cell is unsafe when the {@code largest} have more than this share of X, in percent; 100 = the
     *     rule is off
     * @param p the cell is unsafe when X - x1 - x2 is less than p percent of x1: the second contributor could come that
     *     near to the first; 0 = the rule is off
     * @param step a quantile is rounded to a multiple of this, in the unit of the amount
     */
    public record AmountRule(int largest, int percent, int p, int step) {
        public static final AmountRule DEFAULT = new AmountRule(2, 85, 10, 1);
        public static final int MOST = 5;

        public AmountRule {
            if (largest < 1 || largest > MOST || percent < 1 || percent > 100 || p < 0 || p > 100 || step < 1) {
                throw EcartException.usage("model.policy.amounts", MOST);
            }
        }

        /** What the rules need to know of an amount. */
        public Query.Telling telling() {
            return new Query.Telling(Math.max(largest, 2), step);
        }

        private boolean weakerThanDefault() {
            return percent > DEFAULT.percent || largest < DEFAULT.largest || p < DEFAULT.p;
        }
    }
}
