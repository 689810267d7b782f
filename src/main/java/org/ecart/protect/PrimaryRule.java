package org.ecart.protect;

import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import org.ecart.model.Policy;
import org.ecart.protect.CountSystem.Unit;

/**
 * Which quantities make a unit unsafe by itself (METHOD, section 6): each that exists and is 1 to threshold - 1, and
 * under group disclosure each 0 that tells something about everybody in the unit. Unweighted persons, always.
 */
final class PrimaryRule {
    private final CountSystem system;
    private final int threshold;
    private final boolean groupDisclosure;

    PrimaryRule(CountSystem system, Policy policy) {
        this.system = system;
        this.threshold = policy.threshold();
        this.groupDisclosure = policy.groupDisclosure() && !policy.isNone();
    }

    /** The unsafe quantities; none = the unit is safe by itself. */
    Set<Quantity> unsafe(Unit unit) {
        EnumSet<Quantity> unsafe = EnumSet.noneOf(Quantity.class);
        unit.figures().forEach((quantity, figure) -> {
            long persons = system.value(figure);
            if (persons >= 1 && persons < threshold) {
                unsafe.add(quantity);
            }
        });
        if (groupDisclosure) {
            addDivided(unit, Quantity.TOTAL, Quantity.NUMERATOR, Quantity.REST, unsafe);
            addDivided(unit, Quantity.PERSONS, Quantity.OUTSIDE, Quantity.TOTAL, unsafe);
        }
        return unsafe;
    }

    /** None or all of a group: 0 % or 100 %. */
    private void addDivided(Unit unit, Quantity whole, Quantity one, Quantity other, Set<Quantity> unsafe) {
        boolean divided = unit.figure(one).isPresent() && unit.figure(other).isPresent();
        if (divided
                && value(unit, one) + value(unit, other) >= 1
                && unit.figure(whole).isPresent()) {
            for (Quantity part : EnumSet.of(one, other)) {
                if (value(unit, part) == 0) {
                    unsafe.add(part);
                }
            }
        }
    }

    private long value(Unit unit, Quantity quantity) {
        Optional<Integer> figure = unit.figure(quantity);
        return figure.isPresent() ? system.value(figure.get()) : 0;
    }
}
