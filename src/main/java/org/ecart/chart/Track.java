package org.ecart.chart;

import java.awt.geom.Rectangle2D;
import java.math.BigDecimal;
import org.ecart.chart.Canvas.Anchor;
import org.jfree.chart.axis.NumberAxis;

/**
 * A horizontal scale on the drawing.
 *
 * @param left where the first tick stands
 * @param right where the last tick stands
 */
record Track(Scale scale, int left, int right) {
    /** Room beside the first and the last tick, because JFreeChart cuts off what stands outside its area. */
    private static final double BESIDE = 10;

    private static final double BETWEEN_TICKS = 10;

    double x(BigDecimal value) {
        return x(value.doubleValue());
    }

    private double x(double value) {
        return left + (right - left) * (value - scale.from()) / (scale.to() - scale.from());
    }

    /** The numbers below the plot, as many as have room. */
    void drawTicks(Canvas canvas, Wording wording, TextStyle style, double baseline) {
        double free = Double.NEGATIVE_INFINITY;
        for (long tick : scale.ticks()) {
            String text = wording.tick(tick);
            double x = x((double) tick);
            double half = style.width(text) / 2;
            if (x - half >= free) {
                canvas.text(text, style, x, baseline, Anchor.MIDDLE);
                free = x + half + BETWEEN_TICKS;
            }
        }
    }

    /** The area of a plot over this scale. */
    Rectangle2D area(double top, double height) {
        return new Rectangle2D.Double(left - BESIDE, top, right - left + 2 * BESIDE, height);
    }

    /** The axis that gives {@link #area} this scale. */
    NumberAxis axis() {
        double beside = BESIDE * (scale.to() - scale.from()) / (right - left);
        return SilentPlot.axis(scale.from() - beside, scale.to() + beside, scale.step());
    }
}
