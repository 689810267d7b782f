package org.ecart.protect;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import org.ecart.model.Category;
import org.ecart.model.Condition;
import org.ecart.model.Indicator.Statistic;
import org.ecart.protect.CountSystem.Unit;
import org.ecart.protect.links.Question;
import org.ecart.protect.links.Questions;
import org.ecart.stats.Counts;
import org.ecart.stats.Part;
import org.ecart.stats.ValueTable;
import org.ecart.stats.ValueTable.Divided;
import org.ecart.tabulate.Cube;

/**
 * The tables of a cluster as a {@link CountSystem}: each variable that they ask for is a dimension, and the answers to
 * their yes-or-no questions together are the classes of persons. The margin over what other clusters ask too is constant
 * (docs/decisions/0013-linked-tables.md).
 *
 * @param places for each unit that is decided here the cell that it is
 * @param guests for each unit after these the cell of another cluster that it is
 * @param questions whose answers the atoms are
 * @param atoms for each cell of the answers, counted, the atom that it is
 */
public record ClusterSystem(
        CountSystem system, List<Place> places, List<Place> guests, Questions questions, List<Integer> atoms) {
    /** With so few possible combinations, those in which nobody is are possible too. */
    private static final long SMALL_GRID = 50_000;

    /** A cell of a table. */
    public record Place(int table, int cell) {}

    public ClusterSystem {
        places = List.copyOf(places);
        guests = List.copyOf(guests);
        atoms = List.copyOf(atoms);
    }

    /** The cell that a unit is. */
    Place place(int unit) {
        return unit < places.size() ? places.get(unit) : guests.get(unit - places.size());
    }

    /**
     * @param pieces of the cluster
     * @param others pieces that are protected elsewhere
     * @param questions what is asked about the traits of the cluster
     * @param cube the answers to them, counted
     */
    static ClusterSystem of(List<Piece> pieces, List<Piece> others, Questions questions, Cube cube) {
        return new Making(pieces, questions, cube).make(others);
    }

    private static final class Making {
        private final List<Piece> pieces;
        private final Questions questions;
        private final Cube cube;
        private final List<Integer> variables;
        private final List<Integer> conditions;
        private final Map<int[], Long> found = new LinkedHashMap<>();
        /** A class by the conditions that hold in it; number 0 is nobody's. */
        private final Map<BitSet, Integer> classes = new LinkedHashMap<>();

        Making(List<Piece> pieces, Questions questions, Cube cube) {
            this.pieces = pieces;
            this.questions = questions;
            this.cube = cube;
            this.variables = places(question -> question.condition().isEmpty());
            this.conditions = places(question -> question.condition().isPresent());
        }

        private List<Integer> places(Predicate<Question> kind) {
            return IntStream.range(0, questions.all().size())
                    .filter(q -> kind.test(questions.all().get(q)))
                    .boxed()
                    .toList();
        }

        ClusterSystem make(List<Piece> others) {
            for (int cell = 0; cell < cube.size(); cell++) {
                found.put(cube.places(cell), cube.persons()[cell]);
            }
            List<int[]> possible = possible();
            possible.forEach(answers -> classes.computeIfAbsent(holding(answers), h -> classes.size() + 1));
            CountSystemBuilder builder = new CountSystemBuilder(sizes());
            possible.forEach(answers -> builder.atom(0, at(answers)));
            found.forEach((answers, persons) -> builder.atom(persons, at(answers)));
            List<Place> places = new ArrayList<>();
            for (Piece piece : pieces) {
                Boxes boxes = new Boxes(piece);
                for (int c : piece.cells()) {
                    builder.unit(unit(boxes, piece, c, builder), piece.draft().fate(c));
                    places.add(new Place(piece.table(), c));
                }
            }
            List<Place> guests = new ArrayList<>();
            others.forEach(piece -> addGuests(piece, builder, guests));
            questions.shared().forEach(shared -> addConstants(shared, possible, builder));
            CountSystem system = builder.build();
            for (int u = 0; u < places.size(); u++) {
                check(system, system.units().get(u), places.get(u));
            }
            List<Integer> atoms = found.keySet().stream()
                    .map(answers -> builder.place(at(answers)))
                    .toList();
            return new ClusterSystem(system, places, guests, questions, atoms);
        }

        /** The answers that occur, and where there are few, all that go with one another trait by trait. */
        private List<int[]> possible() {
            List<int[]> possible = List.of(new int[questions.all().size()]);
            for (List<Integer> trait : questions.byTrait()) {
                Map<List<Integer>, int[]> answers = new LinkedHashMap<>();
                found.keySet()
                        .forEach(all -> answers.putIfAbsent(
                                trait.stream().map(q -> all[q]).toList(), all));
                if ((long) possible.size() * answers.size() > SMALL_GRID) {
                    return List.copyOf(found.keySet());
                }
                List<int[]> longer = new ArrayList<>();
                for (int[] before : possible) {
                    for (int[] more : answers.values()) {
                        int[] together = before.clone();
                        trait.forEach(q -> together[q] = more[q]);
                        longer.add(together);
                    }
                }
                possible = longer;
            }
            return possible;
        }

        private int[] sizes() {
            int[] sizes = new int[variables.size() + 1];
            for (int v = 0; v < variables.size(); v++) {
                sizes[v] = Math.max(1, codes(variables.get(v)).size());
            }
            sizes[variables.size()] = classes.size() + 1;
            return sizes;
        }

        private List<String> codes(int question) {
            return cube.dimensions().get(question).codes();
        }

        private BitSet holding(int[] answers) {
            BitSet holding = new BitSet();
            for (int q : conditions) {
                holding.set(q, codes(q).get(answers[q]).equals(Questions.YES));
            }
            return holding;
        }

        private int[] at(int[] answers) {
            int[] at = new int[variables.size() + 1];
            for (int v = 0; v < variables.size(); v++) {
                at[v] = answers[variables.get(v)];
            }
            at[variables.size()] = classes.getOrDefault(holding(answers), 0);
            return at;
        }

        private Unit unit(Boxes boxes, Piece piece, int c, CountSystemBuilder builder) {
            ValueTable.Cell cell = piece.values().cells().get(c);
            Map<Quantity, Integer> figures = new EnumMap<>(Quantity.class);
            boxes.classes.forEach((quantity, of) -> figures.put(quantity, builder.figure(boxes.box(cell, of))));
            long crossed = cell.codes().stream()
                    .filter(code -> !code.equals(Category.TOTAL))
                    .count();
            boolean reference =
                    cell.place() >= 0 && piece.values().comparisons().isReference(cell.place());
            return new Unit(figures, piece.crossing().size() - (int) crossed, reference);
        }

        /** Cells of which all is told here that makes them what they are. */
        private void addGuests(Piece piece, CountSystemBuilder builder, List<Place> guests) {
            Boxes boxes = new Boxes(piece);
            for (int c : piece.cells()) {
                boolean here = Piece.crossed(piece.values(), c).stream().allMatch(questions::answer);
                if (here && !boxes.classes.isEmpty()) {
                    builder.guest(unit(boxes, piece, c, builder));
                    guests.add(new Place(piece.table(), c));
                }
            }
        }

        /** What is protected must be what is printed. */
        private void check(CountSystem system, Unit unit, Place place) {
            ValueTable table = pieces.stream()
                    .filter(piece -> piece.table() == place.table())
                    .findFirst()
                    .orElseThrow()
                    .values();
            Counts counts = table.cells().get(place.cell()).counts();
            boolean all = table.divided() != Divided.BINARY;
            long told = all ? counts.persons() : counts.persons(Part.NUMERATOR) + counts.persons(Part.REST);
            if (system.persons(unit) != told) {
                throw new IllegalStateException("the atoms of a table do not add up to its cells");
            }
        }

        /** The crossing of what other clusters ask too. */
        private void addConstants(List<Integer> shared, List<int[]> possible, CountSystemBuilder builder) {
            Set<List<Integer>> seen = new LinkedHashSet<>();
            for (int[] answers : possible) {
                if (seen.add(shared.stream().map(q -> answers[q]).toList())) {
                    int[][] box = new int[variables.size() + 1][];
                    for (int v = 0; v < variables.size(); v++) {
                        int q = variables.get(v);
                        box[v] = shared.contains(q) ? new int[] {answers[q]} : CountSystemBuilder.ALL;
                    }
                    BitSet holding = holding(answers);
                    box[variables.size()] = classes(other ->
                            conditions.stream().filter(shared::contains).allMatch(q -> other.get(q) == holding.get(q)));
                    builder.constant(builder.figure(box));
                }
            }
        }

        private int[] classes(Predicate<BitSet> those) {
            int[] numbers = classes.entrySet().stream()
                    .filter(entry -> those.test(entry.getKey()))
                    .mapToInt(Map.Entry::getValue)
                    .toArray();
            return numbers.length == 0 ? new int[] {0} : numbers;
        }

        /** Where the cells of a piece lie in the grid. */
        private final class Boxes {
            private final Map<Quantity, int[]> classes = new TreeMap<>();
            private final Map<Integer, Integer> dimensionOf = new HashMap<>();

            Boxes(Piece piece) {
                for (int v = 0; v < variables.size(); v++) {
                    String variable = questions.all().get(variables.get(v)).name();
                    for (int d = 0; d < piece.values().shape().dimensions().size(); d++) {
                        if (piece.values()
                                .shape()
                                .dimensions()
                                .get(d)
                                .variable()
                                .equals(variable)) {
                            dimensionOf.put(v, d);
                        }
                    }
                }
                if (questions.answer(piece.plan().counted())) {
                    addClasses(piece, all(piece.plan().counted()));
                }
            }

            private void addClasses(Piece piece, Predicate<BitSet> counted) {
                Divided divided = piece.values().divided();
                if (divided != Divided.BINARY) {
                    classes.put(Quantity.PERSONS, Making.this.classes(counted));
                }
                if (divided == Divided.PERSONS) {
                    return;
                }
                Statistic.Rate rate = (Statistic.Rate) piece.plan().indicator().statistic();
                if (!questions.answer(rate.denominator())) {
                    return;
                }
                Predicate<BitSet> denominator = counted.and(all(rate.denominator()));
                classes.put(Quantity.TOTAL, Making.this.classes(denominator));
                if (divided == Divided.BINARY_AND_OUTSIDE) {
                    classes.put(Quantity.OUTSIDE, Making.this.classes(counted.and(denominator.negate())));
                }
                if (questions.answer(rate.numerator())) {
                    Predicate<BitSet> numerator = denominator.and(all(rate.numerator()));
                    classes.put(Quantity.NUMERATOR, Making.this.classes(numerator));
                    classes.put(Quantity.REST, Making.this.classes(denominator.and(numerator.negate())));
                }
            }

            private Predicate<BitSet> all(Condition condition) {
                List<Integer> asked = questions.behind(condition);
                return holding -> asked.stream().allMatch(holding::get);
            }

            private int[][] box(ValueTable.Cell cell, int[] ofClasses) {
                int[][] box = new int[variables.size() + 1][];
                for (int v = 0; v < variables.size(); v++) {
                    Integer d = dimensionOf.get(v);
                    String code = d == null ? Category.TOTAL : cell.codes().get(d);
                    int place = codes(variables.get(v)).indexOf(code);
                    box[v] = code.equals(Category.TOTAL) ? CountSystemBuilder.ALL : new int[] {place};
                    if (place < 0 && !code.equals(Category.TOTAL)) {
                        // nobody in the cluster has the code
                        box[v] = CountSystemBuilder.ALL;
                        box[variables.size()] = new int[] {0};
                    }
                }
                box[variables.size()] = box[variables.size()] == null ? ofClasses : box[variables.size()];
                return box;
            }
        }
    }
}
