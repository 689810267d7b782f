package org.ecart.chart;

import java.util.List;
import java.util.Optional;
import org.ecart.model.Measure;
import org.ecart.model.Period;
import org.ecart.model.Value;

/**
 * The figures of a chart of lines over years.
 *
 * @param measure what the lines measure: the rate where the table has it, else persons
 * @param periods two or more, in order of time
 * @param panels one for each column and layer; a single one where the table has totals
 */
public record LinesData(Measure measure, int decimals, List<Period> periods, List<Panel> panels) implements ChartData {
    /**
     * @param heading what the panel is about, where there are several
     * @param lines the reference first, then as the table has them, the undetermined and unknown last
     */
    public record Panel(Optional<String> heading, List<Line> lines) {
        public Panel {
            lines = List.copyOf(lines);
        }
    }

    /**
     * One group.
     *
     * @param row the codes of the row in the table
     * @param points one for each period
     */
    public record Line(List<String> row, String label, boolean reference, boolean muted, List<Point> points) {
        public Line {
            row = List.copyOf(row);
            points = List.copyOf(points);
        }
    }

    /** One point, or a gap in the line. */
    public record Point(Place place, Value value) {}

    public LinesData {
        periods = List.copyOf(periods);
        panels = List.copyOf(panels);
    }

    @Override
    public List<Value> values() {
        return panels.stream()
                .flatMap(panel -> panel.lines().stream())
                .flatMap(line -> line.points().stream())
                .map(Point::value)
                .toList();
    }
}
