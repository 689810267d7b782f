package org.ecart.chart;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.ecart.chart.FlowData.End;
import org.ecart.chart.FlowData.Flow;
import org.ecart.model.TableShape.Side;
import org.ecart.model.Value;

/** The words and figures of a flow picture. */
record FlowWording(Wording words, FlowData data, String from, String to) {
    static FlowWording of(Wording words, FlowData data, Reading reading) {
        return new FlowWording(
                words,
                data,
                side(reading, reading.shape().rows()),
                side(reading, reading.shape().columns()));
    }

    private static String side(Reading reading, Side side) {
        return side.dimensions().stream()
                .map(d -> d.labels().in(reading.language()))
                .collect(Collectors.joining(" · "));
    }

    String figure(Value value) {
        return words.figure(value, data.decimals());
    }

    /** What is not drawn for want of a number. */
    Optional<String> undrawn(FlowData.Panel panel) {
        long without =
                panel.flows().stream().filter(f -> f.value().number().isEmpty()).count();
        return without == 0 ? Optional.empty() : Optional.of(words.text("chart.flow.undrawn", without));
    }

    /** Every figure, a line for each beginning. */
    String alternative() {
        List<String> lines = new ArrayList<>();
        for (FlowData.Panel panel : data.panels()) {
            panel.heading().ifPresent(heading -> lines.add(heading + ":"));
            for (int from = 0; from < panel.from().size(); from++) {
                int begin = from;
                String flows = panel.flows().stream()
                        .filter(flow -> flow.from() == begin)
                        .map(flow -> flow(panel, flow))
                        .collect(Collectors.joining("; "));
                lines.add(words.text(
                        "chart.alternative.figures", panel.from().get(from).label(), flows));
            }
        }
        return words.alternative("chart.alternative.flow", lines);
    }

    private String flow(FlowData.Panel panel, Flow flow) {
        End end = panel.to().get(flow.to());
        return end.label() + " " + figure(flow.value());
    }
}
