package org.ecart.bench;

import java.util.List;
import java.util.Locale;

/** How benchmarks take times and tell them. */
final class Timing {
    private Timing() {}

    static double millis(Runnable job) {
        long start = System.nanoTime();
        job.run();
        return (System.nanoTime() - start) / 1e6;
    }

    /** The smallest time that this share of the times does not exceed. */
    static double at(List<Double> times, double share) {
        List<Double> sorted = times.stream().sorted().toList();
        return sorted.get((int) Math.ceil(share * sorted.size()) - 1);
    }

    static void say(String text, Object... arguments) {
        System.out.println(String.format(Locale.ROOT, text, arguments));
    }
}
