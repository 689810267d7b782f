package org.ecart.protect;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import org.ecart.model.Category;
import org.ecart.model.Condition;
import org.ecart.model.Indicator.Statistic;
import org.ecart.model.Period;
import org.ecart.model.TableShape.Dimension;
import org.ecart.protect.CountSystem.Unit;
import org.ecart.protect.links.Asked;
import org.ecart.protect.links.Question;
import org.ecart.protect.links.Questions;
import org.ecart.stats.ValueTable;
import org.ecart.stats.ValueTable.Divided;

/**
 * A grid of a {@link CountSystem}: its dimensions are {@link Sides}, each with all answers to its questions that occur together.
 */
final class AtomGrid {
    /** With so few possible combinations, those in which nobody is are possible too. */
    static final long SMALL = 60_000;

    private static final int NONE = -1;
    private static final Predicate<List<Integer>> EVERYBODY = answers -> true;

    private final Questions questions;
    private final Answers answers;
    /** One for each trait; last one of those that tell the parts of rates apart. */
    private final List<Side> sides;

    private final Optional<Possible> possible;
    private final List<int[]> atoms;
    private final Map<Piece, Boxes> boxes = new IdentityHashMap<>();

    /**
     * @param questions that are crossed
     * @param pieces what is read from the grid or beside it
     */
    AtomGrid(Questions questions, Answers answers, Collection<Piece> pieces) {
        this.questions = questions;
        this.answers = answers;
        Set<Set<Period>> together =
                Asked.together(pieces.stream().map(Piece::asked).toList());
        this.possible = Optional.of(questions)
                .filter(of -> !of.presence().isEmpty())
                .map(of -> new Possible(of, answers, together));
        this.sides = new Sides(questions, pieces)
                .all().stream()
                        .map(asked -> possible.filter(of -> together.size() > 1)
                                .map(of -> Side.of(asked, of.to(asked)))
                                .orElseGet(() -> new Side(asked, answers.found())))
                        .toList();
        this.atoms = atoms();
    }

    /** What occurs, and where there are few, all that goes with one another side by side. */
    private List<int[]> atoms() {
        if (!complete()) {
            return answers.found().stream().map(this::at).toList();
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
        return all.stream()
                .filter(at -> possible.stream().allMatch(of -> of.somebody(places(at))))
                .toList();
    }

    /** Whether there is all that can be, and not only what occurs. */
    boolean complete() {
        long size = 1;
        for (Side side : sides) {
            size = Math.min(Integer.MAX_VALUE, size * side.answers().size());
        }
        return size <= SMALL;
    }

    /** For each question the place of the answer of an atom. */
    private int[] places(int[] at) {
        int[] places = new int[questions.all().size()];
        for (int d = 0; d < at.length; d++) {
            Side side = sides.get(d);
            for (int i = 0; i < side.questions().size(); i++) {
                places[side.questions().get(i)] = side.answers().get(at[d] - 1).get(i);
            }
        }
        return places;
    }

    Questions questions() {
        return questions;
    }

    /** The number of atoms. */
    int size() {
        return atoms.size();
    }

    /** The number of coordinates in each dimension. */
    int[] sizes() {
        return sides.stream().mapToInt(Side::size).toArray();
    }

    /** Adds the atoms to the last grid of a builder, in an order of their own; tells the number of each answer's atom. */
    List<Integer> addTo(CountSystemBuilder builder) {
        atoms.forEach(at -> builder.atom(0, at));
        List<int[]> found = answers.found().stream().map(this::at).toList();
        for (int way = 0; way < found.size(); way++) {
            builder.atom(answers.persons().get(way), found.get(way));
        }
        return found.stream().map(builder::place).toList();
    }

    /**
     * What an atom answers to some questions.
     *
     * @param codes of each answer; none where no table that asks counts the person
     * @param shared by dimension its answers to those that belong to it, as a number
     * @param counted whether it counts anybody in a population that the questions are about
     */
    record Answered(List<String> codes, int[] shared, boolean counted) {}

    /** For each atom, in the order in which they are added, its answers to questions of this grid. */
    List<Answered> answered(Questions some) {
        List<Integer> asked = questions.places(some);
        List<Optional<Integer>> counted =
                some.populations().stream().map(questions::counted).toList();
        List<Map<List<Integer>, Integer>> numbers = sides.stream()
                .map(side -> (Map<List<Integer>, Integer>) new HashMap<List<Integer>, Integer>())
                .toList();
        List<Answered> answered = new ArrayList<>();
        for (int[] at : atoms) {
            int[] places = places(at);
            int[] shared = new int[at.length];
            for (int d = 0; d < at.length; d++) {
                List<Integer> told = sides.get(d).questions().stream()
                        .filter(asked::contains)
                        .map(q -> places[q])
                        .toList();
                Map<List<Integer>, Integer> known = numbers.get(d);
                shared[d] = known.computeIfAbsent(told, key -> known.size());
            }
            answered.add(new Answered(
                    asked.stream().map(q -> code(q, places)).toList(),
                    shared,
                    questions.presence().isEmpty()
                            || counted.stream().flatMap(Optional::stream).anyMatch(c -> answers.yes(c, places[c]))));
        }
        return answered;
    }

    private String code(int question, int[] places) {
        boolean asked = questions.all().get(question).presence()
                || questions
                        .counted(questions.all().get(question).population())
                        .filter(counted -> !answers.yes(counted, places[counted]))
                        .isEmpty();
        return asked ? code(question, places[question]) : "";
    }

    private String code(int question, int answer) {
        return answers.codes().get(question).get(answer);
    }

    private int[] at(int[] places) {
        return sides.stream().mapToInt(side -> side.coordinate(places)).toArray();
    }

    /** Whether all is asked here that a cell tells. */
    boolean tells(Piece piece, int cell) {
        return crosses(piece, cell) && boxes(piece).whole();
    }

    /** Whether something is asked here that a cell tells, and all that tells it from other cells. */
    boolean tellsOf(Piece piece, int cell) {
        return crosses(piece, cell) && !boxes(piece).classes.isEmpty();
    }

    private boolean crosses(Piece piece, int cell) {
        boolean counted = questions.presence().isEmpty()
                || questions.counted(piece.population()).isPresent();
        return counted
                && Piece.crossed(piece.values(), cell).stream()
                        .allMatch(variable ->
                                questions.place(variable, piece.population()).isPresent());
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
        for (int[] at : atoms) {
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

    /** What is looked for on a side: the codes of a cell, and a class of persons. */
    private record Sought(int side, List<String> codes, Predicate<List<Integer>> ofClass) {}

    /** Where the cells of a piece lie in the grid. */
    private final class Boxes {
        private final Piece piece;
        /** For each question of each side the dimension of the table that it is; none for all others. */
        private final List<List<Integer>> dimensions;

        private final Map<Sought, int[]> known = new HashMap<>();
        /** The side that tells the parts of the indicator apart. */
        private int apart = sides.size() - 1;
        /** What of it belongs to each quantity. */
        private final Map<Quantity, Predicate<List<Integer>>> classes = new TreeMap<>();
        /** The questions that are answered with yes by all whom the piece counts. */
        private final List<Integer> counted = new ArrayList<>();

        Boxes(Piece piece) {
            this.piece = piece;
            List<String> variables = piece.values().shape().dimensions().stream()
                    .map(Dimension::variable)
                    .toList();
            this.dimensions = sides.stream()
                    .map(side -> side.questions().stream()
                            .map(questions.all()::get)
                            .map(q -> asks(q) ? variables.indexOf(q.name()) : NONE)
                            .toList())
                    .toList();
            Condition universe = piece.plan().counted();
            if (questions.answer(universe, piece.population())) {
                counted.addAll(questions.behind(universe, piece.population()));
                questions.counted(piece.population()).ifPresent(counted::add);
                addClasses(piece.values().divided());
            }
        }

        private boolean asks(Question question) {
            return question.kind() == Question.Kind.VALUE
                    && question.population().equals(piece.population());
        }

        private void addClasses(Divided divided) {
            if (divided != Divided.BINARY) {
                classes.put(Quantity.PERSONS, EVERYBODY);
            }
            if (divided == Divided.PERSONS) {
                return;
            }
            Statistic.Rate rate = (Statistic.Rate) piece.plan().indicator().statistic();
            if (!questions.answer(rate.denominator(), piece.population())) {
                return;
            }
            List<Integer> denominator = questions.behind(rate.denominator(), piece.population());
            denominator.stream().findFirst().ifPresent(question -> apart = side(question));
            classes.put(Quantity.TOTAL, all(denominator));
            if (divided == Divided.BINARY_AND_OUTSIDE) {
                classes.put(Quantity.OUTSIDE, all(denominator).negate());
            }
            if (questions.answer(rate.numerator(), piece.population())) {
                List<Integer> numerator = questions.behind(rate.numerator(), piece.population());
                numerator.stream().findFirst().ifPresent(question -> apart = side(question));
                classes.put(Quantity.NUMERATOR, all(denominator).and(all(numerator)));
                classes.put(Quantity.REST, all(denominator).and(all(numerator).negate()));
            }
        }

        /** The side that a question belongs to. */
        private int side(int question) {
            return IntStream.range(0, sides.size())
                    .filter(d -> sides.get(d).questions().contains(question))
                    .findFirst()
                    .orElseThrow();
        }

        /** Whether all of these are answered with yes, by the answers of the side that tells the parts apart. */
        private Predicate<List<Integer>> all(List<Integer> asked) {
            return of -> asked.stream()
                    .allMatch(q ->
                            answers.yes(q, of.get(sides.get(apart).questions().indexOf(q))));
        }

        /** Whether all quantities are here. */
        boolean whole() {
            return questions.answer(piece.plan().counted(), piece.population())
                    && (piece.values().divided() == Divided.PERSONS || classes.containsKey(Quantity.NUMERATOR));
        }

        private int[][] box(ValueTable.Cell cell, Predicate<List<Integer>> ofClass) {
            int[][] box = new int[sides.size()][];
            boolean nobody = false;
            for (int d = 0; d < box.length; d++) {
                Sought at = new Sought(d, codes(d, cell), d == apart ? ofClass : EVERYBODY);
                box[d] = known.computeIfAbsent(at, this::coordinates);
                nobody |= box[d].length == 0;
            }
            if (nobody) {
                // what nobody is: a place that no atom has
                Arrays.fill(box, CountSystemBuilder.ALL);
                box[0] = new int[] {Side.NOBODY};
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
            return side.where(own -> at.ofClass().test(own)
                    && IntStream.range(0, own.size())
                            .allMatch(i -> matches(
                                    side.questions().get(i),
                                    own.get(i),
                                    at.codes().get(i))));
        }

        private boolean matches(int question, int answer, String code) {
            boolean here = code.equals(Category.TOTAL) || code.equals(code(question, answer));
            return here && (!counted.contains(question) || answers.yes(question, answer));
        }
    }
}
