package org.ecart.tabulate;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Numbers rows by a branch, which is a cell with the first bits of an amount, and the bits that follow. Rows of branches
 * that are not looked into share one more branch, the last. What is branched by are the bits of amount - lowest amount.
 */
final class Buckets implements Numbering {
    /** One step of the way to a row's branch. */
    private record Level(int shift, int bits, int[] next) {}

    private final KnownAmount known;
    private final List<Level> levels;
    private final int branches;
    private final int shift;
    private final int bits;

    private Buckets(KnownAmount known, List<Level> levels, int branches, int shift, int bits) {
        this.known = known;
        this.levels = List.copyOf(levels);
        this.branches = branches;
        this.shift = shift;
        this.bits = bits;
    }

    /**
     * Buckets of the first bits; the branches are the cells.
     *
     * @param shift bits that come after
     */
    static Buckets first(KnownAmount known, int shift, int bits) {
        return new Buckets(known, List.of(), known.cells(), shift, bits);
    }

    /**
     * Buckets of the bits that follow.
     *
     * @param next the branch that each bucket of this becomes; the number of branches where it is not looked into
     */
    Buckets next(int[] next, int nextBranches, int nextShift, int nextBits) {
        int[] all = Arrays.copyOf(next, bound());
        Arrays.fill(all, next.length, all.length, nextBranches);
        List<Level> longer = new ArrayList<>(levels);
        longer.add(new Level(shift, bits, all));
        return new Buckets(known, longer, nextBranches, nextShift, nextBits);
    }

    int branches() {
        return branches;
    }

    int bits() {
        return bits;
    }

    /** Bits that come after these. */
    int left() {
        return shift;
    }

    @Override
    public int cells() {
        return branches << bits;
    }

    @Override
    public int bound() {
        return (branches + 1) << bits;
    }

    @Override
    public void write(Rows rows, int[] into) {
        known.write(rows, into);
        descend(rows, into);
    }

    /** Takes rows from the cells that they are numbered by to their buckets. */
    void descend(Rows rows, int[] into) {
        int cells = known.cells();
        for (int i = 0; i < rows.count(); i++) {
            into[i] = Math.min(into[i], cells);
        }
        for (Level level : levels) {
            descend(rows, into, level.shift(), level.bits());
            for (int i = 0; i < rows.count(); i++) {
                into[i] = level.next()[into[i]];
            }
        }
        descend(rows, into, shift, bits);
    }

    private void descend(Rows rows, int[] into, int by, int wide) {
        long[] elements = known.amount().segments().get(rows.chunk());
        long lowest = known.amount().lowest();
        int mask = (1 << wide) - 1;
        for (int i = 0; i < rows.count(); i++) {
            into[i] = into[i] << wide | ((int) (elements[rows.from() + i] - lowest >>> by) & mask);
        }
    }
}
