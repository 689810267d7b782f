package org.ecart.protect;

import java.util.Arrays;
import java.util.SortedMap;

/**
 * A change of some atoms: so many persons more or fewer in each. Added to the true counts it gives other counts, a
 * witness when no known figure changes and no atom becomes negative.
 *
 * @param atoms ascending
 * @param steps of each atom, never 0
 */
record Move(int[] atoms, long[] steps) {
    static Move of(SortedMap<Integer, Long> change) {
        int[] atoms = change.entrySet().stream()
                .filter(e -> e.getValue() != 0)
                .mapToInt(SortedMap.Entry::getKey)
                .toArray();
        long[] steps = new long[atoms.length];
        for (int i = 0; i < atoms.length; i++) {
            steps[i] = change.getOrDefault(atoms[i], 0L);
        }
        return new Move(atoms, steps);
    }

    int length() {
        return atoms.length;
    }

    /** The same the other way round. */
    Move reversed() {
        return new Move(atoms, Arrays.stream(steps).map(step -> -step).toArray());
    }

    /** The smallest move of which this one is a multiple. */
    Move primitive() {
        long divisor = 0;
        for (long step : steps) {
            divisor = gcd(divisor, Math.abs(step));
        }
        if (divisor <= 1) {
            return this;
        }
        long[] divided = steps.clone();
        for (int i = 0; i < divided.length; i++) {
            divided[i] /= divisor;
        }
        return new Move(atoms, divided);
    }

    private static long gcd(long a, long b) {
        return b == 0 ? a : gcd(b, a % b);
    }
}
