package org.ecart.chart;

import java.util.ArrayList;
import java.util.List;
import org.ecart.model.Measure;

/** The words and figures of a gap chart. */
record GapWording(Wording words, DumbbellData data) {
    String axis() {
        return words.text(
                "chart.axis.gap",
                words.indicator(),
                data.panels().get(0).reference().label());
    }

    String gapHeader() {
        return words.text("chart.gap");
    }

    String reference(DumbbellData.Panel panel) {
        return panel.reference().label() + " " + rate(panel.reference());
    }

    String rate(DumbbellData.Line line) {
        return words.figure(line.rate(), data.decimals());
    }

    String gap(DumbbellData.Line line) {
        return words.signed(line.gap(), data.decimals());
    }

    /** A sentence a panel, then every figure. */
    String alternative() {
        List<String> lines = new ArrayList<>();
        data.panels().forEach(panel -> describe(panel, lines));
        return words.alternative("chart.alternative.kind", lines);
    }

    private void describe(DumbbellData.Panel panel, List<String> lines) {
        panel.heading().ifPresent(heading -> lines.add(heading + ":"));
        lines.add(words.text("chart.alternative.reference", panel.reference().label(), percent(panel.reference())));
        List<DumbbellData.Line> groups = panel.lines().stream()
                .filter(l -> !l.muted() && l.gap().number().isPresent())
                .toList();
        if (groups.size() > 1) {
            DumbbellData.Line first = groups.get(0);
            DumbbellData.Line last = groups.get(groups.size() - 1);
            lines.add(words.text("chart.alternative.range", first.label(), gap(first), last.label(), gap(last)));
        }
        panel.lines().forEach(l -> lines.add(words.text("chart.alternative.line", l.label(), percent(l), gap(l))));
    }

    private String percent(DumbbellData.Line line) {
        return words.inUnit(line.rate(), Measure.RATE, data.decimals());
    }
}
