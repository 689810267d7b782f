package org.ecart.protect;

import java.util.Arrays;

/**
 * Adds up what a change of atoms does to the figures that they are in: the proof that a move is a witness rests on this
 * and nothing else. Used again and again; not for several threads at once.
 */
final class Changes {
    private final Ground ground;
    private final long[] change;
    private final boolean[] seen;
    private int[] figures = new int[64];
    private int size;

    Changes(Ground ground) {
        this.ground = ground;
        this.change = new long[ground.figures()];
        this.seen = new boolean[ground.figures()];
    }

    /** Begins anew, with all the steps of a move. */
    Changes of(Move move) {
        clear();
        for (int i = 0; i < move.length(); i++) {
            add(move.atoms()[i], move.steps()[i]);
        }
        return this;
    }

    void clear() {
        for (int i = 0; i < size; i++) {
            change[figures[i]] = 0;
            seen[figures[i]] = false;
        }
        size = 0;
    }

    void add(int atom, long step) {
        for (int figure : ground.figuresOf(atom)) {
            if (!seen[figure]) {
                seen[figure] = true;
                if (size == figures.length) {
                    figures = Arrays.copyOf(figures, 2 * size);
                }
                figures[size++] = figure;
            }
            change[figure] = Math.addExact(change[figure], step);
        }
    }

    /** How many figures were touched; some of them may be as before. */
    int size() {
        return size;
    }

    int figure(int i) {
        return figures[i];
    }

    /** By how much a figure is larger than in truth. */
    long of(int figure) {
        return change[figure];
    }

    /** The figures that are no longer what they were, ascending. */
    int[] changed() {
        int[] changed = new int[size];
        int count = 0;
        for (int i = 0; i < size; i++) {
            if (change[figures[i]] != 0) {
                changed[count++] = figures[i];
            }
        }
        Arrays.sort(changed, 0, count);
        return Arrays.copyOf(changed, count);
    }
}
