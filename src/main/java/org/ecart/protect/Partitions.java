package org.ecart.protect;

import java.nio.IntBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.ecart.protect.CountSystem.Sum;

/**
 * Which boxes of a grid are made up of others: those that differ in one dimension only, where the sides of the others
 * divide its side. Once with the largest that fit, once with the smallest, so that hierarchies are found from both ends.
 */
final class Partitions {
    private final Map<List<IntBuffer>, Integer> boxes;
    private final int dimensions;
    private final Set<Sum> sums = new LinkedHashSet<>();

    private record Side(int[] coordinates, int figure) {
        int size() {
            return coordinates.length;
        }
    }

    /** @param boxes the side in each dimension, ascending, and the figure that the box is */
    Partitions(Map<List<IntBuffer>, Integer> boxes, int dimensions) {
        this.boxes = boxes;
        this.dimensions = dimensions;
    }

    List<Sum> sums() {
        for (int d = 0; d < dimensions; d++) {
            Map<List<IntBuffer>, List<Side>> alike = new LinkedHashMap<>();
            for (Map.Entry<List<IntBuffer>, Integer> box : boxes.entrySet()) {
                List<IntBuffer> others = new ArrayList<>(box.getKey());
                int[] side = others.remove(d).array();
                alike.computeIfAbsent(others, key -> new ArrayList<>()).add(new Side(side, box.getValue()));
            }
            alike.values().forEach(this::divide);
        }
        return List.copyOf(sums);
    }

    private void divide(List<Side> sides) {
        if (sides.size() < 2) {
            return;
        }
        sides.sort(Comparator.comparing(Side::size).reversed());
        List<Side> ascending = new ArrayList<>(sides);
        ascending.sort(Comparator.comparing(Side::size));
        for (Side total : sides) {
            if (total.size() > 1) {
                sum(total, sides).ifPresent(sums::add);
                sum(total, ascending).ifPresent(sums::add);
            }
        }
    }

    private static Optional<Sum> sum(Side total, List<Side> candidates) {
        boolean[] taken = new boolean[total.size()];
        int left = total.size();
        List<Integer> addends = new ArrayList<>();
        for (Side part : candidates) {
            if (part.size() <= left && part.size() < total.size() && take(part, total, taken)) {
                left -= part.size();
                addends.add(part.figure());
            }
            if (left == 0) {
                // where the others have no atoms, the box is the same figure as its only part
                return addends.contains(total.figure())
                        ? Optional.empty()
                        : Optional.of(new Sum(total.figure(), addends));
            }
        }
        return Optional.empty();
    }

    private static boolean take(Side part, Side total, boolean[] taken) {
        int[] places = new int[part.size()];
        for (int i = 0; i < places.length; i++) {
            places[i] = Arrays.binarySearch(total.coordinates(), part.coordinates()[i]);
            if (places[i] < 0 || taken[places[i]]) {
                return false;
            }
        }
        for (int place : places) {
            taken[place] = true;
        }
        return true;
    }
}
