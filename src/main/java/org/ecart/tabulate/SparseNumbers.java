package org.ecart.tabulate;

/** Numbers for the few cells that have rows, where all that are crossed would be too many; the others share one. */
final class SparseNumbers implements CellNumbering {
    private final CellNumbers upper;
    private final CellNumbers lower;
    private final long[] keys;
    /** See {@link CellKeys#place}. */
    private final long[] table;

    private final int[] ranks;

    private SparseNumbers(CellNumbers upper, CellNumbers lower, long[] keys) {
        this.upper = upper;
        this.lower = lower;
        this.keys = keys;
        this.table = new long[Math.max(2, Integer.highestOneBit(keys.length) << 2)];
        this.ranks = new int[table.length];
        for (int rank = 0; rank < keys.length; rank++) {
            int place = CellKeys.place(table, keys[rank]);
            table[place] = keys[rank] + 1;
            ranks[place] = rank;
        }
    }

    /**
     * Looks which cells have rows.
     *
     * @param upper the cells of the first axes
     * @param lower those of the others; what it leaves out is not counted
     */
    static SparseNumbers of(CellNumbers upper, CellNumbers lower, Pass pass) {
        return new SparseNumbers(
                upper, lower, pass.run(() -> new CellKeys(upper, lower)).found());
    }

    @Override
    public long inCrossing(int cell) {
        return keys[cell];
    }

    @Override
    public int cells() {
        return keys.length;
    }

    @Override
    public int bound() {
        return keys.length + 1;
    }

    @Override
    public void write(Rows rows, int[] into) {
        int[] uppers = new int[Rows.MOST];
        upper.write(rows, uppers);
        lower.write(rows, into);
        for (int i = 0; i < rows.count(); i++) {
            into[i] = into[i] < lower.cells()
                    ? ranks[CellKeys.place(table, (long) uppers[i] * lower.cells() + into[i])]
                    : keys.length;
        }
    }
}
