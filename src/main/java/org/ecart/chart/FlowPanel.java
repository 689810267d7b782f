package org.ecart.chart;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.geom.Path2D;
import java.awt.geom.Rectangle2D;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.ecart.chart.Canvas.Anchor;
import org.ecart.chart.FlowData.End;
import org.ecart.chart.FlowData.Flow;

/** One flow picture: ends with their labels on both sides, and between them bands as thick as the persons they stand for. */
final class FlowPanel implements Figure {
    private static final double HEADING = 30;
    /** Of all persons together. */
    private static final double ALL = 230;

    private static final double BETWEEN_ENDS = 6;
    private static final double THICKNESS = 12;
    private static final double SPACE = 8;
    /** Bands show what they cross. */
    private static final int OPACITY = 0x78;

    /**
     * How wide the labels are on each side.
     *
     * @param longest a longer label is wrapped
     */
    record Room(double margin, double right, double longest, double leftLabels, double rightLabels) {
        double from() {
            return margin + leftLabels + SPACE;
        }

        double to() {
            return right - rightLabels - SPACE - THICKNESS;
        }
    }

    /** The labels of an end: its name, and below it its total. */
    private record Label(List<String> name, TextStyle style, Optional<String> total, TextStyle figure) {
        double height() {
            return name.size() * style.lineHeight()
                    + total.map(t -> figure.lineHeight()).orElse(0.0)
                    + 4;
        }

        double width() {
            return Math.max(
                    name.stream().mapToDouble(style::width).max().orElse(0),
                    total.map(figure::width).orElse(0.0));
        }

        static Label of(End end, double longest, FlowWording wording, Styles styles) {
            TextStyle style = styles.label(false, end.muted());
            return new Label(
                    style.wrapEvenly(end.label(), longest),
                    style,
                    end.total().map(wording::figure),
                    styles.value(end.muted()));
        }
    }

    /** The ends of one side: where each begins, how thick it is, and the middle of both it and its label. */
    private record Ends(double[] tops, double[] sizes, double[] middles) {}

    private final FlowData.Panel panel;
    private final Room room;
    private final Styles styles;
    private final FlowWording wording;
    private final List<Label> fromLabels;
    private final List<Label> toLabels;
    private final double plotHeight;
    private final double scale;
    private final Ends from;
    private final Ends to;
    private final Optional<Paragraph> undrawn;

    FlowPanel(FlowData.Panel panel, Room room, FlowWording wording, Styles styles) {
        this.panel = panel;
        this.room = room;
        this.styles = styles;
        this.wording = wording;
        this.fromLabels = labels(panel.from(), room.longest(), wording, styles);
        this.toLabels = labels(panel.to(), room.longest(), wording, styles);
        double persons = panel.flows().stream().mapToDouble(Flow::persons).sum();
        this.scale = persons == 0 ? 0 : ALL / persons;
        double[] fromSizes = sizes(panel.from().size(), true);
        double[] toSizes = sizes(panel.to().size(), false);
        this.plotHeight = Math.ceil(Math.max(height(fromSizes, fromLabels), height(toSizes, toLabels)));
        this.from = ends(fromSizes, fromLabels);
        this.to = ends(toSizes, toLabels);
        this.undrawn =
                wording.undrawn(panel).map(text -> Paragraph.of(text, styles.note(), room.right() - room.margin(), 0));
    }

    /** The room that the labels of all panels need. */
    static Room room(FlowData data, FlowWording wording, Styles styles, Page page) {
        double longest = page.longestLabel();
        double left = 0;
        double right = 0;
        for (FlowData.Panel panel : data.panels()) {
            left = Math.max(left, widest(labels(panel.from(), longest, wording, styles)));
            right = Math.max(right, widest(labels(panel.to(), longest, wording, styles)));
        }
        return new Room(page.margin(), page.right(), longest, left, right);
    }

    private static List<Label> labels(List<End> ends, double longest, FlowWording wording, Styles styles) {
        return ends.stream().map(end -> Label.of(end, longest, wording, styles)).toList();
    }

    private static double widest(List<Label> labels) {
        return labels.stream().mapToDouble(Label::width).max().orElse(0);
    }

    /** Each end has room for its label. */
    private static double height(double[] sizes, List<Label> labels) {
        return IntStream.range(0, sizes.length)
                        .mapToDouble(i -> Math.max(sizes[i], labels.get(i).height()))
                        .sum()
                + BETWEEN_ENDS * (sizes.length - 1);
    }

    private double[] sizes(int ends, boolean begin) {
        double[] sizes = new double[ends];
        panel.flows().forEach(flow -> sizes[begin ? flow.from() : flow.to()] += flow.persons() * scale);
        return sizes;
    }

    private Ends ends(double[] sizes, List<Label> labels) {
        double[] tops = new double[sizes.length];
        double[] middles = new double[sizes.length];
        double y = (plotHeight - height(sizes, labels)) / 2;
        for (int i = 0; i < sizes.length; i++) {
            double room = Math.max(sizes[i], labels.get(i).height());
            middles[i] = y + room / 2;
            tops[i] = middles[i] - sizes[i] / 2;
            y += room + BETWEEN_ENDS;
        }
        return new Ends(tops, sizes, middles);
    }

    @Override
    public double height() {
        return headingHeight()
                + plotHeight
                + undrawn.map(p -> SPACE + p.height()).orElse(0.0);
    }

    private double headingHeight() {
        return panel.heading().isPresent() ? HEADING : 0;
    }

    @Override
    public void draw(Canvas canvas, double top) {
        panel.heading()
                .ifPresent(heading -> canvas.text(heading, styles.heading(), room.margin(), top + 18, Anchor.START));
        double plotTop = top + headingHeight();
        List<Band> bands = bands(plotTop);
        bands.forEach(band -> fill(canvas.graphics(), band));
        for (int i = 0; i < panel.from().size(); i++) {
            end(canvas.graphics(), room.from(), plotTop, from, i, colour(i));
            label(canvas, fromLabels.get(i), room.from() - SPACE, plotTop + from.middles()[i], Anchor.END);
        }
        for (int i = 0; i < panel.to().size(); i++) {
            end(canvas.graphics(), room.to(), plotTop, to, i, same(panel.to().get(i)));
            label(canvas, toLabels.get(i), room.to() + THICKNESS + SPACE, plotTop + to.middles()[i], Anchor.START);
        }
        TextStyle figure = styles.tick().in(styles.palette().ink());
        for (Band band : bands) {
            if (band.size() >= figure.size() + 3) {
                canvas.text(
                        wording.figure(band.flow().value()),
                        figure,
                        room.from() + THICKNESS + SPACE,
                        band.begin() + band.size() / 2 + figure.size() * 0.36,
                        Anchor.START);
            }
        }
        undrawn.ifPresent(p -> Paragraph.draw(List.of(p), canvas, room.margin(), plotTop + plotHeight + SPACE));
    }

    /** A flow with its upper edges on both sides. */
    private record Band(Flow flow, double begin, double end, double size) {}

    private List<Band> bands(double plotTop) {
        double[] begins = from.tops().clone();
        double[] stops = to.tops().clone();
        List<Band> bands = new ArrayList<>();
        for (Flow flow : panel.flows()) {
            double size = flow.persons() * scale;
            if (size > 0) {
                bands.add(new Band(flow, plotTop + begins[flow.from()], plotTop + stops[flow.to()], size));
                begins[flow.from()] += size;
                stops[flow.to()] += size;
            }
        }
        return bands;
    }

    private void fill(Graphics2D g2, Band band) {
        double left = room.from() + THICKNESS;
        double right = room.to();
        double middle = (left + right) / 2;
        Path2D.Double path = new Path2D.Double();
        path.moveTo(left, band.begin());
        path.curveTo(middle, band.begin(), middle, band.end(), right, band.end());
        path.lineTo(right, band.end() + band.size());
        path.curveTo(
                middle, band.end() + band.size(), middle, band.begin() + band.size(), left, band.begin() + band.size());
        path.closePath();
        Color colour = colour(band.flow().from());
        g2.setPaint(new Color(colour.getRed(), colour.getGreen(), colour.getBlue(), OPACITY));
        g2.fill(path);
    }

    private static void end(Graphics2D g2, double x, double plotTop, Ends ends, int i, Color colour) {
        if (ends.sizes()[i] > 0) {
            g2.setPaint(colour);
            g2.fill(new Rectangle2D.Double(x, plotTop + ends.tops()[i], THICKNESS, ends.sizes()[i]));
        }
    }

    private static void label(Canvas canvas, Label label, double x, double middle, Anchor anchor) {
        double baseline = middle - label.height() / 2 + label.style().size();
        for (String line : label.name()) {
            canvas.text(line, label.style(), x, baseline, anchor);
            baseline += label.style().lineHeight();
        }
        double last = baseline;
        label.total().ifPresent(total -> canvas.text(total, label.figure(), x, last, anchor));
    }

    private Color colour(int begin) {
        Palette palette = styles.palette();
        long before = panel.from().subList(0, begin).stream()
                .filter(end -> !end.muted())
                .count();
        return panel.from().get(begin).muted()
                ? palette.muted()
                : palette.series().get((int) before);
    }

    /** Who ends where somebody begins has that colour. */
    private Color same(End end) {
        return IntStream.range(0, panel.from().size())
                .filter(i -> panel.from().get(i).codes().equals(end.codes()))
                .mapToObj(this::colour)
                .findFirst()
                .orElse(styles.palette().muted());
    }

    /** Each band where it begins; the label on the left stands for the row. */
    @Override
    public List<Region> regions(double top) {
        double plotTop = top + headingHeight();
        List<Region> regions = new ArrayList<>();
        for (int i = 0; i < panel.from().size(); i++) {
            double height = fromLabels.get(i).height();
            regions.add(Region.ofRow(
                    room.margin(),
                    plotTop + from.middles()[i] - height / 2,
                    room.leftLabels(),
                    height,
                    panel.from().get(i).codes()));
        }
        double left = room.from() + THICKNESS;
        for (Band band : bands(plotTop)) {
            regions.add(Region.ofCell(
                    left,
                    band.begin(),
                    (room.to() - left) / 3,
                    band.size(),
                    panel.from().get(band.flow().from()).codes(),
                    band.flow().place()));
        }
        return regions;
    }
}
