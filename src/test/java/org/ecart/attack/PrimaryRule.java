package org.ecart.attack;

import java.util.EnumSet;
import java.util.Set;
import org.ecart.model.Policy;
import org.ecart.protect.CountTable.Cell;
import org.ecart.protect.CountTable.Parts;

/** Which quantities of a cell are unsafe by themselves, read from METHOD section 6 and not from the protector. */
record PrimaryRule(Parts parts, Policy policy) {
    /** The unsafe quantities; none = the cell is not primary. A margin that is not printed is never primary. */
    Set<Quantity> unsafe(Cell cell) {
        Set<Quantity> unsafe = EnumSet.noneOf(Quantity.class);
        if (!cell.published()) {
            return unsafe;
        }
        for (Quantity quantity : quantities()) {
            long value = quantity.of(cell);
            if (value >= 1 && value < policy.threshold()) {
                unsafe.add(quantity);
            }
        }
        if (policy.groupDisclosure() && parts != Parts.PERSONS) {
            addWholeGroups(cell, unsafe);
        }
        return unsafe;
    }

    /** 0 % or 100 % tells something about everyone in the group. */
    private void addWholeGroups(Cell cell, Set<Quantity> unsafe) {
        if (cell.total() >= 1 && cell.numerator() == 0) {
            unsafe.add(Quantity.NUMERATOR);
        }
        if (cell.total() >= 1 && cell.rest() == 0) {
            unsafe.add(Quantity.REST);
        }
        if (parts == Parts.BINARY_AND_OUTSIDE && cell.persons() >= 1) {
            if (cell.outside() == 0) {
                unsafe.add(Quantity.OUTSIDE);
            }
            if (cell.total() == 0) {
                unsafe.add(Quantity.TOTAL);
            }
        }
    }

    private Set<Quantity> quantities() {
        return switch (parts) {
            case PERSONS -> EnumSet.of(Quantity.PERSONS);
            case BINARY -> EnumSet.of(Quantity.NUMERATOR, Quantity.REST, Quantity.TOTAL);
            case BINARY_AND_OUTSIDE -> EnumSet.allOf(Quantity.class);
        };
    }

    /** The least value that attacker B takes an unsafe quantity to have; the greatest is {@code threshold - 1}. */
    long least(Quantity quantity) {
        boolean mayBeZero =
                switch (quantity) {
                    case NUMERATOR, REST, OUTSIDE -> true;
                    case TOTAL -> parts == Parts.BINARY_AND_OUTSIDE;
                    case PERSONS -> false;
                };
        return policy.groupDisclosure() && mayBeZero ? 0 : 1;
    }

    /**
     * Whether "at least two values" can be asked at all: at a threshold of 2 a quantity that must be 1..1 is known from
     * the rule alone, whatever is suppressed, so B is neither given nor asked it.
     */
    boolean leavesAChoice(Quantity quantity) {
        return policy.threshold() - 1 > least(quantity);
    }

    int partCount() {
        return switch (parts) {
            case PERSONS -> 1;
            case BINARY -> 2;
            case BINARY_AND_OUTSIDE -> 3;
        };
    }
}
