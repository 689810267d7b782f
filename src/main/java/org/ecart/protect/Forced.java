package org.ecart.protect;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.ecart.protect.CountSystem.Sum;

/**
 * What B, or a single contributor, knows even when nothing at all is published: ranges of primary units narrowed along
 * the sums of figures, and of atoms, until nothing changes. Four cells of 1 to 4 persons with a total of 1 to 4 are 1
 * each, whatever is left out. No suppression can hide such a value, so none is asked for; this is a proof (each
 * narrowing is exact), not a search.
 */
final class Forced {
    /** Narrowings for one attacker; fewer would only leave more to hide. */
    private static final int MOST = 20_000_000;

    private final Ground ground;
    /** Each a total and its addends; the variables are the figures, then the atoms. */
    private final List<int[]> relations = new ArrayList<>();

    private final int[][] relationsOf;
    private final Singletons singletons;
    private final Map<Integer, Bounds> known = new HashMap<>();

    /** What is known of each variable, by whoever concludes at present; B's once that is done. */
    private final long[] lower;

    private final long[] upper;
    /** For each relation the sum of the addends' lower bounds. */
    private final long[] least;
    /** The sum of their upper bounds, without those that have none. */
    private final long[] most;

    private final int[] unbounded;

    Forced(Ground ground, Knowledge knowledge, Singletons singletons) {
        this.ground = ground;
        this.singletons = singletons;
        int figures = ground.figures();
        for (Sum sum : ground.system().sums()) {
            relations.add(relation(
                    sum.total(),
                    sum.addends().stream().mapToInt(Integer::intValue).toArray()));
        }
        BitSet totals = new BitSet();
        ground.system().sums().forEach(sum -> totals.set(sum.total()));
        for (int figure = totals.nextClearBit(0); figure < figures; figure = totals.nextClearBit(figure + 1)) {
            relations.add(relation(
                    figure,
                    Arrays.stream(ground.atomsOf(figure))
                            .map(atom -> figures + atom)
                            .toArray()));
        }
        for (int figure = 0; figure < figures; figure++) {
            for (int same : ground.same(figure)) {
                if (same != figure) {
                    relations.add(relation(figure, new int[] {same}));
                }
            }
        }
        int[] lengths = new int[figures + ground.atoms()];
        relations.forEach(r -> Arrays.stream(r).forEach(v -> lengths[v]++));
        this.relationsOf = Arrays.stream(lengths).mapToObj(int[]::new).toArray(int[][]::new);
        Arrays.fill(lengths, 0);
        for (int r = 0; r < relations.size(); r++) {
            for (int variable : relations.get(r)) {
                relationsOf[variable][lengths[variable]++] = r;
            }
        }
        this.lower = new long[lengths.length];
        this.upper = new long[lengths.length];
        Arrays.fill(upper, Knowledge.UNBOUNDED);
        this.least = new long[relations.size()];
        this.most = new long[relations.size()];
        this.unbounded = relations.stream().mapToInt(r -> r.length - 1).toArray();
        Conclusion b = new Conclusion();
        IntStream.range(0, relations.size()).forEach(b::look);
        for (int figure = 0; figure < figures; figure++) {
            b.raise(figure, knowledge.lower(figure));
            b.cut(figure, knowledge.upper(figure));
        }
        b.conclude();
    }

    private static int[] relation(int total, int[] addends) {
        int[] relation = new int[addends.length + 1];
        relation[0] = total;
        System.arraycopy(addends, 0, relation, 1, addends.length);
        return relation;
    }

    /** Whether B knows the figure in any case. */
    boolean toB(int figure) {
        return lower[figure] == upper[figure];
    }

    /** Whether somebody knows it in any case who is B, and the only one in some units. */
    boolean toSingleton(int singleton, int figure) {
        Bounds his = known.computeIfAbsent(singleton, this::concluded);
        return his.low(figure) == his.high(figure);
    }

    private Bounds concluded(int singleton) {
        Conclusion c = new Conclusion();
        singletons.atoms(singleton).stream().forEach(atom -> {
            c.raise(ground.figures() + atom, ground.count(atom));
            c.cut(ground.figures() + atom, ground.count(atom));
        });
        c.conclude();
        return c.takeBack();
    }

    /** What somebody knows of variables beyond B. */
    private final class Bounds {
        private final Map<Integer, Long> lows = new HashMap<>();
        private final Map<Integer, Long> highs = new HashMap<>();

        private long low(int variable) {
            return lows.getOrDefault(variable, lower[variable]);
        }

        private long high(int variable) {
            return highs.getOrDefault(variable, upper[variable]);
        }
    }

    /** One change of a bound, and what it was before. */
    private record Change(int variable, boolean raised, long before) {}

    /** What follows from bounds. */
    private final class Conclusion {
        private final List<Change> changes = new ArrayList<>();
        private final Deque<Integer> open = new ArrayDeque<>();
        private final BitSet waiting = new BitSet();

        private void look(int relation) {
            if (!waiting.get(relation)) {
                waiting.set(relation);
                open.add(relation);
            }
        }

        private void conclude() {
            long work = 0;
            while (!open.isEmpty() && work < MOST) {
                int next = open.remove();
                waiting.clear(next);
                work += narrow(next);
            }
        }

        /** Narrows what takes part in a relation; gives the number of variables that were looked at. */
        private int narrow(int r) {
            int[] relation = relations.get(r);
            int total = relation[0];
            raise(total, least[r]);
            if (unbounded[r] == 0) {
                cut(total, most[r]);
            }
            boolean fromAbove = upper[total] < Knowledge.UNBOUNDED && (unbounded[r] > 0 || upper[total] < most[r]);
            boolean fromBelow = unbounded[r] <= 1 && lower[total] > least[r];
            if (!fromAbove && !fromBelow) {
                return 1;
            }
            for (int i = 1; i < relation.length; i++) {
                int addend = relation[i];
                boolean bounded = upper[addend] < Knowledge.UNBOUNDED;
                if (unbounded[r] - (bounded ? 0 : 1) == 0) {
                    raise(addend, lower[total] - (most[r] - (bounded ? upper[addend] : 0)));
                }
                if (fromAbove) {
                    cut(addend, upper[total] - (least[r] - lower[addend]));
                }
            }
            return relation.length;
        }

        private void raise(int variable, long bound) {
            long before = lower[variable];
            if (bound > before) {
                changes.add(new Change(variable, true, before));
                setLower(variable, bound);
                Arrays.stream(relationsOf[variable]).forEach(this::look);
            }
        }

        private void cut(int variable, long bound) {
            long before = upper[variable];
            if (bound < before) {
                changes.add(new Change(variable, false, before));
                setUpper(variable, bound);
                Arrays.stream(relationsOf[variable]).forEach(this::look);
            }
        }

        /** Leaves B's bounds behind, and gives those that differ. */
        private Bounds takeBack() {
            Bounds bounds = new Bounds();
            changes.forEach(change -> {
                if (change.raised()) {
                    bounds.lows.put(change.variable(), lower[change.variable()]);
                } else {
                    bounds.highs.put(change.variable(), upper[change.variable()]);
                }
            });
            for (int i = changes.size() - 1; i >= 0; i--) {
                Change change = changes.get(i);
                if (change.raised()) {
                    setLower(change.variable(), change.before());
                } else {
                    setUpper(change.variable(), change.before());
                }
            }
            return bounds;
        }
    }

    private void setLower(int variable, long bound) {
        for (int r : relationsOf[variable]) {
            least[r] += relations.get(r)[0] == variable ? 0 : bound - lower[variable];
        }
        lower[variable] = bound;
    }

    private void setUpper(int variable, long bound) {
        long before = upper[variable];
        for (int r : relationsOf[variable]) {
            if (relations.get(r)[0] != variable) {
                most[r] += (bound < Knowledge.UNBOUNDED ? bound : 0) - (before < Knowledge.UNBOUNDED ? before : 0);
                unbounded[r] += (bound < Knowledge.UNBOUNDED ? 0 : 1) - (before < Knowledge.UNBOUNDED ? 0 : 1);
            }
        }
        upper[variable] = bound;
    }
}
