package org.ecart.chart;

import java.util.ArrayList;
import java.util.List;

/** The panels of a chart of lines, all on one scale, its name above in horizontal letters. */
final class LinesFigure implements Figure {
    private static final double BETWEEN_PANELS = 14;

    private final Page page;
    private final Paragraph axis;
    private final List<LinesPanel> panels;

    LinesFigure(LinesData data, LinesWording wording, Styles styles, Page page) {
        this.page = page;
        this.axis = Paragraph.of(wording.axis(), styles.tick(), page.textWidth(), 8);
        LinesLayout layout = LinesLayout.of(data, wording, styles, page);
        this.panels = data.panels().stream()
                .map(panel -> new LinesPanel(panel, layout, wording, styles))
                .toList();
    }

    @Override
    public double height() {
        return axis.height()
                + panels.stream().mapToDouble(p -> p.height() + BETWEEN_PANELS).sum()
                + (page.whole() ? 6 : 0);
    }

    @Override
    public void draw(Canvas canvas, double top) {
        double y = Paragraph.draw(List.of(axis), canvas, page.margin(), top);
        for (LinesPanel panel : panels) {
            panel.draw(canvas, y);
            y += panel.height() + BETWEEN_PANELS;
        }
    }

    @Override
    public List<Region> regions(double top) {
        List<Region> regions = new ArrayList<>();
        double y = top + axis.height();
        for (LinesPanel panel : panels) {
            regions.addAll(panel.regions(y));
            y += panel.height() + BETWEEN_PANELS;
        }
        return regions;
    }
}
