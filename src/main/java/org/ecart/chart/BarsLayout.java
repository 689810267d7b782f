package org.ecart.chart;

import java.util.List;
import org.ecart.chart.BarsData.Bar;
import org.ecart.chart.BarsData.Cluster;
import org.ecart.chart.BarsData.Panel;

/**
 * What all panels of clustered bars share, from left to right: labels, then the bars from zero, each with its figure at
 * its end; the first cluster of a panel also names its bars there.
 *
 * @param labelWidth a longer label is wrapped
 * @param labelRight where labels end
 * @param right where the page ends
 */
record BarsLayout(Track track, double labelWidth, double labelRight, double right) {
    /** Between a bar and its figure, and between the figure and the name of the bar. */
    static final double SPACE = 7;

    private static final double BESIDE_LABEL = 12;
    private static final double HALF_A_TICK = 14;
    private static final double SHORTEST_PLOT = 60;

    static BarsLayout of(BarsData data, BarsWording wording, Styles styles, Page page) {
        List<Cluster> clusters =
                data.panels().stream().flatMap(p -> p.clusters().stream()).toList();
        double widest = clusters.stream()
                .mapToDouble(c -> styles.label(c.reference(), c.muted()).width(c.label()))
                .max()
                .orElse(0);
        double labels = Math.min(page.longestLabel(), Math.ceil(widest));
        double labelRight = page.margin() + labels;
        Scale scale = Scale.fromZero(
                data.values().stream().flatMap(v -> v.number().stream()).toList());
        int left = (int) Math.ceil(labelRight + BESIDE_LABEL);
        double room = page.right() - HALF_A_TICK - left;
        for (Panel panel : data.panels()) {
            for (int c = 0; c < panel.clusters().size(); c++) {
                room = Math.min(room, room(panel.clusters().get(c), c == 0, data, wording, styles, page, left, scale));
            }
        }
        int right = left + (int) Math.floor(Math.max(SHORTEST_PLOT, room));
        return new BarsLayout(new Track(scale, left, right), labels, labelRight, page.right());
    }

    /** How long the scale may be so that what stands at the ends of these bars still has its place. */
    private static double room(
            Cluster cluster,
            boolean named,
            BarsData data,
            BarsWording wording,
            Styles styles,
            Page page,
            int left,
            Scale scale) {
        double room = Double.POSITIVE_INFINITY;
        for (int i = 0; i < cluster.bars().size(); i++) {
            Bar bar = cluster.bars().get(i);
            double share =
                    bar.value().number().map(n -> n.doubleValue() / scale.to()).orElse(0.0);
            double words = SPACE + styles.value().width(wording.figure(bar.value()));
            String name = data.series().get(i).label();
            if (named && !name.isEmpty()) {
                words += SPACE + styles.gap().width(name);
            }
            if (share > 0) {
                room = Math.min(room, (page.right() - words - left) / share);
            }
        }
        return room;
    }
}
