package org.ecart.chart;

import java.awt.Color;
import java.awt.geom.Rectangle2D;
import java.util.ArrayList;
import java.util.List;
import org.ecart.chart.BarsData.Bar;
import org.ecart.chart.BarsData.Cluster;
import org.ecart.chart.BarsData.Series;
import org.ecart.chart.Canvas.Anchor;

/** One panel of clustered bars: heading, then a cluster for each row. */
final class BarsPanel implements Figure {
    private static final double HEADING = 30;
    private static final double BETWEEN_PANELS = 14;
    private static final double BETWEEN_CLUSTERS = 12;
    /** From one bar of a cluster to the next; alone it is a little thicker. */
    private static final double PITCH = 19;

    private static final double PITCH_ALONE = 22;
    private static final double BETWEEN_BARS = 3;

    private final BarsData.Panel panel;
    private final List<Series> series;
    private final BarsLayout layout;
    private final BarsWording wording;
    private final Styles styles;
    private final List<List<String>> labels = new ArrayList<>();
    private final double pitch;
    /** the upper edge of each cluster's first bar, from the upper edge of the plot */
    private final List<Double> tops = new ArrayList<>();
    /** the middle of each cluster */
    private final List<Double> centres = new ArrayList<>();

    private final int plotHeight;

    /** All panels of a chart of clustered bars on one scale. */
    static Figure all(BarsData data, BarsWording wording, Styles styles, Page page) {
        BarsLayout layout = BarsLayout.of(data, wording, styles, page);
        List<Figure> figures = new ArrayList<>();
        data.panels().forEach(panel -> figures.add(new BarsPanel(panel, data.series(), layout, wording, styles)));
        figures.add(new Foot(layout.track(), wording.axis(), wording.words(), styles.tick(), page));
        return new Stack(figures, 0);
    }

    private BarsPanel(
            BarsData.Panel panel, List<Series> series, BarsLayout layout, BarsWording wording, Styles styles) {
        this.panel = panel;
        this.series = series;
        this.layout = layout;
        this.wording = wording;
        this.styles = styles;
        this.pitch = series.size() == 1 ? PITCH_ALONE : PITCH;
        double y = BETWEEN_CLUSTERS / 2;
        for (Cluster cluster : panel.clusters()) {
            TextStyle style = styles.label(cluster.reference(), cluster.muted());
            List<String> label = style.wrapEvenly(cluster.label(), layout.labelWidth() + 0.01);
            double height = Math.max(barsHeight(), label.size() * style.lineHeight());
            labels.add(label);
            centres.add(y + height / 2);
            tops.add(y + (height - barsHeight()) / 2);
            y += height + BETWEEN_CLUSTERS;
        }
        this.plotHeight = (int) Math.ceil(y - BETWEEN_CLUSTERS / 2);
    }

    @Override
    public double height() {
        return headingHeight() + plotHeight + (panel.heading().isPresent() ? BETWEEN_PANELS : 0);
    }

    @Override
    public void draw(Canvas canvas, double top) {
        panel.heading()
                .ifPresent(heading ->
                        canvas.text(heading, styles.heading(), layout.track().left(), top + 18, Anchor.START));
        int plotTop = plotTop(top);
        new BarsPlot(layout.track(), plotHeight, bars(), styles.palette()).draw(canvas.graphics(), plotTop);
        for (int i = 0; i < panel.clusters().size(); i++) {
            drawLabel(canvas, i, plotTop);
            drawFigures(canvas, i, plotTop);
        }
    }

    /** Each bar with the room to its right; the label stands for the row. */
    @Override
    public List<Region> regions(double top) {
        int plotTop = plotTop(top);
        double left = layout.labelRight() - layout.labelWidth();
        double plotLeft = layout.track().left();
        List<Region> regions = new ArrayList<>();
        for (int c = 0; c < panel.clusters().size(); c++) {
            Cluster cluster = panel.clusters().get(c);
            double height = 2 * (centres.get(c) - tops.get(c));
            double y = plotTop + tops.get(c);
            regions.add(Region.ofRow(left, y, plotLeft - left, height, cluster.row()));
            for (int b = 0; b < cluster.bars().size(); b++) {
                regions.add(Region.ofCell(
                        plotLeft,
                        y + b * pitch,
                        layout.right() - plotLeft,
                        pitch,
                        cluster.row(),
                        cluster.bars().get(b).place()));
            }
        }
        return regions;
    }

    private int plotTop(double top) {
        return (int) Math.rint(top + headingHeight());
    }

    private double headingHeight() {
        return panel.heading().isPresent() ? HEADING : 0;
    }

    private double barsHeight() {
        return series.size() * pitch;
    }

    private List<BarsPlot.Bar> bars() {
        List<BarsPlot.Bar> bars = new ArrayList<>();
        for (int c = 0; c < panel.clusters().size(); c++) {
            Cluster cluster = panel.clusters().get(c);
            for (int b = 0; b < cluster.bars().size(); b++) {
                double centre = middle(c, b);
                Color colour = colour(cluster, b);
                cluster.bars()
                        .get(b)
                        .value()
                        .number()
                        .ifPresent(
                                n -> bars.add(new BarsPlot.Bar(n.doubleValue(), centre, pitch - BETWEEN_BARS, colour)));
            }
        }
        return bars;
    }

    /** The middle of a bar, from the upper edge of the plot. */
    private double middle(int cluster, int bar) {
        return tops.get(cluster) + bar * pitch + pitch / 2;
    }

    /** Bars alone have the colours of the gap chart, others those of their series. */
    private Color colour(Cluster cluster, int bar) {
        Palette palette = styles.palette();
        if (cluster.muted() || series.get(bar).muted()) {
            return palette.muted();
        }
        if (series.size() > 1) {
            return palette.series().get(bar);
        }
        boolean compared = panel.clusters().stream().anyMatch(Cluster::reference);
        return compared && !cluster.reference() ? palette.group() : palette.reference();
    }

    private void drawLabel(Canvas canvas, int index, int plotTop) {
        Cluster cluster = panel.clusters().get(index);
        TextStyle style = styles.label(cluster.reference(), cluster.muted());
        List<String> label = labels.get(index);
        double baseline =
                plotTop + centres.get(index) + style.size() * 0.36 - (label.size() - 1) * style.lineHeight() / 2;
        for (int i = 0; i < label.size(); i++) {
            canvas.text(label.get(i), style, layout.labelRight(), baseline + i * style.lineHeight(), Anchor.END);
        }
    }

    private void drawFigures(Canvas canvas, int index, int plotTop) {
        Cluster cluster = panel.clusters().get(index);
        TextStyle style = styles.value(cluster.muted());
        for (int b = 0; b < cluster.bars().size(); b++) {
            Bar bar = cluster.bars().get(b);
            double x = bar.value().number().map(layout.track()::x).orElse((double)
                            layout.track().left())
                    + BarsLayout.SPACE;
            double baseline = plotTop + middle(index, b) + style.size() * 0.36;
            String figure = wording.figure(bar.value());
            String name = index == 0 ? series.get(b).label() : "";
            double nameLeft = x + style.width(figure) + BarsLayout.SPACE;
            // no line of the grid through the letters
            double end = name.isEmpty() ? nameLeft : nameLeft + styles.gap().width(name) + BarsLayout.SPACE;
            canvas.graphics().setPaint(styles.palette().background());
            canvas.graphics()
                    .fill(new Rectangle2D.Double(
                            x - 3, plotTop + middle(index, b) - pitch / 2, end - 4 - (x - 3), pitch));
            canvas.text(figure, style, x, baseline, Anchor.START);
            if (!name.isEmpty()) {
                canvas.text(name, styles.gap(), nameLeft, baseline, Anchor.START);
            }
        }
    }
}
