package org.ecart.protect;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.ecart.model.Category;
import org.ecart.model.Condition;
import org.ecart.model.Indicator.Statistic;
import org.ecart.model.TableShape.Dimension;
import org.ecart.protect.CountSystem.Unit;
import org.ecart.protect.links.Questions;
import org.ecart.stats.Counts;
import org.ecart.stats.Part;
import org.ecart.stats.ValueTable;
import org.ecart.stats.ValueTable.Divided;
import org.ecart.tabulate.Cube;

/**
 * The tables of a cluster as a {@link CountSystem}: each trait that they ask for is a dimension, with all answers about it
 * that occur together; the traits that tell the parts of rates apart are the classes of persons. The margin over what other clusters ask too is constant
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
    private static final long SMALL_GRID = 60_000;

    private static final int NONE = -1;
    private static final Predicate<List<Integer>> EVERYBODY = answers -> true;

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
        private final Map<int[], Long> found = new LinkedHashMap<>();
        /** One for each trait; last those together that tell the parts of a rate apart. */
        private final List<Side> sides = new ArrayList<>();

        Making(List<Piece> pieces, Questions questions, Cube cube) {
            this.pieces = pieces;
            this.questions = questions;
            this.cube = cube;
        }

        ClusterSystem make(List<Piece> others) {
            for (int cell = 0; cell < cube.size(); cell++) {
                found.put(cube.places(cell), cube.persons()[cell]);
            }
            addSides(Stream.concat(pieces.stream(), others.stream()).toList());
            List<int[]> possible = possible();
            CountSystemBuilder builder =
                    new CountSystemBuilder(sides.stream().mapToInt(Side::size).toArray());
            possible.forEach(at -> builder.atom(0, at));
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

        private void addSides(List<Piece> all) {
            Set<Integer> parts = new TreeSet<>();
            for (Piece piece : all) {
                if (piece.plan().indicator().statistic() instanceof Statistic.Rate rate) {
                    Stream.of(rate.denominator(), rate.numerator())
                            .filter(questions::answer)
                            .forEach(condition -> parts.addAll(questions.behind(condition)));
                }
            }
            List<Integer> classes = new ArrayList<>();
            for (List<Integer> trait : questions.byTrait()) {
                if (trait.stream().anyMatch(parts::contains)) {
                    classes.addAll(trait);
                } else {
                    sides.add(new Side(trait, found.keySet()));
                }
            }
            sides.add(new Side(classes, found.keySet()));
        }

        /** What occurs, and where there are few, all that goes with one another side by side. */
        private List<int[]> possible() {
            long size = 1;
            for (Side side : sides) {
                size = Math.min(Integer.MAX_VALUE, size * side.answers().size());
            }
            if (size > SMALL_GRID) {
                return found.keySet().stream().map(this::at).toList();
            }
            List<int[]> possible = List.of(new int[sides.size()]);
            for (int d = 0; d < sides.size(); d++) {
                List<int[]> longer = new ArrayList<>();
                for (int[] before : possible) {
                    for (int coordinate : sides.get(d).all()) {
                        int[] together = before.clone();
                        together[d] = coordinate;
                        longer.add(together);
                    }
                }
                possible = longer;
            }
            return possible;
        }

        private int[] at(int[] answers) {
            return sides.stream().mapToInt(side -> side.coordinate(answers)).toArray();
        }

        private boolean holds(int question, int answer) {
            return cube.dimensions().get(question).codes().get(answer).equals(Questions.YES);
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
            List<Map<Integer, int[]>> alike =
                    sides.stream().map(side -> side.alike(shared)).toList();
            Set<List<Integer>> seen = new HashSet<>();
            for (int[] at : possible) {
                int[][] box = new int[sides.size()][];
                List<Integer> first = new ArrayList<>();
                for (int d = 0; d < box.length; d++) {
                    box[d] = Optional.ofNullable(alike.get(d).get(at[d])).orElseThrow();
                    first.add(box[d][0]);
                }
                if (seen.add(first)) {
                    builder.constant(builder.figure(box));
                }
            }
        }

        /** What is looked for on a side: the codes of a cell, and a class of persons on the last one. */
        private record Sought(int side, List<String> codes, Predicate<List<Integer>> ofClass) {}

        /** Where the cells of a piece lie in the grid. */
        private final class Boxes {
            private final Piece piece;
            /** For each question of each side the dimension of the table that it is; none for a condition. */
            private final List<List<Integer>> dimensions;

            private final Map<Sought, int[]> known = new HashMap<>();
            /** What of the last side belongs to each quantity. */
            private final Map<Quantity, Predicate<List<Integer>>> classes = new TreeMap<>();

            private final List<Integer> counted;

            Boxes(Piece piece) {
                this.piece = piece;
                List<String> variables = piece.values().shape().dimensions().stream()
                        .map(Dimension::variable)
                        .toList();
                this.dimensions = sides.stream()
                        .map(side -> side.questions().stream()
                                .map(questions.all()::get)
                                .map(q -> q.condition().isPresent() ? NONE : variables.indexOf(q.name()))
                                .toList())
                        .toList();
                Condition universe = piece.plan().counted();
                this.counted = questions.answer(universe) ? questions.behind(universe) : List.of();
                if (questions.answer(universe)) {
                    addClasses(piece.values().divided());
                }
            }

            private void addClasses(Divided divided) {
                if (divided != Divided.BINARY) {
                    classes.put(Quantity.PERSONS, EVERYBODY);
                }
                if (divided == Divided.PERSONS) {
                    return;
                }
                Statistic.Rate rate = (Statistic.Rate) piece.plan().indicator().statistic();
                if (!questions.answer(rate.denominator())) {
                    return;
                }
                Predicate<List<Integer>> denominator = all(rate.denominator());
                classes.put(Quantity.TOTAL, denominator);
                if (divided == Divided.BINARY_AND_OUTSIDE) {
                    classes.put(Quantity.OUTSIDE, denominator.negate());
                }
                if (questions.answer(rate.numerator())) {
                    Predicate<List<Integer>> numerator = all(rate.numerator());
                    classes.put(Quantity.NUMERATOR, denominator.and(numerator));
                    classes.put(Quantity.REST, denominator.and(numerator.negate()));
                }
            }

            /** Whether a condition holds, by the answers of the last side. */
            private Predicate<List<Integer>> all(Condition condition) {
                Side last = sides.get(sides.size() - 1);
                List<Integer> asked = questions.behind(condition);
                return answers -> asked.stream()
                        .allMatch(q -> holds(q, answers.get(last.questions().indexOf(q))));
            }

            private int[][] box(ValueTable.Cell cell, Predicate<List<Integer>> ofClass) {
                int last = sides.size() - 1;
                int[][] box = new int[sides.size()][];
                boolean nobody = false;
                for (int d = 0; d <= last; d++) {
                    Sought at = new Sought(d, codes(d, cell), d == last ? ofClass : EVERYBODY);
                    box[d] = known.computeIfAbsent(at, this::coordinates);
                    nobody |= box[d].length == 0;
                }
                if (nobody) {
                    // what nobody in the cluster is: a place that no atom has
                    Arrays.fill(box, CountSystemBuilder.ALL);
                    box[last] = new int[] {Side.NOBODY};
                }
                return box;
            }

            /** What a cell says of each question of a side, {@code _T} where it says nothing. */
            private List<String> codes(int side, ValueTable.Cell cell) {
                return dimensions.get(side).stream()
                        .map(d -> d == NONE ? Category.TOTAL : cell.codes().get(d))
                        .toList();
            }

            /** The answers that go with the codes, of those who are counted. */
            private int[] coordinates(Sought at) {
                Side side = sides.get(at.side());
                return side.where(answers -> at.ofClass().test(answers)
                        && IntStream.range(0, answers.size())
                                .allMatch(i -> matches(
                                        side.questions().get(i),
                                        answers.get(i),
                                        at.codes().get(i))));
            }

            private boolean matches(int question, int answer, String code) {
                boolean here = code.equals(Category.TOTAL)
                        || code.equals(cube.dimensions().get(question).codes().get(answer));
                return here && (!counted.contains(question) || holds(question, answer));
            }
        }
    }

    /**
     * A dimension of the grid: the answers to some questions that occur together. Coordinate {@value #NOBODY} is nobody's.
     *
     * @param questions by their places
     * @param answers of each coordinate from 1 on
     */
    private record Side(List<Integer> questions, List<List<Integer>> answers, Map<List<Integer>, Integer> coordinates) {
        static final int NOBODY = 0;

        Side(List<Integer> questions, Collection<int[]> found) {
            this(questions, new ArrayList<>(), new HashMap<>());
            for (int[] all : found) {
                List<Integer> own = own(all);
                if (coordinates.putIfAbsent(own, answers.size() + 1) == null) {
                    answers.add(own);
                }
            }
        }

        private List<Integer> own(int[] all) {
            return questions.stream().map(q -> all[q]).toList();
        }

        int size() {
            return answers.size() + 1;
        }

        /** Somebody's coordinates. */
        int[] all() {
            return IntStream.range(1, size()).toArray();
        }

        int coordinate(int[] all) {
            return coordinates.getOrDefault(own(all), NOBODY);
        }

        int[] where(Predicate<List<Integer>> those) {
            return IntStream.of(all())
                    .filter(coordinate -> those.test(answers.get(coordinate - 1)))
                    .toArray();
        }

        /** For each coordinate those with the same answers to some questions. */
        Map<Integer, int[]> alike(List<Integer> some) {
            Map<List<Integer>, List<Integer>> groups = new LinkedHashMap<>();
            for (int coordinate : all()) {
                List<Integer> own = answers.get(coordinate - 1);
                List<Integer> key = IntStream.range(0, questions.size())
                        .filter(i -> some.contains(questions.get(i)))
                        .mapToObj(own::get)
                        .toList();
                groups.computeIfAbsent(key, k -> new ArrayList<>()).add(coordinate);
            }
            Map<Integer, int[]> alike = new HashMap<>();
            groups.values()
                    .forEach(group -> group.forEach(coordinate -> alike.put(
                            coordinate, group.stream().mapToInt(c -> c).toArray())));
            return alike;
        }
    }
}
