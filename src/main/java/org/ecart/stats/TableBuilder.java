package org.ecart.stats;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.ecart.model.Condition;
import org.ecart.model.EcartException;
import org.ecart.model.Indicator.Statistic;
import org.ecart.model.Labels;
import org.ecart.model.Measure;
import org.ecart.model.Period;
import org.ecart.model.Progress;
import org.ecart.model.TableShape;
import org.ecart.model.TableShape.Address;
import org.ecart.model.Value;
import org.ecart.stats.ValueTable.Divided;
import org.ecart.tabulate.Cube;
import org.ecart.tabulate.Tabulator;

/** Makes the figures of a planned table: asks the engine, lays the cells out, computes each measure. */
public final class TableBuilder {
    private static final int LARGEST = 2_000_000;

    private final Tabulator tabulator;
    private final Labels unknown;
    private final Labels noRecord;

    /**
     * @param unknown the label of empty values
     * @param noRecord the label of persons without a row in the extract that holds a variable
     */
    public TableBuilder(Tabulator tabulator, Labels unknown, Labels noRecord) {
        this.tabulator = tabulator;
        this.unknown = unknown;
        this.noRecord = noRecord;
    }

    /**
     * Makes a table.
     *
     * @throws EcartException usage, when it is too large or a date is not there
     */
    public ValueTable build(TablePlan plan, Progress progress) {
        Map<Period, Map<List<String>, Cube>> cubes = new TreeMap<>();
        for (Period period : plan.breakdown().periods()) {
            Map<List<String>, Cube> crossings = cubes.computeIfAbsent(period, p -> new LinkedHashMap<>());
            for (List<String> crossing : plan.crossings()) {
                crossings.computeIfAbsent(crossing, c -> tabulator.tabulate(plan.query(period, c), progress));
            }
        }
        List<Cube> all =
                cubes.values().stream().flatMap(c -> c.values().stream()).toList();
        TableShape shape = new Shapes(plan, unknown, noRecord).shape(Lattice.found(all));
        if (shape.size() > LARGEST) {
            throw EcartException.usage("stats.large", shape.size(), LARGEST);
        }
        return new Assembly(plan, shape).assemble(cubes);
    }

    /** One table while its cells are put in their places. */
    private static final class Assembly {
        private final TablePlan plan;
        private final TableShape shape;
        private final List<ValueTable.Cell> cells = new ArrayList<>();
        private final List<ValueTable.Sum> sums = new ArrayList<>();
        private final List<Optional<Counts>> printed;
        private final List<Integer> references;
        private final Map<Period, Set<String>> unavailable = new TreeMap<>();

        Assembly(TablePlan plan, TableShape shape) {
            this.plan = plan;
            this.shape = shape;
            this.printed = new ArrayList<>(Collections.nCopies(shape.size(), Optional.empty()));
            this.references = new ArrayList<>(Collections.nCopies(shape.size(), -1));
        }

        ValueTable assemble(Map<Period, Map<List<String>, Cube>> cubes) {
            for (int p = 0; p < shape.periods().size(); p++) {
                Period period = shape.periods().get(p);
                Map<List<String>, Cube> crossings = cubes.getOrDefault(period, Map.of());
                Optional<Cube> missing = crossings.values().stream()
                        .filter(c -> !c.unavailable().isEmpty())
                        .findFirst();
                if (missing.isPresent()) {
                    unavailable.put(period, missing.get().unavailable());
                } else {
                    Lattice lattice = new Lattice(shape.dimensions());
                    crossings.forEach(lattice::add);
                    place(p, lattice);
                }
            }
            return new ValueTable(shape, values(), cells, sums, references, plan.reference(), divided(), unavailable);
        }

        private void place(int period, Lattice lattice) {
            Map<List<String>, Integer> places = places(period);
            Map<List<String>, Integer> numbers = new HashMap<>();
            lattice.cells().forEach((key, counts) -> {
                int place = places.getOrDefault(key, -1);
                numbers.put(key, cells.size());
                cells.add(new ValueTable.Cell(counts, place));
                if (place >= 0) {
                    printed.set(place, Optional.of(counts));
                    references.set(place, reference(key, places));
                }
            });
            for (Lattice.Relation relation : lattice.relations()) {
                sums.add(new ValueTable.Sum(
                        numbers.getOrDefault(relation.total(), -1),
                        relation.addends().stream().map(numbers::get).toList()));
            }
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
                    .map(r -> {
                        int dimension = shape.dimensions().stream()
                                .map(TableShape.Dimension::variable)
                                .toList()
                                .indexOf(r.variable());
                        return places.getOrDefault(Lattice.with(key, dimension, r.code()), -1);
                    })
                    .orElse(-1);
        }

        private Map<Measure, List<Value>> values() {
            Map<Measure, List<Value>> values = new LinkedHashMap<>();
            for (Measure measure : plan.measures()) {
                List<Value> column = new ArrayList<>();
                for (int cell = 0; cell < shape.size(); cell++) {
                    column.add(value(measure, cell));
                }
                values.put(measure, column);
            }
            return values;
        }

        private Value value(Measure measure, int cell) {
            int reference = references.get(cell);
            Optional<Counts> compared = reference < 0 || reference == cell ? Optional.empty() : printed.get(reference);
            return printed.get(cell)
                    .map(counts -> Figures.of(measure, counts, compared))
                    .orElse(Value.NOT_AVAILABLE);
        }

        private Divided divided() {
            if (!(plan.indicator().statistic() instanceof Statistic.Rate rate)) {
                return Divided.PERSONS;
            }
            boolean onlyPersons = plan.measures().stream().allMatch(m -> m == Measure.PERSONS || m == Measure.WEIGHTED);
            if (onlyPersons) {
                return Divided.PERSONS;
            }
            boolean everyone = rate.denominator() instanceof Condition.All;
            boolean personsToo =
                    plan.measures().contains(Measure.PERSONS) || plan.measures().contains(Measure.WEIGHTED);
            return !everyone && personsToo ? Divided.BINARY_AND_OUTSIDE : Divided.BINARY;
        }
    }
}
