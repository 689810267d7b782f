package org.ecart.protect;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/**
 * Atoms that may change while everything that is known stays as it is, as far as that is seen by looking at one sum after
 * another: in one of nobody none may, and none alone.
 */
final class Loose {
    private final Ground ground;
    private final Knowledge knowledge;
    private final Published published;

    Loose(Ground ground, Knowledge knowledge, Published published) {
        this.ground = ground;
        this.knowledge = knowledge;
        this.published = published;
    }

    /**
     * Those of some atoms that hang together with a figure and may change; none if nothing of the figure may.
     *
     * @param some all others stay as they are
     * @param guarded whether what B knows ties atoms together too
     */
    int[] around(int figure, int[] some, boolean guarded) {
        BitSet loose = new BitSet();
        IntStream.of(some).forEach(loose::set);
        Map<Long, List<Integer>> sums = new HashMap<>();
        for (int atom : some) {
            for (long sum : sums(atom, false)) {
                sums.computeIfAbsent(sum, key -> new ArrayList<>()).add(atom);
            }
        }
        settle(loose, sums);
        if (guarded) {
            for (int atom : some) {
                for (long sum : sums(atom, true)) {
                    sums.computeIfAbsent(sum, key -> new ArrayList<>()).add(atom);
                }
            }
        }
        return reached(figure, loose, sums, guarded);
    }

    private void settle(BitSet loose, Map<Long, List<Integer>> sums) {
        Map<Long, Integer> left = new HashMap<>();
        Deque<Long> open = new ArrayDeque<>();
        sums.forEach((sum, atoms) -> {
            left.put(sum, atoms.size());
            if (atoms.size() == 1 || sum >= 0 && ground.value(sum.intValue()) == 0) {
                open.add(sum);
            }
        });
        while (!open.isEmpty()) {
            for (int atom : sums.getOrDefault(open.remove(), List.of())) {
                if (loose.get(atom)) {
                    loose.clear(atom);
                    for (long sum : sums(atom, false)) {
                        if (left.merge(sum, -1, Integer::sum) == 1) {
                            open.add(sum);
                        }
                    }
                }
            }
        }
    }

    private int[] reached(int figure, BitSet loose, Map<Long, List<Integer>> sums, boolean guarded) {
        BitSet reached = new BitSet();
        Deque<Integer> open = new ArrayDeque<>();
        for (int atom : ground.atomsOf(figure)) {
            if (loose.get(atom)) {
                reached.set(atom);
                open.add(atom);
            }
        }
        while (!open.isEmpty()) {
            int atom = open.remove();
            List<Long> through = new ArrayList<>(sums(atom, false));
            through.addAll(guarded ? sums(atom, true) : List.of());
            for (long sum : through) {
                // each is gone through once
                List<Integer> beside = sums.remove(sum);
                for (int other : beside == null ? List.<Integer>of() : beside) {
                    if (loose.get(other) && !reached.get(other)) {
                        reached.set(other);
                        open.add(other);
                    }
                }
            }
        }
        return reached.stream().toArray();
    }

    /** Known figures, and what grids share as negative numbers; or what B knows a range of. */
    private List<Long> sums(int atom, boolean ranges) {
        List<Long> sums = new ArrayList<>();
        for (int figure : ground.figuresOf(atom)) {
            boolean ranged = !published.known(figure) && knowledge.upper(figure) < Knowledge.UNBOUNDED;
            if (ranges ? ranged : published.known(figure)) {
                sums.add((long) figure);
            }
        }
        if (!ranges) {
            for (int join : ground.joints().of(ground.grid(atom))) {
                long cell = ground.joints().cell(join, atom);
                if (cell != Joints.FREE) {
                    sums.add(-1 - ((long) join << Integer.SIZE | cell));
                }
            }
        }
        return sums;
    }
}
