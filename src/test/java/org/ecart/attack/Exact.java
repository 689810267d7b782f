package org.ecart.attack;

/** Arithmetic on rows of whole numbers. */
final class Exact {
    private Exact() {}

    /** The greatest common divisor, 0 or more; of 0 and a number that number. */
    static long gcd(long a, long b) {
        long x = Math.abs(a);
        long y = Math.abs(b);
        while (y != 0) {
            long next = x % y;
            x = y;
            y = next;
        }
        return x;
    }

    static void divide(long[] row, long divisor) {
        if (divisor > 1) {
            for (int c = 0; c < row.length; c++) {
                row[c] /= divisor;
            }
        }
    }
}
