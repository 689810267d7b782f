package org.ecart.protect;

import java.util.Arrays;

/**
 * A change of some cells: so many persons more or fewer in each part. Added to the true table it gives another table,
 * a witness when the sums still hold and nothing becomes negative.
 */
final class Move {
    private final int[] cells;
    private final long[][] steps;

    /** @param steps for each part the change of each of {@code cells} */
    Move(int[] cells, long[][] steps) {
        this.cells = cells;
        this.steps = steps;
    }

    /** The same pattern of signs in every part, so many times as {@code size} says for each part. */
    static Move alternating(int[] cells, int[] signs, int[] size) {
        long[][] steps = new long[Quantity.PARTS][cells.length];
        for (int part = 0; part < Quantity.PARTS; part++) {
            for (int i = 0; i < cells.length; i++) {
                steps[part][i] = (long) signs[i] * size[part];
            }
        }
        return new Move(cells, steps);
    }

    /** The smallest move of which this one is a multiple. */
    Move primitive() {
        long divisor = 0;
        for (long[] ofPart : steps) {
            for (long step : ofPart) {
                divisor = gcd(divisor, Math.abs(step));
            }
        }
        if (divisor <= 1) {
            return this;
        }
        long[][] divided = new long[steps.length][cells.length];
        for (int part = 0; part < steps.length; part++) {
            for (int i = 0; i < cells.length; i++) {
                divided[part][i] = steps[part][i] / divisor;
            }
        }
        return new Move(cells, divided);
    }

    private static long gcd(long a, long b) {
        return b == 0 ? a : gcd(b, a % b);
    }

    int[] cells() {
        return cells.clone();
    }

    int length() {
        return cells.length;
    }

    int cell(int i) {
        return cells[i];
    }

    long step(int part, int i) {
        return steps[part][i];
    }

    boolean moves(int part) {
        return Arrays.stream(steps[part]).anyMatch(step -> step != 0);
    }

    boolean touches(int cell) {
        return Arrays.stream(cells).anyMatch(c -> c == cell);
    }
}
