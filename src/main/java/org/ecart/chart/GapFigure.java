package org.ecart.chart;

import java.util.ArrayList;
import java.util.List;

/** The panels of a gap chart on one scale. */
final class GapFigure implements Figure {
    private static final double TICKS = 18;
    private static final double AXIS = 30;

    private final GapWording wording;
    private final Styles styles;
    private final Columns columns;
    private final List<GapPanel> panels;
    private final Paragraph axis;
    private final double axisLeft;

    GapFigure(DumbbellData data, GapWording wording, Styles styles, Page page) {
        this.wording = wording;
        this.styles = styles;
        this.columns = Columns.of(data, wording, styles, page);
        this.panels = data.panels().stream()
                .map(panel -> new GapPanel(panel, columns, wording, styles))
                .toList();
        this.axisLeft = page.axisLeft(columns.track(), styles.tick().width(wording.axis()));
        this.axis = Paragraph.of(wording.axis(), styles.tick(), page.right() - axisLeft, page.whole() ? 22 : 0);
    }

    @Override
    public double height() {
        return panels.stream().mapToDouble(GapPanel::height).sum() + AXIS + axis.height();
    }

    @Override
    public void draw(Canvas canvas, double top) {
        double y = top;
        for (GapPanel panel : panels) {
            panel.draw(canvas, y);
            y += panel.height();
        }
        columns.track().drawTicks(canvas, wording.words(), styles.tick(), y + TICKS);
        Paragraph.draw(List.of(axis), canvas, axisLeft, y + AXIS);
    }

    @Override
    public List<Region> regions(double top) {
        List<Region> regions = new ArrayList<>();
        double y = top;
        for (GapPanel panel : panels) {
            regions.addAll(panel.regions(y));
            y += panel.height();
        }
        return regions;
    }
}
