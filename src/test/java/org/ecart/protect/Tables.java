package org.ecart.protect;

import java.util.ArrayList;
import java.util.List;
import org.ecart.protect.CountTable.Cell;
import org.ecart.protect.CountTable.Parts;
import org.ecart.protect.CountTable.Sum;

/** Small tables for examples. */
final class Tables {
    private Tables() {}

    /** Persons by row and column, with the totals of rows and columns and of all: the total comes last on each side. */
    static CountTable persons(int[][] interior) {
        return crossed(interior, new int[interior.length][interior[0].length], Parts.PERSONS);
    }

    /** Numerators and rests by row and column, with totals. */
    static CountTable rates(int[][] numerators, int[][] rests) {
        return crossed(numerators, rests, Parts.BINARY);
    }

    /** The place of a cell in a table of so many columns, its total column not counted. */
    static int at(int row, int column, int columns) {
        return row * (columns + 1) + column;
    }

    private static CountTable crossed(int[][] numerators, int[][] rests, Parts parts) {
        int rows = numerators.length;
        int columns = numerators[0].length;
        List<Cell> cells = new ArrayList<>();
        for (int r = 0; r <= rows; r++) {
            for (int c = 0; c <= columns; c++) {
                cells.add(new Cell(sum(numerators, r, c), sum(rests, r, c), 0, true));
            }
        }
        List<Sum> sums = new ArrayList<>();
        for (int r = 0; r <= rows; r++) {
            List<Integer> addends = new ArrayList<>();
            for (int c = 0; c < columns; c++) {
                addends.add(at(r, c, columns));
            }
            sums.add(new Sum(at(r, columns, columns), addends));
        }
        for (int c = 0; c <= columns; c++) {
            List<Integer> addends = new ArrayList<>();
            for (int r = 0; r < rows; r++) {
                addends.add(at(r, c, columns));
            }
            sums.add(new Sum(at(rows, c, columns), addends));
        }
        return new CountTable(parts, cells, sums);
    }

    private static long sum(int[][] interior, int row, int column) {
        long sum = 0;
        for (int r = 0; r < interior.length; r++) {
            for (int c = 0; c < interior[r].length; c++) {
                boolean counts = (row == interior.length || row == r) && (column == interior[r].length || column == c);
                sum += counts ? interior[r][c] : 0;
            }
        }
        return sum;
    }
}
