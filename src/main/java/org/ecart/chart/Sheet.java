package org.ecart.chart;

import java.awt.geom.Rectangle2D;
import java.util.ArrayList;
import java.util.List;

/** A chart on its page: words above, the figure, words below. */
final class Sheet {
    private final Page page;
    private final Figure figure;
    private final Styles styles;
    private final List<Paragraph> above = new ArrayList<>();
    private final List<Paragraph> below = new ArrayList<>();

    Sheet(Page page, Figure figure, Wording wording, Styles styles) {
        this.page = page;
        this.figure = figure;
        this.styles = styles;
        wording.internal()
                .ifPresent(text ->
                        add(above, text, styles.notice().in(styles.palette().group()), 8));
        if (page.whole()) {
            addWords(wording);
        }
    }

    private void addWords(Wording wording) {
        if (!wording.number().isEmpty()) {
            add(above, wording.number(), styles.number(), 1);
        }
        above.add(new Paragraph(styles.title().wrapEvenly(wording.title(), page.textWidth()), styles.title(), 3));
        add(above, wording.subtitle(), styles.subtitle(), 20);
        wording.notes().forEach(note -> add(below, note, styles.note(), 3));
        add(below, wording.source(), styles.note(), 3);
        wording.notice().ifPresent(notice -> add(below, notice, styles.notice(), 0));
    }

    int height() {
        return (int) Math.ceil(2 * page.margin() + Paragraph.height(above) + figure.height() + Paragraph.height(below));
    }

    void draw(Canvas canvas) {
        canvas.graphics().setPaint(styles.palette().background());
        // a little more, where the last row of pixels is not a whole one
        canvas.graphics().fill(new Rectangle2D.Double(0, 0, page.width() + 2, height() + 2));
        double top = Paragraph.draw(above, canvas, page.margin(), page.margin());
        figure.draw(canvas, top);
        Paragraph.draw(below, canvas, page.margin(), top + figure.height());
    }

    List<Region> regions() {
        return figure.regions(page.margin() + Paragraph.height(above));
    }

    private void add(List<Paragraph> to, String text, TextStyle style, double after) {
        if (!text.isBlank()) {
            to.add(Paragraph.of(text, style, page.textWidth(), after));
        }
    }
}
