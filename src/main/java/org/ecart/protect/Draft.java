package org.ecart.protect;

import java.util.List;
import java.util.Map;
import org.ecart.model.Caption;
import org.ecart.model.Decimals;
import org.ecart.model.Period;
import org.ecart.stats.TablePlan;
import org.ecart.stats.ValueTable;

/**
 * A table with all its figures that asks to leave, or has left before.
 *
 * @param name how it is told in messages
 * @param plans what it asks at each of its dates
 * @param fates what is decided about each of its cells before; empty = nothing
 */
public record Draft(
        String name,
        ValueTable values,
        Map<Period, TablePlan> plans,
        Caption caption,
        Decimals decimals,
        List<Fate> fates) {
    public Draft {
        plans = Map.copyOf(plans);
        fates = List.copyOf(fates);
        if (!fates.isEmpty() && fates.size() != values.cells().size()) {
            throw new IllegalArgumentException("one fate a cell");
        }
    }

    /** The same when more is decided about its cells. */
    public Draft with(List<Fate> decided) {
        return new Draft(name, values, plans, caption, decimals, decided);
    }

    Fate fate(int cell) {
        return fates.isEmpty() ? Fate.OPEN : fates.get(cell);
    }
}
