package org.ecart.synthetic;

/** Time in spells of equal length, whose borders differ from person to person. */
final class Spells {
    private Spells() {}

    /** The key of the spell in which {@code time} lies. */
    static long key(long key, int time, int length) {
        int shift = (int) (Draws.unit(key) * length);
        return Draws.key(key, (time + shift) / length);
    }
}
