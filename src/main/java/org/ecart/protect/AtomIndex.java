package org.ecart.protect;

import java.util.Arrays;

/**
 * From a place in the grids to the atom there. Small grids are an array with every place; of large ones, in most places of
 * which there is no atom, only the places taken are kept, hashed with open addressing.
 */
final class AtomIndex {
    private static final int NONE = -1;
    private static final long LARGEST_ARRAY = 8_000_000;
    /** The golden ratio in 64 bits: places next to each other are spread over all slots. */
    private static final long SPREAD = 0x9E3779B97F4A7C15L;

    private final boolean array;
    /** By slot the place; used where not every place has a slot of its own. */
    private final long[] places;

    private final int[] atoms;
    private final int shift;

    /**
     * @param places of each atom, all different, from 0
     * @param size above any place
     */
    AtomIndex(long[] places, long size) {
        this.array = size <= LARGEST_ARRAY;
        int bits = Long.SIZE - Long.numberOfLeadingZeros(Math.max(1, places.length)) + 1;
        this.shift = Long.SIZE - bits;
        this.atoms = new int[array ? (int) size : 1 << bits];
        this.places = new long[array ? 0 : atoms.length];
        Arrays.fill(atoms, NONE);
        for (int atom = 0; atom < places.length; atom++) {
            int slot = array ? (int) places[atom] : slot(places[atom]);
            atoms[slot] = atom;
            if (!array) {
                this.places[slot] = places[atom];
            }
        }
    }

    /** The slot that a place has, or the free one that it would get. */
    private int slot(long place) {
        int slot = (int) (place * SPREAD >>> shift);
        while (atoms[slot] != NONE && places[slot] != place) {
            slot = slot + 1 & atoms.length - 1;
        }
        return slot;
    }

    /** The atom at a place; -1 if there is none. */
    int at(long place) {
        return atoms[array ? (int) place : slot(place)];
    }
}
