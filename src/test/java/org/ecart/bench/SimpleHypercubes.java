package org.ecart.bench;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.ecart.model.Policy;
import org.ecart.protect.CountSystem;
import org.ecart.protect.Protection;

/**
 * The hypercube method in its simplest form, as a peer to compare losses with: for each unsafe cell of the interior the
 * cube with an opposite corner that has the fewest persons, each corner safe or not with at least the threshold; no
 * proof against anyone who knows more than what is printed, no cell given back. Margins that are unsafe are only left out.
 */
final class SimpleHypercubes {
    private static final int MOST_OPPOSITES = 1000;

    private final CountSystem system;
    private final int threshold;
    private final Map<List<Integer>, Integer> interior = new HashMap<>();
    /** The smallest cells that are large enough. */
    private final List<List<Integer>> opposites = new ArrayList<>();

    private final BitSet hidden = new BitSet();
    private final BitSet primary = new BitSet();

    SimpleHypercubes(CountSystem system, Policy policy) {
        this.system = system;
        this.threshold = policy.threshold();
        for (int u = 0; u < system.units().size(); u++) {
            CountSystem.Unit unit = system.units().get(u);
            boolean unsafe = unit.figures().values().stream().anyMatch(f -> small(system.value(f)))
                    || system.persons(unit) > 0
                            && unit.figures().values().stream().anyMatch(f -> system.value(f) == 0);
            primary.set(u, unsafe);
            if (unit.margins() == 0) {
                interior.put(at(system.atomsOf(unit.widest())[0]), u);
            }
        }
        hidden.or(primary);
        List<Map.Entry<List<Integer>, Integer>> byPersons = new ArrayList<>(interior.entrySet());
        byPersons.removeIf(e -> persons(e.getValue()) < threshold);
        byPersons.sort(Comparator.<Map.Entry<List<Integer>, Integer>>comparingLong(e -> persons(e.getValue()))
                .thenComparing(Map.Entry::getValue));
        byPersons.stream().limit(MOST_OPPOSITES).forEach(e -> opposites.add(e.getKey()));
    }

    private long persons(int unit) {
        return system.persons(system.units().get(unit));
    }

    private boolean small(long persons) {
        return persons > 0 && persons < threshold;
    }

    private List<Integer> at(int atom) {
        List<Integer> at = new ArrayList<>();
        for (int d = 0; d < system.dimensions() - 1; d++) {
            at.add(system.coordinate(atom, d));
        }
        return at;
    }

    List<Protection> protect() {
        interior.entrySet().stream()
                .filter(e -> primary.get(e.getValue()))
                .sorted(Map.Entry.comparingByValue())
                .forEach(e -> protect(e.getKey()));
        List<Protection> protections = new ArrayList<>();
        for (int u = 0; u < system.units().size(); u++) {
            protections.add(
                    primary.get(u) ? Protection.PRIMARY : hidden.get(u) ? Protection.SECONDARY : Protection.SAFE);
        }
        return protections;
    }

    private void protect(List<Integer> corner) {
        long best = Long.MAX_VALUE;
        int[] taken = {};
        for (List<Integer> opposite : opposites) {
            int[] corners = corners(corner, opposite);
            long loss = loss(corners);
            if (loss < best) {
                best = loss;
                taken = corners;
            }
        }
        Arrays.stream(taken).forEach(hidden::set);
    }

    /** All corners but the first; none where the two share a coordinate. */
    private int[] corners(List<Integer> corner, List<Integer> opposite) {
        int dimensions = corner.size();
        for (int d = 0; d < dimensions; d++) {
            if (corner.get(d).equals(opposite.get(d))) {
                return new int[0];
            }
        }
        int[] corners = new int[(1 << dimensions) - 1];
        for (int mask = 1; mask < 1 << dimensions; mask++) {
            List<Integer> at = new ArrayList<>(corner);
            for (int d = 0; d < dimensions; d++) {
                if ((mask >> d & 1) == 1) {
                    at.set(d, opposite.get(d));
                }
            }
            corners[mask - 1] = interior.getOrDefault(at, 0);
        }
        return corners;
    }

    private long loss(int[] corners) {
        long loss = corners.length == 0 ? Long.MAX_VALUE : 0;
        for (int unit : corners) {
            long persons = persons(unit);
            if (persons < threshold) {
                return Long.MAX_VALUE;
            }
            loss += hidden.get(unit) ? 0 : persons;
        }
        return loss;
    }
}
