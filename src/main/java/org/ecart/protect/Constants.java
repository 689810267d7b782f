package org.ecart.protect;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Which figures stay as they are because they are made up of constant ones. */
final class Constants {
    private final CountSystem system;
    private final Map<Integer, List<Integer>> constantsOf = new HashMap<>();

    Constants(CountSystem system) {
        this.system = system;
        for (int constant : system.constants()) {
            for (int atom : system.atomsOf(constant)) {
                constantsOf.computeIfAbsent(atom, key -> new ArrayList<>()).add(constant);
            }
        }
    }

    /** Whether each atom of a figure is in a constant one that lies within it. */
    boolean fix(int figure) {
        int[] atoms = system.atomsOf(figure);
        if (atoms.length == 0) {
            return false;
        }
        Map<Integer, Integer> inside = new HashMap<>();
        for (int atom : atoms) {
            constantsOf.getOrDefault(atom, List.of()).forEach(constant -> inside.merge(constant, 1, Integer::sum));
        }
        for (int atom : atoms) {
            boolean fixed = constantsOf.getOrDefault(atom, List.of()).stream()
                    .anyMatch(constant -> system.atomsOf(constant).length == inside.getOrDefault(constant, 0));
            if (!fixed) {
                return false;
            }
        }
        return true;
    }
}
