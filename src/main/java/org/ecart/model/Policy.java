package org.ecart.model;

import java.util.Optional;

/**
 * How small groups are protected (METHOD, section 6).
 *
 * @param id the name printed in status lines: "default", "none"
 * @param threshold a count of 1 to threshold - 1 persons is unsafe; 1 = no threshold
 * @param groupDisclosure whether 0 % and 100 % of a group are unsafe too
 * @param reason why the protection is weaker than the default; required for "none"
 */
public record Policy(String id, int threshold, boolean groupDisclosure, Optional<String> reason) {
    public static final int DEFAULT_THRESHOLD = 5;
    public static final Policy DEFAULT = new Policy("default", DEFAULT_THRESHOLD, true, Optional.empty());
    private static final String NONE = "none";

    public Policy {
        boolean weaker = id.equals(NONE) || threshold < DEFAULT_THRESHOLD || !groupDisclosure;
        if (weaker && reason.filter(r -> !r.isBlank()).isEmpty()) {
            throw EcartException.usage("model.policy.reason");
        }
        if (threshold < 1 || threshold > 1000) {
            throw EcartException.usage("model.policy.threshold");
        }
    }

    /** No protection: for checks inside the house, never for a release outside {@code internal/}. */
    public static Policy none(String reason) {
        return new Policy(NONE, 1, false, Optional.of(reason));
    }

    public boolean isNone() {
        return id.equals(NONE);
    }
}
