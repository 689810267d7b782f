package org.ecart.protect;

import java.util.Map;
import org.ecart.model.Caption;
import org.ecart.model.Decimals;
import org.ecart.model.Period;
import org.ecart.stats.TablePlan;
import org.ecart.stats.ValueTable;

/**
 * A table with all its figures that asks to leave.
 *
 * @param name how it is told in messages
 * @param plans what it asks at each of its dates
 */
public record Draft(String name, ValueTable values, Map<Period, TablePlan> plans, Caption caption, Decimals decimals) {
    public Draft {
        plans = Map.copyOf(plans);
    }
}
