package org.ecart.chart;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.util.List;
import org.jfree.chart.plot.ValueMarker;
import org.jfree.chart.plot.XYPlot;
import org.jfree.chart.ui.Layer;
import org.jfree.data.xy.DefaultXYDataset;

/** The part of a panel of bars that JFreeChart draws: grid, zero line and bars. */
final class BarsPlot {
    private static final BasicStroke ZERO = new BasicStroke(1.5f, BasicStroke.CAP_BUTT, BasicStroke.JOIN_MITER);

    private final XYPlot plot;
    private final Track track;
    private final int height;

    /**
     * One bar from zero.
     *
     * @param centre its middle, from the upper edge of the plot
     */
    record Bar(double value, double centre, double thickness, Color colour) {}

    BarsPlot(Track track, int height, List<Bar> bars, Palette palette) {
        this.track = track;
        this.height = height;
        plot = SilentPlot.of(dataset(bars), track.axis(), SilentPlot.heights(height), new BarsRenderer(bars), palette);
        plot.setDomainGridlinesVisible(true);
        plot.addDomainMarker(new ValueMarker(0, palette.muted(), ZERO), Layer.FOREGROUND);
    }

    void draw(Graphics2D g2, int top) {
        plot.draw(g2, track.area(top, height), null, null, null);
    }

    private static DefaultXYDataset dataset(List<Bar> bars) {
        double[][] points = new double[2][bars.size()];
        for (int i = 0; i < bars.size(); i++) {
            points[0][i] = bars.get(i).value();
            points[1][i] = bars.get(i).centre();
        }
        DefaultXYDataset dataset = new DefaultXYDataset();
        dataset.addSeries("bars", points);
        return dataset;
    }
}
