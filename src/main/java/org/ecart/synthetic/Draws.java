package org.ecart.synthetic;

/**
 * A stream of random numbers that is a pure function of its key (the SplitMix64 generator of Steele, Lea and Flood,
 * 2014). Keys are derived from one another, so that any draw of any person can be made without making those before it.
 */
final class Draws {
    private static final long GAMMA = 0x9E3779B97F4A7C15L;
    private static final double TO_UNIT = 0x1.0p-53;

    private long state;

    Draws(long key) {
        state = key;
    }

    /** The key number {@code index} under {@code parent}; different indexes give different keys. */
    static long key(long parent, long index) {
        return mix(mix(parent + GAMMA) + index * GAMMA);
    }

    /** A number in [0, 1) that belongs to the key alone. */
    static double unit(long key) {
        return (mix(key + GAMMA) >>> 11) * TO_UNIT;
    }

    /** A standard normal number that belongs to the key alone. */
    static double normal(long key) {
        return Normal.quantile(unit(key));
    }

    /** The next number in [0, 1). */
    double unit() {
        state += GAMMA;
        return (mix(state) >>> 11) * TO_UNIT;
    }

    /** True with probability {@code p}. */
    boolean chance(double p) {
        return unit() < p;
    }

    /** A whole number in 0..bound-1. */
    int below(int bound) {
        return (int) (unit() * bound);
    }

    /** An exponential number with this mean. */
    double exponential(double mean) {
        return -mean * StrictMath.log(1 - unit());
    }

    private static long mix(long z) {
        long a = (z ^ (z >>> 30)) * 0xBF58476D1CE4E5B9L;
        long b = (a ^ (a >>> 27)) * 0x94D049BB133111EBL;
        return b ^ (b >>> 31);
    }
}
