package org.ecart.chart;

import java.awt.BasicStroke;
import java.awt.Graphics2D;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Line2D;
import java.awt.geom.Rectangle2D;
import java.util.List;
import org.ecart.model.Value;
import org.jfree.chart.axis.ValueAxis;
import org.jfree.chart.plot.CrosshairState;
import org.jfree.chart.plot.PlotRenderingInfo;
import org.jfree.chart.plot.XYPlot;
import org.jfree.chart.renderer.xy.AbstractXYItemRenderer;
import org.jfree.chart.renderer.xy.XYItemRendererState;
import org.jfree.data.xy.XYDataset;

/** One group: a dot at its rate, joined to a hollow dot on the line of the reference. Item n is line n of the panel. */
final class GapRenderer extends AbstractXYItemRenderer {
    static final double RADIUS = 6;

    private static final long serialVersionUID = 1L;
    private static final BasicStroke CONNECTOR = new BasicStroke(3.5f, BasicStroke.CAP_BUTT, BasicStroke.JOIN_MITER);
    private static final BasicStroke RING = new BasicStroke(2f);

    private final transient List<DumbbellData.Line> lines;
    private final transient Value reference;
    private final transient Palette palette;

    GapRenderer(DumbbellData.Panel panel, Palette palette) {
        this.palette = palette;
        this.lines = panel.lines();
        this.reference = panel.reference().rate();
    }

    @Override
    public void drawItem(
            Graphics2D g2,
            XYItemRendererState state,
            Rectangle2D dataArea,
            PlotRenderingInfo info,
            XYPlot plot,
            ValueAxis domainAxis,
            ValueAxis rangeAxis,
            XYDataset dataset,
            int series,
            int item,
            CrosshairState crosshairState,
            int pass) {
        DumbbellData.Line line = lines.get(item);
        if (line.rate().number().isEmpty()) {
            return;
        }
        double x = domainAxis.valueToJava2D(dataset.getXValue(series, item), dataArea, plot.getDomainAxisEdge());
        double y = rangeAxis.valueToJava2D(dataset.getYValue(series, item), dataArea, plot.getRangeAxisEdge());
        if (line.gap().number().isPresent() && reference.number().isPresent()) {
            double to = domainAxis.valueToJava2D(
                    reference.number().get().doubleValue(), dataArea, plot.getDomainAxisEdge());
            g2.setPaint(line.muted() ? palette.mutedPale() : palette.groupPale());
            g2.setStroke(CONNECTOR);
            g2.draw(new Line2D.Double(x, y, to, y));
            drawRing(g2, to, y);
        }
        g2.setPaint(line.muted() ? palette.muted() : palette.group());
        g2.fill(circle(x, y, RADIUS));
    }

    private void drawRing(Graphics2D g2, double x, double y) {
        g2.setPaint(palette.background());
        g2.fill(circle(x, y, RADIUS - 1));
        g2.setPaint(palette.reference());
        g2.setStroke(RING);
        g2.draw(circle(x, y, RADIUS - 1));
    }

    private static Ellipse2D circle(double x, double y, double radius) {
        return new Ellipse2D.Double(x - radius, y - radius, 2 * radius, 2 * radius);
    }
}
