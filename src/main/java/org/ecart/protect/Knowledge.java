package org.ecart.protect;

import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.ecart.model.Policy;
import org.ecart.protect.CountSystem.Unit;

/**
 * What attacker B knows besides the published figures: which units are primary, by which quantity, and the range that
 * the rule gives it: 1 to n - 1, or from 0 where group disclosure makes a 0 unsafe too and B cannot tell them apart.
 * A denominator or a number of persons is taken to start at 1 unless it is 0, which supposes more knowledge, not less.
 */
final class Knowledge {
    /** Above any number of persons, and far from overflow. */
    static final long UNBOUNDED = Long.MAX_VALUE / 4;

    private final long[] lower;
    private final long[] upper;

    Knowledge(CountSystem system, Requirements requirements, Policy policy) {
        this.lower = new long[system.figures()];
        this.upper = new long[system.figures()];
        Arrays.fill(upper, UNBOUNDED);
        List<Unit> units = system.units();
        for (int u = 0; u < units.size(); u++) {
            Unit unit = units.get(u);
            for (Quantity quantity : requirements.implied(u) ? Set.<Quantity>of() : requirements.unsafe(u)) {
                long value = system.value(unit.figure(quantity).orElseThrow());
                boolean divided = quantity != Quantity.PERSONS && unit.figures().size() > 1;
                boolean zeroPossible =
                        policy.groupDisclosure() && divided && (quantity != Quantity.TOTAL || value == 0);
                for (Unit told : system.everywhere(u)) {
                    told.figure(quantity).ifPresent(figure -> {
                        lower[figure] = Math.max(lower[figure], zeroPossible ? 0 : 1);
                        upper[figure] = policy.threshold() - 1;
                    });
                }
            }
        }
    }

    long lower(int figure) {
        return lower[figure];
    }

    /** {@link #UNBOUNDED} where nothing is known. */
    long upper(int figure) {
        return upper[figure];
    }

    /** Whether B thinks it possible that the figure has this value. */
    boolean allows(int figure, long value) {
        return value >= lower[figure] && value <= upper[figure];
    }
}
