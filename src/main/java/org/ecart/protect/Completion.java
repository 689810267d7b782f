package org.ecart.protect;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import org.ecart.protect.links.Grids;
import org.ecart.protect.links.Questions;

/**
 * Adds atoms of nobody to a grid that lists only what occurs, where readers do not know that nobody can be there: for each part
 * of a cell in which nobody is, as where all of a cell work, and for all that a neighbouring grid takes as possible. Else a cell
 * of 100 % would pass for one that could not be otherwise.
 *
 * <p>The added ones are like some that are listed, those with the most persons first, in all but what makes them others, so
 * that they stand in rectangles with these.
 */
final class Completion {
    /** So many atoms are added for each. */
    private static final int KINDS = 4;
    /** So many are tried for each of these. */
    private static final int MOST_TRIED = 60;

    private final AtomGrid grid;
    private final int most;
    private final List<Beside> beside = new ArrayList<>();
    /** For sets of coordinates of a dimension the atoms that have one of them. */
    private final List<Map<int[], BitSet>> having;

    private Completion(AtomGrid grid, int most) {
        this.grid = grid;
        this.most = most;
        this.having = grid.sides().stream()
                .map(side -> (Map<int[], BitSet>) new IdentityHashMap<int[], BitSet>())
                .toList();
    }

    /**
     * Completes grids.
     *
     * @param pieces what is read from them
     * @param most atoms in each grid
     */
    static void of(List<AtomGrid> grids, List<Grids.Join> joins, List<Piece> pieces, int most) {
        List<Completion> sparse = grids.stream()
                .filter(grid -> !grid.complete())
                .map(grid -> new Completion(grid, most))
                .toList();
        for (Completion completion : sparse) {
            completion.addParts(pieces);
            for (Grids.Join join : joins) {
                completion.join(grids.get(join.one()), grids.get(join.other()), join.common());
                completion.join(grids.get(join.other()), grids.get(join.one()), join.common());
            }
        }
        boolean more = true;
        while (more) {
            more = false;
            for (Completion completion : sparse) {
                for (Beside neighbour : completion.beside) {
                    more |= neighbour.add();
                }
            }
        }
    }

    private void join(AtomGrid own, AtomGrid neighbour, Questions common) {
        if (own == grid) {
            beside.add(new Beside(neighbour, common));
        }
    }

    private void addParts(List<Piece> pieces) {
        for (Piece piece : pieces) {
            for (int cell : piece.cells()) {
                if (grid.tellsOf(piece, cell)) {
                    addParts(piece, cell);
                }
            }
        }
    }

    private void addParts(Piece piece, int cell) {
        Map<Quantity, Long> told =
                Protector.told(piece.values(), piece.values().cells().get(cell).counts());
        Map<Quantity, int[][]> boxes = grid.boxes(piece, cell);
        int[][] everybody = boxes.getOrDefault(Quantity.PERSONS, boxes.get(Quantity.TOTAL));
        boxes.forEach((quantity, box) -> {
            if (told.getOrDefault(quantity, 1L) == 0
                    && everybody != null
                    && within(box).isEmpty()) {
                List<int[]> people = within(everybody).stream()
                        .filter(atom -> grid.persons(atom) > 0)
                        .boxed()
                        .sorted(Comparator.comparing(atom -> -grid.persons(atom)))
                        .limit(KINDS)
                        .map(grid.atoms()::get)
                        .toList();
                people.forEach(at -> add(at, box, added -> true));
            }
        });
    }

    /** The atoms in a box, of those that were listed at first. */
    private BitSet within(int[][] box) {
        BitSet within = new BitSet();
        within.set(0, grid.atoms().size());
        for (int d = 0; d < box.length; d++) {
            int dimension = d;
            within.and(having.get(d).computeIfAbsent(box[d], coordinates -> having(dimension, coordinates)));
        }
        return within;
    }

    private BitSet having(int dimension, int[] coordinates) {
        BitSet wanted = new BitSet();
        IntStream.of(coordinates).forEach(wanted::set);
        BitSet atoms = new BitSet();
        for (int atom = 0; atom < grid.atoms().size(); atom++) {
            atoms.set(atom, wanted.get(grid.atoms().get(atom)[dimension]));
        }
        return atoms;
    }

    /** Adds an atom that is like another one but lies in a box; says whether it did. */
    private boolean add(int[] like, int[][] box, Predicate<int[]> right) {
        return grid.size() < most && add(like.clone(), box, 0, right, new int[] {MOST_TRIED});
    }

    private boolean add(int[] at, int[][] box, int dimension, Predicate<int[]> right, int[] left) {
        if (dimension == box.length) {
            left[0]--;
            return right.test(at) && grid.add(at.clone());
        }
        int own = at[dimension];
        if (IntStream.of(box[dimension]).anyMatch(c -> c == own)) {
            return add(at, box, dimension + 1, right, left);
        }
        for (int coordinate : nearest(dimension, own, box[dimension])) {
            at[dimension] = coordinate;
            if (left[0] > 0 && add(at, box, dimension + 1, right, left)) {
                return true;
            }
        }
        at[dimension] = own;
        return false;
    }

    /** Coordinates, those first whose answers differ least from those of one. */
    private List<Integer> nearest(int dimension, int own, int[] coordinates) {
        List<List<Integer>> answers = grid.sides().get(dimension).answers();
        return IntStream.of(coordinates)
                .filter(coordinate -> coordinate != Side.NOBODY)
                .boxed()
                .sorted(Comparator.comparing(coordinate -> IntStream.range(
                                0, answers.get(coordinate - 1).size())
                        .filter(i -> !answers.get(coordinate - 1)
                                .get(i)
                                .equals(answers.get(own - 1).get(i)))
                        .count()))
                .toList();
    }

    /** What a neighbour takes as possible. */
    private final class Beside {
        private final AtomGrid neighbour;
        private final AtomGrid.Told theirs;
        private final AtomGrid.Told own;
        private final Set<List<String>> known = new HashSet<>();
        /** Atoms by their answers to shared questions, those of one dimension left out. */
        private final Map<List<String>, List<int[]>> alike = new HashMap<>();

        private int lookedAt;
        private int theirsLookedAt;

        Beside(AtomGrid neighbour, Questions common) {
            this.neighbour = neighbour;
            this.theirs = neighbour.new Told(common);
            this.own = grid.new Told(common);
        }

        /** Adds somebody for each answer to shared questions that is new; says whether it did. */
        boolean add() {
            int before = grid.size();
            IntStream.range(lookedAt, before)
                    .boxed()
                    .sorted(Comparator.comparing(atom -> -grid.persons(atom)))
                    .map(grid.atoms()::get)
                    .filter(own::counts)
                    .forEach(this::know);
            lookedAt = before;
            List<int[]> atoms = neighbour.atoms();
            for (; theirsLookedAt < atoms.size(); theirsLookedAt++) {
                int[] at = atoms.get(theirsLookedAt);
                if (theirs.counts(at)) {
                    List<String> codes = theirs.codes(at);
                    if (known.add(codes)) {
                        add(codes);
                    }
                }
            }
            return grid.size() > before;
        }

        private void know(int[] at) {
            List<String> codes = own.codes(at);
            known.add(codes);
            for (int d = 0; d < at.length; d++) {
                List<int[]> some = alike.computeIfAbsent(without(codes, d), key -> new ArrayList<>());
                if (some.size() < KINDS) {
                    some.add(at);
                }
            }
        }

        private void add(List<String> codes) {
            int[][] box = box(codes);
            Set<int[]> models = new LinkedHashSet<>();
            for (int d = box.length - 1; d >= 0; d--) {
                models.addAll(alike.getOrDefault(without(codes, d), List.of()));
            }
            // where nobody is alike in all else, anybody will do
            models.add(grid.atoms().get(0));
            Predicate<int[]> right = at -> own.counts(at) && own.codes(at).equals(codes);
            int most = grid.size() < AtomGrid.SMALL ? KINDS : 1;
            int added = 0;
            for (int[] model : models) {
                if (added < most && Completion.this.add(model, box, right)) {
                    added++;
                }
            }
        }

        /** Answers to shared questions but those that belong to a dimension, and its number. */
        private List<String> without(List<String> codes, int dimension) {
            List<String> without = new ArrayList<>(codes);
            List<Integer> of = grid.sides().get(dimension).questions();
            for (int i = 0; i < without.size(); i++) {
                if (of.contains(own.asked().get(i))) {
                    without.set(i, "");
                }
            }
            without.add(Integer.toString(dimension));
            return without;
        }

        /** For each dimension the coordinates with these answers to shared questions. */
        private int[][] box(List<String> codes) {
            int[][] box = new int[grid.sides().size()][];
            for (int d = 0; d < box.length; d++) {
                Side side = grid.sides().get(d);
                // who is not asked may have any answer
                List<Integer> places = side.questions().stream()
                        .map(question -> own.asked().indexOf(question))
                        .map(place -> place < 0 || codes.get(place).isEmpty() ? -1 : place)
                        .toList();
                box[d] = side.where(answers -> IntStream.range(0, answers.size())
                        .allMatch(i -> places.get(i) < 0
                                || codes.get(places.get(i))
                                        .equals(grid.code(side.questions().get(i), answers.get(i)))));
            }
            return box;
        }
    }
}
