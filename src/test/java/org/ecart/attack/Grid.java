package org.ecart.attack;

import java.util.Map;
import org.ecart.protect.CountSystem;
import org.ecart.protect.CountSystem.Unit;
import org.ecart.protect.CountSystemBuilder;
import org.ecart.protect.Quantity;

/** A two-way table with printed totals, for examples by hand: the last row and the last column are the totals. */
record Grid(int rows, int columns, CountSystem table) {
    /** Plain persons. */
    static Grid persons(long[][] inner) {
        return of(1, inner, new long[inner.length][inner[0].length]);
    }

    /** Numerator and rest. */
    static Grid rates(long[][] numerator, long[][] rest) {
        return of(2, numerator, rest);
    }

    private static Grid of(int parts, long[][] numerator, long[][] rest) {
        int rows = numerator.length + 1;
        int columns = numerator[0].length + 1;
        CountSystemBuilder builder = new CountSystemBuilder(rows - 1, columns - 1, parts);
        for (int r = 0; r < rows - 1; r++) {
            for (int c = 0; c < columns - 1; c++) {
                builder.atom(numerator[r][c], r, c, 0);
                if (parts > 1) {
                    builder.atom(rest[r][c], r, c, 1);
                }
            }
        }
        for (int r = 0; r < rows; r++) {
            for (int c = 0; c < columns; c++) {
                int[] row = r == rows - 1 ? CountSystemBuilder.ALL : new int[] {r};
                int[] column = c == columns - 1 ? CountSystemBuilder.ALL : new int[] {c};
                int everybody = builder.figure(row, column, CountSystemBuilder.ALL);
                builder.unit(new Unit(
                        parts == 1
                                ? Map.of(Quantity.PERSONS, everybody)
                                : Map.of(
                                        Quantity.TOTAL, everybody,
                                        Quantity.NUMERATOR, builder.figure(row, column, new int[] {0}),
                                        Quantity.REST, builder.figure(row, column, new int[] {1})),
                        (r == rows - 1 ? 1 : 0) + (c == columns - 1 ? 1 : 0),
                        false));
            }
        }
        return new Grid(rows, columns, builder.build());
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
