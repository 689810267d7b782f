package org.ecart.batch;

import java.util.ArrayList;
import java.util.List;

/** Lines and columns as text of one letter width: texts to the left, figures to the right. */
final class TextTable {
    private static final String BETWEEN = "  ";

    private final List<List<String>> lines = new ArrayList<>();
    private final List<Boolean> figures = new ArrayList<>();

    /** Adds a column of texts. */
    TextTable text(String heading) {
        return column(heading, false);
    }

    /** Adds a column of figures. */
    TextTable figure(String heading) {
        return column(heading, true);
    }

    private TextTable column(String heading, boolean figure) {
        if (lines.isEmpty()) {
            lines.add(new ArrayList<>());
        }
        lines.get(0).add(heading);
        figures.add(figure);
        return this;
    }

    /** Adds a line; cells that are left out are empty. */
    void add(List<String> cells) {
        lines.add(List.copyOf(cells));
    }

    boolean isEmpty() {
        return lines.size() < 2;
    }

    /** The text, a line feed after every line. */
    String print() {
        int[] widths = new int[figures.size()];
        for (List<String> line : lines) {
            for (int c = 0; c < line.size(); c++) {
                widths[c] = Math.max(widths[c], length(line.get(c)));
            }
        }
        StringBuilder text = new StringBuilder();
        for (List<String> line : lines) {
            StringBuilder printed = new StringBuilder();
            for (int c = 0; c < line.size(); c++) {
                String pad = " ".repeat(widths[c] - length(line.get(c)));
                printed.append(c == 0 ? "" : BETWEEN).append(figures.get(c) ? pad + line.get(c) : line.get(c) + pad);
            }
            text.append(printed.toString().stripTrailing()).append('\n');
        }
        return text.toString();
    }

    private static int length(String cell) {
        return cell.codePointCount(0, cell.length());
    }
}
