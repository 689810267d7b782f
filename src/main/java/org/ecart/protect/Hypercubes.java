package org.ecart.protect;

import java.util.Arrays;
import java.util.Comparator;
import java.util.Optional;

/**
 * The cheapest alternating move over a hypercube: a cell, one partner in each of its sums, and the corners that these
 * span. In a table with totals these are the smallest moves there are. A total as partner moves in step with the
 * addends, so it goes along instead of against.
 */
final class Hypercubes {
    /** More sums through one cell than any table that a reader can take in. */
    private static final int MOST_SUMS = 6;

    private final Equations equations;
    private final Steps steps;

    Hypercubes(Equations equations, Steps steps) {
        this.equations = equations;
        this.steps = steps;
    }

    /** Cells and their signs, +1 or -1; the cell asked for comes first, with +1. */
    record Cube(int[] cells, int[] signs, long cost) {}

    /** The cheapest that costs less than {@code limit}; of equals the first in the order of cells. */
    Optional<Cube> cheapest(int cell, Terrain terrain, long limit) {
        int[] sums = equations.sumsOf(cell);
        if (sums.length > MOST_SUMS || terrain.cost(cell) == Terrain.CLOSED || !terrain.allows(cell, 1)) {
            return Optional.empty();
        }
        return new Search(sums, terrain, limit).from(cell);
    }

    private final class Search {
        private final int[] sums;
        private final Terrain terrain;
        private final int[] cells;
        private final int[] signs;
        private Optional<Cube> best = Optional.empty();
        private long limit;

        Search(int[] sums, Terrain terrain, long limit) {
            this.sums = sums;
            this.terrain = terrain;
            this.limit = limit;
            this.cells = new int[1 << sums.length];
            this.signs = new int[1 << sums.length];
        }

        Optional<Cube> from(int cell) {
            cells[0] = cell;
            signs[0] = 1;
            extend(0, terrain.cost(cell));
            return best;
        }

        private void extend(int level, long cost) {
            if (level == sums.length) {
                if (equations.balanced(Move.alternating(cells, signs, new int[] {1, 0, 0}))) {
                    best = Optional.of(new Cube(cells.clone(), signs.clone(), cost));
                    limit = cost;
                }
                return;
            }
            for (int partner : partners(sums[level])) {
                if (limit <= cost || steps.spent()) {
                    return;
                }
                long more = attach(level, partner, cost);
                if (more != Terrain.CLOSED) {
                    extend(level + 1, more);
                }
            }
        }

        private int[] partners(int sum) {
            return Arrays.stream(equations.members(sum))
                    .filter(c -> c != cells[0] && terrain.cost(c) != Terrain.CLOSED)
                    .boxed()
                    .sorted(Comparator.comparing(terrain::cost))
                    .mapToInt(Integer::intValue)
                    .toArray();
        }

        /** Doubles the cube along the sum of this level; gives its cost, or CLOSED if that is not possible. */
        private long attach(int level, int partner, long cost) {
            int half = 1 << level;
            int total = equations.members(sums[level])[0];
            int turn = partner == total || cells[0] == total ? 1 : -1;
            long sum = cost;
            for (int mask = 0; mask < half; mask++) {
                steps.count();
                int lowest = Integer.lowestOneBit(mask);
                int cell = mask == 0
                        ? partner
                        : equations.fourth(cells[mask ^ lowest], cells[mask], cells[(mask ^ lowest) | half]);
                int sign = signs[mask] * turn;
                if (cell < 0 || terrain.cost(cell) == Terrain.CLOSED || !terrain.allows(cell, sign)) {
                    return Terrain.CLOSED;
                }
                sum += terrain.cost(cell);
                if (sum >= limit) {
                    return Terrain.CLOSED;
                }
                cells[mask | half] = cell;
                signs[mask | half] = sign;
            }
            return sum;
        }
    }
}
