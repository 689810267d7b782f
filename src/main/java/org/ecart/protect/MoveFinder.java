package org.ecart.protect;

import java.util.Optional;
import java.util.Set;
import org.ecart.protect.Hypercubes.Cube;
import org.ecart.protect.Surroundings.Extent;

/**
 * Looks for the move that a cell still needs, the cheapest first, and has it taken. Prices: every suppressed cell is a
 * loss, a larger one a greater loss, a total the greatest.
 */
final class MoveFinder {
    private static final long PRICE = 16;
    private static final long PRICE_OF_NOTHING = 10_000;

    private final Equations equations;
    private final Knowledge knowledge;
    private final Suppressed suppressed;
    private final Hypercubes hypercubes;
    private final LinearMoves linear;
    private final int threshold;

    MoveFinder(
            Equations equations,
            Knowledge knowledge,
            Suppressed suppressed,
            Hypercubes hypercubes,
            LinearMoves linear,
            int threshold) {
        this.equations = equations;
        this.knowledge = knowledge;
        this.suppressed = suppressed;
        this.hypercubes = hypercubes;
        this.linear = linear;
        this.threshold = threshold;
    }

    /** Which cells a move may use; each also those of the one before. */
    enum Reach {
        /** what is unknown already */
        UNKNOWN,
        /** published cells with somebody in them */
        OCCUPIED,
        /** empty cells too */
        ANY
    }

    /** The loss when the cell is left out. */
    long price(int cell) {
        long persons = equations.cell(cell).persons();
        if (persons == 0) {
            return PRICE_OF_NOTHING;
        }
        return PRICE * (1 + equations.timesTotal(cell)) + Long.SIZE - Long.numberOfLeadingZeros(persons);
    }

    /** Looks for hypercubes in which all these parts of the cell rise by the threshold at once. */
    void widenByCube(int cell, Set<Integer> parts, Reach reach) {
        take(cheapestWide(cell, parts, 0, reach));
    }

    /** Looks for a hypercube in which one of these parts rises and falls by the threshold in all. */
    void widenByAnyCube(int cell, Set<Integer> parts, Reach reach) {
        Optional<Cube> best = Optional.empty();
        for (int part : parts) {
            long value = equations.value(part, cell);
            for (long fall : new long[] {0, Math.min(value, threshold)}) {
                best = cheaper(best, cheapestWide(cell, Set.of(part), fall, reach));
            }
        }
        take(best);
    }

    private Optional<Cube> cheapestWide(int cell, Set<Integer> parts, long fall, Reach reach) {
        return hypercubes.cheapest(
                cell,
                new Closed(reach) {
                    @Override
                    public boolean allows(int c, int sign) {
                        long needed = sign > 0 ? fall : threshold - fall;
                        return parts.stream().allMatch(part -> equations.value(part, c) >= needed);
                    }
                },
                Long.MAX_VALUE);
    }

    /** The same by linear programming. */
    void widenByLine(int cell, Set<Integer> parts, Reach reach, Extent extent) {
        for (int part : parts) {
            Optional<Move> move = linear.apart(cell, part, threshold, new Closed(reach), extent);
            if (move.isPresent()) {
                suppressed.take(move.get());
                return;
            }
        }
    }

    /** Looks for a hypercube without the {@code still} cells that gives the quantity another value in B's eyes. */
    boolean changeByCube(int cell, Quantity quantity, int[] still, Reach reach) {
        Optional<Cube> best = Optional.empty();
        for (int numerator = -1; numerator <= 1; numerator++) {
            for (int rest = -1; rest <= 1; rest++) {
                for (int outside = -1; outside <= 1; outside++) {
                    int[] step = {numerator, rest, outside};
                    if (quantity.of(numerator, rest, outside) != 0 && exist(step)) {
                        long limit = best.map(Cube::cost).orElse(Long.MAX_VALUE);
                        best = cheaper(best, hypercubes.cheapest(cell, guarded(step, still, reach), limit));
                    }
                }
            }
        }
        return take(best);
    }

    private boolean exist(int[] step) {
        for (int part = equations.parts().length; part < Quantity.PARTS; part++) {
            if (step[part] != 0) {
                return false;
            }
        }
        return true;
    }

    private Terrain guarded(int[] step, int[] still, Reach reach) {
        return new Closed(reach, still) {
            @Override
            public boolean allows(int c, int sign) {
                return knowledge.allows(
                        c,
                        equations.value(0, c) + (long) sign * step[0],
                        equations.value(1, c) + (long) sign * step[1],
                        equations.value(2, c) + (long) sign * step[2]);
            }
        };
    }

    /** The same by linear programming. */
    boolean changeByLine(int cell, Quantity quantity, int[] still, Reach reach, Extent extent) {
        Optional<Move> move = linear.another(cell, quantity, new Closed(reach, still), extent);
        move.ifPresent(suppressed::take);
        return move.isPresent();
    }

    private static Optional<Cube> cheaper(Optional<Cube> best, Optional<Cube> other) {
        return best.isEmpty()
                        || other.isPresent() && other.get().cost() < best.get().cost()
                ? other
                : best;
    }

    private boolean take(Optional<Cube> cube) {
        cube.ifPresent(suppressed::take);
        return cube.isPresent();
    }

    /** Closed to cells out of reach and to those that must keep still; any direction. */
    private class Closed implements Terrain {
        private final Reach reach;
        private final int[] still;

        Closed(Reach reach, int... still) {
            this.reach = reach;
            this.still = still;
        }

        @Override
        public long cost(int cell) {
            for (int c : still) {
                if (c == cell) {
                    return CLOSED;
                }
            }
            if (suppressed.unknown(cell)) {
                return 0;
            }
            boolean open =
                    switch (reach) {
                        case UNKNOWN -> false;
                        case OCCUPIED -> equations.cell(cell).persons() > 0;
                        case ANY -> true;
                    };
            return open ? price(cell) : CLOSED;
        }

        @Override
        public boolean allows(int cell, int sign) {
            return true;
        }
    }
}
