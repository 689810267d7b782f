package org.ecart.chart;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.geom.Line2D;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.IntStream;
import org.ecart.chart.Canvas.Anchor;
import org.ecart.chart.LinesData.Line;
import org.ecart.chart.LinesData.Point;
import org.ecart.model.Period;
import org.ecart.model.Status;
import org.ecart.model.Value;

/** One panel of lines: heading, plot, years below, and each line's last figure and label at its end. */
final class LinesPanel implements Figure {
    private static final double HEADING = 30;
    private static final double ABOVE = 12;
    private static final double YEARS = 34;
    private static final double BETWEEN_YEARS = 12;
    /** From a point to the mark beside it. */
    private static final double SPACE = 9;
    /** Half the side of the square around a point that belongs to it. */
    private static final double REACH = 12;

    private static final BasicStroke LEADER = new BasicStroke(1.2f);
    private static final BasicStroke BREAK =
            new BasicStroke(1f, BasicStroke.CAP_BUTT, BasicStroke.JOIN_MITER, 10, new float[] {3, 4}, 0);

    private final LinesData.Panel panel;
    private final LinesLayout layout;
    private final LinesWording wording;
    private final Styles styles;
    private final double[] labelHeights;
    /** the middle of each label, from the upper end of the scale */
    private final double[] labelMiddles;

    LinesPanel(LinesData.Panel panel, LinesLayout layout, LinesWording wording, Styles styles) {
        this.panel = panel;
        this.layout = layout;
        this.wording = wording;
        this.styles = styles;
        this.labelHeights = panel.lines().stream()
                .mapToDouble(line -> layout.labelHeight(line, styles))
                .toArray();
        double[] wishes = panel.lines().stream().mapToDouble(this::end).toArray();
        this.labelMiddles = LabelStack.middles(wishes, labelHeights, -ABOVE, layout.plotHeight() + ABOVE);
    }

    @Override
    public double height() {
        return headingHeight() + ABOVE + layout.plotHeight() + YEARS;
    }

    @Override
    public void draw(Canvas canvas, double top) {
        panel.heading()
                .ifPresent(heading -> canvas.text(heading, styles.heading(), layout.left(), top + 18, Anchor.START));
        double plotTop = plotTop(top);
        drawScale(canvas, plotTop);
        new LinesPlot(panel, layout, styles.palette()).draw(canvas.graphics(), plotTop);
        drawBreaks(canvas.graphics(), plotTop);
        List<Color> colours = LinesPlot.colours(panel, styles.palette());
        for (int i = 0; i < panel.lines().size(); i++) {
            drawMarks(canvas, panel.lines().get(i), plotTop);
            drawLeader(canvas.graphics(), i, colours.get(i), plotTop);
            drawLabel(canvas, i, plotTop);
        }
    }

    /** Each point with a square around it; the label stands for the row. */
    @Override
    public List<Region> regions(double top) {
        double plotTop = plotTop(top);
        List<Region> regions = new ArrayList<>();
        for (int i = 0; i < panel.lines().size(); i++) {
            Line line = panel.lines().get(i);
            for (Point point : line.points()) {
                y(point).ifPresent(y -> regions.add(Region.ofCell(
                        layout.x(point.place().period()) - REACH,
                        plotTop + y - REACH,
                        2 * REACH,
                        2 * REACH,
                        line.row(),
                        point.place())));
            }
            regions.add(Region.ofRow(
                    layout.figureLeft(),
                    plotTop + labelMiddles[i] - labelHeights[i] / 2,
                    layout.labelLeft() + layout.labelWidth() - layout.figureLeft(),
                    labelHeights[i],
                    line.row()));
        }
        return regions;
    }

    private double plotTop(double top) {
        return Math.rint(top + headingHeight() + ABOVE);
    }

    private double headingHeight() {
        return panel.heading().isPresent() ? HEADING : 0;
    }

    private Optional<Double> y(Point point) {
        return point.value().number().map(n -> layout.y(n.doubleValue()));
    }

    /** Where a line ends; one without any point at the lower end of the scale. */
    private double end(Line line) {
        return lastKnown(line, line.points().size() - 1)
                .map(this::y)
                .flatMap(y -> y)
                .orElse((double) layout.plotHeight());
    }

    private static Optional<Point> lastKnown(Line line, int upTo) {
        OptionalInt at = IntStream.rangeClosed(0, upTo)
                .map(i -> upTo - i)
                .filter(i -> line.points().get(i).value().number().isPresent())
                .findFirst();
        return at.isPresent() ? Optional.of(line.points().get(at.getAsInt())) : Optional.empty();
    }

    private void drawScale(Canvas canvas, double plotTop) {
        TextStyle style = styles.tick();
        for (long tick : layout.scale().ticks()) {
            canvas.text(
                    wording.words().tick(tick),
                    style,
                    layout.left() - SPACE,
                    plotTop + layout.y(tick) + style.size() * 0.36,
                    Anchor.END);
        }
        double free = Double.NEGATIVE_INFINITY;
        for (Period period : layout.periods()) {
            boolean broken = breaksAt(period);
            String label = broken ? period + " " + Status.BREAK.mark() : period.toString();
            double half = style.width(label) / 2;
            double x = layout.x(period);
            // A year may be left out where there is no room; a break never.
            if (x - half >= free || broken) {
                canvas.text(label, style, x, plotTop + layout.plotHeight() + YEARS - 6, Anchor.MIDDLE);
                free = x + half + BETWEEN_YEARS;
            }
        }
    }

    private boolean breaksAt(Period period) {
        return panel.lines().stream()
                .flatMap(line -> line.points().stream())
                .anyMatch(p -> p.place().period().equals(period) && p.value().status() == Status.BREAK);
    }

    /** From there on the lines are made in another way. */
    private void drawBreaks(Graphics2D g2, double plotTop) {
        g2.setPaint(styles.palette().grey());
        g2.setStroke(BREAK);
        layout.periods().stream()
                .filter(this::breaksAt)
                .mapToDouble(layout::x)
                .forEach(x -> g2.draw(new Line2D.Double(x, plotTop, x, plotTop + layout.plotHeight())));
    }

    /**
     * The mark of what is not told, once for each gap: beside the last point before it, or the first one after it. Its
     * place tells nothing of the figure itself.
     */
    private void drawMarks(Canvas canvas, Line line, double plotTop) {
        TextStyle style = styles.tick();
        List<Point> points = line.points();
        for (int i = 0; i < points.size(); i++) {
            Value value = points.get(i).value();
            boolean begins = i == 0 || points.get(i - 1).value().number().isPresent();
            if (value.number().isPresent() || !begins) {
                continue;
            }
            Optional<Point> before = i == 0 ? Optional.empty() : Optional.of(points.get(i - 1));
            Optional<Point> after = points.stream()
                    .skip(i)
                    .filter(p -> p.value().number().isPresent())
                    .findFirst();
            Optional<Point> beside = before.or(() -> after);
            boolean right = before.isPresent();
            beside.flatMap(this::y)
                    .ifPresent(y -> canvas.text(
                            value.status().mark(),
                            style,
                            layout.x(beside.get().place().period()) + (right ? SPACE : -SPACE),
                            plotTop + y + style.size() * 0.36,
                            right ? Anchor.START : Anchor.END));
        }
    }

    /** From the height at which the line ends to its label, outside the plot so that it is not taken for the line. */
    private void drawLeader(Graphics2D g2, int index, Color colour, double plotTop) {
        Line line = panel.lines().get(index);
        if (LinesLayout.last(line).number().isPresent()) {
            g2.setPaint(colour);
            g2.setStroke(LEADER);
            g2.draw(new Line2D.Double(
                    layout.right() + 2, plotTop + end(line), layout.figureLeft() - 5, plotTop + labelMiddles[index]));
        }
    }

    private void drawLabel(Canvas canvas, int index, double plotTop) {
        Line line = panel.lines().get(index);
        TextStyle style = styles.label(line.reference(), line.muted());
        List<String> label = layout.wrapped(line, styles);
        double baseline = plotTop + labelMiddles[index] + style.size() * 0.36;
        canvas.text(
                wording.figure(LinesLayout.last(line)),
                styles.value(line.muted()),
                layout.figureLeft(),
                baseline,
                Anchor.START);
        double first = baseline - (label.size() - 1) * style.lineHeight() / 2;
        for (int i = 0; i < label.size(); i++) {
            canvas.text(label.get(i), style, layout.labelLeft(), first + i * style.lineHeight(), Anchor.START);
        }
    }
}
