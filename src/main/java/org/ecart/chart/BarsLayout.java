package org.ecart.chart;

import java.util.ArrayList;
import java.util.List;
import org.ecart.chart.BarsData.Cluster;
import org.ecart.chart.BarsData.Panel;
import org.ecart.model.Value;

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
        double labels = clusters.stream()
                .mapToDouble(c -> styles.label(c.reference(), c.muted()).widthWrapped(c.label(), page.longestLabel()))
                .max()
                .orElse(0);
        double labelRight = page.margin() + labels;
        Scale scale = Scale.fromZero(
                data.values().stream().flatMap(v -> v.number().stream()).toList());
        int left = (int) Math.ceil(labelRight + BESIDE_LABEL);
        double room = page.right() - HALF_A_TICK - left;
        for (End end : ends(data, wording, styles, scale)) {
            room = Math.min(room, (page.right() - left - end.words()) / end.share());
        }
        int right = left + (int) Math.floor(Math.max(SHORTEST_PLOT, room));
        return new BarsLayout(new Track(scale, left, right), labels, labelRight, page.right());
    }

    /**
     * What stands at the end of a bar.
     *
     * @param share how far along the scale the bar ends
     * @param words the room for its figure and name
     */
    private record End(double share, double words) {}

    private static List<End> ends(BarsData data, BarsWording wording, Styles styles, Scale scale) {
        List<End> ends = new ArrayList<>();
        for (Panel panel : data.panels()) {
            for (Cluster cluster : panel.clusters()) {
                boolean named = cluster.equals(panel.clusters().get(0));
                for (int i = 0; i < cluster.bars().size(); i++) {
                    Value value = cluster.bars().get(i).value();
                    String name = named ? data.series().get(i).label() : "";
                    double figure = SPACE + styles.value().width(wording.figure(value));
                    double words = name.isEmpty()
                            ? figure
                            : figure + SPACE + styles.gap().width(name);
                    value.number()
                            .filter(n -> n.signum() > 0)
                            .ifPresent(n -> ends.add(new End(n.doubleValue() / scale.to(), words)));
                }
            }
        }
        return ends;
    }
}
