package org.ecart.ui.explore;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;

/**
 * Where the labels, heads and columns of a grid lie, in pixels. It holds a few numbers a column, so that a grid may have
 * any number of them.
 */
final class GridPlaces {
    static final double LINE = 28;

    private static final double AROUND = 16;
    /** A head over columns has a line under it, which ends before the next one. */
    private static final double LINE_UNDER = 10;

    private static final double NARROWEST = 56;
    private static final double WIDEST = 240;
    private static final double NARROWEST_LABEL = 150;
    private static final double READABLE_LABEL = 195;
    private static final double WIDEST_LABEL = 300;
    private static final double INDENT = 16;
    private static final int NO_HEAD = -1;
    /** So many cells are measured to find how wide columns must be; in a larger grid they all get the same width. */
    private static final int MEASURED_CELLS = 4_000;

    private static final double USUAL = 92;

    /**
     * A head over some columns.
     *
     * @param level from the outermost, 0
     * @param levels how many it is high: the innermost reaches down to the figures
     * @param to after its last column
     */
    record Head(int level, int levels, int from, int to, String text) {}

    private final GridModel model;
    private final double period;
    private final double labels;
    private final int levels;
    private final double[] starts;
    /** By level and column: the first column under the same head. */
    private final int[][] firsts;

    private GridPlaces(GridModel model, double period, double labels, int[][] firsts, double[] starts) {
        this.model = model;
        this.period = period;
        this.labels = labels;
        this.levels = firsts.length;
        this.firsts = firsts;
        this.starts = starts;
    }

    /** @param width of a text as heads are written */
    static GridPlaces of(GridModel model, ToDoubleFunction<String> width) {
        Map<String, Double> known = new HashMap<>();
        ToDoubleFunction<String> measured = text -> known.computeIfAbsent(text, width::applyAsDouble) + AROUND;
        int[][] firsts = firsts(model.columns());
        double[] widths = widths(model, measured);
        for (int level = firsts.length - 1; level >= 0; level--) {
            widen(model, level, firsts, widths, measured);
        }
        double[] starts = new double[widths.length + 1];
        for (int i = 0; i < widths.length; i++) {
            starts[i + 1] = starts[i] + widths[i];
        }
        double period = model.dated()
                ? measured.applyAsDouble(model.period(model.lines().get(0)))
                : 0;
        return new GridPlaces(model, period, labels(model, measured), firsts, starts);
    }

    private static double labels(GridModel model, ToDoubleFunction<String> measured) {
        double longest = model.lines().stream()
                .mapToDouble(l -> l.indent() * INDENT + measured.applyAsDouble(l.label()))
                .max()
                .orElse(0);
        double widest = Math.max(longest, measured.applyAsDouble(model.rowHead()));
        return Math.ceil(Math.min(WIDEST_LABEL, Math.max(NARROWEST_LABEL, widest)));
    }

    private static int[][] firsts(List<GridModel.Column> columns) {
        int depth = columns.stream().mapToInt(c -> c.heads().size()).max().orElse(1);
        int[][] firsts = new int[depth][columns.size()];
        for (int i = 0; i < columns.size(); i++) {
            List<String> heads = columns.get(i).heads();
            List<String> before = i == 0 ? List.of() : columns.get(i - 1).heads();
            boolean shared = true;
            for (int level = 0; level < depth; level++) {
                // the innermost head, the measure, is each column's own
                shared = shared
                        && level < heads.size() - 1
                        && level < before.size() - 1
                        && heads.get(level).equals(before.get(level));
                firsts[level][i] = level >= heads.size() ? NO_HEAD : shared ? firsts[level][i - 1] : i;
            }
        }
        return firsts;
    }

    private static double[] widths(GridModel model, ToDoubleFunction<String> measured) {
        List<GridModel.Column> columns = model.columns();
        double[] widths = new double[columns.size()];
        Arrays.fill(widths, NARROWEST);
        boolean few = (long) columns.size() * model.lines().size() <= MEASURED_CELLS;
        for (int i = 0; i < widths.length; i++) {
            GridModel.Column column = columns.get(i);
            double figures = few
                    ? model.lines().stream()
                            .mapToDouble(l ->
                                    measured.applyAsDouble(model.cell(l, column).text()))
                            .max()
                            .orElse(0)
                    : USUAL;
            widths[i] = Math.ceil(Math.max(NARROWEST, figures));
        }
        return widths;
    }

    /** Makes columns wider where a head over them would not fit. */
    private static void widen(
            GridModel model, int level, int[][] firsts, double[] widths, ToDoubleFunction<String> measured) {
        int from = 0;
        while (from < widths.length) {
            int to = end(firsts[level], from);
            if (firsts[level][from] != NO_HEAD) {
                List<String> heads = model.columns().get(from).heads();
                double line = level < heads.size() - 1 ? LINE_UNDER : 0;
                double missing = Math.min(WIDEST, measured.applyAsDouble(heads.get(level)) + line)
                        - IntStream.range(from, to).mapToDouble(i -> widths[i]).sum();
                for (int i = from; missing > 0 && i < to; i++) {
                    widths[i] += Math.ceil(missing / (to - from));
                }
            }
            from = to;
        }
    }

    private static int end(int[] firsts, int from) {
        int to = from + 1;
        while (to < firsts.length && firsts[to] == firsts[from] && firsts[from] != NO_HEAD) {
            to++;
        }
        return to;
    }

    /** The same with labels as narrow as is needed to have all columns in view, if that helps. */
    GridPlaces within(double available) {
        double left = Math.floor(available - period - width());
        double fitting = Math.min(labels, Math.max(READABLE_LABEL, left));
        return new GridPlaces(model, period, fitting, firsts, starts);
    }

    GridModel model() {
        return model;
    }

    /** The width of the dates at the left; 0 where there is one date only. */
    double period() {
        return period;
    }

    /** The width of the row labels. */
    double labels() {
        return labels;
    }

    /** The width of what stays at the left when the columns move. */
    double frozen() {
        return period + labels;
    }

    /** How far a label stands from the left. */
    static double indent(GridModel.Line line) {
        return INDENT * line.indent();
    }

    /** The height of the heads. */
    double headHeight() {
        return levels * LINE;
    }

    int columns() {
        return starts.length - 1;
    }

    /** Where a column begins, from the beginning of the first. */
    double start(int column) {
        return starts[column];
    }

    /** The width of all columns of figures. */
    double width() {
        return starts[starts.length - 1];
    }

    /** The column at a place, or the nearest. */
    int columnAt(double x) {
        int found = Arrays.binarySearch(starts, x);
        int column = found >= 0 ? found : -found - 2;
        return Math.max(0, Math.min(columns() - 1, column));
    }

    /** The heads over any of these columns, {@code last} included. */
    List<Head> heads(int first, int last) {
        List<Head> heads = new ArrayList<>();
        for (int level = 0; level < levels; level++) {
            int column = first;
            while (column <= last) {
                int to = end(firsts[level], column);
                int from = firsts[level][column];
                if (from != NO_HEAD) {
                    List<String> texts = model.columns().get(column).heads();
                    boolean innermost = level == texts.size() - 1;
                    heads.add(new Head(level, innermost ? levels - level : 1, from, to, texts.get(level)));
                }
                column = to;
            }
        }
        return heads;
    }
}
