package org.ecart.protect.links;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collection;
import java.util.List;
import java.util.function.ToLongFunction;

/**
 * Sets of questions in a tree, such that each given set lies within one of them, and what two of them have in common lies in
 * all between them. Answers crossed within each set, which agree wherever two neighbours have questions in common, then
 * always belong to persons: one table over all questions has them as its margins (junction trees; S. L. Lauritzen,
 * Graphical Models, 1996, section 2.1).
 *
 * <p>Questions are numbered from 0.
 */
final class Cliques {
    private final ToLongFunction<BitSet> size;
    private final List<BitSet> all = new ArrayList<>();
    private final List<Edge> edges = new ArrayList<>();

    /** Two neighbours, by number, the first one smaller, and what they have in common. */
    record Edge(int one, int other, BitSet common) {}

    /**
     * @param together questions that must be within one set
     * @param last questions that are in every set with those that they are together with
     * @param size in how many answers questions can be crossed
     */
    Cliques(Collection<BitSet> together, BitSet last, ToLongFunction<BitSet> size) {
        this.size = size;
        eliminate(together, last);
        span();
    }

    /** The sets, in a tree with {@link #edges()}. */
    List<BitSet> all() {
        return all;
    }

    List<Edge> edges() {
        return edges;
    }

    /** The question that brings the fewest answers together goes first, with all those that it is asked with. */
    private void eliminate(Collection<BitSet> together, BitSet last) {
        BitSet left = new BitSet();
        together.forEach(left::or);
        List<BitSet> beside = new ArrayList<>();
        for (int q = 0; q < left.length(); q++) {
            BitSet with = new BitSet();
            for (BitSet set : together) {
                if (set.get(q)) {
                    with.or(set);
                }
            }
            beside.add(with);
        }
        if (left.isEmpty()) {
            all.add(left);
        }
        while (!left.isEmpty()) {
            BitSet first = (BitSet) left.clone();
            first.andNot(last);
            BitSet now = first.isEmpty() ? left : first;
            int next = now.nextSetBit(0);
            long least = Long.MAX_VALUE;
            for (int q = now.nextSetBit(0); q >= 0; q = now.nextSetBit(q + 1)) {
                long answers = size.applyAsLong(beside.get(q));
                if (answers < least) {
                    least = answers;
                    next = q;
                }
            }
            BitSet clique = (BitSet) beside.get(next).clone();
            if (all.stream().noneMatch(other -> contains(other, clique))) {
                all.add(clique);
            }
            left.clear(next);
            for (int q = clique.nextSetBit(0); q >= 0; q = clique.nextSetBit(q + 1)) {
                beside.get(q).or(clique);
                beside.get(q).clear(next);
            }
        }
    }

    static boolean contains(BitSet set, BitSet part) {
        BitSet rest = (BitSet) part.clone();
        rest.andNot(set);
        return rest.isEmpty();
    }

    static BitSet common(BitSet one, BitSet other) {
        BitSet common = (BitSet) one.clone();
        common.and(other);
        return common;
    }

    /** The tree whose neighbours have the most in common. */
    private void span() {
        BitSet reached = new BitSet();
        reached.set(0);
        while (reached.cardinality() < all.size()) {
            int from = 0;
            int to = 0;
            int most = -1;
            for (int i = reached.nextSetBit(0); i >= 0; i = reached.nextSetBit(i + 1)) {
                for (int j = reached.nextClearBit(0); j < all.size(); j = reached.nextClearBit(j + 1)) {
                    int shared = common(all.get(i), all.get(j)).cardinality();
                    if (shared > most) {
                        most = shared;
                        from = i;
                        to = j;
                    }
                }
            }
            reached.set(to);
            edges.add(edge(from, to));
        }
    }

    private Edge edge(int from, int to) {
        return new Edge(Math.min(from, to), Math.max(from, to), common(all.get(from), all.get(to)));
    }
}
