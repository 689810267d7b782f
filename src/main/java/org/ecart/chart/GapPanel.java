package org.ecart.chart;

import java.util.ArrayList;
import java.util.List;
import org.ecart.chart.Canvas.Anchor;

/** One panel of a gap chart: heading, the reference's label, and a line for each group. */
final class GapPanel implements Figure {
    private static final double HEAD = 28;
    private static final double HEADING = 30;
    private static final double LINE = 34;
    /** Between the text and the dot it belongs to. */
    private static final double SPACE = 11;

    private static final double BELOW = 8;

    private final DumbbellData.Panel panel;
    private final Columns columns;
    private final GapWording wording;
    private final Styles styles;
    private final List<List<String>> labels = new ArrayList<>();
    private final List<Double> centres = new ArrayList<>();
    private final int plotHeight;

    /** All panels of a gap chart on one scale. */
    static Figure all(DumbbellData data, GapWording wording, Styles styles, Page page) {
        Columns columns = Columns.of(data, wording, styles, page);
        List<Figure> figures = new ArrayList<>();
        data.panels().forEach(panel -> figures.add(new GapPanel(panel, columns, wording, styles)));
        figures.add(new Foot(columns.track(), wording.axis(), wording.words(), styles.tick(), page));
        return new Stack(figures, 0);
    }

    private GapPanel(DumbbellData.Panel panel, Columns columns, GapWording wording, Styles styles) {
        this.panel = panel;
        this.columns = columns;
        this.wording = wording;
        this.styles = styles;
        double y = BELOW;
        for (DumbbellData.Line line : panel.lines()) {
            List<String> label = styles.label().wrapEvenly(line.label(), columns.labelWidth() + 0.01);
            double height = lineHeight(label);
            labels.add(label);
            centres.add(y + height / 2);
            y += height;
        }
        this.plotHeight = (int) Math.ceil(y + BELOW);
    }

    @Override
    public double height() {
        return headingHeight() + HEAD + plotHeight + (panel.heading().isPresent() ? HEAD / 2 : 0);
    }

    @Override
    public void draw(Canvas canvas, double top) {
        panel.heading()
                .ifPresent(heading ->
                        canvas.text(heading, styles.heading(), columns.track().left(), top + 18, Anchor.START));
        int plotTop = plotTop(top);
        new GapPlot(panel, columns.track(), plotHeight, centres, styles.palette()).draw(canvas.graphics(), plotTop);
        drawHead(canvas, plotTop - 9);
        for (int i = 0; i < panel.lines().size(); i++) {
            drawLine(canvas, panel.lines().get(i), labels.get(i), plotTop + centres.get(i));
        }
    }

    /** The reference by its label above, each group by its whole line. */
    @Override
    public List<Region> regions(double top) {
        double left = columns.labelRight() - columns.labelWidth();
        double width = columns.gapRight() - left;
        int plotTop = plotTop(top);
        List<Region> regions = new ArrayList<>();
        regions.add(Region.ofCell(
                left, plotTop - HEAD, width, HEAD, panel.reference().row(), panel.place()));
        for (int i = 0; i < panel.lines().size(); i++) {
            double height = lineHeight(labels.get(i));
            double y = plotTop + centres.get(i) - height / 2;
            regions.add(
                    Region.ofCell(left, y, width, height, panel.lines().get(i).row(), panel.place()));
        }
        return regions;
    }

    private int plotTop(double top) {
        return (int) Math.rint(top + headingHeight() + HEAD);
    }

    private double lineHeight(List<String> label) {
        return LINE + (label.size() - 1) * styles.label().lineHeight();
    }

    private double headingHeight() {
        return panel.heading().isPresent() ? HEADING : 0;
    }

    private void drawHead(Canvas canvas, double baseline) {
        String text = wording.reference(panel);
        double width = styles.reference().width(text);
        double x = columns.at(panel.reference());
        if (x - width >= columns.labelRight() - columns.labelWidth()) {
            canvas.text(text, styles.reference(), x + 1, baseline, Anchor.END);
        } else {
            canvas.text(text, styles.reference(), x - 1, baseline, Anchor.START);
        }
        canvas.text(wording.gapHeader(), styles.tick(), columns.gapRight(), baseline, Anchor.END);
    }

    private void drawLine(Canvas canvas, DumbbellData.Line line, List<String> label, double centre) {
        double lineHeight = styles.label().lineHeight();
        double baseline = centre + styles.label().size() * 0.36;
        double first = baseline - (label.size() - 1) * lineHeight / 2;
        TextStyle labelStyle = styles.label(false, line.muted());
        for (int i = 0; i < label.size(); i++) {
            canvas.text(label.get(i), labelStyle, columns.labelRight(), first + i * lineHeight, Anchor.END);
        }
        // a group without a rate has its mark where the dot would be nearest to the reference
        double dot = columns.at(line.rate().number().isPresent() ? line : panel.reference());
        TextStyle valueStyle = styles.value(line.muted());
        boolean right = Columns.above(line);
        canvas.text(
                wording.rate(line),
                valueStyle,
                right ? dot + SPACE : dot - SPACE,
                baseline,
                right ? Anchor.START : Anchor.END);
        canvas.text(wording.gap(line), styles.gap(), columns.gapRight(), baseline, Anchor.END);
    }
}
