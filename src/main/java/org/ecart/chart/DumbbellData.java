package org.ecart.chart;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.ecart.model.Value;

/**
 * The figures of a gap chart.
 *
 * @param panels one for each period, column and layer of the table; a single one where the table has totals
 * @param decimals of all rates and gaps
 */
public record DumbbellData(List<Panel> panels, int decimals) implements ChartData {
    /**
     * Groups against one reference.
     *
     * @param heading what the panel is about, where there are several
     * @param lines the groups by gap, the highest first; then those without a gap; then the undetermined and unknown
     */
    public record Panel(Optional<String> heading, Place place, Line reference, List<Line> lines) {
        public Panel {
            lines = List.copyOf(lines);
        }
    }

    /**
     * One group.
     *
     * @param row the codes of its row in the table
     * @param rate in percent
     * @param gap to the reference in percentage points
     * @param muted whether it is no group of its own: undetermined or unknown
     */
    public record Line(List<String> row, String code, String label, Value rate, Value gap, boolean muted) {
        public Line {
            row = List.copyOf(row);
        }
    }

    public DumbbellData {
        panels = List.copyOf(panels);
    }

    @Override
    public List<Value> values() {
        List<Value> values = new ArrayList<>();
        for (Panel panel : panels) {
            values.add(panel.reference().rate());
            panel.lines().forEach(line -> values.addAll(List.of(line.rate(), line.gap())));
        }
        return values;
    }
}
