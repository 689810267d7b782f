package org.ecart.protect;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * The cheapest alternating moves over hypercubes of atoms: an atom of the figure that has to move, a partner in each of
 * some dimensions, and the corners that these span. Partners within one group leave the group's total alone, so
 * hierarchies need nothing special; no partner at all moves every margin of the atom. Branch and bound, the cheapest
 * partners first; in large tables only some of them.
 */
final class Cubes {
    private static final int[] NOTHING = {};
    /** Above any price of a few units. */
    private static final long RELIEF = 1_000_000_000;

    private static final int MOST_BASES = 4;
    private static final int MOST_BASES_WITHIN = 40;
    /** So many partners are tried in each dimension, by the number of dimensions that a cube has. */
    private static final int[] MOST_PARTNERS = {1, 300, 60, 16, 8, 5};

    private final Ground ground;
    private final Knowledge knowledge;
    private final Published published;
    private final Steps steps;
    private final Changes changes;
    private final Lifts lifts;
    private final int[] dimensions;
    private final BitSet priced = new BitSet();

    Cubes(Ground ground, Knowledge knowledge, Published published, Steps steps) {
        this.ground = ground;
        this.knowledge = knowledge;
        this.published = published;
        this.steps = steps;
        this.changes = new Changes(ground);
        this.lifts = new Lifts(ground, steps);
        this.dimensions = IntStream.range(0, ground.system().dimensions())
                .filter(d -> ground.system().size(d) > 1)
                .toArray();
    }

    /** Which units a move may make unknown; each also those of the one before. */
    enum Reach {
        /** none that is printed */
        UNKNOWN,
        /** printed ones with somebody in them */
        OCCUPIED,
        /** empty ones too */
        ANY
    }

    /**
     * What a cube is looked for.
     *
     * @param figure has to move
     * @param sign the direction of its atom, +1 or -1
     * @param fall persons that the corners need which fall
     * @param rise persons that the corners need which rise, for the way back
     * @param still atoms that must not move
     * @param kept atoms that must not become empty
     * @param guarded whether B must think it possible
     * @param companions coordinates in the last dimension in which the same cube must be possible
     */
    record Goal(
            int figure,
            int sign,
            long fall,
            long rise,
            Reach reach,
            BitSet still,
            BitSet kept,
            boolean guarded,
            int[] companions) {}

    /**
     * A move.
     *
     * @param atoms the corners, and after them what other grids need to agree
     * @param signs +1 or -1
     * @param price of all that would go
     * @param corners how many there are
     */
    record Cube(int[] atoms, int[] signs, long price, int corners) {}

    /**
     * The cheapest cube below a price; of equals the first.
     *
     * @param counts the persons of each atom at present
     */
    Optional<Cube> cheapest(Goal goal, long[] counts, long limit) {
        Search search = new Search(goal, counts, limit);
        int[] bases = Arrays.stream(ground.atomsOf(goal.figure()))
                .filter(atom -> search.possible(atom, goal.sign()))
                .boxed()
                .sorted(Comparator.<Integer>comparingLong(search.terms::rank).thenComparing(atom -> -counts[atom]))
                .limit(goal.reach() == Reach.UNKNOWN ? MOST_BASES_WITHIN : MOST_BASES)
                .mapToInt(Integer::intValue)
                .toArray();
        for (int base : bases) {
            search.from(base);
        }
        return search.best;
    }

    private final class Search {
        private final Goal goal;
        private final long[] counts;
        private final Terms terms;
        private final Lifts.OnTerms lifted;
        private Optional<Cube> best = Optional.empty();
        private long limit;
        private int[] sides = new int[0];
        private int[] atoms = new int[1];
        private int[] signs = new int[1];
        private final List<int[]> partners = new ArrayList<>();

        Search(Goal goal, long[] counts, long limit) {
            this.goal = goal;
            this.counts = counts;
            this.terms = new Terms(ground, knowledge, published, goal, counts);
            this.lifted = lifts.new OnTerms(terms);
            this.limit = limit;
        }

        void from(int base) {
            partners.clear();
            for (int dimension : dimensions) {
                partners.add(partners(base, dimension));
            }
            int most = Math.min(MOST_PARTNERS.length - 1, dimensions.length);
            for (int size = 0; size <= most; size++) {
                for (int subset = 0; subset < 1 << dimensions.length; subset++) {
                    if (Integer.bitCount(subset) == size) {
                        over(base, subset);
                    }
                }
            }
        }

        private void over(int base, int subset) {
            sides = IntStream.range(0, dimensions.length)
                    .filter(i -> (subset >> i & 1) == 1)
                    .toArray();
            atoms = new int[1 << sides.length];
            signs = new int[1 << sides.length];
            atoms[0] = base;
            signs[0] = goal.sign();
            extend(0);
        }

        /** Partners of an atom along a dimension, those first that cost least by themselves. */
        private int[] partners(int base, int dimension) {
            List<long[]> ranked = new ArrayList<>();
            int[] blocked = goal.guarded() ? blocked(base) : NOTHING;
            int own = ground.system().coordinate(base, dimension);
            for (int c = 0; c < ground.system().size(dimension); c++) {
                int atom = c == own ? -1 : ground.beside(base, dimension, c);
                if (atom >= 0 && !ground.holds(goal.figure(), atom) && possible(atom, -goal.sign())) {
                    ranked.add(new long[] {terms.rank(atom) - relief(blocked, atom), -counts[atom], c});
                }
            }
            ranked.sort(Comparator.<long[]>comparingLong(r -> r[0]).thenComparingLong(r -> r[1]));
            return ranked.stream().mapToInt(r -> (int) r[2]).toArray();
        }

        /** Figures of an atom that B knows not to have moved with it alone. */
        private int[] blocked(int base) {
            return Arrays.stream(ground.figuresOf(base))
                    .filter(figure -> !knowledge.allows(figure, ground.value(figure) + goal.sign()))
                    .toArray();
        }

        /** Partners that keep such figures as they are come first. */
        private long relief(int[] blocked, int atom) {
            long relief = 0;
            for (int figure : blocked) {
                relief += ground.holds(figure, atom) ? RELIEF : 0;
            }
            return relief;
        }

        private boolean possible(int atom, int sign) {
            if (!terms.possible(atom, sign)) {
                return false;
            }
            for (int coordinate : goal.companions()) {
                int companion = ground.beside(atom, ground.system().dimensions() - 1, coordinate);
                if (companion < 0 || counts[companion] < terms.needed(sign)) {
                    return false;
                }
            }
            return true;
        }

        private void extend(int level) {
            if (level == sides.length) {
                long price = price();
                if (price != Terms.CLOSED && price < limit) {
                    Cube cube = new Cube(atoms.clone(), signs.clone(), price, atoms.length);
                    lifted.complete(cube, priced, limit).ifPresent(whole -> {
                        best = Optional.of(whole);
                        limit = whole.price();
                    });
                }
                return;
            }
            int dimension = dimensions[sides[level]];
            int[] candidates = partners.get(sides[level]);
            int most = Math.min(candidates.length, MOST_PARTNERS[sides.length]);
            for (int i = 0; i < most; i++) {
                if (limit <= 0 || steps.spent()) {
                    return;
                }
                if (attach(level, dimension, candidates[i])) {
                    extend(level + 1);
                }
            }
        }

        /** Doubles the cube along a dimension, if all its new corners are possible and not too dear by themselves. */
        private boolean attach(int level, int dimension, int coordinate) {
            int half = 1 << level;
            for (int mask = 0; mask < half; mask++) {
                steps.count();
                int atom = ground.beside(atoms[mask], dimension, coordinate);
                int sign = -signs[mask];
                if (atom < 0 || !possible(atom, sign)) {
                    return false;
                }
                atoms[mask | half] = atom;
                signs[mask | half] = sign;
            }
            return affordable(2 * half);
        }

        /** A corner that is published by itself stays in any larger cube. */
        private boolean affordable(int corners) {
            priced.clear();
            steps.count(corners);
            long price = 0;
            for (int i = 0; i < corners; i++) {
                for (int figure : ground.finest(atoms[i])) {
                    if (ground.atomsOf(figure).length == 1 && published.known(figure)) {
                        long more = terms.priceOf(figure, priced);
                        if (more == Terms.CLOSED) {
                            return false;
                        }
                        price += more;
                    }
                }
            }
            return price < limit;
        }

        private long price() {
            changes.clear();
            for (int i = 0; i < atoms.length; i++) {
                changes.add(atoms[i], signs[i]);
            }
            steps.count(changes.size());
            priced.clear();
            return changes.of(goal.figure()) == 0 ? Terms.CLOSED : terms.price(changes, priced, limit);
        }
    }

    /** A cube of one grid with what others need to agree, as far as that costs nothing. */
    Optional<Cube> completed(int[] corners, int[] theirSigns, long[] counts) {
        Goal free = new Goal(0, 1, 1, 0, Reach.UNKNOWN, new BitSet(), new BitSet(), false, NOTHING);
        Terms terms = new Terms(ground, knowledge, published, free, counts);
        return lifts.new OnTerms(terms).complete(new Cube(corners, theirSigns, 0, corners.length), new BitSet(), 1);
    }
}
