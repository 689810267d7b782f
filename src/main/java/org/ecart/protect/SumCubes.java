package org.ecart.protect;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.ecart.protect.SumMoves.Goal;
import org.ecart.protect.SumMoves.Move;

/**
 * The cheapest alternating moves of an amount over hypercubes of parts: a part of the figure that has to move, a partner in
 * each of some dimensions, and the corners that these span. What one corner gains the next one loses, so sums over a
 * dimension stay as they are. Much faster than a linear program, and finds nothing where a corner has too little.
 */
final class SumCubes {
    private static final int MOST_BASES = 6;
    /** So many cubes are tried from one base; in larger grids only some partners in each dimension are. */
    private static final long MOST_CUBES = 4_000;
    /** A price is above what spares those who would know a corner, and that is above the number of corners. */
    private static final long PRICE = 1 << 16;

    private static final long ALONE = 1 << 8;

    private final Sums sums;
    private final int[][] figuresOf;
    private final BitSet alone;
    private final int[] changed;
    private final List<Integer> touched = new ArrayList<>();

    SumCubes(Sums sums) {
        this.sums = sums;
        this.figuresOf = sums.figuresOf();
        this.alone = sums.alone();
        this.changed = new int[sums.figures().size()];
    }

    /**
     * A move and what it would make unknown.
     *
     * @param price of the figures that would have to be left out; 0 = none
     */
    record Found(Move move, long price) {}

    /** The cheapest move from some parts of the figure, if there is one. */
    Optional<Found> cheapest(Goal goal) {
        Search search = new Search(goal);
        sums.figures().get(goal.figure()).parts().stream()
                .boxed()
                .filter(part -> !goal.still().get(part))
                .sorted(Comparator.comparing(search::priceAlone))
                .limit(MOST_BASES)
                .forEach(search::from);
        return search.found();
    }

    private final class Search {
        private final Goal goal;
        private final int sign;
        private final List<Long> corners = new ArrayList<>();
        private long least = Long.MAX_VALUE;
        private Map<Integer, Integer> best = Map.of();
        private BigInteger amount = BigInteger.ZERO;

        Search(Goal goal) {
            this.goal = goal;
            this.sign = goal.need().signum();
        }

        Optional<Found> found() {
            if (best.isEmpty()) {
                return Optional.empty();
            }
            Map<Integer, BigInteger> changes = new TreeMap<>();
            best.forEach((part, times) -> changes.put(part, amount.multiply(BigInteger.valueOf(times))));
            return Optional.of(new Found(new Move(changes, 1), least / PRICE));
        }

        /** What the figures cost that are this part alone. */
        private long priceAlone(int part) {
            long price = 0;
            for (int figure : figuresOf[part]) {
                price += sums.figures().get(figure).parts().cardinality() == 1 ? price(figure) : 0;
            }
            return price;
        }

        void from(int part) {
            long base = sums.grid().of(part);
            corners.clear();
            corners.add(base);
            extend(base, partners(base), 0);
        }

        /** In each dimension the coordinates to try. */
        private int[][] partners(long base) {
            int[][] all = new int[sums.grid().dimensions()][];
            for (int d = 0; d < all.length; d++) {
                int dimension = d;
                all[d] = IntStream.range(0, sums.grid().size(d))
                        .filter(c -> c != sums.grid().coordinate(base, dimension))
                        .boxed()
                        .sorted(Comparator.comparing(c -> {
                            int beside = sums.grid().at(sums.grid().beside(base, dimension, c));
                            return beside < 0 ? Long.MAX_VALUE : priceAlone(beside);
                        }))
                        .mapToInt(Integer::intValue)
                        .toArray();
            }
            long cubes = cubes(all);
            while (cubes > MOST_CUBES) {
                int longest = IntStream.range(0, all.length)
                        .boxed()
                        .max(Comparator.comparing(d -> all[d].length))
                        .orElseThrow();
                all[longest] = Arrays.copyOf(all[longest], all[longest].length * 3 / 4);
                cubes = cubes(all);
            }
            return all;
        }

        private static long cubes(int[][] partners) {
            return Arrays.stream(partners).mapToLong(p -> p.length + 1L).reduce(1, Math::multiplyExact);
        }

        /** Doubles the corners along a dimension, or leaves it, and goes on with the next. */
        private void extend(long base, int[][] partners, int dimension) {
            if (dimension == partners.length) {
                weigh();
                return;
            }
            extend(base, partners, dimension + 1);
            int size = corners.size();
            for (int coordinate : partners[dimension]) {
                boolean there = true;
                for (int i = 0; i < size && there; i++) {
                    long corner = sums.grid().beside(corners.get(i), dimension, coordinate);
                    int part = sums.grid().at(corner);
                    there = part >= 0 && !goal.still().get(part);
                    corners.add(corner);
                }
                if (there) {
                    extend(base, partners, dimension + 1);
                }
                corners.subList(size, corners.size()).clear();
            }
        }

        /** Whether the corners make a move, and the cheapest so far. */
        private void weigh() {
            Map<Integer, Integer> times = new TreeMap<>();
            for (int i = 0; i < corners.size(); i++) {
                // a corner is reached from the base by as many steps as its number has ones in binary
                int side = (Integer.bitCount(i) % 2 == 0 ? 1 : -1) * sign;
                times.merge(sums.grid().at(corners.get(i)), side, Integer::sum);
            }
            touch(times);
            int own = changed[goal.figure()] * sign;
            long cost = own > 0 ? cost(times) : Long.MAX_VALUE;
            for (int figure : touched) {
                changed[figure] = 0;
            }
            touched.clear();
            if (cost < least) {
                BigInteger each = ceiling(goal.need().abs(), own);
                if (sums.signed() || enough(times, each)) {
                    least = cost;
                    best = times;
                    amount = each;
                }
            }
        }

        private void touch(Map<Integer, Integer> times) {
            times.forEach((part, change) -> {
                for (int figure : figuresOf[part]) {
                    touched.add(figure);
                    changed[figure] += change;
                }
            });
        }

        private long cost(Map<Integer, Integer> times) {
            long cost = times.keySet().stream().filter(alone::get).count() * ALONE + times.size();
            for (int i = 0; i < touched.size() && cost < least; i++) {
                int figure = touched.get(i);
                if (changed[figure] != 0 && figure != goal.figure()) {
                    if (sums.figures().get(figure).fixed()) {
                        return Long.MAX_VALUE;
                    }
                    cost += price(figure) * PRICE;
                    changed[figure] = 0;
                }
            }
            return cost;
        }

        private long price(int figure) {
            Sums.Figure of = sums.figures().get(figure);
            return of.tellers().isEmpty() || goal.hidden().get(figure) ? 0 : of.price();
        }

        private boolean enough(Map<Integer, Integer> times, BigInteger each) {
            return times.entrySet().stream()
                    .allMatch(e -> sums.parts()
                                    .get(e.getKey())
                                    .add(each.multiply(BigInteger.valueOf(e.getValue())))
                                    .signum()
                            >= 0);
        }
    }

    private static BigInteger ceiling(BigInteger value, int by) {
        BigInteger divisor = BigInteger.valueOf(by);
        return value.add(divisor).subtract(BigInteger.ONE).divide(divisor);
    }
}
