package org.ecart.synthetic;

import java.util.List;
import java.util.stream.IntStream;

/**
 * A standard normal number for a person and a quarter that moves slowly: one part stays for life, others for spells of
 * some quarters. Compared with a score, it gives a yes or no that has exactly the wanted probability at any moment and
 * rarely changes.
 */
final class Disposition {
    /** A part of the variance that is drawn anew at the end of each spell. */
    private record Part(int quarters, double loading) {}

    private final double lasting;
    private final List<Part> parts;

    private Disposition(double lasting, List<Part> parts) {
        this.lasting = lasting;
        this.parts = parts;
    }

    /** Whether somebody is in work. */
    static Disposition toWork() {
        return of(0.90, new int[] {20, 6, 1}, new double[] {0.07, 0.025, 0.005});
    }

    /** Whether somebody without work looks for it. */
    static Disposition toSeek() {
        return of(0.55, new int[] {12, 4}, new double[] {0.30, 0.15});
    }

    private static Disposition of(double lasting, int[] quarters, double[] variances) {
        List<Part> parts = IntStream.range(0, quarters.length)
                .mapToObj(i -> new Part(quarters[i], StrictMath.sqrt(variances[i])))
                .toList();
        return new Disposition(StrictMath.sqrt(lasting), parts);
    }

    /** @param quarter counted from the year 0 */
    double at(long key, int quarter) {
        double sum = lasting * Draws.normal(key);
        for (int i = 0; i < parts.size(); i++) {
            Part part = parts.get(i);
            sum += part.loading() * Draws.normal(Spells.key(Draws.key(key, i), quarter, part.quarters()));
        }
        return sum;
    }
}
