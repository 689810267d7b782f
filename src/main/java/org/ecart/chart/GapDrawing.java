package org.ecart.chart;

import java.awt.Color;
import java.util.ArrayList;
import java.util.List;
import org.ecart.chart.Canvas.Anchor;

/** A gap chart on its page: words above, panels on one scale, words below. */
final class GapDrawing {
    static final int WIDTH = 900;

    private static final int MARGIN = 30;
    private static final int TEXT_WIDTH = WIDTH - 2 * MARGIN;
    private static final double AXIS = 30;

    private final Wording wording;
    private final Styles styles;
    private final List<Paragraph> above = new ArrayList<>();
    private final List<GapPanel> panels;
    private final Paragraph axis;
    private final List<Paragraph> below = new ArrayList<>();
    private final Columns columns;

    GapDrawing(DumbbellData data, Wording wording, Styles styles) {
        this.wording = wording;
        this.styles = styles;
        this.columns = Columns.of(data, wording, styles, MARGIN, WIDTH - MARGIN);
        this.panels = data.panels().stream()
                .map(panel -> new GapPanel(panel, columns, wording, styles))
                .toList();
        this.axis = Paragraph.of(wording.axis(), styles.tick(), WIDTH - MARGIN - columns.plotLeft(), 22);
        wording.internal().ifPresent(text -> add(above, text, styles.notice().in(Styles.PLUM), 8));
        if (!wording.number().isEmpty()) {
            add(above, wording.number(), styles.number(), 1);
        }
        above.add(new Paragraph(styles.title().wrapEvenly(wording.title(), TEXT_WIDTH), styles.title(), 3));
        add(above, wording.subtitle(), styles.subtitle(), 20);
        wording.notes().forEach(note -> add(below, note, styles.note(), 3));
        add(below, wording.source(), styles.note(), 3);
        wording.notice().ifPresent(notice -> add(below, notice, styles.notice(), 0));
    }

    int height() {
        double panelHeight = panels.stream().mapToDouble(GapPanel::height).sum();
        return (int) Math.ceil(
                2 * MARGIN + Paragraph.height(above) + panelHeight + AXIS + axis.height() + Paragraph.height(below));
    }

    void draw(Canvas canvas) {
        canvas.graphics().setPaint(Color.WHITE);
        canvas.graphics().fillRect(0, 0, WIDTH, height());
        double y = Paragraph.draw(above, canvas, MARGIN, MARGIN);
        for (GapPanel panel : panels) {
            panel.draw(canvas, y);
            y += panel.height();
        }
        for (int tick : columns.scale().ticks()) {
            canvas.text(wording.tick(tick), styles.tick(), columns.x(tick), y + 18, Anchor.MIDDLE);
        }
        y = Paragraph.draw(List.of(axis), canvas, columns.plotLeft(), y + AXIS);
        Paragraph.draw(below, canvas, MARGIN, y);
    }

    private static void add(List<Paragraph> to, String text, TextStyle style, double after) {
        if (!text.isBlank()) {
            to.add(Paragraph.of(text, style, TEXT_WIDTH, after));
        }
    }
}
