package org.ecart.chart;

import java.util.List;
import org.ecart.model.Value;

/** The figures of a chart in drawing order, rounded as the table prints them. Nothing else is drawn. */
public sealed interface ChartData permits DumbbellData, BarsData, LinesData, FlowData {
    /** Every value that is drawn. */
    List<Value> values();
}
