package org.ecart.protect;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.ecart.model.Period;

/**
 * What a protection rests on: the proofs, by the dates that were protected together, and the cells that readers may know.
 * Whoever attacks the same tables may take the proofs instead of looking for his own, as each is checked again against what is
 * printed.
 */
public final class Witnesses {
    /** None. */
    public static final Witnesses NONE = new Witnesses(Map.of(), List.of());

    private final Map<Set<Period>, List<Move>> byDates;
    private final List<List<Protection>> cells;

    /** @param cells what was decided of each cell of each table */
    Witnesses(Map<Set<Period>, List<Move>> byDates, List<List<Protection>> cells) {
        this.byDates = new HashMap<>(byDates);
        this.cells = List.copyOf(cells);
    }

    List<Move> of(Set<Period> dates) {
        return byDates.getOrDefault(dates, List.of());
    }

    /** Whether a cell may be known, though perhaps nothing that is printed tells it. */
    boolean mayBeKnown(int table, int cell) {
        return !cells.isEmpty() && cells.get(table).get(cell) == Protection.SAFE;
    }
}
