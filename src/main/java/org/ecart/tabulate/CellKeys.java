package org.ecart.tabulate;

import java.util.Arrays;

/** The numbers of cells that have rows, among very many: a table of keys that grows with what is found. */
final class CellKeys implements Pass.Part<CellKeys> {
    private final CellNumbers upper;
    private final CellNumbers lower;
    private final int[] uppers = new int[Rows.MOST];
    private final int[] lowers = new int[Rows.MOST];
    /** A key + 1 where it was found, from the place on that it hashes to; 0 = free. */
    private long[] table = new long[1 << 10];

    private int size;

    /** @param lower gives rows that are not counted a number beyond its cells */
    CellKeys(CellNumbers upper, CellNumbers lower) {
        this.upper = upper;
        this.lower = lower;
    }

    @Override
    public void add(Rows rows) {
        upper.write(rows, uppers);
        lower.write(rows, lowers);
        for (int i = 0; i < rows.count(); i++) {
            if (lowers[i] < lower.cells()) {
                add((long) uppers[i] * lower.cells() + lowers[i]);
            }
        }
    }

    private void add(long key) {
        int place = place(table, key);
        if (table[place] == 0) {
            table[place] = key + 1;
            if (++size > table.length / 2) {
                long[] larger = new long[2 * table.length];
                Arrays.stream(table).filter(k -> k != 0).forEach(k -> larger[place(larger, k - 1)] = k);
                table = larger;
            }
        }
    }

    /** Where a key is, or would be. */
    static int place(long[] table, long key) {
        int place = (int) (key * 0x9E3779B97F4A7C15L >>> 32) & (table.length - 1);
        while (table[place] != 0 && table[place] != key + 1) {
            place = (place + 1) & (table.length - 1);
        }
        return place;
    }

    @Override
    public CellKeys plus(CellKeys other) {
        Arrays.stream(other.table).filter(k -> k != 0).forEach(k -> add(k - 1));
        return this;
    }

    /** In ascending order. */
    long[] found() {
        return Arrays.stream(table).filter(k -> k != 0).map(k -> k - 1).sorted().toArray();
    }
}
