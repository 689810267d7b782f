package org.ecart.tabulate;

import org.ecart.frame.AmountColumn;

/** The same numbers for rows whose amount is known, and one beyond them for all others. */
record KnownAmount(Numbering numbers, AmountColumn amount) implements Numbering {
    @Override
    public int cells() {
        return numbers.cells();
    }

    @Override
    public int bound() {
        return numbers.bound() + 1;
    }

    @Override
    public void write(Rows rows, int[] into) {
        numbers.write(rows, into);
        sift(rows, into);
    }

    /** Sends rows whose amount is not known beyond the numbers that they have. */
    void sift(Rows rows, int[] into) {
        if (!amount.complete()) {
            long[] elements = amount.segments().get(rows.chunk());
            for (int i = 0; i < rows.count(); i++) {
                into[i] = elements[rows.from() + i] == AmountColumn.UNKNOWN ? numbers.bound() : into[i];
            }
        }
    }
}
