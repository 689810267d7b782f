package org.ecart.frame;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import org.ecart.model.Category;

/**
 * The distinct values of a coded column. Place 0 is "unknown" (an empty field), place 1 "no record" (the person has no
 * row in that extract); values as delivered follow from place 2 on.
 */
public final class Dictionary {
    public static final int UNKNOWN = 0;
    public static final int NO_RECORD = 1;
    /** The place of the first value. */
    public static final int FIRST = 2;

    private final List<String> values;
    private final Map<String, Integer> places;

    public Dictionary(List<String> values) {
        this.values = List.copyOf(values);
        this.places = new HashMap<>();
        for (int i = 0; i < values.size(); i++) {
            places.put(values.get(i), FIRST + i);
        }
    }

    /** The number of places, the two reserved ones included. */
    public int size() {
        return FIRST + values.size();
    }

    /** The delivered values, in order of their places. */
    public List<String> values() {
        return values;
    }

    /** The code at a place; {@code _U} and {@code _N} at the reserved ones. */
    public String code(int place) {
        return switch (place) {
            case UNKNOWN -> Category.UNKNOWN;
            case NO_RECORD -> Category.NO_RECORD;
            default -> values.get(place - FIRST);
        };
    }

    public OptionalInt place(String value) {
        Integer place = places.get(value);
        return place == null ? OptionalInt.empty() : OptionalInt.of(place);
    }
}
