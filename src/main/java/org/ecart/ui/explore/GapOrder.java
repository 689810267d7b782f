package org.ecart.ui.explore;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.IntStream;
import org.ecart.export.Headings.Step;
import org.ecart.i18n.Numbers;
import org.ecart.model.Category;
import org.ecart.model.Measure;
import org.ecart.model.TableShape.Address;
import org.ecart.model.TableShape.Side;
import org.ecart.protect.PrintedTable;

/**
 * The order of lines by gap: in each group the reference, then from the highest gap to the lowest as printed, then what
 * is confidential or undetermined, then the total. A group goes where its total goes.
 */
final class GapOrder {
    private static final int REFERENCE = 0;
    private static final int FIGURE = 1;
    private static final int WITHOUT = 2;
    private static final int TOTAL = 3;

    /** A line with those indented under it. */
    private record Branch(GridModel.Line line, List<Branch> inner) {}

    /** Where a branch goes among its neighbours. */
    private record Place(int dimension, int rank, Optional<BigDecimal> gap) {}

    private static final List<Measure> GAPS = List.of(Measure.GAP, Measure.AMOUNT_GAP, Measure.AMOUNT_GAP_PERCENT);

    private final PrintedTable table;
    private final Optional<Measure> measure;
    private final List<List<Step>> paths;
    private final int column;
    private final int layer;

    GapOrder(PrintedTable table, List<List<Step>> paths) {
        this.table = table;
        this.measure = GAPS.stream().filter(table.measures()::contains).findFirst();
        this.paths = paths;
        this.column = totalOrFirst(table.shape().columns());
        this.layer = totalOrFirst(table.shape().layers());
    }

    private static int totalOrFirst(Side side) {
        return IntStream.range(0, side.entries().size())
                .filter(i -> side.entries().get(i).stream().allMatch(Category.TOTAL::equals))
                .findFirst()
                .orElse(0);
    }

    List<GridModel.Line> ordered(List<GridModel.Line> block) {
        List<GridModel.Line> ordered = new ArrayList<>();
        if (measure.isEmpty()) {
            return block;
        }
        write(branches(block), ordered);
        return ordered;
    }

    private void write(List<Branch> branches, List<GridModel.Line> into) {
        List<Branch> sorted = new ArrayList<>(branches);
        sorted.sort(Comparator.comparing(
                this::place,
                Comparator.comparingInt(Place::dimension)
                        .thenComparingInt(Place::rank)
                        .thenComparing(Place::gap, GapOrder::highestFirst)));
        for (Branch branch : sorted) {
            into.add(branch.line());
            write(branch.inner(), into);
        }
    }

    private static int highestFirst(Optional<BigDecimal> a, Optional<BigDecimal> b) {
        return a.isPresent() && b.isPresent() ? b.get().compareTo(a.get()) : 0;
    }

    private static List<Branch> branches(List<GridModel.Line> lines) {
        List<Branch> branches = new ArrayList<>();
        int from = 0;
        while (from < lines.size()) {
            int to = from + 1;
            while (to < lines.size() && lines.get(to).indent() > lines.get(from).indent()) {
                to++;
            }
            branches.add(new Branch(lines.get(from), branches(lines.subList(from + 1, to))));
            from = to;
        }
        return branches;
    }

    private Place place(Branch branch) {
        List<Step> path = firstPath(branch);
        int indent = branch.line().indent();
        boolean total = path.size() <= indent || path.get(indent).code().equals(Category.TOTAL);
        if (total) {
            return new Place(Integer.MAX_VALUE, TOTAL, Optional.empty());
        }
        int dimension = path.get(indent).dimension();
        GridModel.Line own = standingFor(branch);
        Optional<BigDecimal> gap = gap(own);
        boolean reference = own.reference() && path.get(indent).code().equals(referenceCode());
        int rank = reference ? REFERENCE : own.undetermined() || gap.isEmpty() ? WITHOUT : FIGURE;
        return new Place(dimension, rank, rank == FIGURE ? gap : Optional.empty());
    }

    private String referenceCode() {
        return table.reference().map(r -> r.code()).orElse("");
    }

    private List<Step> firstPath(Branch branch) {
        OptionalInt row = branch.line().row();
        return row.isPresent() || branch.inner().isEmpty()
                ? paths.get(row.orElse(0))
                : firstPath(branch.inner().get(0));
    }

    /** The line with the figures of a whole branch: its own, else the total in it. */
    private static GridModel.Line standingFor(Branch branch) {
        if (branch.line().row().isPresent()) {
            return branch.line();
        }
        return branch.inner().stream()
                .map(Branch::line)
                .filter(GridModel.Line::total)
                .findFirst()
                .orElse(branch.line());
    }

    private Optional<BigDecimal> gap(GridModel.Line line) {
        if (line.row().isEmpty()) {
            return Optional.empty();
        }
        int cell = table.shape().index(new Address(line.period(), line.row().getAsInt(), column, layer));
        return measure.flatMap(m -> table.value(m, cell)
                .number()
                .map(n -> Numbers.rounded(n, table.decimals().of(m))));
    }
}
