package org.ecart.protect;

import java.util.EnumMap;
import java.util.Map;
import java.util.stream.IntStream;
import org.ecart.protect.CountSystem.Unit;

/** Small tables for examples. */
final class Tables {
    private static final int NUMERATOR = 0;
    private static final int REST = 1;

    private Tables() {}

    /** Persons by row and column, with the totals of rows and columns and of all: the total comes last on each side. */
    static CountSystem persons(int[][] interior) {
        return crossed(interior, new int[interior.length][interior[0].length], 1);
    }

    /** Numerators and rests by row and column, with totals. */
    static CountSystem rates(int[][] numerators, int[][] rests) {
        return crossed(numerators, rests, 2);
    }

    /** Persons in one row, and groups of them by their places; a group of several is a margin. */
    static CountSystem line(int[] interior, int[]... groups) {
        CountSystemBuilder builder = new CountSystemBuilder(interior.length, 1);
        IntStream.range(0, interior.length).forEach(i -> builder.atom(interior[i], i, 0));
        for (int[] group : groups) {
            builder.unit(new Unit(
                    Map.of(Quantity.PERSONS, builder.figure(group, CountSystemBuilder.ALL)),
                    group.length > 1 ? 1 : 0,
                    false));
        }
        return builder.build();
    }

    /** One unit with these persons in its parts; a part of -1 does not exist. */
    static CountSystem one(int numerator, int rest, int outside) {
        CountSystemBuilder builder = new CountSystemBuilder(3);
        builder.atom(numerator, 0).atom(Math.max(0, rest), 1).atom(Math.max(0, outside), 2);
        Map<Quantity, Integer> figures = new EnumMap<>(Quantity.class);
        if (rest < 0) {
            figures.put(Quantity.PERSONS, builder.figure(new int[] {0}));
        } else {
            figures.put(Quantity.NUMERATOR, builder.figure(new int[] {0}));
            figures.put(Quantity.REST, builder.figure(new int[] {1}));
            figures.put(Quantity.TOTAL, builder.figure(new int[] {0, 1}));
        }
        if (outside >= 0) {
            figures.put(Quantity.OUTSIDE, builder.figure(new int[] {2}));
            figures.put(Quantity.PERSONS, builder.figure(CountSystemBuilder.ALL));
        }
        builder.unit(new Unit(figures, 0, false));
        return builder.build();
    }

    /** The place of a cell in a table of so many columns, its total column not counted. */
    static int at(int row, int column, int columns) {
        return row * (columns + 1) + column;
    }

    private static CountSystem crossed(int[][] numerators, int[][] rests, int parts) {
        int rows = numerators.length;
        int columns = numerators[0].length;
        CountSystemBuilder builder = new CountSystemBuilder(rows, columns, parts);
        for (int r = 0; r < rows; r++) {
            for (int c = 0; c < columns; c++) {
                builder.atom(numerators[r][c], r, c, NUMERATOR);
                if (parts > 1) {
                    builder.atom(rests[r][c], r, c, REST);
                }
            }
        }
        for (int r = 0; r <= rows; r++) {
            for (int c = 0; c <= columns; c++) {
                int[] row = r == rows ? CountSystemBuilder.ALL : new int[] {r};
                int[] column = c == columns ? CountSystemBuilder.ALL : new int[] {c};
                int margins = (r == rows ? 1 : 0) + (c == columns ? 1 : 0);
                builder.unit(new Unit(figures(builder, parts, row, column), margins, false));
            }
        }
        return builder.build();
    }

    /** What a rate tells of a box, or a plain count. */
    static Map<Quantity, Integer> figures(CountSystemBuilder builder, int parts, int[]... sides) {
        if (parts == 1) {
            return Map.of(Quantity.PERSONS, figure(builder, sides, NUMERATOR));
        }
        return Map.of(
                Quantity.NUMERATOR, figure(builder, sides, NUMERATOR),
                Quantity.REST, figure(builder, sides, REST),
                Quantity.TOTAL, figure(builder, sides, NUMERATOR, REST));
    }

    private static int figure(CountSystemBuilder builder, int[][] sides, int... parts) {
        int[][] box = new int[sides.length + 1][];
        System.arraycopy(sides, 0, box, 0, sides.length);
        box[sides.length] = parts;
        return builder.figure(box);
    }
}
