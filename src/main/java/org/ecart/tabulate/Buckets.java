package org.ecart.tabulate;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.ecart.frame.AmountColumn;
import org.ecart.frame.AmountSegment;

/**
 * Numbers rows by a branch, which is a cell with the first bits of an amount, and the bits that follow. Rows of branches
 * that are not looked into, or whose amount is not known, share one more branch, the last. What is branched by are the bits
 * of amount - lowest amount.
 */
final class Buckets implements Numbering {
    /** One step of the way to a row's branch. */
    private record Level(AmountSegment.Bits bits, int branches, int[] next) {}

    private final Numbering numbers;
    private final AmountColumn amount;
    private final List<Level> levels;
    private final int branches;
    private final AmountSegment.Bits bits;

    private Buckets(Numbering numbers, AmountColumn amount, List<Level> levels, int branches, int after, int bits) {
        this.numbers = numbers;
        this.amount = amount;
        this.levels = List.copyOf(levels);
        this.branches = branches;
        this.bits = new AmountSegment.Bits(amount.lowest(), after, bits);
    }

    /**
     * Buckets of the first bits; the branches are the cells.
     *
     * @param numbers of the cells
     * @param after bits that come after
     */
    static Buckets first(Numbering numbers, AmountColumn amount, int after, int bits) {
        return new Buckets(numbers, amount, List.of(), numbers.cells(), after, bits);
    }

    /**
     * Buckets of the bits that follow.
     *
     * @param next the branch that each bucket of this becomes; the number of branches where it is not looked into
     */
    Buckets next(int[] next, int nextBranches, int nextAfter, int nextBits) {
        int[] all = Arrays.copyOf(next, bound());
        Arrays.fill(all, next.length, all.length, nextBranches);
        List<Level> longer = new ArrayList<>(levels);
        longer.add(new Level(bits, branches, all));
        return new Buckets(numbers, amount, longer, nextBranches, nextAfter, nextBits);
    }

    int branches() {
        return branches;
    }

    int bits() {
        return bits.count();
    }

    /** Bits that come after these. */
    int left() {
        return bits.after();
    }

    @Override
    public int cells() {
        return branches << bits.count();
    }

    @Override
    public int bound() {
        return (branches + 1) << bits.count();
    }

    @Override
    public void write(Rows rows, int[] into) {
        numbers.write(rows, into);
        descend(rows, into);
    }

    /** Takes rows from the cells that they are numbered by to their buckets. */
    void descend(Rows rows, int[] into) {
        AmountSegment elements = amount.segments().get(rows.chunk());
        for (Level level : levels) {
            elements.append(into, rows.from(), rows.count(), level.branches(), level.bits());
            int[] next = level.next();
            for (int i = 0; i < rows.count(); i++) {
                into[i] = next[into[i]];
            }
        }
        elements.append(into, rows.from(), rows.count(), branches, bits);
    }
}
