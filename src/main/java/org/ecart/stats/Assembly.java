package org.ecart.stats;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.ecart.model.Category;
import org.ecart.model.Condition;
import org.ecart.model.Indicator.Statistic;
import org.ecart.model.Measure;
import org.ecart.model.Period;
import org.ecart.model.TableShape;
import org.ecart.model.TableShape.Address;
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
    private final List<Optional<Counts>> printed;
    private final List<Optional<BigDecimal>> amounts;
    private final List<Integer> references;
    private final Map<Measure, List<Integer>> wholes = new LinkedHashMap<>();
    private final Map<Period, Set<String>> unavailable = new TreeMap<>();

    Assembly(TablePlan plan, TableShape shape) {
        this.plan = plan;
        this.shape = shape;
        this.printed = empty(Optional.empty());
        this.amounts = empty(Optional.empty());
        this.references = empty(Comparisons.NONE);
        plan.measures().stream()
                .filter(Measure::share)
                .forEach(measure -> wholes.put(measure, empty(Comparisons.NONE)));
    }

    private <T> List<T> empty(T nothing) {
        return new ArrayList<>(Collections.nCopies(shape.size(), nothing));
    }

    /** @param amounts the amounts of the printed cells, by their codes */
    void add(Period period, Map<List<String>, Cube> crossings, Map<List<String>, BigDecimal> amounts) {
        Optional<Cube> missing = crossings.values().stream()
                .filter(c -> !c.unavailable().isEmpty())
                .findFirst();
        if (missing.isPresent()) {
            unavailable.put(period, missing.get().unavailable());
        } else {
            Lattice lattice = new Lattice(shape.dimensions());
            crossings.forEach(lattice::add);
            place(shape.periods().indexOf(period), lattice, amounts);
        }
    }

    private void place(int period, Lattice lattice, Map<List<String>, BigDecimal> found) {
        Map<List<String>, Integer> places = places(period);
        Map<List<String>, Integer> numbers = new HashMap<>();
        lattice.cells().forEach((key, counts) -> {
            numbers.put(key, cells.size());
            cells.add(counts);
            cellPlaces.add(places.getOrDefault(key, Comparisons.NONE));
            cellPeriods.add(shape.periods().get(period));
            cellCodes.add(key);
        });
        places.forEach((key, place) -> {
            printed.set(place, Optional.ofNullable(lattice.cells().get(key)));
            amounts.set(place, Optional.ofNullable(found.get(key)));
            references.set(place, reference(key, places));
            wholes.forEach((measure, column) ->
                    column.set(place, numbers.getOrDefault(whole(measure, key), Comparisons.NONE)));
        });
    }

    private Map<List<String>, Integer> places(int period) {
        Map<List<String>, Integer> places = new HashMap<>();
        for (int r = 0; r < shape.rows().entries().size(); r++) {
            for (int c = 0; c < shape.columns().entries().size(); c++) {
                for (int l = 0; l < shape.layers().entries().size(); l++) {
                    Address address = new Address(period, r, c, l);
                    places.put(List.copyOf(shape.codes(address).values()), shape.index(address));
                }
            }
        }
        return places;
    }

    private int reference(List<String> key, Map<List<String>, Integer> places) {
        return plan.reference()
                .map(r -> places.getOrDefault(with(key, Set.of(r.variable()), r.code()), Comparisons.NONE))
                .orElse(Comparisons.NONE);
    }

    private List<String> whole(Measure measure, List<String> key) {
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
        return with(key, summed, Category.TOTAL);
    }

    private List<String> with(List<String> key, Collection<String> variables, String code) {
        List<String> changed = key;
        for (int d = 0; d < shape.dimensions().size(); d++) {
            if (variables.contains(shape.dimensions().get(d).variable())) {
                changed = Lattice.with(changed, d, code);
            }
        }
        return changed;
    }

    ValueTable table() {
        Comparisons comparisons = new Comparisons(references, earlier(), wholes);
        return new ValueTable(
                shape, values(comparisons), told(), comparisons, plan.reference(), divided(), unavailable);
    }

    /** The same cell at the latest of the table's dates before its own. */
    private List<Integer> earlier() {
        List<Integer> earlier = empty(Comparisons.NONE);
        for (int place = 0; place < shape.size(); place++) {
            Address address = shape.address(place);
            Period period = shape.periods().get(address.period());
            Optional<Period> before = shape.periods().stream()
                    .filter(p -> p.date().isBefore(period.date()))
                    .max((a, b) -> a.date().compareTo(b.date()));
            if (before.isPresent()) {
                int then = shape.periods().indexOf(before.get());
                earlier.set(place, shape.index(new Address(then, address.row(), address.column(), address.layer())));
            }
        }
        return earlier;
    }

    private List<ValueTable.Cell> told() {
        Set<Integer> shared = new HashSet<>();
        wholes.values().forEach(shared::addAll);
        List<ValueTable.Cell> all = new ArrayList<>();
        for (int c = 0; c < cells.size(); c++) {
            boolean told = cellPlaces.get(c) != Comparisons.NONE || shared.contains(c);
            all.add(new ValueTable.Cell(cells.get(c), cellPlaces.get(c), told, cellPeriods.get(c), cellCodes.get(c)));
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
                && printed.get(before).isEmpty();
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
                        amounts.get(place),
                        at(amounts, reference)));
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
