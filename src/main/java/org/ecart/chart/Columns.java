package org.ecart.chart;

import java.math.BigDecimal;
import java.util.List;
import java.util.stream.Stream;

/**
 * The columns that all panels of a gap chart share, from left to right: labels, plot, gaps.
 *
 * @param labelWidth a longer label is wrapped
 * @param labelRight where labels end
 * @param gapRight where gaps end
 */
record Columns(Track track, double labelWidth, double labelRight, double gapRight) {
    private static final double SPACE = 12;
    private static final double HALF_A_TICK = 14;

    static Columns of(DumbbellData data, GapWording wording, Styles styles, Page page) {
        List<DumbbellData.Line> lines =
                data.panels().stream().flatMap(p -> p.lines().stream()).toList();
        double labels = lines.stream()
                .mapToDouble(line -> styles.label().widthWrapped(line.label(), page.longestLabel()))
                .max()
                .orElse(0);
        double values = widest(lines.stream().map(wording::rate), styles.value());
        double gaps = Math.max(
                widest(lines.stream().map(wording::gap), styles.gap()),
                styles.tick().width(wording.gapHeader()));
        Scale scale = Scale.holding(rates(data));
        double labelRight = page.margin() + labels;
        int plotLeft = (int) Math.ceil(labelRight + SPACE + values);
        int plotRight = (int) Math.floor(page.right() - HALF_A_TICK);
        while (true) {
            Columns columns = new Columns(new Track(scale, plotLeft, plotRight), labels, labelRight, page.right());
            double gapRight = columns.endOfDots(data, wording, styles) + SPACE + gaps;
            if (gapRight <= page.right()) {
                return new Columns(columns.track(), labels, labelRight, gapRight);
            }
            plotRight -= (int) Math.ceil(gapRight - page.right());
        }
    }

    /** Whether a group lies above its reference, so that its value stands to the right of its dot. */
    static boolean above(DumbbellData.Line line) {
        return line.gap().number().map(gap -> gap.signum() > 0).orElse(false);
    }

    private double endOfDots(DumbbellData data, GapWording wording, Styles styles) {
        return data.panels().stream()
                .mapToDouble(panel -> panel.lines().stream()
                        .filter(Columns::above)
                        .mapToDouble(line -> at(line) + SPACE + styles.value().width(wording.rate(line)))
                        .reduce(at(panel.reference()), Math::max))
                .max()
                .orElse(track.right());
    }

    /** Where the dot of a line stands; at the right end where it has none. */
    double at(DumbbellData.Line line) {
        return line.rate().number().map(track::x).orElse((double) track.right());
    }

    private static List<BigDecimal> rates(DumbbellData data) {
        return data.panels().stream()
                .flatMap(p -> Stream.concat(Stream.of(p.reference()), p.lines().stream()))
                .flatMap(line -> line.rate().number().stream())
                .toList();
    }

    private static double widest(Stream<String> texts, TextStyle style) {
        return texts.mapToDouble(style::width).max().orElse(0);
    }
}
