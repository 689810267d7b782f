package org.ecart.chart;

import java.awt.Graphics2D;
import java.awt.geom.Rectangle2D;
import java.util.List;
import org.jfree.chart.axis.ValueAxis;
import org.jfree.chart.plot.CrosshairState;
import org.jfree.chart.plot.PlotRenderingInfo;
import org.jfree.chart.plot.XYPlot;
import org.jfree.chart.renderer.xy.AbstractXYItemRenderer;
import org.jfree.chart.renderer.xy.XYItemRendererState;
import org.jfree.data.xy.XYDataset;

/** A horizontal bar from zero. Item n is bar n of the list. */
final class BarsRenderer extends AbstractXYItemRenderer {
    private static final long serialVersionUID = 1L;

    private final transient List<BarsPlot.Bar> bars;

    BarsRenderer(List<BarsPlot.Bar> bars) {
        this.bars = bars;
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
        BarsPlot.Bar bar = bars.get(item);
        double zero = domainAxis.valueToJava2D(0, dataArea, plot.getDomainAxisEdge());
        double end = domainAxis.valueToJava2D(bar.value(), dataArea, plot.getDomainAxisEdge());
        double y = rangeAxis.valueToJava2D(bar.centre(), dataArea, plot.getRangeAxisEdge());
        g2.setPaint(bar.colour());
        g2.fill(new Rectangle2D.Double(zero, y - bar.thickness() / 2, end - zero, bar.thickness()));
    }
}
