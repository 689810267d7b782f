package org.ecart.chart;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.geom.Rectangle2D;
import java.util.List;
import org.jfree.chart.axis.NumberAxis;
import org.jfree.chart.axis.NumberTickUnit;
import org.jfree.chart.plot.ValueMarker;
import org.jfree.chart.plot.XYPlot;
import org.jfree.chart.ui.Layer;
import org.jfree.chart.ui.RectangleInsets;
import org.jfree.data.xy.DefaultXYDataset;

/**
 * The part of a panel that JFreeChart draws: grid, line of the reference, dots and connectors. All letters stand outside
 * of it, because JFreeChart would measure and draw them with the fonts of the machine.
 */
final class GapPlot {
    private static final BasicStroke HAIRLINE = new BasicStroke(1f);
    private static final BasicStroke REFERENCE = new BasicStroke(2f, BasicStroke.CAP_BUTT, BasicStroke.JOIN_MITER);

    /** Room for half a dot at both ends of the scale, because JFreeChart cuts off what stands outside the area. */
    private static final double BESIDE = 10;

    private final XYPlot plot;
    private final Rectangle2D area;

    /**
     * @param area from the first tick to the last, in whole units
     * @param centres the heights of the lines, from the upper edge of the area
     */
    GapPlot(DumbbellData.Panel panel, Scale scale, Rectangle2D area, List<Double> centres) {
        this.area = new Rectangle2D.Double(
                area.getX() - BESIDE, area.getY(), area.getWidth() + 2 * BESIDE, area.getHeight());
        double beside = BESIDE * (scale.to() - scale.from()) / area.getWidth();
        NumberAxis axis = silent();
        axis.setRange(scale.from() - beside, scale.to() + beside);
        axis.setTickUnit(new NumberTickUnit(scale.step()));
        NumberAxis heights = silent();
        heights.setRange(0, area.getHeight());
        heights.setTickUnit(new NumberTickUnit(area.getHeight()));
        heights.setInverted(true);
        plot = new XYPlot(dataset(panel, centres), axis, heights, new GapRenderer(panel));
        plot.setInsets(RectangleInsets.ZERO_INSETS);
        plot.setAxisOffset(RectangleInsets.ZERO_INSETS);
        plot.setBackgroundPaint(Color.WHITE);
        plot.setOutlineVisible(false);
        plot.setRangeGridlinesVisible(false);
        plot.setDomainGridlinePaint(Styles.GRID);
        plot.setDomainGridlineStroke(HAIRLINE);
        panel.reference()
                .rate()
                .number()
                .ifPresent(rate -> plot.addDomainMarker(
                        new ValueMarker(rate.doubleValue(), Styles.BLUE, REFERENCE), Layer.BACKGROUND));
    }

    void draw(Graphics2D g2) {
        plot.draw(g2, (Rectangle2D) area.clone(), null, null, null);
    }

    private static NumberAxis silent() {
        NumberAxis axis = new NumberAxis();
        axis.setTickLabelFont(new NamedFont(false, 12));
        axis.setVisible(false);
        return axis;
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
