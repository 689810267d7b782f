package org.ecart.ui.explore;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import org.ecart.export.Headings;
import org.ecart.export.Headings.Step;
import org.ecart.i18n.Messages;
import org.ecart.i18n.Numbers;
import org.ecart.model.Breakdown;
import org.ecart.model.Category;
import org.ecart.model.Language;
import org.ecart.model.Measure;
import org.ecart.model.Status;
import org.ecart.model.TableShape;
import org.ecart.model.TableShape.Address;
import org.ecart.model.TableShape.Side;
import org.ecart.model.Value;
import org.ecart.protect.PrintedTable;
import org.ecart.protect.Protection;

/** A table as heads, lines and cells of text in one language: what the grid shows and what is copied. */
final class GridModel {
    /**
     * A column of figures.
     *
     * @param heads from the outermost down; the last one is the measure
     */
    record Column(List<String> heads, Measure measure, int column, int layer) {}

    /**
     * A line of the grid.
     *
     * @param period its place in the periods of the table
     * @param row its place in the rows; none where the line only is a heading
     * @param reference whether others are compared with it
     */
    record Line(
            int period,
            String label,
            int indent,
            OptionalInt row,
            boolean reference,
            boolean undetermined,
            boolean total) {}

    /** A category that a line or a column stands for; {@code _T} for the total. */
    record Of(String variable, String code, String label) {}

    /** How a cell is marked. */
    enum Look {
        PLAIN,
        PRIMARY,
        SECONDARY,
        /** confidential because a figure that it is compared with is */
        DERIVED,
        /** no figure for another reason */
        ABSENT;

        /** Those of confidential cells, for the analyst's eyes. */
        static final List<Look> CONFIDENTIAL = List.of(PRIMARY, SECONDARY, DERIVED);

        /** The message that tells it, for those of confidential cells. */
        String key() {
            return "ui.explore.tip." + name().toLowerCase(Locale.ROOT);
        }
    }

    /** What stands in a cell. */
    record Cell(String text, Look look) {}

    private static final Set<String> UNKNOWN = Set.of(Category.UNKNOWN, Category.NO_RECORD);

    private final PrintedTable table;
    private final List<Protection> marks;
    private final Language language;
    private final Messages messages;
    private final Headings rows;
    private final List<List<Step>> paths;
    private final List<Column> columns;
    private final List<Line> lines;

    /**
     * @param marks what happened to each cell, numbered as the shape says
     * @param byGap whether groups stand in the order of their gaps, the smallest first
     */
    GridModel(PrintedTable table, List<Protection> marks, Language language, Messages messages, boolean byGap) {
        this.table = table;
        this.marks = marks;
        this.language = language;
        this.messages = messages;
        String total = messages.text(language, "i18n.total");
        this.rows = new Headings(table.shape().rows(), language, total);
        this.paths = rows.paths();
        this.columns = columns(total);
        this.lines = lines(byGap);
    }

    PrintedTable table() {
        return table;
    }

    /** What heads the column of the row labels. */
    String rowHead() {
        return rows.variables();
    }

    /** Whether lines say which date they are of. */
    boolean dated() {
        return table.shape().periods().size() > 1;
    }

    String period(Line line) {
        return table.shape().periods().get(line.period()).toString();
    }

    List<Column> columns() {
        return columns;
    }

    List<Line> lines() {
        return lines;
    }

    /** The categories that a line is about, the innermost first; a total is one where it sums over one variable only. */
    List<Of> categories(Line line) {
        int place = lines.indexOf(line);
        return lines.subList(Math.max(0, place), lines.size()).stream()
                .filter(l -> l.row().isPresent())
                .findFirst()
                .map(l -> {
                    List<Step> path = paths.get(l.row().getAsInt());
                    int depth = line.row().isPresent() ? path.size() : Math.min(path.size(), line.indent() + 1);
                    return categories(table.shape().rows(), path.subList(0, depth));
                })
                .orElse(List.of());
    }

    /** The categories that a column is about, those of the columns before those of the layers, the innermost first. */
    List<Of> categories(Column column) {
        List<Of> all = new ArrayList<>();
        all.addAll(categories(table.shape().columns(), column.column()));
        all.addAll(categories(table.shape().layers(), column.layer()));
        return all;
    }

    private List<Of> categories(Side side, int entry) {
        return categories(side, new Headings(side, language, "").path(entry));
    }

    private List<Of> categories(Side side, List<Step> path) {
        List<Of> all = new ArrayList<>();
        for (Step step : path) {
            if (!step.code().equals(Category.TOTAL)) {
                all.add(0, new Of(side.dimensions().get(step.dimension()).variable(), step.code(), step.label()));
            }
        }
        if (all.isEmpty() && side.dimensions().size() == 1) {
            String total = messages.text(language, "i18n.total");
            all.add(new Of(side.dimensions().get(0).variable(), Category.TOTAL, total));
        }
        return all;
    }

    /** The number of a cell in the table; none on a line that only is a heading. */
    OptionalInt index(Line line, Column column) {
        return line.row().isEmpty()
                ? OptionalInt.empty()
                : OptionalInt.of(table.shape()
                        .index(new Address(line.period(), line.row().getAsInt(), column.column(), column.layer())));
    }

    Cell cell(Line line, Column column) {
        OptionalInt index = index(line, column);
        if (index.isEmpty()) {
            return new Cell("", Look.PLAIN);
        }
        Value value = table.value(column.measure(), index.getAsInt());
        String text = value.number()
                .map(n -> (text(column.measure(), n) + " " + value.status().mark()).strip())
                .orElse(value.status().mark());
        return new Cell(text, look(value, marks.get(index.getAsInt())));
    }

    /** A cell as heard by who does not see it: with its kind, which its text does not tell. */
    String spoken(Line line, Column column) {
        Cell cell = cell(line, column);
        String heard = line.label() + ", " + String.join(", ", column.heads()) + ": " + cell.text();
        return Look.CONFIDENTIAL.contains(cell.look())
                ? heard + " " + messages.text(language, cell.look().key())
                : heard;
    }

    /** The marks that occur among the cells, for their legend. */
    List<Look> looks() {
        Set<Look> found = EnumSet.noneOf(Look.class);
        for (int cell = 0; cell < marks.size(); cell++) {
            for (Measure measure : table.measures()) {
                found.add(look(table.value(measure, cell), marks.get(cell)));
            }
        }
        return Look.CONFIDENTIAL.stream().filter(found::contains).toList();
    }

    private static Look look(Value value, Protection mark) {
        if (value.status() == Status.CONFIDENTIAL) {
            return switch (mark) {
                case PRIMARY -> Look.PRIMARY;
                case SECONDARY, FALLBACK -> Look.SECONDARY;
                case SAFE -> Look.DERIVED;
            };
        }
        return value.number().isEmpty() ? Look.ABSENT : Look.PLAIN;
    }

    private String text(Measure measure, BigDecimal number) {
        Numbers numbers = Numbers.of(language);
        int decimals = table.decimals().of(measure);
        return measure.unit().signed() ? numbers.signed(number, decimals) : numbers.format(number, decimals);
    }

    private List<Column> columns(String total) {
        List<List<String>> layers = heads(table.shape().layers(), total);
        List<List<String>> across = heads(table.shape().columns(), total);
        List<Column> all = new ArrayList<>();
        for (int layer = 0; layer < layers.size(); layer++) {
            for (int column = 0; column < across.size(); column++) {
                for (Measure measure : table.measures()) {
                    List<String> heads = new ArrayList<>(layers.get(layer));
                    heads.addAll(across.get(column));
                    heads.add(messages.text(language, "i18n.measure." + measure.id()));
                    all.add(new Column(List.copyOf(heads), measure, column, layer));
                }
            }
        }
        return List.copyOf(all);
    }

    /** The heads of a side, entry by entry; a sum over what is beside it is called so. */
    private List<List<String>> heads(Side side, String total) {
        List<List<Step>> paths = new Headings(side, language, total).paths();
        Set<List<Step>> divided = new HashSet<>();
        for (List<Step> path : paths) {
            for (int depth = 1; depth < path.size(); depth++) {
                divided.add(path.subList(0, depth));
            }
        }
        List<List<String>> all = new ArrayList<>();
        for (List<Step> path : paths) {
            List<String> heads = new ArrayList<>(path.stream().map(Step::label).toList());
            boolean sums = path.isEmpty() ? !side.dimensions().isEmpty() : divided.contains(path);
            if (sums) {
                heads.add(total);
            }
            all.add(heads);
        }
        return all;
    }

    private List<Line> lines(boolean byGap) {
        List<Line> all = new ArrayList<>();
        for (int period = 0; period < table.shape().periods().size(); period++) {
            List<Line> block = new ArrayList<>();
            for (Headings.Line line : rows.lines()) {
                block.add(line(period, line));
            }
            all.addAll(byGap ? new GapOrder(table, paths).ordered(block) : block);
        }
        return List.copyOf(all);
    }

    private Line line(int period, Headings.Line line) {
        if (line.entry().isEmpty()) {
            return new Line(period, line.label(), line.indent(), OptionalInt.empty(), false, false, false);
        }
        int entry = line.entry().get();
        List<Step> path = paths.get(entry);
        boolean total =
                path.size() <= line.indent() || path.get(path.size() - 1).code().equals(Category.TOTAL);
        return new Line(
                period,
                line.label().isEmpty() ? table.caption().subtitle().in(language) : line.label(),
                line.indent(),
                OptionalInt.of(entry),
                reference(entry),
                undetermined(entry),
                total);
    }

    private boolean reference(int entry) {
        List<String> codes = table.shape().rows().entries().get(entry);
        Optional<Breakdown.Reference> reference = table.reference();
        for (int d = 0; d < codes.size() && reference.isPresent(); d++) {
            TableShape.Dimension dimension = table.shape().rows().dimensions().get(d);
            if (dimension.variable().equals(reference.get().variable())
                    && codes.get(d).equals(reference.get().code())) {
                return true;
            }
        }
        return false;
    }

    private boolean undetermined(int entry) {
        List<String> codes = table.shape().rows().entries().get(entry);
        for (int d = 0; d < codes.size(); d++) {
            String code = codes.get(d);
            boolean named = table.shape().rows().dimensions().get(d).categories().stream()
                    .anyMatch(c -> c.code().equals(code) && (c.undetermined() || c.missing()));
            if (named || UNKNOWN.contains(code)) {
                return true;
            }
        }
        return false;
    }
}
