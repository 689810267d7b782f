package org.ecart.protect;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import org.ecart.model.Category;
import org.ecart.model.Condition;
import org.ecart.model.Indicator.Statistic;
import org.ecart.model.TableShape.Dimension;
import org.ecart.protect.links.Question;
import org.ecart.protect.links.Questions;
import org.ecart.stats.ValueTable;
import org.ecart.stats.ValueTable.Divided;

/** Where the cells of a piece lie in an {@link AtomGrid}: for each dimension the coordinates. */
final class Boxes {
    private static final int NONE = -1;
    private static final Predicate<List<Integer>> EVERYBODY = answers -> true;

    private final Questions questions;
    private final Answers answers;
    private final List<Side> sides;
    private final Piece piece;
    /** For each question of each side the dimension of the table that it is; none for all others. */
    private final List<List<Integer>> dimensions;

    private final Map<Sought, int[]> known = new HashMap<>();
    /** The side that tells the parts of the indicator apart. */
    private int apart;
    /** What of it belongs to each quantity. */
    private final Map<Quantity, Predicate<List<Integer>>> classes = new TreeMap<>();
    /** The questions that are answered with yes by all whom the piece counts. */
    private final List<Integer> counted = new ArrayList<>();

    /** What is looked for on a side: the codes of a cell, and a class of persons. */
    private record Sought(int side, List<String> codes, Predicate<List<Integer>> ofClass) {}

    Boxes(Questions questions, Answers answers, List<Side> sides, Piece piece) {
        this.questions = questions;
        this.answers = answers;
        this.sides = sides;
        this.piece = piece;
        this.apart = sides.size() - 1;
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
        return question.kind() == Question.Kind.VALUE && question.population().equals(piece.population());
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
                .allMatch(
                        q -> answers.yes(q, of.get(sides.get(apart).questions().indexOf(q))));
    }

    /** Whether all quantities are here. */
    boolean whole() {
        return questions.answer(piece.plan().counted(), piece.population())
                && (piece.values().divided() == Divided.PERSONS || classes.containsKey(Quantity.NUMERATOR));
    }

    /** What a cell tells. */
    Map<Quantity, int[][]> of(ValueTable.Cell cell) {
        Map<Quantity, int[][]> all = new EnumMap<>(Quantity.class);
        classes.forEach((quantity, those) -> all.put(quantity, box(cell, those)));
        return all;
    }

    /** Whether nothing of what a cell tells is told here. */
    boolean none() {
        return classes.isEmpty();
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
                                side.questions().get(i), own.get(i), at.codes().get(i))));
    }

    private boolean matches(int question, int answer, String code) {
        boolean here = code.equals(Category.TOTAL)
                || code.equals(answers.codes().get(question).get(answer));
        return here && (!counted.contains(question) || answers.yes(question, answer));
    }
}
