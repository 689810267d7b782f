package org.ecart.protect;

import java.nio.IntBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Collections;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import org.ecart.model.Category;
import org.ecart.model.Period;
import org.ecart.protect.CountSystem.Unit;
import org.ecart.protect.links.Asked;
import org.ecart.protect.links.Question;
import org.ecart.protect.links.Questions;
import org.ecart.stats.ValueTable;

/**
 * A grid of a {@link CountSystem}: its dimensions are {@link Sides}, each with all answers to its questions that occur together.
 */
final class AtomGrid {
    /** With so few possible combinations, those in which nobody is are possible too. */
    static final int SMALL = 60_000;

    private static final int NONE = -1;

    private final Questions questions;
    private final Answers answers;
    /** One for each trait; last one of those that tell the parts of rates apart. */
    private final List<Side> sides;

    /** For each question the one whether a person is counted among those who are asked; none where that is not a question. */
    private final int[] counting;

    private final Optional<Possible> possible;
    private final List<int[]> atoms;
    private final Set<IntBuffer> listed = new HashSet<>();
    private final Map<Piece, Boxes> boxes = new IdentityHashMap<>();

    /**
     * @param questions that are crossed
     * @param pieces what is read from the grid or beside it
     */
    AtomGrid(Questions questions, Answers answers, Collection<Piece> pieces) {
        this.questions = questions;
        this.answers = answers;
        this.counting = questions.all().stream()
                .mapToInt(q -> questions.counted(q.population()).orElse(NONE))
                .toArray();
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
        this.atoms = new ArrayList<>(first());
        atoms.forEach(at -> listed.add(IntBuffer.wrap(at)));
    }

    /** What occurs, and where there are few, all that goes with one another side by side. */
    private List<int[]> first() {
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

    /** The coordinates of all atoms; where not all that can be is listed, those that occur come first. */
    List<int[]> atoms() {
        return Collections.unmodifiableList(atoms);
    }

    /** The persons of the atom with a number in {@link #atoms()}, where not all that can be is listed. */
    long persons(int atom) {
        return atom < answers.size() ? answers.persons().get(atom) : 0;
    }

    /** Lists an atom of nobody too, if it is possible and not listed yet. */
    boolean add(int[] at) {
        boolean added = possible.stream().allMatch(of -> of.somebody(places(at))) && listed.add(IntBuffer.wrap(at));
        if (added) {
            atoms.add(at);
        }
        return added;
    }

    List<Side> sides() {
        return sides;
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
        Told told = new Told(some);
        List<Map<List<Integer>, Integer>> numbers = sides.stream()
                .map(side -> (Map<List<Integer>, Integer>) new HashMap<List<Integer>, Integer>())
                .toList();
        List<Answered> answered = new ArrayList<>();
        for (int[] at : atoms) {
            int[] places = places(at);
            int[] shared = new int[at.length];
            for (int d = 0; d < at.length; d++) {
                List<Integer> own = sides.get(d).questions().stream()
                        .filter(told.asked::contains)
                        .map(q -> places[q])
                        .toList();
                Map<List<Integer>, Integer> known = numbers.get(d);
                shared[d] = known.computeIfAbsent(own, key -> known.size());
            }
            answered.add(new Answered(told.codes(at), shared, told.counts(at)));
        }
        return answered;
    }

    /** What atoms answer to some of the questions of this grid. */
    final class Told {
        /** By their places. */
        private final List<Integer> asked;
        /** Those of them, and others, that say who is counted in a population that they are about. */
        private final int[] counted;

        Told(Questions some) {
            this.asked = questions.places(some);
            this.counted = some.populations().stream()
                    .flatMap(population -> questions.counted(population).stream())
                    .mapToInt(Integer::intValue)
                    .toArray();
        }

        List<Integer> asked() {
            return asked;
        }

        /** The codes of the answers; none where no table that asks counts the person. */
        List<String> codes(int[] at) {
            int[] places = places(at);
            String[] codes = new String[asked.size()];
            for (int i = 0; i < codes.length; i++) {
                int q = asked.get(i);
                codes[i] = answers(q, places) ? code(q, places[q]) : "";
            }
            return List.of(codes);
        }

        /** Whether an atom counts anybody in a population that the questions are about. */
        boolean counts(int[] at) {
            int[] places = places(at);
            return questions.presence().isEmpty() || Arrays.stream(counted).anyMatch(who -> yes(who, places));
        }
    }

    /** How those of an atom, by its number in {@link #atoms()}, answer the questions that are asked of them. */
    Map<Question, String> answering(int atom) {
        int[] places = places(atoms.get(atom));
        Map<Question, String> answering = new LinkedHashMap<>();
        for (int q = 0; q < places.length; q++) {
            if (answers(q, places)) {
                answering.put(questions.all().get(q), code(q, places[q]));
            }
        }
        return answering;
    }

    /** The number in {@link #atoms()} of the atom with these answers to all questions. */
    Optional<Integer> find(List<String> codes) {
        int[] at = at(IntStream.range(0, codes.size())
                .map(q -> answers.codes().get(q).indexOf(codes.get(q)))
                .toArray());
        return IntStream.range(0, atoms.size())
                .filter(atom -> Arrays.equals(atoms.get(atom), at))
                .boxed()
                .findFirst();
    }

    /** Whether a question is asked of those who are counted so. */
    private boolean answers(int question, int[] places) {
        return counting[question] < 0 || questions.all().get(question).presence() || yes(counting[question], places);
    }

    private boolean yes(int question, int[] places) {
        return answers.yes(question, places[question]);
    }

    String code(int question, int answer) {
        return answers.codes().get(question).get(answer);
    }

    private int[] at(int[] places) {
        return sides.stream().mapToInt(side -> side.coordinate(places)).toArray();
    }

    /** Whether all is asked here that a cell tells. */
    boolean tells(Piece piece, int cell) {
        return boxes(piece).asks(piece.values().cells().get(cell));
    }

    /** Whether something is asked here that a cell tells, and all that tells it from other cells. */
    boolean tellsOf(Piece piece, int cell) {
        return !boxes(piece, cell).isEmpty();
    }

    private Boxes boxes(Piece piece) {
        return boxes.computeIfAbsent(piece, those -> new Boxes(questions, answers, sides, those));
    }

    /** Where that lies which a cell tells. */
    Map<Quantity, int[][]> boxes(Piece piece, int c) {
        ValueTable.Cell cell = piece.values().cells().get(c);
        Map<Quantity, int[][]> told = boxes(piece).of(cell);
        if (!told.isEmpty() && boxes(piece).byPresence(cell)) {
            // another variable may have given the same code to persons who are there
            Map<Quantity, Long> persons = Protector.told(piece.values(), cell.counts());
            told.entrySet().removeIf(box -> persons(box.getValue()) != persons.getOrDefault(box.getKey(), 0L));
        }
        return told;
    }

    private long persons(int[][] box) {
        return IntStream.range(0, answers.size())
                .filter(way -> within(box, at(answers.found().get(way))))
                .mapToLong(way -> answers.persons().get(way))
                .sum();
    }

    private static boolean within(int[][] box, int[] at) {
        return IntStream.range(0, at.length)
                .allMatch(d -> box[d].length == 0 || Arrays.binarySearch(box[d], at[d]) >= 0);
    }

    /** What a cell tells, as figures of this grid. */
    Unit unit(Piece piece, int c, int grid, CountSystemBuilder builder) {
        ValueTable.Cell cell = piece.values().cells().get(c);
        Map<Quantity, Integer> figures = new EnumMap<>(Quantity.class);
        boxes(piece, c).forEach((quantity, box) -> figures.put(quantity, builder.figure(grid, box)));
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
}
