package org.ecart.protect;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * The cells that a linear program may change. In a large table first only a few of the cheapest cells in each direction,
 * and all that these span: the whole takes too long, and most moves are short.
 */
final class Surroundings {
    /** A table that is small enough to be taken as a whole. */
    private static final int SMALL = 400;
    /** So many partners in each sum, besides its total. */
    private static final int PARTNERS = 5;

    private final Equations equations;

    Surroundings(Equations equations) {
        this.equations = equations;
    }

    /** How far a program looks. */
    enum Extent {
        NEAR,
        EVERYWHERE
    }

    /** The cells within this extent; empty if the nearer extent was everywhere already. */
    Optional<int[]> of(int cell, Terrain terrain, Extent extent) {
        int[] everywhere = IntStream.range(0, equations.size())
                .filter(c -> terrain.cost(c) != Terrain.CLOSED)
                .toArray();
        boolean small = everywhere.length <= SMALL;
        return switch (extent) {
            case NEAR -> Optional.of(small ? everywhere : near(cell, terrain));
            case EVERYWHERE -> small ? Optional.empty() : Optional.of(everywhere);
        };
    }

    /** A grid around the cell, built up sum by sum: each partner carries along all that was there before it. */
    private int[] near(int cell, Terrain terrain) {
        List<Integer> grid = new ArrayList<>(List.of(cell));
        List<Integer> parents = new ArrayList<>(List.of(0));
        for (int sum : equations.sumsOf(cell)) {
            int size = grid.size();
            for (int partner : partners(cell, sum, terrain)) {
                int first = grid.size();
                grid.add(partner);
                parents.add(0);
                for (int i = 1; i < size; i++) {
                    int parent = parents.get(i);
                    grid.add(fourth(grid.get(parent), grid.get(i), grid.get(first + parent)));
                    parents.add(i);
                }
            }
        }
        return grid.stream()
                .filter(c -> c >= 0 && terrain.cost(c) != Terrain.CLOSED)
                .mapToInt(Integer::intValue)
                .sorted()
                .distinct()
                .toArray();
    }

    private int fourth(int corner, int a, int b) {
        return corner < 0 || a < 0 || b < 0 ? -1 : equations.fourth(corner, a, b);
    }

    private int[] partners(int cell, int sum, Terrain terrain) {
        int total = equations.members(sum)[0];
        IntStream cheapest = Arrays.stream(equations.members(sum))
                .filter(c -> c != cell && c != total && terrain.cost(c) != Terrain.CLOSED)
                .boxed()
                .sorted(Comparator.comparing(terrain::cost))
                .limit(PARTNERS)
                .mapToInt(Integer::intValue);
        return IntStream.concat(cheapest, IntStream.of(total).filter(c -> c != cell))
                .toArray();
    }
}
