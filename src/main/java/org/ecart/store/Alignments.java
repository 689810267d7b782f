package org.ecart.store;

import java.util.ArrayList;
import java.util.List;
import org.ecart.frame.AmountColumn;
import org.ecart.frame.AmountSegment;
import org.ecart.frame.Chunks;
import org.ecart.frame.CodeSegment;

/**
 * For each row of a population partition the row of the same person in another one. Both are sorted by person, so it is
 * a merge; it is made when the later of the two is imported, and kept.
 */
final class Alignments {
    /** Stands for a person without a row. */
    private static final int NO_ROW = 0;

    private final Database database;
    private final Segments segments;

    Alignments(Database database, Segments segments) {
        this.database = database;
        this.segments = segments;
    }

    /**
     * How many persons two partitions have.
     *
     * @param both in both of them
     */
    record Met(int population, int other, int both) {}

    /** Aligns a partition to a population and keeps the result. */
    Met make(int population, int partition) {
        int[] left = segments.persons(population);
        int[] right = segments.persons(partition);
        int[] rows = new int[left.length];
        int r = 0;
        int both = 0;
        for (int l = 0; l < left.length; l++) {
            while (r < right.length && right[r] < left[l]) {
                r++;
            }
            boolean same = r < right.length && right[r] == left[l];
            rows[l] = same ? r + 1 : NO_ROW;
            both += same ? 1 : 0;
        }
        for (int chunk = 0; chunk < Chunks.count(rows.length); chunk++) {
            int from = chunk * Chunks.SIZE;
            CodeSegment segment = CodeSegment.pack(rows, from, from + Chunks.length(chunk, rows.length));
            database.update(
                    "insert into alignment values (?, ?, ?, ?)",
                    population,
                    partition,
                    chunk,
                    SegmentBytes.of(segment));
        }
        database.commit();
        return new Met(left.length, right.length, both);
    }

    /** The kept alignment. */
    Alignment read(int population, int partition) {
        return new Alignment(database.query(
                "select content from alignment where population_id = ? and partition_id = ? order by chunk",
                row -> SegmentBytes.codes(row.getBytes(1)),
                population,
                partition));
    }

    /** @param rows for each row of the population 1 + the row in the other partition, 0 = none */
    record Alignment(List<CodeSegment> rows) {
        /** A column of the other partition in the population's order; {@code absent} where a person has no row there. */
        List<CodeSegment> arrange(List<CodeSegment> column, int absent) {
            List<CodeSegment> arranged = new ArrayList<>();
            for (CodeSegment place : rows) {
                int[] codes = new int[place.length()];
                for (int i = 0; i < codes.length; i++) {
                    int row = place.at(i) - 1;
                    codes[i] = row < 0 ? absent : column.get(row / Chunks.SIZE).at(row % Chunks.SIZE);
                }
                arranged.add(CodeSegment.pack(codes, 0, codes.length));
            }
            return arranged;
        }

        /** Amounts of the other partition in the population's order; unknown where a person has no row there. */
        List<long[]> arrangeAmounts(List<AmountSegment> column) {
            List<long[]> arranged = new ArrayList<>();
            for (CodeSegment place : rows) {
                long[] amounts = new long[place.length()];
                for (int i = 0; i < amounts.length; i++) {
                    int row = place.at(i) - 1;
                    amounts[i] = row < 0
                            ? AmountColumn.UNKNOWN
                            : column.get(row / Chunks.SIZE).at(row % Chunks.SIZE);
                }
                arranged.add(amounts);
            }
            return arranged;
        }
    }
}
