package org.ecart.protect;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The proof that cells are safe: witnesses, and what they prove. A witness is a second table of whole numbers, none
 * negative, in which every sum holds and every published cell is what it is; here as a {@link Move} away from the true
 * table. It is believed only after all this is checked by substitution in exact arithmetic, so it does not matter who
 * found it.
 *
 * <p>Against A, who knows what is published, the parts are independent, and a quantity can be as far apart as the sum
 * of its parts' best witnesses up and down. Against B and C a witness must also keep to the {@link Knowledge}; C,
 * the only contributor of a cell, is not deceived by a witness that moves his own cell.
 */
final class Evidence {
    /** The bit that stands for B among the opponents; the singletons follow. */
    static final int B = 0;

    private final Equations equations;
    private final Knowledge knowledge;
    private final int[] singletons;
    private final long enough;
    private final long[][] up;
    private final long[][] down;
    private final List<Move> witnesses = new ArrayList<>();
    private final Map<Integer, BitSet> undeceived = new HashMap<>();

    /**
     * @param singletons cells with one contributor, in ascending order
     * @param enough how far apart A's bounds need be; more is not looked for
     */
    Evidence(Equations equations, Knowledge knowledge, int[] singletons, long enough) {
        this.equations = equations;
        this.knowledge = knowledge;
        this.singletons = singletons;
        this.enough = enough;
        this.up = new long[Quantity.PARTS][equations.size()];
        this.down = new long[Quantity.PARTS][equations.size()];
    }

    /** What is left of the evidence when a cell is published after all. */
    Evidence without(int cell) {
        Evidence rest = new Evidence(equations, knowledge, singletons, enough);
        for (Move witness : witnesses) {
            if (!witness.touches(cell)) {
                rest.note(witness);
            }
        }
        return rest;
    }

    /** The work of going through all of it, in cells. */
    long size() {
        return witnesses.stream().mapToLong(Move::length).sum();
    }

    /** Takes a pattern of signs as a witness in each part, and in the parts together, upwards and downwards. */
    void addAlternating(int[] cells, int[] signs, BitSet unknown) {
        int[] size = new int[Quantity.PARTS];
        int[] parts = equations.parts();
        int combinations = 1;
        for (int k = 0; k < parts.length; k++) {
            combinations *= 3;
        }
        // the second half are the same moves backwards, which note() looks at anyway
        for (int k = 0; k < combinations / 2; k++) {
            int digits = k;
            for (int part : parts) {
                size[part] = digits % 3 - 1;
                digits /= 3;
            }
            add(Move.alternating(cells, signs, size), unknown);
        }
    }

    /** Takes a move as a witness if it is one, and in so far as it proves anything. */
    void add(Move move, BitSet unknown) {
        for (int i = 0; i < move.length(); i++) {
            if (!unknown.get(move.cell(i))) {
                return;
            }
        }
        if (Arrays.stream(move.cells()).distinct().count() == move.length() && equations.balanced(move)) {
            note(move);
        }
    }

    private void note(Move move) {
        boolean proves = false;
        int movedParts = 0;
        for (int part : equations.parts()) {
            movedParts += move.moves(part) ? 1 : 0;
        }
        if (movedParts == 1) {
            for (int part : equations.parts()) {
                proves |= move.moves(part) && noteWidth(move, part);
            }
        }
        proves |= noteValues(move, 1);
        proves |= noteValues(move, -1);
        if (proves) {
            witnesses.add(move);
        }
    }

    /** A: as many times the move as leaves nothing negative, forwards and backwards. */
    private boolean noteWidth(Move move, int part) {
        long forwards = enough;
        long backwards = enough;
        for (int i = 0; i < move.length(); i++) {
            long step = move.step(part, i);
            long value = equations.value(part, move.cell(i));
            if (step < 0) {
                forwards = Math.min(forwards, value / -step);
            } else if (step > 0) {
                backwards = Math.min(backwards, value / step);
            }
        }
        boolean wider = false;
        for (int i = 0; i < move.length(); i++) {
            long step = move.step(part, i);
            long rise = step > 0 ? forwards * step : backwards * -step;
            long fall = step > 0 ? backwards * step : forwards * -step;
            int cell = move.cell(i);
            wider |= rise > up[part][cell] || fall > down[part][cell];
            up[part][cell] = Math.max(up[part][cell], rise);
            down[part][cell] = Math.max(down[part][cell], fall);
        }
        return wider;
    }

    /** B and C: the quantities that take another value in a table that they think possible. */
    private boolean noteValues(Move move, int direction) {
        for (int i = 0; i < move.length(); i++) {
            int cell = move.cell(i);
            if (!knowledge.allows(
                    cell, after(move, i, 0, direction), after(move, i, 1, direction), after(move, i, 2, direction))) {
                return false;
            }
        }
        BitSet moved = new BitSet();
        for (int i = 0; i < move.length(); i++) {
            int s = Arrays.binarySearch(singletons, move.cell(i));
            if (s >= 0) {
                moved.set(s + 1);
            }
        }
        boolean fewer = false;
        for (int i = 0; i < move.length(); i++) {
            for (Quantity quantity : Quantity.values()) {
                if (quantity.of(move.step(0, i), move.step(1, i), move.step(2, i)) != 0) {
                    BitSet left = undeceived.computeIfAbsent(key(move.cell(i), quantity), key -> everybody());
                    int before = left.cardinality();
                    left.and(moved);
                    fewer |= left.cardinality() < before;
                }
            }
        }
        return fewer;
    }

    private long after(Move move, int i, int part, int direction) {
        return equations.value(part, move.cell(i)) + direction * move.step(part, i);
    }

    private BitSet everybody() {
        BitSet all = new BitSet();
        all.set(0, singletons.length + 1);
        return all;
    }

    private int key(int cell, Quantity quantity) {
        return quantity.ordinal() * equations.size() + cell;
    }

    /** How far the quantity is proven to lie below its true value, and above it, to A; each at most {@code enough} a move. */
    Range range(int cell, Quantity quantity) {
        long value = quantity.of(equations.cell(cell));
        long low = value;
        long high = value;
        for (int part : equations.parts()) {
            if (quantity.contains(part)) {
                low -= down[part][cell];
                high += up[part][cell];
            }
        }
        return new Range(low, high);
    }

    /** Two values that a quantity can take, both proven. */
    record Range(long low, long high) {
        long width() {
            return high - low;
        }
    }

    /** Those who may know the quantity exactly: bit {@link #B}, and bit s + 1 for singleton s. */
    BitSet undeceived(int cell, Quantity quantity) {
        BitSet left = undeceived.get(key(cell, quantity));
        BitSet copy = left == null ? everybody() : (BitSet) left.clone();
        int own = Arrays.binarySearch(singletons, cell);
        if (own >= 0) {
            // his own cell he knows anyway
            copy.clear(own + 1);
        }
        return copy;
    }

    /** The cells of those opponents who are singletons. */
    int[] cellsOf(BitSet opponents) {
        return opponents.stream()
                .filter(bit -> bit != B)
                .map(bit -> singletons[bit - 1])
                .toArray();
    }
}
