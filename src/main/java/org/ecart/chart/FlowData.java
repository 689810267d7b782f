package org.ecart.chart;

import java.util.List;
import java.util.Optional;
import org.ecart.model.Measure;
import org.ecart.model.Value;

/**
 * The figures of a flow picture: how many persons of each row are in each column.
 *
 * @param measure persons, weighted where the table has that
 * @param panels one for each period and layer
 */
public record FlowData(Measure measure, int decimals, List<Panel> panels) implements ChartData {
    /**
     * One picture.
     *
     * @param from the rows, undetermined last
     * @param to the columns, undetermined last
     * @param flows from each row to each column, by row
     */
    public record Panel(Optional<String> heading, List<End> from, List<End> to, List<Flow> flows) {
        public Panel {
            from = List.copyOf(from);
            to = List.copyOf(to);
            flows = List.copyOf(flows);
        }
    }

    /**
     * Where flows begin or end.
     *
     * @param muted whether it is undetermined or unknown
     * @param total of all its flows, where the table has it
     */
    public record End(List<String> codes, String label, boolean muted, Optional<Value> total) {
        public End {
            codes = List.copyOf(codes);
        }
    }

    /** The persons of a row and a column, which are places in the lists of ends. */
    public record Flow(int from, int to, Place place, Value value) {
        /** How thick it is drawn; what has no number is not. */
        double persons() {
            return Math.max(0, value.number().map(Number::doubleValue).orElse(0.0));
        }
    }

    public FlowData {
        panels = List.copyOf(panels);
    }

    @Override
    public List<Value> values() {
        return panels.stream()
                .flatMap(panel -> panel.flows().stream())
                .map(Flow::value)
                .toList();
    }
}
