package org.ecart.tabulate;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.util.List;

/**
 * Rows by their number. Where all columns are packed into few bytes a row, these are counted without writing numbers down;
 * a single byte two rows at a time, so that rows of the same cell seldom wait for each other.
 */
final class RowCount {
    private static final VarHandle LONGS = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);

    /** Every second byte of eight. */
    private static final long EVEN = 0x00ff00ff00ff00ffL;

    /** Codes that are counted in pairs, at most: all pairs of them are to stay in the nearest memory. */
    private static final int PAIRED = 90;

    /** Numbers that are counted in four arrays, so that rows of the same number do not wait for each other. */
    private static final int FOURFOLD = 1 << 16;

    private final Numbering numbers;
    private final List<PackedTable> packed;
    private final byte[][] bytes;
    private final int[][] tables;
    private final int[] buffer;
    private final int[] pairs;
    /** Counts of every fourth row, where arrays for all four are small; else all are the same one. */
    private final int[][] fourths;

    private final int[] counts;

    RowCount(Numbering numbers) {
        this.numbers = numbers;
        this.packed = numbers.packed();
        this.bytes = new byte[packed.size()][Rows.MOST];
        this.tables = packed.stream().map(PackedTable::adds).toArray(int[][]::new);
        this.buffer = new int[packed.isEmpty() ? Rows.MOST : 0];
        int range = packed.size() == 1 ? tables[0].length : Integer.MAX_VALUE;
        this.pairs = new int[range <= PAIRED ? range * range : 0];
        this.counts = new int[numbers.bound()];
        this.fourths = new int[][] {counts, counts, counts, counts};
        if (numbers.bound() <= FOURFOLD) {
            for (int f = 1; f < fourths.length; f++) {
                fourths[f] = new int[numbers.bound()];
            }
        }
    }

    void add(Rows rows) {
        for (int p = 0; p < packed.size(); p++) {
            packed.get(p).write(rows, bytes[p]);
        }
        switch (packed.size()) {
            case 0 -> {
                numbers.write(rows, buffer);
                add(buffer, rows.count());
            }
            case 1 -> one(rows.count());
            case 2 -> two(rows.count());
            default -> three(rows.count());
        }
    }

    /** Counts rows whose numbers are known. */
    void add(int[] of, int count) {
        int[] second = fourths[1];
        int[] third = fourths[2];
        int[] fourth = fourths[3];
        int whole = count & -fourths.length;
        for (int i = 0; i < whole; i += fourths.length) {
            counts[of[i]]++;
            second[of[i + 1]]++;
            third[of[i + 2]]++;
            fourth[of[i + 3]]++;
        }
        for (int i = whole; i < count; i++) {
            counts[of[i]]++;
        }
    }

    private void one(int count) {
        int row = 0;
        if (pairs.length > 0) {
            long range = tables[0].length;
            for (; row + Long.BYTES <= count; row += Long.BYTES) {
                long eight = (long) LONGS.get(bytes[0], row);
                long four = (eight & EVEN) + (eight >>> Byte.SIZE & EVEN) * range;
                pairs[(int) four & 0xffff]++;
                pairs[(int) (four >>> 16) & 0xffff]++;
                pairs[(int) (four >>> 32) & 0xffff]++;
                pairs[(int) (four >>> 48)]++;
            }
        }
        for (; row < count; row++) {
            counts[tables[0][bytes[0][row] & 0xff]]++;
        }
    }

    private void two(int count) {
        byte[] first = bytes[0];
        byte[] second = bytes[1];
        int[] addsFirst = tables[0];
        int[] addsSecond = tables[1];
        for (int i = 0; i < count; i++) {
            counts[addsFirst[first[i] & 0xff] + addsSecond[second[i] & 0xff]]++;
        }
    }

    private void three(int count) {
        byte[] first = bytes[0];
        byte[] second = bytes[1];
        byte[] third = bytes[2];
        int[] addsFirst = tables[0];
        int[] addsSecond = tables[1];
        int[] addsThird = tables[2];
        for (int i = 0; i < count; i++) {
            counts[addsFirst[first[i] & 0xff] + addsSecond[second[i] & 0xff] + addsThird[third[i] & 0xff]]++;
        }
    }

    void plus(RowCount other) {
        int[] others = other.counts();
        for (int number = 0; number < counts.length; number++) {
            counts[number] += others[number];
        }
    }

    /** By number. */
    int[] counts() {
        for (int pair = 0; pair < pairs.length; pair++) {
            counts[tables[0][pair % tables[0].length]] += pairs[pair];
            counts[tables[0][pair / tables[0].length]] += pairs[pair];
            pairs[pair] = 0;
        }
        for (int[] fourth : fourths) {
            for (int number = 0; fourth != counts && number < counts.length; number++) {
                counts[number] += fourth[number];
                fourth[number] = 0;
            }
        }
        return counts;
    }
}
