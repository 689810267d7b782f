package org.ecart.protect;

import java.util.EnumMap;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import org.ecart.model.Policy;
import org.ecart.protect.CountSystem.Unit;

/**
 * Which quantities make a cell unsafe by itself (METHOD, section 6): each that exists and is 1 to threshold - 1, and
 * under group disclosure each 0 that tells something about everybody in the cell. Unweighted persons, always.
 */
final class PrimaryRule {
    private final Policy policy;

    PrimaryRule(Policy policy) {
        this.policy = policy;
    }

    /** The unsafe quantities of a unit; none = it is safe by itself. */
    Set<Quantity> unsafe(CountSystem system, Unit unit) {
        Map<Quantity, Long> told = new EnumMap<>(Quantity.class);
        unit.figures().forEach((quantity, figure) -> told.put(quantity, system.value(figure)));
        return unsafe(told);
    }

    /** The unsafe ones of the quantities that a cell tells; none = it is safe by itself. */
    Set<Quantity> unsafe(Map<Quantity, Long> told) {
        EnumSet<Quantity> unsafe = EnumSet.noneOf(Quantity.class);
        if (policy.isNone()) {
            return unsafe;
        }
        told.forEach((quantity, persons) -> {
            if (persons >= 1 && persons < policy.threshold()) {
                unsafe.add(quantity);
            }
        });
        if (policy.groupDisclosure()) {
            addDivided(told, Quantity.TOTAL, Quantity.NUMERATOR, Quantity.REST, unsafe);
            addDivided(told, Quantity.PERSONS, Quantity.OUTSIDE, Quantity.TOTAL, unsafe);
        }
        return unsafe;
    }

    /** None or all of a group: 0 % or 100 %. */
    private static void addDivided(
            Map<Quantity, Long> told, Quantity whole, Quantity one, Quantity other, Set<Quantity> unsafe) {
        boolean divided = told.keySet().containsAll(EnumSet.of(whole, one, other));
        if (divided && told.getOrDefault(one, 0L) + told.getOrDefault(other, 0L) >= 1) {
            for (Quantity part : EnumSet.of(one, other)) {
                if (told.getOrDefault(part, 0L) == 0) {
                    unsafe.add(part);
                }
            }
        }
    }
}
