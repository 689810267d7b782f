package org.ecart.chart;

import java.util.ArrayList;
import java.util.List;

/** The panels of a chart of clustered bars on one scale. */
final class BarsFigure implements Figure {
    private static final double TICKS = 18;
    private static final double AXIS = 30;

    private final BarsWording wording;
    private final Styles styles;
    private final BarsLayout layout;
    private final List<BarsPanel> panels;
    private final Paragraph axis;
    private final double axisLeft;

    BarsFigure(BarsData data, BarsWording wording, Styles styles, Page page) {
        this.wording = wording;
        this.styles = styles;
        this.layout = BarsLayout.of(data, wording, styles, page);
        this.panels = data.panels().stream()
                .map(panel -> new BarsPanel(panel, data.series(), layout, wording, styles))
                .toList();
        this.axisLeft = page.axisLeft(layout.track(), styles.tick().width(wording.axis()));
        this.axis = Paragraph.of(wording.axis(), styles.tick(), page.right() - axisLeft, page.whole() ? 22 : 0);
    }

    @Override
    public double height() {
        return panels.stream().mapToDouble(BarsPanel::height).sum() + AXIS + axis.height();
    }

    @Override
    public void draw(Canvas canvas, double top) {
        double y = top;
        for (BarsPanel panel : panels) {
            panel.draw(canvas, y);
            y += panel.height();
        }
        layout.track().drawTicks(canvas, wording.words(), styles.tick(), y + TICKS);
        Paragraph.draw(List.of(axis), canvas, axisLeft, y + AXIS);
    }

    @Override
    public List<Region> regions(double top) {
        List<Region> regions = new ArrayList<>();
        double y = top;
        for (BarsPanel panel : panels) {
            regions.addAll(panel.regions(y));
            y += panel.height();
        }
        return regions;
    }
}
