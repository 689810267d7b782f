package org.ecart.tabulate;

import java.util.Arrays;
import java.util.stream.IntStream;
import org.ecart.frame.AmountColumn;

/** Persons and weight of some rows by cell. */
final class PersonCount implements Pass.Part<PersonCount> {
    private final Numbering numbers;
    private final RowWeights weights;
    private final RowCount rows;
    private final int[] cells;
    private final long[] persons;
    private final ProductSums sums;
    /** Whether rows are counted where their weight is. */
    private final boolean counted;

    PersonCount(Numbering numbers, RowWeights weights) {
        this.numbers = numbers;
        this.weights = weights;
        this.rows = new RowCount(numbers);
        this.cells = new int[Rows.MOST];
        this.persons = new long[weights.persons().isPresent() ? numbers.bound() : 0];
        this.sums = new ProductSums(weights.vary() ? numbers.bound() : 0, weights.factors());
        this.counted = weights.persons().isEmpty() && weights.vary() && sums.counting();
    }

    @Override
    public void add(Rows block) {
        if (weights.persons().isEmpty() && !weights.vary()) {
            rows.add(block);
            return;
        }
        numbers.write(block, cells);
        add(block, cells);
    }

    /** @param cells of the rows */
    void add(Rows block, int[] cells) {
        if (!counted) {
            weights.persons().ifPresentOrElse(times -> add(block, cells, times), () -> rows.add(cells, block.count()));
        }
        if (weights.vary()) {
            sums.add(block, cells);
        }
    }

    private void add(Rows block, int[] cells, AmountColumn times) {
        times.segments().get(block.chunk()).addTo(persons, cells, block.from(), block.count(), 0);
    }

    @Override
    public PersonCount plus(PersonCount other) {
        for (int cell = 0; cell < persons.length; cell++) {
            persons[cell] += other.persons[cell];
        }
        rows.plus(other.rows);
        sums.plus(other.sums);
        return this;
    }

    /** The cells that have persons. */
    int[] found() {
        long[] all = persons();
        return IntStream.range(0, numbers.cells())
                .filter(cell -> all[cell] != 0)
                .toArray();
    }

    private long[] persons() {
        if (counted) {
            return sums.counts();
        }
        return weights.persons().isPresent()
                ? persons
                : Arrays.stream(rows.counts()).asLongStream().toArray();
    }

    /** Unweighted persons of these cells. */
    long[] persons(int[] of) {
        long[] all = persons();
        return Arrays.stream(of).mapToLong(cell -> all[cell]).toArray();
    }

    /** Unweighted persons of so many cells together, from each of these on. */
    long[] persons(int[] from, int together) {
        long[] all = persons();
        return Arrays.stream(from)
                .mapToLong(cell -> Arrays.stream(all, cell, cell + together).sum())
                .toArray();
    }

    /** Weight of these cells. */
    ExactSums weights(int[] of) {
        return weights.vary() ? sums.of(of) : weights.of(persons(of));
    }
}
