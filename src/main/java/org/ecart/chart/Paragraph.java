package org.ecart.chart;

import java.util.List;
import org.ecart.chart.Canvas.Anchor;

/**
 * Lines of text one below another.
 *
 * @param after the room below, before the next paragraph
 */
record Paragraph(List<String> lines, TextStyle style, double after) {
    static Paragraph of(String text, TextStyle style, double width, double after) {
        return new Paragraph(style.wrap(text, width), style, after);
    }

    double height() {
        return lines.size() * style.lineHeight() + after;
    }

    static double height(List<Paragraph> paragraphs) {
        return paragraphs.stream().mapToDouble(Paragraph::height).sum();
    }

    /** Draws them from the upper edge {@code top} downwards and returns where the next would begin. */
    static double draw(List<Paragraph> paragraphs, Canvas canvas, double x, double top) {
        double y = top;
        for (Paragraph paragraph : paragraphs) {
            double baseline = y + paragraph.style.size();
            for (String line : paragraph.lines) {
                canvas.text(line, paragraph.style, x, baseline, Anchor.START);
                baseline += paragraph.style.lineHeight();
            }
            y += paragraph.height();
        }
        return y;
    }
}
