package org.ecart.chart;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Rectangle2D;
import java.util.ArrayList;
import java.util.List;
import org.ecart.chart.LinesData.Line;
import org.jfree.chart.axis.NumberAxis;
import org.jfree.chart.plot.XYPlot;
import org.jfree.chart.renderer.xy.XYLineAndShapeRenderer;
import org.jfree.data.xy.DefaultXYDataset;

/** The part of a panel of lines that JFreeChart draws: grid, lines and points. The first line lies on top. */
final class LinesPlot {
    private static final BasicStroke REFERENCE = new BasicStroke(3.5f, BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND);
    private static final BasicStroke GROUP = new BasicStroke(2.2f, BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND);
    private static final double RADIUS = 4;
    private static final double RADIUS_OF_REFERENCE = 5;
    /** Room above and below the scale for points on its ends, because JFreeChart cuts off what stands outside. */
    private static final double BESIDE = 8;

    private final XYPlot plot;
    private final LinesLayout layout;

    LinesPlot(LinesData.Panel panel, LinesLayout layout, Palette palette) {
        this.layout = layout;
        double width = layout.right() - layout.left();
        Scale scale = layout.scale();
        double beside = BESIDE * (scale.to() - scale.from()) / layout.plotHeight();
        NumberAxis heights = SilentPlot.axis(scale.from() - beside, scale.to() + beside, scale.step());
        plot = SilentPlot.of(
                dataset(panel, layout),
                SilentPlot.axis(0, width, width),
                heights,
                renderer(panel, colours(panel, palette)),
                palette);
        plot.setRangeGridlinesVisible(true);
    }

    /** The reference has the colour it has everywhere, the undetermined are grey, the others follow the method. */
    static List<Color> colours(LinesData.Panel panel, Palette palette) {
        boolean compared = panel.lines().stream().anyMatch(Line::reference);
        int next = compared ? 1 : 0;
        List<Color> colours = new ArrayList<>();
        for (Line line : panel.lines()) {
            if (line.reference()) {
                colours.add(palette.reference());
            } else if (line.muted()) {
                colours.add(palette.muted());
            } else {
                colours.add(palette.series().get(next++));
            }
        }
        return colours;
    }

    /** @param top the upper end of the scale */
    void draw(Graphics2D g2, double top) {
        plot.draw(
                g2,
                new Rectangle2D.Double(
                        layout.left(), top - BESIDE, layout.right() - layout.left(), layout.plotHeight() + 2 * BESIDE),
                null,
                null,
                null);
    }

    private static XYLineAndShapeRenderer renderer(LinesData.Panel panel, List<Color> colours) {
        XYLineAndShapeRenderer renderer = new XYLineAndShapeRenderer();
        for (int i = 0; i < panel.lines().size(); i++) {
            boolean reference = panel.lines().get(i).reference();
            double radius = reference ? RADIUS_OF_REFERENCE : RADIUS;
            renderer.setSeriesPaint(i, colours.get(i));
            renderer.setSeriesStroke(i, reference ? REFERENCE : GROUP);
            renderer.setSeriesShape(i, new Ellipse2D.Double(-radius, -radius, 2 * radius, 2 * radius));
        }
        return renderer;
    }

    private static DefaultXYDataset dataset(LinesData.Panel panel, LinesLayout layout) {
        DefaultXYDataset dataset = new DefaultXYDataset();
        for (int l = 0; l < panel.lines().size(); l++) {
            List<LinesData.Point> line = panel.lines().get(l).points();
            double[][] points = new double[2][line.size()];
            for (int i = 0; i < line.size(); i++) {
                points[0][i] = layout.x(line.get(i).place().period()) - layout.left();
                points[1][i] =
                        line.get(i).value().number().map(Number::doubleValue).orElse(Double.NaN);
            }
            dataset.addSeries(l, points);
        }
        return dataset;
    }
}
