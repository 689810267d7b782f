package org.ecart.tabulate;

import org.ecart.frame.AmountColumn;

/** The same numbers for rows whose amount is known, and one beyond them for all others. */
record KnownAmount(Numbering numbers, AmountColumn amount) implements Numbering {
    @Override
    public int bound() {
        return numbers.bound() + 1;
    }

    @Override
    public void write(int chunk, int[] into) {
        numbers.write(chunk, into);
        if (!amount.complete()) {
            long[] elements = amount.segments().get(chunk);
            for (int row = 0; row < elements.length; row++) {
                into[row] = elements[row] == AmountColumn.UNKNOWN ? numbers.bound() : into[row];
            }
        }
    }
}
