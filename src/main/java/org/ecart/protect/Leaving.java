package org.ecart.protect;

import java.util.BitSet;
import java.util.List;
import org.ecart.model.Measure;
import org.ecart.model.Status;
import org.ecart.stats.Comparisons;
import org.ecart.stats.ValueTable;

/**
 * Which cells a finished table tells of. It is read from what is printed, figure by figure, and not from what was decided:
 * whatever prints a figure tells every cell that it is computed from.
 */
final class Leaving {
    private final BitSet told = new BitSet();

    /** @param cells the same table with all its figures */
    Leaving(PrintedTable printed, ValueTable cells) {
        Comparisons comparisons = cells.comparisons();
        BitSet places = new BitSet();
        for (Measure measure : printed.measures()) {
            for (int place = 0; place < printed.shape().size(); place++) {
                boolean itself = measure.comparesWithReference() && comparisons.isReference(place);
                if (!itself && printed.value(measure, place).status() != Status.CONFIDENTIAL) {
                    comparisons.tells(measure, place).forEach(places::set);
                    comparisons.tellsBeside(measure, place).forEach(told::set);
                }
            }
        }
        List<ValueTable.Cell> all = cells.cells();
        for (int cell = 0; cell < all.size(); cell++) {
            if (all.get(cell).place() >= 0 && places.get(all.get(cell).place())) {
                told.set(cell);
            }
        }
    }

    /** Whether a reader learns of a cell, by its number in the table. */
    boolean tells(int cell) {
        return told.get(cell);
    }
}
