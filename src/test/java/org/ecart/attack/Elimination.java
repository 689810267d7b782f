package org.ecart.attack;

import java.util.ArrayList;
import java.util.List;

/**
 * Gauss-Jordan elimination over the equations of a component in exact whole numbers: rows are scaled instead of
 * divided and kept small by their greatest common divisor; an overflow throws, it never rounds.
 */
final class Elimination {
    /** {@code coefficients[pivot]} x pivot + the other coefficients x free places = constant. */
    static final class Row {
        private final int pivot;
        private final long[] coefficients;

        Row(int pivot, long[] coefficients) {
            this.pivot = pivot;
            this.coefficients = coefficients;
        }

        int pivot() {
            return pivot;
        }

        long[] coefficients() {
            return coefficients;
        }
    }

    private final int size;
    private final List<Row> rows;

    Elimination(Component component) {
        this.size = component.size();
        List<long[]> open = new ArrayList<>();
        for (Relation relation : component.relations()) {
            long[] row = new long[size];
            for (int i = 0; i < relation.places().length; i++) {
                row[relation.places()[i]] += relation.signs()[i];
            }
            open.add(row);
        }
        rows = of(open);
    }

    /** The rows reduced, each with a pivot of its own; rows that say nothing new are gone. */
    static List<Row> of(List<long[]> open) {
        List<Row> rows = new ArrayList<>();
        for (int i = 0; i < open.size(); i++) {
            long[] row = open.get(i);
            int pivot = firstNonZero(row);
            if (pivot >= 0) {
                for (int k = i + 1; k < open.size(); k++) {
                    clear(open.get(k), row, pivot);
                }
                rows.forEach(done -> clear(done.coefficients(), row, pivot));
                rows.add(new Row(pivot, row));
            }
        }
        return rows;
    }

    private static int firstNonZero(long[] row) {
        for (int c = 0; c < row.length; c++) {
            if (row[c] != 0) {
                return c;
            }
        }
        return -1;
    }

    private static void clear(long[] row, long[] with, int pivot) {
        long a = row[pivot];
        if (a == 0) {
            return;
        }
        long p = with[pivot];
        long divisor = 0;
        for (int c = 0; c < row.length; c++) {
            row[c] = Math.subtractExact(Math.multiplyExact(row[c], p), Math.multiplyExact(with[c], a));
            divisor = Exact.gcd(divisor, row[c]);
        }
        Exact.divide(row, divisor);
    }

    /** One row for each dependent place; all other places are free. */
    List<Row> rows() {
        return rows;
    }

    /** Places that the equations alone determine. */
    boolean[] determined() {
        boolean[] determined = new boolean[size];
        for (Row row : rows) {
            int terms = 0;
            for (long coefficient : row.coefficients()) {
                terms += coefficient == 0 ? 0 : 1;
            }
            determined[row.pivot()] = terms == 1;
        }
        return determined;
    }
}
