package org.ecart.tabulate;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;

/**
 * Persons and weight in every crossing that has persons. Crossings are numbered with the last dimension running fastest;
 * those with persons are the cells, in the order of their numbers.
 *
 * @param dimensions the crossed variables with every code that may be found, {@code _U} and {@code _N} included
 * @param numbers of the crossing of each cell
 * @param persons unweighted persons a cell; none is 0
 * @param weights exact sums of persons x weight a cell
 * @param unavailable variables that the query needs and that were not delivered for the date; if any, there are no
 *     cells
 * @param amounts what the query asks about an amount
 */
public record Cube(
        List<Dimension> dimensions,
        long[] numbers,
        long[] persons,
        ExactSums weights,
        Set<String> unavailable,
        Optional<Amounts> amounts) {
    /** @param codes every code that a cell can have in this dimension */
    public record Dimension(String variable, List<String> codes) {
        public Dimension {
            codes = List.copyOf(codes);
        }
    }

    /**
     * An amount in every cell, of those persons whose amount is known.
     *
     * @param persons unweighted persons with a known amount
     * @param weights their weight
     * @param sums exact sums of persons x weight x amount
     * @param quantiles for each share that was asked for one amount a cell; none in a cell without weight
     * @param told of single persons; none where it was not asked, or rows stand for more or less than one person
     */
    public record Amounts(
            long[] persons,
            ExactSums weights,
            List<BigDecimal> sums,
            List<List<Optional<BigDecimal>>> quantiles,
            Optional<Told> told) {
        public Amounts {
            sums = List.copyOf(sums);
            quantiles = quantiles.stream().map(List::copyOf).toList();
        }

        private Amounts of(int[] cells) {
            return new Amounts(
                    Cube.picked(persons, cells),
                    weights.of(cells),
                    picked(sums, cells),
                    quantiles.stream().map(q -> picked(q, cells)).toList(),
                    told.map(t -> t.of(cells)));
        }

        private static <T> List<T> picked(List<T> of, int[] cells) {
            return Arrays.stream(cells).mapToObj(of::get).toList();
        }
    }

    /**
     * What an amount tells of single persons.
     *
     * @param contributions of each cell
     * @param sides for each share that was asked for those of each cell; nobody in a cell without weight
     */
    public record Told(List<Contributions> contributions, List<List<Sides>> sides) {
        public Told {
            contributions = List.copyOf(contributions);
            sides = sides.stream().map(List::copyOf).toList();
        }

        private Told of(int[] cells) {
            return new Told(
                    Amounts.picked(contributions, cells),
                    sides.stream().map(s -> Amounts.picked(s, cells)).toList());
        }
    }

    public Cube {
        dimensions = List.copyOf(dimensions);
        unavailable = Set.copyOf(unavailable);
    }

    /** A question that cannot be answered for this date. */
    public static Cube unavailable(Set<String> variables) {
        return new Cube(List.of(), new long[0], new long[0], new ExactSums(0, 0), variables, Optional.empty());
    }

    /** How many cells there are. */
    public int size() {
        return persons.length;
    }

    public BigDecimal weight(int cell) {
        return weights.sum(cell);
    }

    /** Unweighted persons in all cells. */
    public long total() {
        return Arrays.stream(persons).sum();
    }

    /** For each dimension the place of a cell's code in the list of codes. */
    public int[] places(int cell) {
        int[] places = new int[dimensions.size()];
        long rest = numbers[cell];
        for (int d = places.length - 1; d >= 0; d--) {
            int count = dimensions.get(d).codes().size();
            places[d] = (int) (rest % count);
            rest /= count;
        }
        return places;
    }

    /** A cell's code in each dimension. */
    public List<String> codes(int cell) {
        int[] places = places(cell);
        List<String> codes = new ArrayList<>(places.length);
        for (int d = 0; d < places.length; d++) {
            codes.add(dimensions.get(d).codes().get(places[d]));
        }
        return Collections.unmodifiableList(codes);
    }

    /** The persons whose amount is known, as if nobody else were counted. */
    public Cube ofKnown() {
        int[] cells = amounts.stream()
                .flatMapToInt(of -> IntStream.range(0, size()).filter(cell -> of.persons()[cell] != 0))
                .toArray();
        return new Cube(
                dimensions,
                picked(numbers, cells),
                amounts.map(of -> picked(of.persons(), cells)).orElse(persons),
                amounts.map(of -> of.weights().of(cells)).orElse(weights),
                unavailable,
                Optional.empty());
    }

    /** The same cells with the dimensions in another order. */
    public Cube crossedAs(List<String> variables) {
        List<String> own = dimensions.stream().map(Dimension::variable).toList();
        if (own.equals(variables) || !unavailable.isEmpty()) {
            return this;
        }
        int[] order = variables.stream().mapToInt(own::indexOf).toArray();
        long[] others = new long[numbers.length];
        for (int cell = 0; cell < others.length; cell++) {
            int[] places = places(cell);
            for (int d : order) {
                others[cell] = others[cell] * dimensions.get(d).codes().size() + places[d];
            }
        }
        int[] cells = IntStream.range(0, numbers.length)
                .boxed()
                .sorted(Comparator.comparingLong(cell -> others[cell]))
                .mapToInt(Integer::intValue)
                .toArray();
        return new Cube(
                Arrays.stream(order).mapToObj(dimensions::get).toList(),
                picked(others, cells),
                picked(persons, cells),
                weights.of(cells),
                unavailable,
                amounts.map(a -> a.of(cells)));
    }

    private static long[] picked(long[] of, int[] cells) {
        return Arrays.stream(cells).mapToLong(cell -> of[cell]).toArray();
    }
}
