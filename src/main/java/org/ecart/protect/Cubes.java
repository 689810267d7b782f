package org.ecart.protect;

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
    private static final int MOST_BASES = 12;
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
     * @param paid units that go in any case: they cost nothing
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
            int[] companions,
            BitSet paid) {
        /** Against A: nothing is kept still, and what B knows does not matter. */
        Goal(int figure, int sign, long fall, long rise, Reach reach) {
            this(figure, sign, fall, rise, reach, new BitSet(), new BitSet(), false, NOTHING, new BitSet());
        }

        Goal guarded(BitSet still, BitSet kept) {
            return new Goal(figure, sign, fall, rise, reach, still, kept, true, companions, paid);
        }

        Goal with(int[] companions) {
            return new Goal(figure, sign, fall, rise, reach, still, kept, guarded, companions, paid);
        }

        Goal paying(BitSet paid) {
            return new Goal(figure, sign, fall, rise, reach, still, kept, guarded, companions, paid);
        }
    }

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

        Search(Goal goal, long[] counts, long limit) {
            this.goal = goal;
            this.counts = counts;
            this.terms = new Terms(ground, knowledge, published, goal, counts);
            this.lifted = lifts.new OnTerms(terms);
            this.limit = limit;
        }

        void from(int base) {
            Partners partners = new Partners(
                    ground,
                    published,
                    terms,
                    base,
                    dimensions,
                    atom -> !ground.holds(goal.figure(), atom) && possible(atom, -goal.sign()));
            long alone = terms.alone(base, begun());
            for (Partners.Sides over : partners.sides(MOST_PARTNERS.length - 1)) {
                if (alone != Terms.CLOSED && alone + over.floor() < limit) {
                    sides = over.numbers();
                    atoms = new int[1 << sides.length];
                    signs = new int[1 << sides.length];
                    atoms[0] = base;
                    signs[0] = goal.sign();
                    extend(0, alone, over.floor(), partners);
                }
            }
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

        /**
         * @param alone the price of what tells of the corners so far, each by itself
         * @param floor what the cube costs at least besides
         */
        private void extend(int level, long alone, long floor, Partners partners) {
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
            List<Partners.Partner> candidates = partners.along(sides[level]);
            long others = floor - partners.least(sides[level]);
            int most = Math.min(candidates.size(), MOST_PARTNERS[sides.length]);
            for (int i = 0; i < most && limit > 0 && !steps.spent(); i++) {
                Partners.Partner candidate = candidates.get(i);
                long with = others + candidate.without();
                steps.count();
                if (alone + candidate.alone() + with < limit && attach(level, dimension, candidate.coordinate())) {
                    long corners = alone(2 << level);
                    if (corners != Terms.CLOSED && corners + with < limit) {
                        extend(level + 1, corners, with, partners);
                    }
                }
            }
        }

        /** Doubles the cube along a dimension, if all its new corners are possible. */
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
            return true;
        }

        /** The price of corners that are published by themselves: they stay in any larger cube. */
        private long alone(int corners) {
            begun();
            steps.count(corners);
            long price = 0;
            for (int i = 0; i < corners; i++) {
                long more = terms.alone(atoms[i], priced);
                if (more == Terms.CLOSED) {
                    return Terms.CLOSED;
                }
                price += more;
            }
            return price;
        }

        private long price() {
            changes.clear();
            for (int i = 0; i < atoms.length; i++) {
                changes.add(atoms[i], signs[i]);
            }
            steps.count(changes.size());
            return changes.of(goal.figure()) == 0 ? Terms.CLOSED : terms.price(changes, begun(), limit);
        }

        /** The units priced so far, at the beginning of a sum. */
        private BitSet begun() {
            priced.clear();
            priced.or(goal.paid());
            return priced;
        }
    }

    /** A cube of one grid with what others need to agree, as far as that costs nothing. */
    Optional<Cube> completed(int[] corners, int[] theirSigns, long[] counts) {
        Goal free = new Goal(0, 1, 1, 0, Reach.UNKNOWN);
        Terms terms = new Terms(ground, knowledge, published, free, counts);
        return lifts.new OnTerms(terms).complete(new Cube(corners, theirSigns, 0, corners.length), new BitSet(), 1);
    }
}
