package org.ecart.chart;

import java.awt.BasicStroke;
import org.jfree.chart.axis.NumberAxis;
import org.jfree.chart.axis.NumberTickUnit;
import org.jfree.chart.plot.XYPlot;
import org.jfree.chart.renderer.xy.XYItemRenderer;
import org.jfree.chart.ui.RectangleInsets;
import org.jfree.data.xy.XYDataset;

/**
 * Plots of JFreeChart without letters: it would measure and draw them with the fonts of the machine, so all letters
 * stand outside.
 */
final class SilentPlot {
    private static final BasicStroke HAIRLINE = new BasicStroke(1f);

    private SilentPlot() {}

    /** A plot without grid, frame and room around it. */
    static XYPlot of(XYDataset dataset, NumberAxis x, NumberAxis y, XYItemRenderer renderer, Palette palette) {
        XYPlot plot = new XYPlot(dataset, x, y, renderer);
        plot.setInsets(RectangleInsets.ZERO_INSETS);
        plot.setAxisOffset(RectangleInsets.ZERO_INSETS);
        plot.setBackgroundPaint(palette.background());
        plot.setOutlineVisible(false);
        plot.setDomainGridlinesVisible(false);
        plot.setDomainGridlinePaint(palette.grid());
        plot.setDomainGridlineStroke(HAIRLINE);
        plot.setRangeGridlinesVisible(false);
        plot.setRangeGridlinePaint(palette.grid());
        plot.setRangeGridlineStroke(HAIRLINE);
        return plot;
    }

    static NumberAxis axis(double from, double to, double step) {
        NumberAxis axis = new NumberAxis();
        axis.setTickLabelFont(new NamedFont(false, 12));
        axis.setVisible(false);
        axis.setRange(from, to);
        axis.setTickUnit(new NumberTickUnit(step));
        return axis;
    }

    /** An axis in units of the drawing, downwards from the upper edge. */
    static NumberAxis heights(double height) {
        NumberAxis axis = axis(0, height, height);
        axis.setInverted(true);
        return axis;
    }
}
