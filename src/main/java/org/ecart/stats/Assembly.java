package org.ecart.stats;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.ecart.model.Breakdown;
import org.ecart.model.Condition;
import org.ecart.model.Indicator.Statistic;
import org.ecart.model.Measure;
import org.ecart.model.Period;
import org.ecart.model.TableShape;
import org.ecart.model.TableShape.Address;
import org.ecart.model.TableShape.Dimension;
import org.ecart.model.Value;
import org.ecart.stats.ValueTable.Divided;
import org.ecart.tabulate.Cube;

/** One table while its cells are put in their places, date by date. */
final class Assembly {
    private final TablePlan plan;
    private final TableShape shape;
    private final List<Counts> cells = new ArrayList<>();
    private final List<Integer> cellPlaces = new ArrayList<>();
    private final List<Period> cellPeriods = new ArrayList<>();
    private final List<List<String>> cellCodes = new ArrayList<>();
    private final List<Optional<Period>> cellStaying = new ArrayList<>();
    private final List<Optional<Counts>> printed;
    private final List<Optional<AmountCell>> amounts;
    private final List<Optional<Figures.Stayed>> stayed;
    /** By place the cells of those who stayed, by number. */
    private final List<List<Integer>> stayedCells;

    private final List<Integer> references;
    private final Map<Measure, List<Integer>> wholes = new LinkedHashMap<>();
    private final Map<Period, Set<String>> unavailable = new TreeMap<>();

    Assembly(TablePlan plan, TableShape shape) {
        this.plan = plan;
        this.shape = shape;
        this.printed = empty(Optional.empty());
        this.amounts = empty(Optional.empty());
        this.stayed = empty(Optional.empty());
        this.stayedCells = empty(List.of());
        this.references = empty(Comparisons.NONE);
        plan.measures().stream()
                .filter(Measure::share)
                .forEach(measure -> wholes.put(measure, empty(Comparisons.NONE)));
    }

    private <T> List<T> empty(T nothing) {
        return new ArrayList<>(Collections.nCopies(shape.size(), nothing));
    }

    /** @param amounts gives the amounts of printed cells, by their number in the lattice */
    void add(Period period, Map<List<String>, Cube> crossings, Function<Lattice, Map<Integer, AmountCell>> amounts) {
        Optional<Cube> missing = crossings.values().stream()
                .filter(c -> !c.unavailable().isEmpty())
                .findFirst();
        if (missing.isPresent()) {
            unavailable.put(period, missing.get().unavailable());
        } else {
            Lattice lattice = new Lattice(shape.dimensions(), cells.size());
            crossings.forEach(lattice::add);
            place(shape.periods().indexOf(period), lattice, amounts.apply(lattice));
        }
    }

    /**
     * Adds those who are counted at a date and at the one before it.
     *
     * @param now by crossing, at the date
     * @param then at the one before it
     */
    void addStayed(Period period, Map<List<String>, Cube> now, Period before, Map<List<String>, Cube> then) {
        boolean lacking = Stream.concat(now.values().stream(), then.values().stream())
                .anyMatch(cube -> !cube.unavailable().isEmpty());
        if (lacking) {
            return;
        }
        Lattice later = new Lattice(shape.dimensions(), 0);
        now.forEach(later::add);
        Lattice earlier = new Lattice(shape.dimensions(), 0);
        then.forEach(earlier::add);
        printed(shape.periods().indexOf(period)).forEach((place, key) -> {
            int there = later.number(key);
            int here = earlier.number(key);
            if (there != Comparisons.NONE && here != Comparisons.NONE) {
                Counts after = later.cells().get(there);
                Counts first = earlier.cells().get(here);
                stayed.set(place, Optional.of(new Figures.Stayed(after, first)));
                List<String> codes = later.codes().get(there);
                stayedCells.set(
                        place, List.of(staying(after, period, codes, before), staying(first, before, codes, period)));
            }
        });
    }

    private int staying(Counts counts, Period period, List<String> codes, Period other) {
        cells.add(counts);
        cellPlaces.add(Comparisons.NONE);
        cellPeriods.add(period);
        cellCodes.add(codes);
        cellStaying.add(Optional.of(other));
        return cells.size() - 1;
    }

    private void place(int period, Lattice lattice, Map<Integer, AmountCell> found) {
        int first = cells.size();
        cells.addAll(lattice.cells());
        cellPlaces.addAll(Collections.nCopies(lattice.cells().size(), Comparisons.NONE));
        cellPeriods.addAll(
                Collections.nCopies(lattice.cells().size(), shape.periods().get(period)));
        cellCodes.addAll(lattice.codes());
        cellStaying.addAll(Collections.nCopies(lattice.cells().size(), Optional.empty()));
        Map<Integer, int[]> categories = printed(period);
        categories.forEach((place, key) -> {
            int number = lattice.number(key);
            if (number != Comparisons.NONE) {
                cellPlaces.set(number, place);
                printed.set(place, Optional.of(cells.get(number)));
                amounts.set(place, Optional.ofNullable(found.get(number)));
            }
        });
        Function<int[], Integer> place = key -> {
            int number = lattice.number(key);
            return number < first ? Comparisons.NONE : cellPlaces.get(number);
        };
        plan.reference().ifPresent(reference -> {
            int[] dimensions = dimensions(Set.of(reference.variable()));
            int category = category(reference);
            if (dimensions.length == 0 || category != CubeCells.TOTAL) {
                categories.forEach((cell, key) -> references.set(cell, place.apply(with(key, dimensions, category))));
            }
        });
        wholes.forEach((measure, column) -> {
            int[] dimensions = dimensions(summed(measure));
            categories.forEach((cell, key) -> column.set(cell, lattice.number(with(key, dimensions, CubeCells.TOTAL))));
        });
    }

    /** The categories of each printed cell of a date, by its place. */
    private Map<Integer, int[]> printed(int period) {
        List<int[]> columns = categories(shape.columns());
        List<int[]> layers = categories(shape.layers());
        Map<Integer, int[]> printed = new LinkedHashMap<>();
        int place = shape.index(new Address(period, 0, 0, 0));
        for (int[] row : categories(shape.rows())) {
            for (int[] column : columns) {
                for (int[] layer : layers) {
                    printed.put(place++, joined(joined(row, column), layer));
                }
            }
        }
        return printed;
    }

    private static int[] joined(int[] first, int[] second) {
        int[] both = Arrays.copyOf(first, first.length + second.length);
        System.arraycopy(second, 0, both, first.length, second.length);
        return both;
    }

    private static List<int[]> categories(TableShape.Side side) {
        List<Map<String, Integer>> places = new ArrayList<>();
        for (Dimension dimension : side.dimensions()) {
            Map<String, Integer> of = new HashMap<>();
            CubeCells.codes(dimension).forEach(code -> of.putIfAbsent(code, of.size()));
            places.add(of);
        }
        List<int[]> categories = new ArrayList<>();
        for (List<String> entry : side.entries()) {
            int[] of = new int[entry.size()];
            for (int d = 0; d < of.length; d++) {
                of[d] = places.get(d).getOrDefault(entry.get(d), CubeCells.TOTAL);
            }
            categories.add(of);
        }
        return categories;
    }

    /** The place of a category in its dimension. */
    private int category(Breakdown.Reference reference) {
        return shape.dimensions().stream()
                .filter(d -> d.variable().equals(reference.variable()))
                .map(d -> CubeCells.codes(d).indexOf(reference.code()))
                .findFirst()
                .orElse(CubeCells.TOTAL);
    }

    private Set<String> summed(Measure measure) {
        Set<String> summed = new LinkedHashSet<>();
        if (measure == Measure.SHARE) {
            summed.addAll(plan.breakdown().arrangement().shareOf());
        }
        if (measure == Measure.SHARE_COLUMN || measure == Measure.SHARE_LAYER || measure == Measure.SHARE_TABLE) {
            summed.addAll(plan.breakdown().rows().variables());
        }
        if (measure == Measure.SHARE_ROW || measure == Measure.SHARE_LAYER || measure == Measure.SHARE_TABLE) {
            summed.addAll(plan.breakdown().columns().variables());
        }
        if (measure == Measure.SHARE_TABLE) {
            summed.addAll(plan.breakdown().layers().variables());
        }
        return summed;
    }

    private int[] dimensions(Set<String> variables) {
        return IntStream.range(0, shape.dimensions().size())
                .filter(d -> variables.contains(shape.dimensions().get(d).variable()))
                .toArray();
    }

    private static int[] with(int[] key, int[] dimensions, int category) {
        int[] changed = key.clone();
        for (int d : dimensions) {
            changed[d] = category;
        }
        return changed;
    }

    ValueTable table() {
        Comparisons comparisons = new Comparisons(references, earlier(), wholes, stayedCells);
        return new ValueTable(
                shape, values(comparisons), told(), comparisons, plan.reference(), divided(), unavailable, amounts());
    }

    /** Nothing where no amount is asked for. */
    private List<Optional<AmountCell>> amounts() {
        return plan.indicator().statistic() instanceof Statistic.OfAmount ? amounts : List.of();
    }

    /** The same cell at the latest of the table's dates before its own. */
    private List<Integer> earlier() {
        List<Integer> earlier = new ArrayList<>();
        int cells = shape.size() / shape.periods().size();
        for (Period period : shape.periods()) {
            int then = shape.periods().stream()
                    .filter(p -> p.date().isBefore(period.date()))
                    .max(Comparator.comparing(Period::date))
                    .map(shape.periods()::indexOf)
                    .orElse(Comparisons.NONE);
            for (int cell = 0; cell < cells; cell++) {
                earlier.add(then == Comparisons.NONE ? Comparisons.NONE : then * cells + cell);
            }
        }
        return earlier;
    }

    private List<ValueTable.Cell> told() {
        Set<Integer> shared = new HashSet<>();
        wholes.values().forEach(shared::addAll);
        stayedCells.forEach(shared::addAll);
        List<ValueTable.Cell> all = new ArrayList<>();
        for (int c = 0; c < cells.size(); c++) {
            boolean told = cellPlaces.get(c) != Comparisons.NONE || shared.contains(c);
            all.add(new ValueTable.Cell(
                    cells.get(c), cellPlaces.get(c), told, cellPeriods.get(c), cellCodes.get(c), cellStaying.get(c)));
        }
        return all;
    }

    private Map<Measure, List<Value>> values(Comparisons comparisons) {
        Map<Measure, List<Value>> values = new LinkedHashMap<>();
        for (Measure measure : plan.measures()) {
            List<Value> column = new ArrayList<>();
            for (int place = 0; place < shape.size(); place++) {
                column.add(value(comparisons, measure, place));
            }
            values.put(measure, column);
        }
        return values;
    }

    private Value value(Comparisons comparisons, Measure measure, int place) {
        Optional<Counts> own = printed.get(place);
        int before = comparisons.earlier().get(place);
        boolean lacking = measure.comparesWithEarlier()
                && before != Comparisons.NONE
                && (printed.get(before).isEmpty()
                        || measure.splitsChange() && stayed.get(place).isEmpty());
        if (own.isEmpty() || lacking) {
            return Value.NOT_AVAILABLE;
        }
        int reference = otherThan(place, comparisons);
        return Figures.of(
                measure,
                new Figures.Compared(
                        own.get(),
                        at(printed, reference),
                        at(printed, before),
                        before == Comparisons.NONE ? Optional.empty() : at(printed, otherThan(before, comparisons)),
                        Optional.of(comparisons.whole(measure, place))
                                .filter(c -> c != Comparisons.NONE)
                                .map(cells::get),
                        amounts.get(place).map(AmountCell::figure),
                        at(amounts, reference).map(AmountCell::figure),
                        stayed.get(place),
                        at(stayed, reference)));
    }

    /** The place of the reference, unless the cell is the reference itself. */
    private static int otherThan(int place, Comparisons comparisons) {
        return comparisons.isReference(place)
                ? Comparisons.NONE
                : comparisons.references().get(place);
    }

    private static <T> Optional<T> at(List<Optional<T>> list, int place) {
        return place == Comparisons.NONE ? Optional.empty() : list.get(place);
    }

    private Divided divided() {
        boolean onlyPersons = plan.measures().stream().allMatch(m -> m.subject() == Measure.Subject.PERSONS);
        if (!(plan.indicator().statistic() instanceof Statistic.Rate rate) || onlyPersons) {
            return Divided.PERSONS;
        }
        boolean everyone = rate.denominator() instanceof Condition.All;
        boolean personsToo = plan.measures().stream().anyMatch(m -> m.subject() == Measure.Subject.PERSONS);
        return !everyone && personsToo ? Divided.BINARY_AND_OUTSIDE : Divided.BINARY;
    }
}
