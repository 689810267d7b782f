package org.ecart.protect;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.ecart.protect.Cubes.Cube;

/**
 * Completes a move in one grid so that all grids agree again: where it changes what two of them share, the same change is
 * made in the other one, at persons who are alike in what only that grid tells ({@link Kinds}). Of these the cheapest are
 * taken.
 */
final class Lifts {
    private static final int NOWHERE = -1;
    /** So many kinds of persons are tried in each grid. */
    private static final int MOST_KINDS = 40;

    private final Ground ground;
    private final Steps steps;
    private final Changes changes;
    private final Kinds kinds;

    /** Who may move in a cell of a join. */
    private record First(int join, int grid, int cell, int sign) {}

    Lifts(Ground ground, Steps steps) {
        this.ground = ground;
        this.steps = steps;
        this.changes = new Changes(ground);
        this.kinds = new Kinds(ground);
    }

    /** Completes the moves of one search, on whose terms what is looked up once is so for all of them. */
    final class OnTerms {
        private final Terms terms;
        private final Comparator<Integer> better;
        private final Map<First, int[]> firsts = new HashMap<>();
        private final Kinds.Memory memory;

        OnTerms(Terms terms) {
            this.terms = terms;
            this.better = Comparator.<Integer>comparingLong(terms::rank).thenComparing(atom -> -terms.count(atom));
            this.memory = new Kinds.Memory(better);
        }

        /**
         * The whole move, its own corners first.
         *
         * @param cube within one grid
         * @param priced the units that it makes unknown
         * @param limit the price must be below it
         */
        Optional<Cube> complete(Cube cube, BitSet priced, long limit) {
            if (ground.joints().none()) {
                return Optional.of(cube);
            }
            Lift lift = new Lift(this, cube, (BitSet) priced.clone(), limit);
            return lift.from(cube.atoms(), cube.signs(), NOWHERE)
                    ? Optional.of(new Cube(lift.atoms(), lift.signs(), lift.price, cube.atoms().length))
                    : Optional.empty();
        }

        /** Who may move in a cell: those first who are cheap by themselves and of whom there are many. */
        private int[] firsts(First cell) {
            return firsts.computeIfAbsent(
                    cell, key -> Arrays.stream(ground.joints().within(key.join(), key.grid(), key.cell()))
                            .filter(atom -> terms.possible(atom, key.sign()))
                            .boxed()
                            .sorted(better)
                            .limit(MOST_KINDS)
                            .mapToInt(Integer::intValue)
                            .toArray());
        }
    }

    private final class Lift {
        private final OnTerms on;
        private final Terms terms;
        private final BitSet priced;
        private final long limit;
        private final List<Integer> atoms = new ArrayList<>();
        private final List<Integer> signs = new ArrayList<>();
        private long price;

        Lift(OnTerms on, Cube cube, BitSet priced, long limit) {
            this.on = on;
            this.terms = on.terms;
            this.priced = priced;
            this.limit = limit;
            this.price = cube.price();
            add(cube.atoms(), cube.signs());
        }

        private void add(int[] more, int[] theirSigns) {
            Arrays.stream(more).forEach(atoms::add);
            Arrays.stream(theirSigns).forEach(signs::add);
        }

        int[] atoms() {
            return atoms.stream().mapToInt(Integer::intValue).toArray();
        }

        int[] signs() {
            return signs.stream().mapToInt(Integer::intValue).toArray();
        }

        /** Goes on from atoms of one grid to all that it is joined with but for where they come from. */
        boolean from(int[] moved, int[] theirSigns, int origin) {
            int grid = ground.grid(moved[0]);
            for (int join : ground.joints().of(grid)) {
                if (join != origin && !beyond(join, grid, change(join, moved, theirSigns))) {
                    return false;
                }
            }
            return true;
        }

        private int[][] change(int join, int[] moved, int[] theirSigns) {
            SortedMap<Integer, Integer> change = new TreeMap<>();
            for (int i = 0; i < moved.length; i++) {
                change.merge(ground.joints().cell(join, moved[i]), theirSigns[i], Integer::sum);
            }
            change.remove(Joints.FREE);
            change.values().removeIf(sign -> sign == 0);
            return new int[][] {
                change.keySet().stream().mapToInt(Integer::intValue).toArray(),
                change.values().stream().mapToInt(Integer::intValue).toArray()
            };
        }

        private boolean beyond(int join, int grid, int[][] change) {
            if (change[0].length == 0) {
                return true;
            }
            if (Arrays.stream(change[1]).anyMatch(step -> Math.abs(step) > 1)) {
                return false;
            }
            int other = ground.joints().beyond(join, grid);
            int[] best = null;
            BitSet bestPriced = priced;
            long least = limit - price;
            for (int first : on.firsts(new First(join, other, change[0][0], change[1][0]))) {
                for (int[] corners : kinds.of(join, change[0], first, on.memory)) {
                    BitSet all = (BitSet) priced.clone();
                    long more = possible(corners, change[1]) ? price(corners, change[1], all, least) : Terms.CLOSED;
                    if (more != Terms.CLOSED && more < least) {
                        best = corners;
                        bestPriced = all;
                        least = more;
                    }
                }
                if (least == 0 || steps.spent()) {
                    break;
                }
            }
            if (best == null) {
                return false;
            }
            priced.or(bestPriced);
            price += least;
            add(best, change[1]);
            return from(best, change[1], join);
        }

        private boolean possible(int[] corners, int[] theirSigns) {
            for (int i = 0; i < corners.length; i++) {
                steps.count();
                if (!terms.possible(corners[i], theirSigns[i])) {
                    return false;
                }
            }
            return true;
        }

        private long price(int[] corners, int[] theirSigns, BitSet all, long below) {
            changes.clear();
            for (int i = 0; i < corners.length; i++) {
                changes.add(corners[i], theirSigns[i]);
            }
            steps.count(changes.size());
            return terms.price(changes, all, below);
        }
    }
}
