package org.ecart.protect;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.ecart.model.Measure;
import org.ecart.model.Value;
import org.ecart.stats.Comparisons;
import org.ecart.stats.ValueTable;

/** What was decided of each cell of a table, and what its figures become by that. */
final class Decided {
    private final ValueTable table;
    private final List<Protection> cells;
    private final List<Protection> marks;

    /** @param cells one decision a cell of the table, margins that are not printed among them */
    Decided(ValueTable table, List<Protection> cells) {
        this.table = table;
        this.cells = cells;
        this.marks = new ArrayList<>(Collections.nCopies(table.shape().size(), Protection.SAFE));
        for (int c = 0; c < table.cells().size(); c++) {
            int place = table.cells().get(c).place();
            if (place >= 0) {
                marks.set(place, cells.get(c));
            }
        }
    }

    /** The decision on each printed cell, numbered as the shape says. */
    List<Protection> marks() {
        return marks;
    }

    /** The figures with {@code [c]} where one may not be told. */
    Map<Measure, List<Value>> values() {
        Map<Measure, List<Value>> values = new LinkedHashMap<>();
        table.values().forEach((measure, column) -> values.put(measure, masked(measure, column)));
        return values;
    }

    /** A derived figure tells its parts: it goes when one of the cells goes that it is computed from. */
    private List<Value> masked(Measure measure, List<Value> column) {
        Comparisons comparisons = table.comparisons();
        List<Value> masked = new ArrayList<>(column);
        for (int place = 0; place < column.size(); place++) {
            boolean itself = measure.comparesWithReference() && comparisons.isReference(place);
            if (!itself && tellsSuppressed(comparisons, measure, place)) {
                masked.set(place, Value.CONFIDENTIAL);
            }
        }
        return masked;
    }

    private boolean tellsSuppressed(Comparisons comparisons, Measure measure, int place) {
        return comparisons.tells(measure, place).stream()
                        .anyMatch(p -> marks.get(p).suppressed())
                || comparisons.tellsBeside(measure, place).stream()
                        .anyMatch(c -> cells.get(c).suppressed());
    }
}
