package org.ecart.protect;

import java.util.EnumSet;
import java.util.Set;
import org.ecart.model.Policy;
import org.ecart.protect.CountTable.Cell;
import org.ecart.protect.CountTable.Parts;

/**
 * Which quantities make a cell unsafe by itself (METHOD, section 6): each that exists and is 1 to threshold - 1, and
 * under group disclosure each 0 that tells something about everybody in the cell. Unweighted persons, always.
 */
final class PrimaryRule {
    private final Parts parts;
    private final int threshold;
    private final boolean groupDisclosure;

    PrimaryRule(Parts parts, Policy policy) {
        this.parts = parts;
        this.threshold = policy.threshold();
        this.groupDisclosure = policy.groupDisclosure();
    }

    /** The unsafe quantities; none = the cell is safe by itself. A cell that is not published is never unsafe. */
    Set<Quantity> unsafe(Cell cell) {
        EnumSet<Quantity> unsafe = EnumSet.noneOf(Quantity.class);
        if (!cell.published()) {
            return unsafe;
        }
        for (Quantity quantity : tested()) {
            if (small(quantity.of(cell))) {
                unsafe.add(quantity);
            }
        }
        if (groupDisclosure && parts != Parts.PERSONS) {
            zeros(cell, unsafe);
        }
        return unsafe;
    }

    private EnumSet<Quantity> tested() {
        return switch (parts) {
            case PERSONS -> EnumSet.of(Quantity.PERSONS);
            case BINARY -> EnumSet.of(Quantity.NUMERATOR, Quantity.REST, Quantity.TOTAL);
            case BINARY_AND_OUTSIDE -> EnumSet.allOf(Quantity.class);
        };
    }

    private boolean small(long persons) {
        return persons >= 1 && persons < threshold;
    }

    /** 0 % or 100 % of a group. */
    private void zeros(Cell cell, EnumSet<Quantity> unsafe) {
        if (cell.total() >= 1) {
            addIfZero(Quantity.NUMERATOR, cell, unsafe);
            addIfZero(Quantity.REST, cell, unsafe);
        }
        if (parts == Parts.BINARY_AND_OUTSIDE && cell.persons() >= 1) {
            addIfZero(Quantity.OUTSIDE, cell, unsafe);
            addIfZero(Quantity.TOTAL, cell, unsafe);
        }
    }

    private static void addIfZero(Quantity quantity, Cell cell, EnumSet<Quantity> unsafe) {
        if (quantity.of(cell) == 0) {
            unsafe.add(quantity);
        }
    }
}
