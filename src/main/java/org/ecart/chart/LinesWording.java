package org.ecart.chart;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.ecart.model.Value;

/** The words and figures of a chart of lines over years. */
record LinesWording(Wording words, LinesData data) {
    String axis() {
        return words.axis(data.measure());
    }

    String figure(Value value) {
        return words.figure(value, data.decimals());
    }

    /** Every figure, a line of text a line of the chart. */
    String alternative() {
        List<String> lines = new ArrayList<>();
        for (LinesData.Panel panel : data.panels()) {
            panel.heading().ifPresent(heading -> lines.add(heading + ":"));
            panel.lines()
                    .forEach(l -> lines.add(words.text("chart.alternative.figures", l.label(), figures(l.points()))));
        }
        return words.alternative("chart.alternative.lines", lines);
    }

    private String figures(List<LinesData.Point> points) {
        return points.stream()
                .map(p -> p.place().period() + " " + words.inUnit(p.value(), data.measure(), data.decimals()))
                .collect(Collectors.joining("; "));
    }
}
