package org.ecart.protect;

import org.ecart.model.Loss;
import org.ecart.protect.CountSystem.Unit;

/**
 * What it costs to leave a unit out. Prices are compared and added, nothing else; an empty unit is always dear, because
 * leaving it out hides nobody.
 */
final class Prices {
    private static final long UNIT = 16;
    private static final long NOTHING = 10_000;

    private Prices() {}

    /** The price of leaving out a unit with so many persons, above 0. */
    static long of(Unit unit, long persons, Loss loss) {
        return persons == 0 ? NOTHING : occupied(unit, persons, loss);
    }

    private static long occupied(Unit unit, long persons, Loss loss) {
        long balanced = UNIT * (1 + unit.margins()) + bits(persons);
        return switch (loss) {
            case BALANCED -> balanced;
            case CELLS -> UNIT * UNIT + bits(persons);
            case PERSONS -> UNIT + persons;
            case KEEP_TOTALS -> UNIT * (1 + UNIT * unit.margins()) + bits(persons);
            case KEEP_REFERENCE -> balanced * (unit.reference() ? UNIT : 1);
        };
    }

    private static long bits(long persons) {
        return Long.SIZE - Long.numberOfLeadingZeros(persons);
    }
}
