package org.ecart.attack;

import java.util.EnumSet;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.ecart.model.Policy;
import org.ecart.protect.CountSystem;
import org.ecart.protect.CountSystem.Unit;
import org.ecart.protect.Quantity;

/** Which quantities of a unit are unsafe by themselves, read from METHOD section 6 and not from the protector. */
record PrimaryRule(CountSystem system, Policy policy) {
    /** The unsafe quantities; none = the unit is not primary. */
    Set<Quantity> unsafe(Unit unit) {
        Set<Quantity> unsafe = EnumSet.noneOf(Quantity.class);
        for (Map.Entry<Quantity, Integer> told : unit.figures().entrySet()) {
            long value = system.value(told.getValue());
            if (value >= 1 && value < policy.threshold()) {
                unsafe.add(told.getKey());
            }
        }
        if (policy.groupDisclosure()) {
            addWholeGroups(unit, unsafe);
        }
        return unsafe;
    }

    /** 0 % or 100 % tells something about everyone in the group. */
    private void addWholeGroups(Unit unit, Set<Quantity> unsafe) {
        boolean rate =
                unit.figures().containsKey(Quantity.NUMERATOR) && unit.figures().containsKey(Quantity.REST);
        long numerator = value(unit, Quantity.NUMERATOR);
        long rest = value(unit, Quantity.REST);
        if (rate && numerator + rest >= 1 && numerator == 0) {
            unsafe.add(Quantity.NUMERATOR);
        }
        if (rate && numerator + rest >= 1 && rest == 0) {
            unsafe.add(Quantity.REST);
        }
        if (unit.figures().containsKey(Quantity.OUTSIDE) && value(unit, Quantity.PERSONS) >= 1) {
            if (value(unit, Quantity.OUTSIDE) == 0) {
                unsafe.add(Quantity.OUTSIDE);
            }
            if (value(unit, Quantity.TOTAL) == 0) {
                unsafe.add(Quantity.TOTAL);
            }
        }
    }

    private long value(Unit unit, Quantity quantity) {
        return unit.figure(quantity).map(system::value).orElse(0L);
    }

    /** The least value that attacker B takes an unsafe quantity to have; the greatest is {@code threshold - 1}. */
    long least(Unit unit, Quantity quantity) {
        boolean mayBeZero =
                switch (quantity) {
                    case NUMERATOR, REST, OUTSIDE -> true;
                    case TOTAL -> unit.figures().containsKey(Quantity.OUTSIDE);
                    case PERSONS -> false;
                };
        return policy.groupDisclosure() && mayBeZero ? 0 : 1;
    }

    /**
     * Whether "at least two values" can be asked at all: at a threshold of 2 a quantity that must be 1..1 is known from
     * the rule alone, whatever is suppressed, so B is neither given nor asked it.
     */
    boolean leavesAChoice(Unit unit, Quantity quantity) {
        return policy.threshold() - 1 > least(unit, quantity);
    }

    static String label(Quantity quantity) {
        return quantity.name().toLowerCase(Locale.ROOT);
    }
}
