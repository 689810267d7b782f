package org.ecart.protect;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Where the parts of {@link Sums} lie in the grid of all that their tables tell apart; a part may lie in several places. */
final class SumGrid {
    static final int NONE = -1;

    private final int[] sizes;
    private final long[] strides;
    private final Map<Long, Integer> parts = new HashMap<>();
    private final List<Long> first = new ArrayList<>();

    /** @param sizes the number of coordinates in each dimension */
    SumGrid(int... sizes) {
        this.sizes = sizes.clone();
        this.strides = new long[sizes.length];
        long room = 1;
        for (int d = sizes.length - 1; d >= 0; d--) {
            strides[d] = room;
            room = Math.multiplyExact(room, Math.max(1, sizes[d]));
        }
    }

    /** Lays a part, the parts before it first. */
    void lay(int part, int[] coordinates) {
        long place = 0;
        for (int d = 0; d < sizes.length; d++) {
            place += strides[d] * coordinates[d];
        }
        parts.put(place, part);
        if (part == first.size()) {
            first.add(place);
        }
    }

    int dimensions() {
        return sizes.length;
    }

    int size(int dimension) {
        return sizes[dimension];
    }

    /** A place of a part. */
    long of(int part) {
        return first.get(part);
    }

    int coordinate(long place, int dimension) {
        return (int) (place / strides[dimension] % sizes[dimension]);
    }

    /** The place with another coordinate in one dimension. */
    long beside(long place, int dimension, int coordinate) {
        return place + strides[dimension] * (coordinate - coordinate(place, dimension));
    }

    /** The part in a place; {@link #NONE} where nobody is. */
    int at(long place) {
        return parts.getOrDefault(place, NONE);
    }
}
