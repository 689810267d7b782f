package org.ecart.chart;

import java.util.List;
import java.util.Optional;
import org.ecart.model.Measure;
import org.ecart.model.Value;

/**
 * The figures of a chart of clustered bars.
 *
 * @param measure what the bars measure: the rate where the table has it, else persons
 * @param series the bars of each cluster in order, undetermined last; one without a label where each has one bar
 * @param panels one for each layer, and for each period unless the bars are periods
 */
public record BarsData(Measure measure, int decimals, List<Series> series, List<Panel> panels) implements ChartData {
    /** @param muted whether it is undetermined or unknown */
    public record Series(String label, boolean muted) {}

    /**
     * @param heading what the panel is about, where there are several
     * @param clusters in the order of drawing: with a reference among the rows the reference first, then by gap, the
     *     highest first; else as the table has them; the undetermined and unknown last
     */
    public record Panel(Optional<String> heading, List<Cluster> clusters) {
        public Panel {
            clusters = List.copyOf(clusters);
        }
    }

    /**
     * The bars of one row.
     *
     * @param row the codes of the row in the table
     * @param bars one for each series
     */
    public record Cluster(List<String> row, String label, boolean reference, boolean muted, List<Bar> bars) {
        public Cluster {
            row = List.copyOf(row);
            bars = List.copyOf(bars);
        }
    }

    /** One bar, or the mark in its place. */
    public record Bar(Place place, Value value) {}

    public BarsData {
        series = List.copyOf(series);
        panels = List.copyOf(panels);
    }

    @Override
    public List<Value> values() {
        return panels.stream()
                .flatMap(panel -> panel.clusters().stream())
                .flatMap(cluster -> cluster.bars().stream())
                .map(Bar::value)
                .toList();
    }
}
