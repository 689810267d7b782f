package org.ecart.protect;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
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
import org.ecart.model.TableShape.Dimension;
import org.ecart.protect.links.Question;
import org.ecart.protect.links.Questions;
import org.ecart.protect.links.Replies.Reply;
import org.ecart.stats.ValueTable;
import org.ecart.stats.ValueTable.Divided;

/**
 * Where the cells of a piece lie in an {@link AtomGrid}: for each dimension the coordinates. What a cell says of another date may
 * lie there although it is not asked, by who is there at that date.
 */
final class Boxes {
    private static final int NONE = -1;
    private static final Predicate<List<Integer>> EVERYBODY = answers -> true;

    private final Questions questions;
    private final Answers answers;
    private final List<Side> sides;
    private final Piece piece;
    private final List<String> variables;
    /** For each question the dimension of the table that it is; none for all others. */
    private final int[] dimensions;
    /** The dimensions of the table that are no questions here. */
    private final List<Integer> others;

    private final Map<Sought, int[]> known = new HashMap<>();
    /** The side that tells the parts of the indicator apart. */
    private int apart;
    /** What of it belongs to each quantity. */
    private final Map<Quantity, Predicate<List<Integer>>> classes = new TreeMap<>();
    /** Whether all that decides whom the piece counts, and in which part, is asked here. */
    private final boolean asked;
    /** Whether who is there at another date stands for some of it. */
    private final boolean replaced;
    /** The replies of all whom the piece counts. */
    private final List<Reply> counted = new ArrayList<>();

    /** What is looked for on a side: the codes of a cell, and a class of persons. */
    private record Sought(int side, List<String> codes, Predicate<List<Integer>> ofClass) {}

    Boxes(Questions questions, Answers answers, List<Side> sides, Piece piece) {
        this.questions = questions;
        this.answers = answers;
        this.sides = sides;
        this.piece = piece;
        this.apart = sides.size() - 1;
        this.variables = piece.values().shape().dimensions().stream()
                .map(Dimension::variable)
                .toList();
        this.dimensions = questions.all().stream()
                .mapToInt(q -> asks(q) ? variables.indexOf(q.name()) : NONE)
                .toArray();
        this.others = IntStream.range(0, variables.size())
                .filter(d -> Arrays.stream(dimensions).noneMatch(here -> here == d))
                .boxed()
                .toList();
        this.asked = conditions().stream().allMatch(this::asked);
        this.replaced = conditions().stream()
                .anyMatch(condition -> !asked(condition) && replies(condition).isPresent());
        Optional<Reply> here = questions.counted(piece.population()).map(place -> new Reply(place, true));
        if (questions.presence().isEmpty() || here.isPresent()) {
            replies(piece.plan().counted()).ifPresent(universe -> {
                counted.addAll(universe);
                here.ifPresent(counted::add);
                addClasses(piece.values().divided());
            });
        }
    }

    private Optional<List<Reply>> replies(Condition condition) {
        return questions.replies().to(condition, piece.population());
    }

    private boolean asks(Question question) {
        return question.kind() == Question.Kind.VALUE && question.population().equals(piece.population());
    }

    private void addClasses(Divided divided) {
        if (divided != Divided.BINARY) {
            classes.put(Quantity.PERSONS, EVERYBODY);
        }
        if (divided != Divided.PERSONS) {
            Statistic.Rate rate = (Statistic.Rate) piece.plan().indicator().statistic();
            replies(rate.denominator()).ifPresent(denominator -> addParts(divided, denominator, rate));
        }
    }

    private void addParts(Divided divided, List<Reply> denominator, Statistic.Rate rate) {
        denominator.stream().findFirst().ifPresent(reply -> apart = side(reply.question()));
        classes.put(Quantity.TOTAL, all(denominator));
        if (divided == Divided.BINARY_AND_OUTSIDE) {
            classes.put(Quantity.OUTSIDE, all(denominator).negate());
        }
        replies(rate.numerator()).ifPresent(numerator -> {
            numerator.stream().findFirst().ifPresent(reply -> apart = side(reply.question()));
            classes.put(Quantity.NUMERATOR, all(denominator).and(all(numerator)));
            classes.put(Quantity.REST, all(denominator).and(all(numerator).negate()));
        });
    }

    /** The side that a question belongs to. */
    private int side(int question) {
        return IntStream.range(0, sides.size())
                .filter(d -> sides.get(d).questions().contains(question))
                .findFirst()
                .orElseThrow();
    }

    /** Whether all these replies are given, by the answers of the side that tells the parts apart. */
    private Predicate<List<Integer>> all(List<Reply> replies) {
        return of -> replies.stream()
                .allMatch(reply ->
                        gives(reply, of.get(sides.get(apart).questions().indexOf(reply.question()))));
    }

    private boolean gives(Reply reply, int answer) {
        return answers.yes(reply.question(), answer) == reply.yes();
    }

    /** Whether all is asked here that a cell tells. */
    boolean asks(ValueTable.Cell cell) {
        return !classes.isEmpty() && asked && crossed(cell);
    }

    /** Whether who is there at another date stands for something that a cell tells. */
    boolean byPresence(ValueTable.Cell cell) {
        return replaced || !crossed(cell);
    }

    private boolean asked(Condition condition) {
        return questions.replies().ask(condition, piece.population());
    }

    private boolean crossed(ValueTable.Cell cell) {
        return others.stream().allMatch(d -> cell.codes().get(d).equals(Category.TOTAL));
    }

    /** All that decide whom a cell counts, and in which part. */
    private List<Condition> conditions() {
        List<Condition> conditions = new ArrayList<>(List.of(piece.plan().counted()));
        if (piece.values().divided() != Divided.PERSONS
                && piece.plan().indicator().statistic() instanceof Statistic.Rate rate) {
            conditions.add(rate.denominator());
            conditions.add(rate.numerator());
        }
        return conditions;
    }

    /** What a cell tells; nothing where it is not asked here what tells it from other cells. */
    Map<Quantity, int[][]> of(ValueTable.Cell cell) {
        Map<Quantity, int[][]> all = new EnumMap<>(Quantity.class);
        Set<Integer> away = new HashSet<>();
        for (int d : others) {
            if (!cell.codes().get(d).equals(Category.TOTAL)) {
                Optional<Integer> place =
                        questions.replies().away(variables.get(d), cell.codes().get(d), piece.population());
                if (place.isEmpty()) {
                    return all;
                }
                away.add(place.get());
            }
        }
        classes.forEach((quantity, those) -> all.put(quantity, box(cell, away, those)));
        return all;
    }

    private int[][] box(ValueTable.Cell cell, Set<Integer> away, Predicate<List<Integer>> ofClass) {
        int[][] box = new int[sides.size()][];
        boolean nobody = false;
        for (int d = 0; d < box.length; d++) {
            Sought at = new Sought(d, codes(d, cell, away), d == apart ? ofClass : EVERYBODY);
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
    private List<String> codes(int side, ValueTable.Cell cell, Set<Integer> away) {
        return sides.get(side).questions().stream()
                .map(q -> dimensions[q] != NONE
                        ? cell.codes().get(dimensions[q])
                        : away.contains(q) ? Answers.NONE : Category.TOTAL)
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
        return here
                && counted.stream()
                        .filter(reply -> reply.question() == question)
                        .allMatch(reply -> gives(reply, answer));
    }
}
