package org.ecart.chart;

import java.util.List;
import org.ecart.chart.LinesData.Line;
import org.ecart.model.Period;
import org.ecart.model.Value;

/**
 * What all panels of lines share, from left to right: the numbers of the scale, the plot, the last figure of each line,
 * its label.
 *
 * @param left where the plot begins
 * @param right where the plot ends
 * @param figureLeft where the last figures begin
 * @param labelLeft where the labels begin
 * @param labelWidth a longer label is wrapped
 * @param plotHeight from the lower end of the scale to the upper one
 */
record LinesLayout(
        Scale scale,
        List<Period> periods,
        int left,
        int right,
        double figureLeft,
        double labelLeft,
        double labelWidth,
        int plotHeight) {
    /** Between the end of a line and its figure there is room for a stroke that leads from one to the other. */
    static final double LEADER = 30;

    private static final double BETWEEN_LABELS = 4;
    private static final double SPACE = 10;
    /** From the edges of the plot to the first and the last period. */
    private static final double FIRST = 22;

    private static final double LAST = 8;
    private static final double HEIGHT_OF_WIDTH = 0.42;
    private static final double LOWEST = 240;

    static LinesLayout of(LinesData data, LinesWording wording, Styles styles, Page page) {
        Scale scale = Scale.holding(
                data.values().stream().flatMap(v -> v.number().stream()).toList());
        List<Line> lines =
                data.panels().stream().flatMap(p -> p.lines().stream()).toList();
        double ticks = scale.ticks().stream()
                .mapToDouble(t -> styles.tick().width(wording.words().tick(t)))
                .max()
                .orElse(0);
        double figures = lines.stream()
                .mapToDouble(l -> styles.value().width(wording.figure(last(l))))
                .max()
                .orElse(0);
        double labels = lines.stream()
                .mapToDouble(l -> styles.label(l.reference(), l.muted()).widthWrapped(l.label(), page.longestLabel()))
                .max()
                .orElse(0);
        double labelLeft = page.right() - Math.ceil(labels);
        double figureLeft = labelLeft - SPACE - figures;
        double stack = data.panels().stream()
                .mapToDouble(p -> p.lines().stream()
                        .mapToDouble(l -> labelHeight(l, styles, labels))
                        .sum())
                .max()
                .orElse(0);
        return new LinesLayout(
                scale,
                data.periods(),
                (int) Math.ceil(page.margin() + ticks + SPACE),
                (int) Math.floor(figureLeft - LEADER),
                figureLeft,
                labelLeft,
                labels,
                (int) Math.ceil(Math.max(stack, Math.max(LOWEST, HEIGHT_OF_WIDTH * page.width()))));
    }

    static Value last(Line line) {
        return line.points().get(line.points().size() - 1).value();
    }

    /** The lines of text of a label. */
    List<String> wrapped(Line line, Styles styles) {
        return wrapped(line, styles, labelWidth);
    }

    private static List<String> wrapped(Line line, Styles styles, double width) {
        return styles.label(line.reference(), line.muted()).wrapEvenly(line.label(), width + 0.01);
    }

    double labelHeight(Line line, Styles styles) {
        return labelHeight(line, styles, labelWidth);
    }

    private static double labelHeight(Line line, Styles styles, double width) {
        return wrapped(line, styles, width).size() * styles.label().lineHeight() + BETWEEN_LABELS;
    }

    /** Where a period stands: by its date, so that years left out leave room. */
    double x(Period period) {
        long first = periods.get(0).date().toEpochDay();
        long last = periods.get(periods.size() - 1).date().toEpochDay();
        double share = (double) (period.date().toEpochDay() - first) / Math.max(1, last - first);
        return left + FIRST + share * (right - LAST - left - FIRST);
    }

    /** How far below the upper end of the scale a value stands. */
    double y(double value) {
        return plotHeight * (scale.to() - value) / (scale.to() - scale.from());
    }
}
