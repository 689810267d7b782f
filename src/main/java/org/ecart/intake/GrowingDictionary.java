package org.ecart.intake;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.ecart.frame.Dictionary;

/** The distinct values of a variable while a file is read: known ones keep their place, new ones are appended. */
public final class GrowingDictionary {
    private final List<String> values;
    private final Map<String, Integer> places = new HashMap<>();
    private final int before;

    public GrowingDictionary(List<String> known) {
        values = new ArrayList<>(known);
        before = known.size();
        for (int i = 0; i < known.size(); i++) {
            places.put(known.get(i), Dictionary.FIRST + i);
        }
    }

    int place(String value) {
        if (value.isEmpty()) {
            return Dictionary.UNKNOWN;
        }
        return places.computeIfAbsent(value, v -> {
            values.add(v);
            return Dictionary.FIRST + values.size() - 1;
        });
    }

    /** The values that were not known before, in order of their places. */
    public List<String> added() {
        return List.copyOf(values.subList(before, values.size()));
    }

    /** All values in order of their places. */
    public List<String> values() {
        return List.copyOf(values);
    }
}
