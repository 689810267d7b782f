package org.ecart.chart;

import java.util.List;
import org.ecart.model.Period;

/**
 * Where a figure stands in its table, beside its row.
 *
 * @param column the codes of the entry of the columns; empty where there are none
 * @param layer the codes of the entry of the layers; empty where there are none
 */
public record Place(Period period, List<String> column, List<String> layer) {
    public Place {
        column = List.copyOf(column);
        layer = List.copyOf(layer);
    }
}
