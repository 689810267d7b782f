package org.ecart.chart;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.ecart.model.Value;

/** The words and figures of a chart of clustered bars. */
record BarsWording(Wording words, BarsData data) {
    String axis() {
        return words.axis(data.measure());
    }

    String figure(Value value) {
        return words.figure(value, data.decimals());
    }

    /** Every figure, a line a cluster. */
    String alternative() {
        List<String> lines = new ArrayList<>();
        for (BarsData.Panel panel : data.panels()) {
            panel.heading().ifPresent(heading -> lines.add(heading + ":"));
            panel.clusters()
                    .forEach(c -> lines.add(words.text("chart.alternative.figures", c.label(), figures(c.bars()))));
        }
        return words.alternative("chart.alternative.bars", lines);
    }

    private String figures(List<BarsData.Bar> bars) {
        return IntStream.range(0, bars.size())
                .mapToObj(i -> (data.series().get(i).label() + " "
                                + words.inUnit(bars.get(i).value(), data.measure(), data.decimals()))
                        .trim())
                .collect(Collectors.joining("; "));
    }
}
