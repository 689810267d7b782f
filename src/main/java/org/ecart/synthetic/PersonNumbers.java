package org.ecart.synthetic;

/**
 * Pseudonymous person numbers: a one-to-one map of 0..999,999,999 onto itself that looks random, by a Feistel network
 * on 30 bits, applied again while the result is too large. The seed is the key. Nine digits: never to be taken for a
 * national number, which has eleven.
 */
final class PersonNumbers {
    static final int DIGITS = 9;
    private static final long LIMIT = 1_000_000_000L;
    private static final int ROUNDS = 6;
    private static final int HALF_BITS = 15;
    private static final long HALF = (1L << HALF_BITS) - 1;

    private final long[] keys = new long[ROUNDS];

    PersonNumbers(long seed) {
        for (int i = 0; i < ROUNDS; i++) {
            keys[i] = Draws.key(seed, -1L - i);
        }
    }

    /** @param index 0..999,999,999 */
    long of(long index) {
        if (index < 0 || index >= LIMIT) {
            throw new IllegalArgumentException("no person number for " + index);
        }
        long number = index;
        do {
            number = permute(number);
        } while (number >= LIMIT);
        return number;
    }

    private long permute(long number) {
        long left = number >>> HALF_BITS;
        long right = number & HALF;
        for (long key : keys) {
            long next = left ^ (Draws.key(key, right) & HALF);
            left = right;
            right = next;
        }
        return left << HALF_BITS | right;
    }
}
