package org.ecart.export;

import java.util.ArrayList;
import java.util.List;
import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.ss.util.CellRangeAddress;
import org.apache.poi.xssf.usermodel.XSSFCell;
import org.apache.poi.xssf.usermodel.XSSFCellStyle;
import org.apache.poi.xssf.usermodel.XSSFRow;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.ecart.export.Headings.Line;
import org.ecart.export.Headings.Step;
import org.ecart.i18n.Messages;
import org.ecart.i18n.Numbers;
import org.ecart.model.Language;
import org.ecart.model.Measure;
import org.ecart.model.TableShape;
import org.ecart.model.TableShape.Address;
import org.ecart.model.Value;
import org.ecart.protect.ReleasableTable;

/**
 * Head and body of the table on its sheet: column variables above, measures as the innermost heading, a block for each
 * period and layer.
 */
final class XlsxTable {
    private static final int LABEL_WIDTH = 34;
    private static final int LONGEST_LABEL = 46;
    private static final int FIGURE_WIDTH = 13;

    private final ReleasableTable table;
    private final TableShape shape;
    private final List<Measure> measures;
    private final Language language;
    private final Messages messages;
    private final XSSFSheet sheet;
    private final XlsxStyles styles;
    private final String total;

    XlsxTable(ReleasableTable table, Language language, Messages messages, XSSFSheet sheet, XlsxStyles styles) {
        this.table = table;
        this.shape = table.shape();
        this.measures = table.measures();
        this.language = language;
        this.messages = messages;
        this.sheet = sheet;
        this.styles = styles;
        this.total = messages.text(language, "i18n.total");
    }

    /** The last column of the table, counted from 0. */
    int lastColumn() {
        return shape.columns().entries().size() * measures.size();
    }

    /** The widths of all columns together, in characters. */
    int width() {
        return labelWidth() + lastColumn() * FIGURE_WIDTH;
    }

    void setWidths() {
        sheet.setColumnWidth(0, labelWidth() * 256);
        for (int column = 1; column <= lastColumn(); column++) {
            sheet.setColumnWidth(column, FIGURE_WIDTH * 256);
        }
    }

    /** Writes the headings from line {@code top} on and returns the first line after them. */
    int writeHead(int top) {
        int y = top;
        Headings headings = new Headings(shape.columns(), language, total);
        List<List<Step>> paths = headings.paths();
        int depth = paths.stream().mapToInt(List::size).max().orElse(0);
        if (!headings.variables().isEmpty()) {
            fillLine(y, "", styles.corner, styles.head);
            put(y, 1, headings.variables(), styles.head);
            merge(y, y, 1, lastColumn());
            y++;
            int levels = Math.max(1, depth);
            for (int level = 0; level < levels; level++) {
                fillLine(y + level, "", styles.corner, styles.head);
            }
            for (int level = 0; level < levels; level++) {
                writeLevel(y, level, levels, paths);
            }
            y += levels;
        }
        fillLine(y, new Headings(shape.rows(), language, total).variables(), styles.corner, styles.head);
        for (int column = 1; column <= lastColumn(); column++) {
            Measure measure = measures.get((column - 1) % measures.size());
            put(y, column, messages.text(language, "i18n.measure." + measure.id()), styles.measure);
        }
        row(y).setHeightInPoints(30);
        return y + 1;
    }

    /** Writes the blocks from line {@code top} on and returns the first line after them. */
    int writeBody(int top) {
        int y = top;
        List<Line> lines = new Headings(shape.rows(), language, total).lines();
        boolean blocks =
                shape.periods().size() > 1 || !shape.layers().dimensions().isEmpty();
        for (int period = 0; period < shape.periods().size(); period++) {
            for (int layer = 0; layer < shape.layers().entries().size(); layer++) {
                if (blocks) {
                    fillLine(y, blockHeading(period, layer), styles.block, styles.block);
                    y++;
                }
                for (Line line : lines) {
                    XSSFCellStyle label =
                            styles.label(line.indent(), line.entry().isEmpty());
                    fillLine(y, line.label(), label, styles.mark);
                    int at = y;
                    Address place = new Address(period, 0, 0, layer);
                    line.entry().ifPresent(entry -> writeFigures(at, entry, place));
                    y++;
                }
            }
        }
        return y;
    }

    private void writeFigures(int y, int rowEntry, Address place) {
        for (int column = 0; column < shape.columns().entries().size(); column++) {
            int cell = shape.index(new Address(place.period(), rowEntry, column, place.layer()));
            for (int m = 0; m < measures.size(); m++) {
                writeFigure(y, 1 + column * measures.size() + m, measures.get(m), cell);
            }
        }
    }

    private void writeFigure(int y, int x, Measure measure, int cell) {
        Value value = table.value(measure, cell);
        int decimals = table.decimals().of(measure);
        value.number()
                .ifPresentOrElse(
                        number -> {
                            XSSFCell numeric = row(y).createCell(x, CellType.NUMERIC);
                            // as text, because Double.toString differs between JDKs; never more than the decimals shown
                            numeric.getCTCell().setV(Numbers.plain(number, decimals));
                            numeric.setCellStyle(styles.number(measure, decimals, value.status()));
                        },
                        () -> put(y, x, value.status().mark(), styles.mark));
    }

    private String blockHeading(int period, int layer) {
        List<String> parts = new ArrayList<>();
        parts.add(shape.periods().get(period).toString());
        Headings layers = new Headings(shape.layers(), language, total);
        if (!layers.variables().isEmpty()) {
            List<Step> path = layers.paths().get(layer);
            List<String> labels = path.isEmpty()
                    ? List.of(total)
                    : path.stream().map(Step::label).toList();
            parts.add(layers.variables() + ": " + String.join(" / ", labels));
        }
        return String.join(" · ", parts);
    }

    /** One line of column headings: neighbours of the same group share a heading, a shorter path reaches down. */
    private void writeLevel(int top, int level, int levels, List<List<Step>> paths) {
        int from = 0;
        while (from < paths.size()) {
            List<Step> path = paths.get(from);
            int to = from;
            if (path.size() > level) {
                List<Step> group = path.subList(0, level + 1);
                while (to + 1 < paths.size() && Headings.startsWith(paths.get(to + 1), group)) {
                    to++;
                }
                boolean reachesDown = path.size() == level + 1 && to == from;
                heading(
                        top,
                        level,
                        reachesDown ? levels - 1 : level,
                        from,
                        to,
                        path.get(level).label());
            } else if (path.size() == level && hasParts(path, paths)) {
                heading(top, level, levels - 1, from, to, total);
            }
            from = to + 1;
        }
    }

    /** Whether a column sums over others beside it, or over everything. */
    private static boolean hasParts(List<Step> path, List<List<Step>> paths) {
        return path.isEmpty() || paths.stream().anyMatch(p -> !p.equals(path) && Headings.startsWith(p, path));
    }

    private void heading(int top, int level, int lastLevel, int from, int to, String label) {
        int left = 1 + from * measures.size();
        int right = (to + 1) * measures.size();
        put(top + level, left, label, styles.head);
        merge(top + level, top + lastLevel, left, right);
    }

    /** A line without figures yet, so that its colours and borders reach across the table. */
    private void fillLine(int y, String label, XSSFCellStyle first, XSSFCellStyle others) {
        put(y, 0, label, first);
        for (int column = 1; column <= lastColumn(); column++) {
            put(y, column, "", others);
        }
    }

    private void merge(int top, int bottom, int left, int right) {
        if (top < bottom || left < right) {
            sheet.addMergedRegion(new CellRangeAddress(top, bottom, left, right));
        }
    }

    private void put(int y, int x, String text, XSSFCellStyle style) {
        XSSFCell cell = row(y).createCell(x);
        cell.setCellStyle(style);
        if (!text.isEmpty()) {
            cell.setCellValue(text);
        }
    }

    private XSSFRow row(int y) {
        XSSFRow row = sheet.getRow(y);
        return row == null ? sheet.createRow(y) : row;
    }

    private int labelWidth() {
        int longest = new Headings(shape.rows(), language, total)
                .lines().stream()
                        .mapToInt(line -> line.label().length() + 2 * line.indent() + 2)
                        .max()
                        .orElse(0);
        return Math.min(LONGEST_LABEL, Math.max(LABEL_WIDTH, longest));
    }
}
