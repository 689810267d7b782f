package org.ecart.chart;

import java.util.List;

/** The panels of a chart of lines, all on one scale, its name above in horizontal letters. */
final class LinesFigure implements Figure {
    private static final double BETWEEN_PANELS = 14;

    private final Page page;
    private final Paragraph axis;
    private final Stack panels;

    LinesFigure(LinesData data, LinesWording wording, Styles styles, Page page) {
        this.page = page;
        this.axis = Paragraph.of(wording.axis(), styles.tick(), page.textWidth(), 8);
        LinesLayout layout = LinesLayout.of(data, wording, styles, page);
        this.panels = new Stack(
                data.panels().stream()
                        .<Figure>map(panel -> new LinesPanel(panel, layout, wording, styles))
                        .toList(),
                BETWEEN_PANELS);
    }

    @Override
    public double height() {
        return axis.height() + panels.height() + (page.whole() ? 6 : 0);
    }

    @Override
    public void draw(Canvas canvas, double top) {
        panels.draw(canvas, Paragraph.draw(List.of(axis), canvas, page.margin(), top));
    }

    @Override
    public List<Region> regions(double top) {
        return panels.regions(top + axis.height());
    }
}
