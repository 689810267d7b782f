package org.ecart.chart;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.ecart.i18n.Messages;
import org.ecart.i18n.Numbers;
import org.ecart.model.Breakdown.Reference;
import org.ecart.model.Category;
import org.ecart.model.EcartException;
import org.ecart.model.Language;
import org.ecart.model.Measure;
import org.ecart.model.TableShape;
import org.ecart.model.TableShape.Address;
import org.ecart.model.TableShape.Dimension;
import org.ecart.model.TableShape.Side;
import org.ecart.model.Value;
import org.ecart.protect.ReleasableTable;

/** A table as a chart reads it: its groups, its panels, and its values as they are printed. */
record Reading(ReleasableTable table, Language language, Messages messages) {
    private static final Set<String> UNKNOWN = Set.of(Category.UNKNOWN, Category.NO_RECORD);
    private static final int MOST_PANELS = 12;

    TableShape shape() {
        return table.shape();
    }

    /** What a failure calls the table. */
    String name() {
        return table.caption().number().isEmpty()
                ? table.caption().title().in(language)
                : table.caption().number();
    }

    /** The rate where the table has it, else persons as they count. */
    Measure measure() {
        return List.of(Measure.RATE, Measure.WEIGHTED, Measure.PERSONS).stream()
                .filter(table.measures()::contains)
                .findFirst()
                .orElseThrow(() -> EcartException.usage("chart.needs_figures", name()));
    }

    /** As the table prints it. */
    Value rounded(Measure measure, int cell) {
        Value exact = table.value(measure, cell);
        int decimals = table.decimals().of(measure);
        return new Value(exact.number().map(n -> Numbers.rounded(n, decimals)), exact.status());
    }

    Value rounded(Measure measure, Address address) {
        return rounded(measure, shape().index(address));
    }

    Place place(Address address) {
        return new Place(
                shape().periods().get(address.period()),
                shape().columns().entries().get(address.column()),
                shape().layers().entries().get(address.layer()));
    }

    /** The entry that sums over the whole side; all of its entries where there is none. */
    static List<Integer> totalOrAll(Side side) {
        List<List<String>> entries = side.entries();
        return IntStream.range(0, entries.size())
                .filter(i -> isTotal(entries.get(i)))
                .boxed()
                .findFirst()
                .map(List::of)
                .orElseGet(() -> IntStream.range(0, entries.size()).boxed().toList());
    }

    /** The entries that sum over nothing; where every entry does (blocks stacked), those that do not sum over all. */
    static List<Integer> withoutTotals(Side side) {
        List<Integer> single = entries(side, codes -> !codes.contains(Category.TOTAL));
        return single.isEmpty() ? entries(side, codes -> !isTotal(codes)) : single;
    }

    private static List<Integer> entries(Side side, Predicate<List<String>> kept) {
        return IntStream.range(0, side.entries().size())
                .filter(i -> kept.test(side.entries().get(i)))
                .boxed()
                .toList();
    }

    private static boolean isTotal(List<String> codes) {
        return codes.stream().allMatch(Category.TOTAL::equals);
    }

    /** A row that is drawn. */
    record Group(int row, List<String> codes, String label, boolean reference, boolean muted) {}

    /**
     * The groups of one variable, that of the reference where it stands in the rows, else the first: the rows that sum
     * over all others. Without such totals every row that is no total is a group. The reference first, the undetermined
     * last, else as in the table.
     */
    List<Group> groups() {
        Side rows = shape().rows();
        List<Dimension> dimensions = rows.dimensions();
        int variable = Math.max(
                0,
                dimensions.stream()
                        .map(Dimension::variable)
                        .toList()
                        .indexOf(table.reference().map(Reference::variable).orElse("")));
        List<Integer> alone = dimensions.isEmpty() ? List.of(0) : entries(rows, codes -> isAlone(codes, variable));
        List<Integer> kept = alone.isEmpty() ? withoutTotals(rows) : alone;
        List<Group> groups = new ArrayList<>(kept.stream().map(this::group).toList());
        groups.sort((a, b) -> Integer.compare(rank(a), rank(b)));
        return groups;
    }

    private static int rank(Group group) {
        return group.reference() ? 0 : group.muted() ? 2 : 1;
    }

    /** Whether a row holds a category of that variable and sums over all others. */
    static boolean isAlone(List<String> codes, int variable) {
        return IntStream.range(0, codes.size()).allMatch(d -> codes.get(d).equals(Category.TOTAL) != (d == variable));
    }

    private Group group(int row) {
        Side rows = shape().rows();
        List<String> codes = rows.entries().get(row);
        boolean reference = table.reference()
                .map(r -> IntStream.range(0, codes.size())
                        .allMatch(d -> codes.get(d).equals(Category.TOTAL)
                                || (codes.get(d).equals(r.code())
                                        && rows.dimensions().get(d).variable().equals(r.variable()))))
                .orElse(false);
        return new Group(row, codes, label(rows, row), reference && !codes.isEmpty(), isMuted(rows, row));
    }

    /** Whether an entry holds an undetermined or unknown category. */
    boolean isMuted(Side side, int entry) {
        List<String> codes = side.entries().get(entry);
        return IntStream.range(0, codes.size())
                .anyMatch(d -> isMuted(side.dimensions().get(d), codes.get(d)));
    }

    static boolean isMuted(Dimension dimension, String code) {
        return UNKNOWN.contains(code)
                || dimension.categories().stream()
                        .anyMatch(c -> c.code().equals(code) && (c.undetermined() || c.missing()));
    }

    /** The label of an entry without what it sums over; "Total" where it sums over all. */
    String label(Side side, int entry) {
        List<String> codes = side.entries().get(entry);
        if (isTotal(codes)) {
            return messages.text(language, "i18n.total");
        }
        return IntStream.range(0, codes.size())
                .filter(d -> !codes.get(d).equals(Category.TOTAL))
                .mapToObj(d -> side.dimensions().get(d).label(codes.get(d)).in(language))
                .collect(Collectors.joining(" · "));
    }

    /**
     * The heading of a panel: what it shows of the periods, layers and columns that have several.
     *
     * @param manyPeriods whether each panel is of one period of several
     */
    Optional<String> heading(Address address, boolean manyPeriods) {
        List<String> parts = new ArrayList<>();
        if (manyPeriods) {
            parts.add(shape().periods().get(address.period()).toString());
        }
        if (!shape().layers().dimensions().isEmpty()) {
            parts.add(label(shape().layers(), address.layer()));
        }
        if (!shape().columns().dimensions().isEmpty()) {
            parts.add(label(shape().columns(), address.column()));
        }
        return parts.isEmpty() ? Optional.empty() : Optional.of(String.join(" · ", parts));
    }

    void checkPanels(int panels) {
        if (panels > MOST_PANELS) {
            throw EcartException.usage("chart.too_many_panels", name(), panels, MOST_PANELS);
        }
    }
}
