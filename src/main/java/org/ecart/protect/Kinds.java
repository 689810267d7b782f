package org.ecart.protect;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/**
 * Persons who are alike in what only one of two grids tells, for several cells of what both tell. Where cells differ in
 * something of which that grid tells more (the roll-up of an origin), there is one choice for each.
 */
final class Kinds {
    /** So many choices are tried of what a cell leaves open. */
    private static final int MOST_CHOICES = 3;

    private final Ground ground;

    /** What both grids tell of a coordinate. */
    private record Told(int dimension, int shared) {}

    /** For somebody what may stand in the place of his own coordinate where both grids tell something else. */
    private record Open(int join, int first, Told told) {}

    /** What was looked up, as long as it is not decided anew which atoms are better. */
    static final class Memory {
        private static final int MOST = 50_000;

        private final Comparator<Integer> better;
        private final Map<Open, int[]> choices = new HashMap<>();

        /** @param better which atoms to try first */
        Memory(Comparator<Integer> better) {
            this.better = better;
        }
    }

    Kinds(Ground ground) {
        this.ground = ground;
    }

    /**
     * One atom for each cell, in one or more ways.
     *
     * @param first the atom for the first cell
     * @param memory of the search that it is for
     */
    List<int[]> of(int join, int[] cells, int first, Memory memory) {
        int grid = ground.grid(first);
        Map<Told, int[]> choices = new LinkedHashMap<>();
        List<int[]> models = new ArrayList<>();
        for (int cell : cells) {
            int[] inside = ground.joints().within(join, grid, cell);
            if (inside.length == 0) {
                return List.of();
            }
            models.add(inside);
            for (int d = 0; d < ground.system().dimensions(); d++) {
                int shared = ground.joints().shared(join, inside[0], d);
                if (shared != ground.joints().shared(join, first, d)) {
                    choices.computeIfAbsent(new Told(d, shared), told -> choices(join, first, told, memory));
                }
            }
        }
        List<int[]> ways = new ArrayList<>();
        choose(List.copyOf(choices.entrySet()), new HashMap<>(), chosen -> {
            int[] atoms = models.stream()
                    .mapToInt(inside -> at(join, first, inside[0], chosen))
                    .toArray();
            if (IntStream.of(atoms).allMatch(atom -> atom >= 0)) {
                ways.add(atoms);
            }
        });
        return ways;
    }

    private int[] choices(int join, int first, Told told, Memory memory) {
        if (memory.choices.size() > Memory.MOST) {
            memory.choices.clear();
        }
        return memory.choices.computeIfAbsent(
                new Open(join, first, told), key -> choices(join, first, told, memory.better));
    }

    private int[] choices(int join, int first, Told told, Comparator<Integer> better) {
        return Arrays.stream(ground.joints().alike(join, ground.grid(first), told.dimension(), told.shared()))
                .mapToObj(c -> ground.beside(first, told.dimension(), c))
                .filter(atom -> atom >= 0)
                .sorted(better)
                .limit(MOST_CHOICES)
                .mapToInt(atom -> ground.system().coordinate(atom, told.dimension()))
                .toArray();
    }

    private interface Taker {
        void take(Map<Told, Integer> chosen);
    }

    private static void choose(List<Map.Entry<Told, int[]>> open, Map<Told, Integer> chosen, Taker taker) {
        if (open.isEmpty()) {
            taker.take(chosen);
            return;
        }
        int most = open.size() > 2 ? 1 : MOST_CHOICES;
        int[] choices = open.get(0).getValue();
        for (int i = 0; i < Math.min(most, choices.length); i++) {
            chosen.put(open.get(0).getKey(), choices[i]);
            choose(open.subList(1, open.size()), chosen, taker);
        }
    }

    /** Like the first atom but for what the cell of a model says otherwise. */
    private int at(int join, int first, int model, Map<Told, Integer> chosen) {
        int[] coordinates = new int[ground.system().dimensions()];
        for (int d = 0; d < coordinates.length; d++) {
            Told told = new Told(d, ground.joints().shared(join, model, d));
            coordinates[d] = chosen.getOrDefault(told, ground.system().coordinate(first, d));
        }
        return ground.like(first, coordinates);
    }
}
