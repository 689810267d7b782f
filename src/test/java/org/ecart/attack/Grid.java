package org.ecart.attack;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.ecart.protect.CountTable;
import org.ecart.protect.CountTable.Cell;
import org.ecart.protect.CountTable.Parts;
import org.ecart.protect.CountTable.Sum;

/** A two-way table with printed totals, for examples by hand: the last row and the last column are the totals. */
record Grid(int rows, int columns, CountTable table) {
    /** Plain persons. */
    static Grid persons(long[][] inner) {
        return of(Parts.PERSONS, inner, new long[inner.length][inner[0].length]);
    }

    /** Numerator and rest. */
    static Grid rates(long[][] numerator, long[][] rest) {
        return of(Parts.BINARY, numerator, rest);
    }

    private static Grid of(Parts parts, long[][] numerator, long[][] rest) {
        int rows = numerator.length + 1;
        int columns = numerator[0].length + 1;
        List<Cell> cells = new ArrayList<>();
        List<Sum> sums = new ArrayList<>();
        for (int r = 0; r < rows; r++) {
            for (int c = 0; c < columns; c++) {
                cells.add(new Cell(sum(numerator, r, c), sum(rest, r, c), 0, true));
            }
            int row = r * columns;
            sums.add(new Sum(
                    row + columns - 1,
                    IntStream.range(0, columns - 1).mapToObj(c -> row + c).toList()));
        }
        for (int c = 0; c < columns; c++) {
            int column = c;
            sums.add(new Sum(
                    (rows - 1) * columns + c,
                    IntStream.range(0, rows - 1)
                            .mapToObj(r -> r * columns + column)
                            .toList()));
        }
        return new Grid(rows, columns, new CountTable(parts, cells, sums));
    }

    private static long sum(long[][] inner, int row, int column) {
        long sum = 0;
        for (int r = 0; r < inner.length; r++) {
            for (int c = 0; c < inner[r].length; c++) {
                boolean in = (row == inner.length || row == r) && (column == inner[r].length || column == c);
                sum += in ? inner[r][c] : 0;
            }
        }
        return sum;
    }

    int cell(int row, int column) {
        return row * columns + column;
    }

    /** A picture of what is suppressed, a line a row: {@code x} or {@code .}. */
    boolean[] suppressed(String... lines) {
        boolean[] suppressed = new boolean[rows * columns];
        for (int r = 0; r < lines.length; r++) {
            for (int c = 0; c < columns; c++) {
                suppressed[cell(r, c)] = lines[r].charAt(c) == 'x';
            }
        }
        return suppressed;
    }
}
