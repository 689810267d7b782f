package org.ecart.chart;

import java.util.List;

/** The panels of a flow picture: from the rows on the left to the columns on the right. */
final class FlowFigure implements Figure {
    private static final double BETWEEN_PANELS = 18;

    private final Page page;
    private final FlowWording wording;
    private final Styles styles;
    private final Paragraph left;
    private final Paragraph right;
    private final Stack panels;

    FlowFigure(FlowData data, FlowWording wording, Styles styles, Page page) {
        this.page = page;
        this.wording = wording;
        this.styles = styles;
        double half = page.textWidth() / 2 - 8;
        this.left = Paragraph.of(wording.from(), styles.tick(), half, 8);
        this.right = Paragraph.of(wording.to(), styles.tick(), half, 8);
        FlowPanel.Room room = FlowPanel.room(data, wording, styles, page);
        this.panels = new Stack(
                data.panels().stream()
                        .<Figure>map(panel -> new FlowPanel(panel, room, wording, styles))
                        .toList(),
                BETWEEN_PANELS);
    }

    @Override
    public double height() {
        return heads() + panels.height();
    }

    private double heads() {
        return Math.max(left.height(), right.height());
    }

    @Override
    public void draw(Canvas canvas, double top) {
        Paragraph.draw(List.of(left), canvas, page.margin(), top);
        double baseline = top + styles.tick().size();
        for (String line : right.lines()) {
            canvas.text(line, styles.tick(), page.right(), baseline, Canvas.Anchor.END);
            baseline += styles.tick().lineHeight();
        }
        panels.draw(canvas, top + heads());
    }

    @Override
    public List<Region> regions(double top) {
        return panels.regions(top + heads());
    }
}
