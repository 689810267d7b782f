package org.ecart;

import java.util.SplittableRandom;

/** Where a long attack begins: anew each time, or with {@code -Decart.seed=} where one run is to be repeated. */
public final class Seeds {
    private Seeds() {}

    /** The seed of this run; it is printed, so that a failure can be looked at again. */
    public static long ofThisRun(String attack) {
        long seed = Long.getLong("ecart.seed", new SplittableRandom().nextLong());
        System.out.println(attack + " with -Decart.seed=" + seed);
        return seed;
    }
}
