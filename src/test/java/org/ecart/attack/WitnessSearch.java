package org.ecart.attack;

import java.util.Arrays;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * Looks for a complete table of whole numbers in which one place lies in a given interval: a simplex that works on
 * bounds (B. Dutertre and L. de Moura, "A fast linear-arithmetic solver for DPLL(T)", CAV 2006) with branch and bound,
 * all in exact whole numbers; an overflow throws. Unknowns are displacements from the real table, so that the equations
 * have no constants and 0 is a solution.
 *
 * <p>Row i says {@code denominator[i] * basic = sum of coefficient[i][j] * column j}; a column stands at a whole number.
 */
final class WitnessSearch {
    private static final int MOST_NODES = 3000;
    private static final int GREEDY_PIVOTS = 3000;

    private final Component component;
    private final long[] truth;
    private final Elimination elimination;
    private final int[] free;
    private final long[][] coefficient;
    private final long[] denominator;
    private final long[] numerator;
    private final int[] basic;
    private final int[] column;
    private final long[] value;
    private long[] low = new long[0];
    private long[] high = new long[0];
    private int nodes;

    WitnessSearch(Component component, Elimination elimination) {
        this.component = component;
        this.truth = component.truth();
        this.elimination = elimination;
        boolean[] dependent = new boolean[component.size()];
        elimination.rows().forEach(row -> dependent[row.pivot()] = true);
        this.free = IntStream.range(0, dependent.length)
                .filter(place -> !dependent[place])
                .toArray();
        int rows = elimination.rows().size();
        this.column = new int[free.length];
        this.basic = new int[rows];
        this.value = new long[free.length];
        this.numerator = new long[rows];
        this.denominator = new long[rows];
        this.coefficient = new long[rows][free.length];
    }

    /** Back to the equations as eliminated, which are sparse, and to the real table. */
    private void begin() {
        System.arraycopy(free, 0, column, 0, free.length);
        Arrays.fill(value, 0);
        for (int i = 0; i < basic.length; i++) {
            Elimination.Row row = elimination.rows().get(i);
            basic[i] = row.pivot();
            long[] c = row.coefficients();
            long pivot = c[basic[i]];
            denominator[i] = Math.abs(pivot);
            for (int j = 0; j < free.length; j++) {
                coefficient[i][j] = pivot > 0 ? -c[free[j]] : c[free[j]];
            }
        }
    }

    /**
     * A complete table, as the values of all places, within the bounds and with {@code place} in {@code least..most};
     * empty where there is none, or none was found after 3000 branches: no witness = unsafe.
     */
    Optional<long[]> find(Bounds bounds, int place, long least, long most) {
        low = new long[truth.length];
        high = new long[truth.length];
        for (int p = 0; p < truth.length; p++) {
            low[p] = bounds.low(p) - truth[p];
            high[p] = bounds.high(p) == Bounds.NONE ? Bounds.NONE : bounds.high(p) - truth[p];
        }
        low[place] = Math.max(low[place], least - truth[place]);
        high[place] = Math.min(high[place], most == Bounds.NONE ? Bounds.NONE : most - truth[place]);
        nodes = 0;
        begin(); // only the place asked for is out of its bounds
        if (low[place] > high[place] || !branch()) {
            return Optional.empty();
        }
        long[] witness = witness();
        check(bounds, witness);
        return Optional.of(witness);
    }

    /** Whether the last search gave up instead of proving that there is none. */
    boolean gaveUp() {
        return nodes > MOST_NODES;
    }

    private boolean branch() {
        nodes++;
        if (nodes > MOST_NODES || !feasible()) {
            return false;
        }
        int row = fractional();
        if (row < 0) {
            return true;
        }
        int place = basic[row];
        long below = Math.floorDiv(numerator[row], denominator[row]);
        boolean downFirst = below >= 0; // toward the real table
        return downFirst
                ? branch(place, low[place], below) || branch(place, below + 1, high[place])
                : branch(place, below + 1, high[place]) || branch(place, low[place], below);
    }

    private boolean branch(int place, long atLeast, long atMost) {
        if (atLeast > atMost) {
            return false;
        }
        long savedLow = low[place];
        long savedHigh = high[place];
        low[place] = atLeast;
        high[place] = atMost;
        boolean found = branch();
        low[place] = savedLow;
        high[place] = savedHigh;
        return found;
    }

    private int fractional() {
        for (int i = 0; i < basic.length; i++) {
            if (numerator[i] % denominator[i] != 0) {
                return i;
            }
        }
        return -1;
    }

    private boolean feasible() {
        for (int j = 0; j < column.length; j++) {
            value[j] = Math.max(low[column[j]], Math.min(high[column[j]], value[j]));
        }
        for (int i = 0; i < basic.length; i++) {
            compute(i);
        }
        for (int pivots = 0; ; pivots++) {
            boolean greedy = pivots < GREEDY_PIVOTS;
            int row = violated(greedy);
            if (row < 0) {
                return true;
            }
            boolean up = violation(row) < 0;
            int entering = entering(row, up, greedy);
            if (entering < 0) {
                return false;
            }
            long bound = up ? low[basic[row]] : high[basic[row]];
            pivot(row, entering);
            value[entering] = bound;
            for (int i = 0; i < basic.length; i++) {
                compute(i);
            }
        }
    }

    private void compute(int row) {
        long sum = 0;
        long[] c = coefficient[row];
        for (int j = 0; j < c.length; j++) {
            if (c[j] != 0 && value[j] != 0) {
                sum = Math.addExact(sum, Math.multiplyExact(c[j], value[j]));
            }
        }
        numerator[row] = sum;
    }

    /** Negative = too low by that much (times the denominator), positive = too high, 0 = within its bounds. */
    private long violation(int row) {
        long under = numerator[row] - Math.multiplyExact(low[basic[row]], denominator[row]);
        if (under < 0) {
            return under;
        }
        if (high[basic[row]] == Bounds.NONE) {
            return 0;
        }
        return Math.max(0, numerator[row] - Math.multiplyExact(high[basic[row]], denominator[row]));
    }

    /** The worst row while greedy; else the one of the least place (Bland), which cannot cycle. */
    private int violated(boolean greedy) {
        int best = -1;
        long worst = 0;
        for (int i = 0; i < basic.length; i++) {
            long violation = Math.abs(violation(i));
            boolean better = greedy ? violation > worst : best < 0 || basic[i] < basic[best];
            if (violation > 0 && better) {
                best = i;
                worst = violation;
            }
        }
        return best;
    }

    /** While greedy the column that moves the fewest rows; else that of the least place. */
    private int entering(int row, boolean up, boolean greedy) {
        int best = -1;
        int fewest = Integer.MAX_VALUE;
        for (int j = 0; j < column.length; j++) {
            long c = coefficient[row][j];
            if (c == 0) {
                continue;
            }
            boolean room = (c > 0) == up ? value[j] < high[column[j]] : value[j] > low[column[j]];
            if (room && greedy) {
                int moved = moved(j, fewest);
                if (moved < fewest) {
                    best = j;
                    fewest = moved;
                }
            } else if (room && (best < 0 || column[j] < column[best])) {
                best = j;
            }
        }
        return best;
    }

    private int moved(int col, int most) {
        int moved = 0;
        for (int i = 0; i < basic.length && moved < most; i++) {
            moved += coefficient[i][col] == 0 ? 0 : 1;
        }
        return moved;
    }

    /** The basic place of the row and the place of the column change roles. */
    private void pivot(int row, int col) {
        long[] pivotRow = coefficient[row];
        long p = pivotRow[col];
        long sign = Long.signum(p);
        long divisor = p;
        for (int j = 0; j < pivotRow.length; j++) {
            pivotRow[j] = j == col ? sign * denominator[row] : -sign * pivotRow[j];
            divisor = Exact.gcd(divisor, pivotRow[j]);
        }
        denominator[row] = Math.abs(p) / divisor;
        Exact.divide(pivotRow, divisor);
        int leaving = basic[row];
        basic[row] = column[col];
        column[col] = leaving;
        for (int i = 0; i < basic.length; i++) {
            if (i != row && coefficient[i][col] != 0) {
                substitute(i, row, col);
            }
        }
    }

    private void substitute(int i, int row, int col) {
        long[] target = coefficient[i];
        long[] source = coefficient[row];
        long scale = denominator[row];
        long a = target[col];
        target[col] = 0;
        denominator[i] = Math.multiplyExact(denominator[i], scale);
        long divisor = denominator[i];
        for (int j = 0; j < target.length; j++) {
            if (target[j] != 0 || source[j] != 0) {
                target[j] = Math.addExact(Math.multiplyExact(target[j], scale), Math.multiplyExact(a, source[j]));
            }
            if (divisor != 1) {
                divisor = Exact.gcd(divisor, target[j]);
            }
        }
        denominator[i] /= divisor;
        Exact.divide(target, divisor);
    }

    private long[] witness() {
        long[] witness = truth.clone();
        for (int j = 0; j < column.length; j++) {
            witness[column[j]] += value[j];
        }
        for (int i = 0; i < basic.length; i++) {
            witness[basic[i]] += numerator[i] / denominator[i];
        }
        return witness;
    }

    /** Nothing rests on the solver: the witness is put into the equations themselves. */
    private void check(Bounds bounds, long[] witness) {
        if (!bounds.allow(witness) || !component.relations().stream().allMatch(relation -> relation.holds(witness))) {
            throw new IllegalStateException("the attacker's solver gave a wrong witness");
        }
    }
}
