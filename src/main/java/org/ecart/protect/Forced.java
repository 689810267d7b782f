package org.ecart.protect;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
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
    private final long[] lower;
    private final long[] upper;
    private final Singletons singletons;
    private final Map<Integer, Attacker> attackers = new HashMap<>();

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
        for (int figure = 0; figure < figures; figure++) {
            lower[figure] = knowledge.lower(figure);
            upper[figure] = knowledge.upper(figure);
        }
        Attacker b = new Attacker();
        for (int r = 0; r < relations.size(); r++) {
            b.look(r);
        }
        b.conclude();
        b.lows.forEach((variable, bound) -> lower[variable] = bound);
        b.highs.forEach((variable, bound) -> upper[variable] = bound);
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
        Attacker attacker = attackers.computeIfAbsent(singleton, key -> {
            Attacker c = new Attacker();
            singletons.atoms(key).stream().forEach(atom -> {
                c.raise(ground.figures() + atom, ground.count(atom));
                c.cut(ground.figures() + atom, ground.count(atom));
            });
            c.conclude();
            return c;
        });
        return attacker.low(figure) == attacker.high(figure);
    }

    /** The bounds that somebody knows beyond those of B. */
    private final class Attacker {
        private final Map<Integer, Long> lows = new HashMap<>();
        private final Map<Integer, Long> highs = new HashMap<>();
        private final Deque<Integer> open = new ArrayDeque<>();
        private final BitSet waiting = new BitSet();

        private long low(int variable) {
            return lows.getOrDefault(variable, lower[variable]);
        }

        private long high(int variable) {
            return highs.getOrDefault(variable, upper[variable]);
        }

        private void look(int relation) {
            if (!waiting.get(relation)) {
                waiting.set(relation);
                open.add(relation);
            }
        }

        private void conclude() {
            int work = 0;
            while (!open.isEmpty() && work < MOST) {
                int next = open.remove();
                waiting.clear(next);
                int[] relation = relations.get(next);
                work += relation.length;
                while (narrow(relation)) {
                    work += relation.length;
                }
            }
            open.clear();
            waiting.clear();
        }

        private boolean narrow(int[] relation) {
            long least = 0;
            long most = 0;
            int unbounded = 0;
            for (int i = 1; i < relation.length; i++) {
                least += low(relation[i]);
                if (high(relation[i]) >= Knowledge.UNBOUNDED) {
                    unbounded++;
                } else {
                    most += high(relation[i]);
                }
            }
            int total = relation[0];
            boolean changed = raise(total, least);
            if (unbounded == 0) {
                changed |= cut(total, most);
            }
            long ceiling = high(total);
            // the sums may be of before a narrowing; then they say less, and nothing wrong
            for (int i = 1; i < relation.length; i++) {
                int addend = relation[i];
                boolean bounded = high(addend) < Knowledge.UNBOUNDED;
                if (unbounded - (bounded ? 0 : 1) == 0) {
                    changed |= raise(addend, low(total) - (most - (bounded ? high(addend) : 0)));
                }
                if (ceiling < Knowledge.UNBOUNDED) {
                    changed |= cut(addend, ceiling - (least - low(addend)));
                }
            }
            return changed;
        }

        private boolean raise(int variable, long bound) {
            if (bound <= low(variable)) {
                return false;
            }
            lows.put(variable, bound);
            Arrays.stream(relationsOf[variable]).forEach(this::look);
            return true;
        }

        private boolean cut(int variable, long bound) {
            if (bound >= high(variable)) {
                return false;
            }
            highs.put(variable, bound);
            Arrays.stream(relationsOf[variable]).forEach(this::look);
            return true;
        }
    }
}
