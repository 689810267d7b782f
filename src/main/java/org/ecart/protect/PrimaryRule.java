package org.ecart.protect;

import java.util.EnumMap;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import java.util.function.IntToLongFunction;
import org.ecart.model.Policy;
import org.ecart.protect.CountSystem.Unit;

/**
 * Which quantities make a cell unsafe by itself (METHOD, section 6): each that exists and is 1 to threshold - 1, and
 * under group disclosure each 0 that tells something about everybody in the cell. Unweighted persons, always.
 */
final class PrimaryRule {
    private static final long ABSENT = -1;

    private final Policy policy;

    PrimaryRule(Policy policy) {
        this.policy = policy;
    }

    /** The unsafe quantities of a unit; none = it is safe by itself. */
    Set<Quantity> unsafe(CountSystem system, Unit unit) {
        return unsafe(unit, system::value);
    }

    /** The same, with the persons of each figure. */
    Set<Quantity> unsafe(Unit unit, IntToLongFunction persons) {
        Map<Quantity, Long> values = new EnumMap<>(Quantity.class);
        unit.figures().forEach((quantity, figure) -> values.put(quantity, persons.applyAsLong(figure)));
        return unsafe(values);
    }

    /** The unsafe ones of the quantities that a cell tells; none = it is safe by itself. */
    Set<Quantity> unsafe(Map<Quantity, Long> values) {
        EnumSet<Quantity> unsafe = EnumSet.noneOf(Quantity.class);
        if (policy.isNone()) {
            return unsafe;
        }
        values.forEach((quantity, value) -> {
            if (value >= 1 && value < policy.threshold()) {
                unsafe.add(quantity);
            }
        });
        if (policy.groupDisclosure()) {
            addDivided(values, Quantity.NUMERATOR, Quantity.REST, unsafe);
            addDivided(values, Quantity.TOTAL, Quantity.OUTSIDE, unsafe);
        }
        return unsafe;
    }

    /** None or all of a group: 0 % or 100 %. */
    private static void addDivided(Map<Quantity, Long> values, Quantity one, Quantity other, Set<Quantity> unsafe) {
        long first = values.getOrDefault(one, ABSENT);
        long second = values.getOrDefault(other, ABSENT);
        if (first == 0 && second > 0) {
            unsafe.add(one);
        }
        if (second == 0 && first > 0) {
            unsafe.add(other);
        }
    }
}
