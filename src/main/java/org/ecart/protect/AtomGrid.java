package org.ecart.protect;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.IdentityHashMap;
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
import org.ecart.stats.ValueTable;
import org.ecart.stats.ValueTable.Divided;
import org.ecart.tabulate.Cube;

/**
 * A grid of a {@link CountSystem}: each trait that some questions are about is a dimension, with all answers about it that occur
 * together; the traits that tell the parts of rates apart are the classes of persons.
 */
final class AtomGrid {
    /** With so few possible combinations, those in which nobody is are possible too. */
    static final long SMALL = 60_000;

    private static final int NONE = -1;
    private static final Predicate<List<Integer>> EVERYBODY = answers -> true;

    private final Questions questions;
    private final Cube cube;
    private final Map<int[], Long> found = new LinkedHashMap<>();
    /** One for each trait; last those together that tell the parts of a rate apart. */
    private final List<Side> sides = new ArrayList<>();

    private final List<int[]> possible;
    private final Map<Piece, Boxes> boxes = new IdentityHashMap<>();

    /**
     * @param questions that are crossed
     * @param cube the answers to them, counted
     * @param pieces what is read from the grid or beside it
     */
    AtomGrid(Questions questions, Cube cube, Collection<Piece> pieces) {
        this.questions = questions;
        this.cube = cube;
        for (int cell = 0; cell < cube.size(); cell++) {
            found.put(cube.places(cell), cube.persons()[cell]);
        }
        addSides(pieces);
        this.possible = possible();
    }

    private void addSides(Collection<Piece> all) {
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
        if (size > SMALL) {
            return found.keySet().stream().map(this::at).toList();
        }
        List<int[]> all = List.of(new int[sides.size()]);
        for (int d = 0; d < sides.size(); d++) {
            List<int[]> longer = new ArrayList<>();
            for (int[] before : all) {
                for (int coordinate : sides.get(d).all()) {
                    int[] together = before.clone();
                    together[d] = coordinate;
                    longer.add(together);
                }
            }
            all = longer;
        }
        return all;
    }

    Questions questions() {
        return questions;
    }

    /** The number of coordinates in each dimension. */
    int[] sizes() {
        return sides.stream().mapToInt(Side::size).toArray();
    }

    /** Adds the atoms to the last grid of a builder, in an order of their own; tells the number of each answer's atom. */
    List<Integer> addTo(CountSystemBuilder builder) {
        possible.forEach(at -> builder.atom(0, at));
        found.forEach((answers, persons) -> builder.atom(persons, at(answers)));
        return found.keySet().stream()
                .map(answers -> builder.place(at(answers)))
                .toList();
    }

    /**
     * What an atom answers to some questions.
     *
     * @param codes of each answer
     * @param shared by dimension its answers to those that belong to it, as a number
     */
    record Answered(List<String> codes, int[] shared) {}

    /** For each atom, in the order in which they are added, its answers to questions of this grid. */
    List<Answered> answered(Questions some) {
        List<Integer> asked = questions.places(some);
        List<Map<List<Integer>, Integer>> numbers = sides.stream()
                .map(side -> (Map<List<Integer>, Integer>) new HashMap<List<Integer>, Integer>())
                .toList();
        List<Answered> answered = new ArrayList<>();
        for (int[] at : possible) {
            Map<Integer, String> codes = new HashMap<>();
            int[] shared = new int[at.length];
            for (int d = 0; d < at.length; d++) {
                List<Integer> questionsHere = sides.get(d).questions();
                List<Integer> answers = sides.get(d).answers().get(at[d] - 1);
                List<Integer> told = new ArrayList<>();
                for (int i = 0; i < answers.size(); i++) {
                    if (asked.contains(questionsHere.get(i))) {
                        codes.put(questionsHere.get(i), code(questionsHere.get(i), answers.get(i)));
                        told.add(answers.get(i));
                    }
                }
                Map<List<Integer>, Integer> known = numbers.get(d);
                shared[d] = known.computeIfAbsent(told, key -> known.size());
            }
            answered.add(new Answered(
                    asked.stream().map(q -> codes.getOrDefault(q, "")).toList(), shared));
        }
        return answered;
    }

    private String code(int question, int answer) {
        return cube.dimensions().get(question).codes().get(answer);
    }

    private int[] at(int[] answers) {
        return sides.stream().mapToInt(side -> side.coordinate(answers)).toArray();
    }

    private boolean holds(int question, int answer) {
        return code(question, answer).equals(Questions.YES);
    }

    /** Whether all is asked here that a cell tells. */
    boolean tells(Piece piece, int cell) {
        return Piece.crossed(piece.values(), cell).stream().allMatch(questions::answer)
                && boxes(piece).whole();
    }

    /** Whether something is asked here that a cell tells, and all that tells it from other cells. */
    boolean tellsOf(Piece piece, int cell) {
        return Piece.crossed(piece.values(), cell).stream().allMatch(questions::answer)
                && !boxes(piece).classes.isEmpty();
    }

    private Boxes boxes(Piece piece) {
        return boxes.computeIfAbsent(piece, Boxes::new);
    }

    /** What a cell tells, as figures of this grid. */
    Unit unit(Piece piece, int c, int grid, CountSystemBuilder builder) {
        ValueTable.Cell cell = piece.values().cells().get(c);
        Boxes of = boxes(piece);
        Map<Quantity, Integer> figures = new EnumMap<>(Quantity.class);
        of.classes.forEach((quantity, those) -> figures.put(quantity, builder.figure(grid, of.box(cell, those))));
        long crossed = cell.codes().stream()
                .filter(code -> !code.equals(Category.TOTAL))
                .count();
        boolean reference = cell.place() >= 0 && piece.values().comparisons().isReference(cell.place());
        return new Unit(figures, piece.crossing().size() - (int) crossed, reference);
    }

    /** The crossing of some questions, as boxes. */
    List<int[][]> crossing(Questions some) {
        List<Integer> asked = questions.places(some);
        List<Map<Integer, int[]>> alike =
                sides.stream().map(side -> side.alike(asked)).toList();
        Set<List<Integer>> seen = new HashSet<>();
        List<int[][]> crossing = new ArrayList<>();
        for (int[] at : possible) {
            int[][] box = new int[sides.size()][];
            List<Integer> first = new ArrayList<>();
            for (int d = 0; d < box.length; d++) {
                box[d] = Optional.ofNullable(alike.get(d).get(at[d])).orElseThrow();
                first.add(box[d][0]);
            }
            if (seen.add(first)) {
                crossing.add(box);
            }
        }
        return crossing;
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

        /** Whether all quantities are here. */
        boolean whole() {
            return questions.answer(piece.plan().counted())
                    && (piece.values().divided() == Divided.PERSONS || classes.containsKey(Quantity.NUMERATOR));
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
                // what nobody is: a place that no atom has
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
            boolean here = code.equals(Category.TOTAL) || code.equals(code(question, answer));
            return here && (!counted.contains(question) || holds(question, answer));
        }
    }
}
