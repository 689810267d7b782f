package org.ecart.protect;

import org.ecart.protect.CountSystem.Unit;

/**
 * What is lost when a unit is left out, chosen by the analyst. Prices are compared and added, nothing else; an empty unit
 * is always dear, because leaving it out hides nobody.
 */
public enum Loss {
    /** every unit is a loss, a larger one a greater loss, a margin the greatest */
    BALANCED {
        @Override
        long occupied(Unit unit, long persons) {
            return UNIT * (1 + unit.margins()) + bits(persons);
        }
    },
    /** as few units as possible */
    CELLS {
        @Override
        long occupied(Unit unit, long persons) {
            return UNIT * UNIT + bits(persons);
        }
    },
    /** as few persons as possible */
    PERSONS {
        @Override
        long occupied(Unit unit, long persons) {
            return UNIT + persons;
        }
    },
    /** margins only where nothing else helps */
    KEEP_TOTALS {
        @Override
        long occupied(Unit unit, long persons) {
            return UNIT * (1 + UNIT * unit.margins()) + bits(persons);
        }
    },
    /** those that others are compared with only where nothing else helps */
    KEEP_REFERENCE {
        @Override
        long occupied(Unit unit, long persons) {
            return BALANCED.occupied(unit, persons) * (unit.reference() ? UNIT : 1);
        }
    };

    private static final long UNIT = 16;
    private static final long NOTHING = 10_000;

    abstract long occupied(Unit unit, long persons);

    /** The price of leaving out a unit with so many persons, above 0. */
    public long price(Unit unit, long persons) {
        return persons == 0 ? NOTHING : occupied(unit, persons);
    }

    private static long bits(long persons) {
        return Long.SIZE - Long.numberOfLeadingZeros(persons);
    }
}
