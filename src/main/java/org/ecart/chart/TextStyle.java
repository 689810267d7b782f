package org.ecart.chart;

import java.awt.Color;
import java.util.ArrayList;
import java.util.List;

/**
 * How a text looks.
 *
 * @param size in units of the drawing, 900 of which are its width
 */
record TextStyle(Typeface face, boolean bold, double size, Color colour) {
    double width(String text) {
        return face.width(text, size);
    }

    /** From one baseline to the next. */
    double lineHeight() {
        return Math.rint(size * 1.35);
    }

    /** The text in lines of at most {@code width}, broken at spaces; a word that is longer keeps a line for itself. */
    List<String> wrap(String text, double width) {
        List<String> lines = new ArrayList<>();
        String line = "";
        for (String word : text.split(" ", -1)) {
            String longer = line.isEmpty() ? word : line + " " + word;
            if (!line.isEmpty() && width(longer) > width) {
                lines.add(line);
                line = word;
            } else {
                line = longer;
            }
        }
        lines.add(line);
        return lines;
    }

    /** As {@link #wrap} in as many lines, but of about the same length: no word alone on the last line. */
    List<String> wrapEvenly(String text, double width) {
        List<String> lines = wrap(text, width);
        List<String> narrower = lines;
        while (lines.size() > 1 && narrower.size() == lines.size()) {
            lines = narrower;
            double widest = lines.stream().mapToDouble(this::width).max().orElse(0);
            narrower = wrap(text, widest - 1);
            if (narrower.equals(lines)) {
                break; // one long word
            }
        }
        return lines;
    }

    /** The width of a text that is wrapped evenly where it is longer than {@code longest}. */
    double widthWrapped(String text, double longest) {
        return wrapEvenly(text, longest).stream().mapToDouble(this::width).max().orElse(0);
    }

    TextStyle in(Color other) {
        return new TextStyle(face, bold, size, other);
    }
}
