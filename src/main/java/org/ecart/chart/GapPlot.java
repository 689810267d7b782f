package org.ecart.chart;

import java.awt.BasicStroke;
import java.awt.Graphics2D;
import java.util.List;
import org.jfree.chart.plot.ValueMarker;
import org.jfree.chart.plot.XYPlot;
import org.jfree.chart.ui.Layer;
import org.jfree.data.xy.DefaultXYDataset;

/** The part of a panel that JFreeChart draws: grid, line of the reference, dots and connectors. */
final class GapPlot {
    private static final BasicStroke REFERENCE = new BasicStroke(2f, BasicStroke.CAP_BUTT, BasicStroke.JOIN_MITER);

    private final XYPlot plot;
    private final Track track;
    private final int height;

    /** @param centres the heights of the lines, from the upper edge of the plot */
    GapPlot(DumbbellData.Panel panel, Track track, int height, List<Double> centres, Palette palette) {
        this.track = track;
        this.height = height;
        plot = SilentPlot.of(
                dataset(panel, centres),
                track.axis(),
                SilentPlot.heights(height),
                new GapRenderer(panel, palette),
                palette);
        plot.setDomainGridlinesVisible(true);
        panel.reference()
                .rate()
                .number()
                .ifPresent(rate -> plot.addDomainMarker(
                        new ValueMarker(rate.doubleValue(), palette.reference(), REFERENCE), Layer.BACKGROUND));
    }

    void draw(Graphics2D g2, int top) {
        plot.draw(g2, track.area(top, height), null, null, null);
    }

    private static DefaultXYDataset dataset(DumbbellData.Panel panel, List<Double> centres) {
        double[][] points = new double[2][panel.lines().size()];
        for (int i = 0; i < panel.lines().size(); i++) {
            points[0][i] = panel.lines()
                    .get(i)
                    .rate()
                    .number()
                    .map(Number::doubleValue)
                    .orElse(Double.NaN);
            points[1][i] = centres.get(i);
        }
        DefaultXYDataset dataset = new DefaultXYDataset();
        dataset.addSeries("groups", points);
        return dataset;
    }
}
