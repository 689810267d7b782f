package org.ecart.protect;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Comparator;
import java.util.List;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;

/**
 * The atoms that differ from one in a single dimension, the cheapest first, and what cubes that begin there cost at least: a sum
 * that holds no other corner changes with the first.
 */
final class Partners {
    /** Above any price of a few units. */
    private static final long RELIEF = 1_000_000_000;

    private final Ground ground;
    private final Terms terms;
    private final int base;
    private final int[] dimensions;
    /** Sums with the base that are known, or that B knows not to have changed with it alone. */
    private final int[] sums;

    private final int[] blocked;
    /** Units that are paid for, if only as those that tell of the base by itself. */
    private final BitSet own = new BitSet();

    private final List<List<Partner>> along = new ArrayList<>();
    private final long[] least;

    /**
     * An atom beside the base.
     *
     * @param coordinate in the dimension in which they differ
     * @param alone the price of what tells of it by itself
     * @param without the price of the sums along this dimension that hold the base and not the partner
     * @param rank low for those to be tried first
     */
    record Partner(int atom, int coordinate, long alone, long without, long rank) {
        long least() {
            return alone + without;
        }
    }

    /**
     * The sides of a cube.
     *
     * @param numbers of its dimensions, among those in which atoms may differ
     * @param floor what it costs at least besides the base
     */
    record Sides(int[] numbers, long floor) {}

    /**
     * @param dimensions in which atoms may differ
     * @param possible whether an atom may move against the base
     */
    Partners(Ground ground, Published published, Terms terms, int base, int[] dimensions, IntPredicate possible) {
        this.ground = ground;
        this.terms = terms;
        this.base = base;
        this.dimensions = dimensions;
        int[] figures = ground.figuresOf(base);
        this.blocked = Arrays.stream(figures).filter(terms::blocked).toArray();
        this.sums = Arrays.stream(figures)
                .filter(figure -> published.known(figure) || blocked(figure))
                .toArray();
        own.or(terms.goal().paid());
        terms.alone(base, own);
        for (int dimension : dimensions) {
            along.add(along(dimension, possible));
        }
        this.least = along.stream()
                .mapToLong(list -> list.stream().mapToLong(Partner::least).min().orElse(0))
                .toArray();
    }

    private boolean blocked(int figure) {
        return Arrays.binarySearch(blocked, figure) >= 0;
    }

    private List<Partner> along(int dimension, IntPredicate possible) {
        int[] lines = Arrays.stream(sums)
                .filter(sum -> ground.extent(sum) == 1L << dimension)
                .toArray();
        List<Partner> partners = new ArrayList<>();
        for (int coordinate = 0; coordinate < ground.system().size(dimension); coordinate++) {
            int atom = ground.beside(base, dimension, coordinate);
            if (atom >= 0 && atom != base && possible.test(atom)) {
                long alone = terms.alone(atom, (BitSet) own.clone());
                long without = without(lines, atom);
                if (alone != Terms.CLOSED && without != Terms.CLOSED) {
                    long rank = terms.rank(atom) + without - relief(atom);
                    partners.add(new Partner(atom, coordinate, alone, without, rank));
                }
            }
        }
        partners.sort(Comparator.comparingLong(Partner::rank).thenComparing(partner -> -terms.count(partner.atom())));
        return partners;
    }

    private long without(int[] lines, int atom) {
        return price(Arrays.stream(lines).filter(line -> !ground.holds(line, atom)));
    }

    /** The price of sums that must go; {@link Terms#CLOSED} where one may not. */
    private long price(IntStream gone) {
        BitSet priced = (BitSet) own.clone();
        long price = 0;
        for (int sum : gone.toArray()) {
            long more = blocked(sum) ? Terms.CLOSED : terms.priceOf(sum, priced);
            if (more == Terms.CLOSED) {
                return Terms.CLOSED;
            }
            price += more;
        }
        return price;
    }

    /** Partners that keep what B knows not to have changed as it is come first. */
    private long relief(int atom) {
        long relief = 0;
        for (int sum : blocked) {
            relief += ground.holds(sum, atom) ? RELIEF : 0;
        }
        return relief;
    }

    /** The partners in a dimension, by its place among those in which atoms may differ. */
    List<Partner> along(int side) {
        return along.get(side);
    }

    /** All sides that cubes over not more than so many dimensions may have, those first over which they may be cheapest. */
    List<Sides> sides(int most) {
        List<Sides> all = new ArrayList<>();
        for (int subset = 0; subset < 1 << dimensions.length; subset++) {
            if (Integer.bitCount(subset) <= most) {
                int[] numbers = BitSet.valueOf(new long[] {subset}).stream().toArray();
                long bits = Arrays.stream(numbers)
                        .mapToLong(i -> 1L << dimensions[i])
                        .sum();
                long around = around(bits);
                if (around != Terms.CLOSED) {
                    long floor = around
                            + Arrays.stream(numbers).mapToLong(this::least).sum();
                    all.add(new Sides(numbers, floor));
                }
            }
        }
        all.sort(Comparator.comparingLong(Sides::floor).thenComparing(sides -> sides.numbers().length));
        return all;
    }

    /** What a partner in this dimension costs at least. */
    long least(int side) {
        return least[side];
    }

    /**
     * What a cube costs at least besides the base and its partners: the sums that are but one coordinate wide in all its
     * dimensions.
     *
     * @param dimensions as bits
     */
    private long around(long dimensions) {
        return price(Arrays.stream(sums).filter(sum -> (ground.extent(sum) & dimensions) == 0));
    }
}
