package org.ecart.attack;

import java.util.EnumMap;
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
        Map<Quantity, Long> told = new EnumMap<>(Quantity.class);
        unit.figures().forEach((quantity, figure) -> told.put(quantity, system.value(figure)));
        return unsafe(told);
    }

    Set<Quantity> unsafe(Map<Quantity, Long> told) {
        Set<Quantity> unsafe = EnumSet.noneOf(Quantity.class);
        told.forEach((quantity, value) -> {
            if (value >= 1 && value < policy.threshold()) {
                unsafe.add(quantity);
            }
        });
        if (policy.groupDisclosure()) {
            addWholeGroups(told, unsafe);
        }
        return unsafe;
    }

    /** 0 % or 100 % tells something about everyone in the group. */
    private static void addWholeGroups(Map<Quantity, Long> told, Set<Quantity> unsafe) {
        boolean rate = told.containsKey(Quantity.NUMERATOR) && told.containsKey(Quantity.REST);
        long numerator = told.getOrDefault(Quantity.NUMERATOR, 0L);
        long rest = told.getOrDefault(Quantity.REST, 0L);
        if (rate && numerator + rest >= 1 && numerator == 0) {
            unsafe.add(Quantity.NUMERATOR);
        }
        if (rate && numerator + rest >= 1 && rest == 0) {
            unsafe.add(Quantity.REST);
        }
        if (told.containsKey(Quantity.OUTSIDE) && told.getOrDefault(Quantity.PERSONS, 0L) >= 1) {
            if (told.getOrDefault(Quantity.OUTSIDE, 0L) == 0) {
                unsafe.add(Quantity.OUTSIDE);
            }
            if (told.getOrDefault(Quantity.TOTAL, 0L) == 0) {
                unsafe.add(Quantity.TOTAL);
            }
        }
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
