package org.ecart.tabulate;

import java.util.Arrays;
import org.ecart.frame.Chunks;
import org.ecart.frame.Frame;

/** Persons and weight of some rows by cell. */
final class PersonCount implements Pass.Part<PersonCount> {
    private final Frame frame;
    private final Numbering numbers;
    private final RowWeights weights;
    private final int[] cells;
    private final long[] persons;
    private final int[] rows;
    private final ProductSums sums;

    PersonCount(Frame frame, Numbering numbers, RowWeights weights) {
        this.frame = frame;
        this.numbers = numbers;
        this.weights = weights;
        this.cells = new int[Math.min(Chunks.SIZE, frame.rows())];
        this.persons = new long[weights.persons().isPresent() ? numbers.bound() : 0];
        this.rows = new int[weights.persons().isPresent() ? 0 : numbers.bound()];
        this.sums = new ProductSums(weights.weight().isPresent() ? numbers.bound() : 0, weights.factors());
    }

    @Override
    public void add(int chunk) {
        numbers.write(chunk, cells);
        if (weights.persons().isPresent()) {
            long[] times = weights.persons().get().segments().get(chunk);
            for (int row = 0; row < times.length; row++) {
                persons[cells[row]] += times[row];
            }
        } else {
            int length = Chunks.length(chunk, frame.rows());
            for (int row = 0; row < length; row++) {
                rows[cells[row]]++;
            }
        }
        if (weights.weight().isPresent()) {
            sums.add(chunk, cells);
        }
    }

    /** The numbers of the rows of the chunk that was added last. */
    int[] numbered() {
        return cells;
    }

    @Override
    public PersonCount plus(PersonCount other) {
        for (int cell = 0; cell < persons.length; cell++) {
            persons[cell] += other.persons[cell];
        }
        for (int cell = 0; cell < rows.length; cell++) {
            rows[cell] += other.rows[cell];
        }
        sums.plus(other.sums);
        return this;
    }

    /** Unweighted persons of the first so many cells. */
    long[] persons(int count) {
        return weights.persons().isPresent()
                ? Arrays.copyOf(persons, count)
                : Arrays.stream(rows, 0, count).asLongStream().toArray();
    }

    /** Weight of the first so many cells. */
    ExactSums weights(int count) {
        return weights.weight().isPresent() ? sums.first(count) : ExactSums.of(persons(count), 0);
    }
}
