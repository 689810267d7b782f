package org.ecart.store;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.ecart.frame.AmountColumn;
import org.ecart.frame.Chunks;
import org.ecart.frame.CodeSegment;
import org.ecart.frame.Dictionary;

/** Column segments and dictionaries in the database. */
final class Segments {
    /** The column of each partition that holds its persons, ascending; no variable can have this name. */
    static final String PERSONS = "#person";

    private final Database database;

    Segments(Database database) {
        this.database = database;
    }

    void write(int partition, String variable, List<CodeSegment> segments) {
        write(partition, variable, Optional.empty(), packed(segments, SegmentBytes::of));
    }

    void write(int partition, String variable, AmountColumn column) {
        write(partition, variable, Optional.of(column.scale()), packed(column.segments(), SegmentBytes::of));
    }

    /** @param persons of each row, ascending */
    void writePersons(int partition, int[] persons) {
        List<Integer> chunks =
                IntStream.range(0, Chunks.count(persons.length)).boxed().toList();
        write(partition, PERSONS, Optional.empty(), packed(chunks, c -> {
            int from = c * Chunks.SIZE;
            return SegmentBytes.ofAscending(persons, from, from + Chunks.length(c, persons.length));
        }));
    }

    /** To pack takes longer than to write: it is done on all processors. */
    private static <T> List<byte[]> packed(List<T> segments, Function<T, byte[]> bytes) {
        return segments.parallelStream().map(s -> Packed.pack(bytes.apply(s))).toList();
    }

    private void write(int partition, String variable, Optional<Integer> scale, List<byte[]> chunks) {
        List<Object[]> rows = new ArrayList<>();
        for (int chunk = 0; chunk < chunks.size(); chunk++) {
            rows.add(new Object[] {partition, variable, chunk, scale, chunks.get(chunk)});
        }
        database.updateAll("insert into segment values (?, ?, ?, ?, ?)", rows);
        database.commit();
    }

    /** The persons of a partition's rows. */
    int[] persons(int partition) {
        List<int[]> chunks = database.query(
                "select content from segment where partition_id = ? and variable = ? order by chunk",
                row -> SegmentBytes.ascending(Packed.unpack(row.getBytes(1))),
                partition,
                PERSONS);
        int[] persons = new int[chunks.stream().mapToInt(c -> c.length).sum()];
        int row = 0;
        for (int[] chunk : chunks) {
            System.arraycopy(chunk, 0, persons, row, chunk.length);
            row += chunk.length;
        }
        return persons;
    }

    /** The segments of a coded column; empty when the partition does not hold the variable. */
    List<CodeSegment> codes(int partition, String variable) {
        return database.query(
                "select content from segment where partition_id = ? and variable = ? order by chunk",
                row -> SegmentBytes.codes(Packed.unpack(row.getBytes(1))),
                partition,
                variable);
    }

    AmountColumn amounts(int partition, String variable) {
        int scale = database
                .query(
                        "select scale from segment where partition_id = ? and variable = ? and chunk = 0",
                        row -> row.getInt(1),
                        partition,
                        variable)
                .stream()
                .findFirst()
                .orElse(0);
        return new AmountColumn(
                scale,
                database.query(
                        "select content from segment where partition_id = ? and variable = ? order by chunk",
                        row -> SegmentBytes.amounts(Packed.unpack(row.getBytes(1))),
                        partition,
                        variable));
    }

    boolean holds(int partition, String variable) {
        return !database.query(
                        "select 1 from segment where partition_id = ? and variable = ? and chunk = 0",
                        row -> 1,
                        partition,
                        variable)
                .isEmpty();
    }

    /** The values of a variable met so far, in order of their places. */
    List<String> dictionary(String variable) {
        return database.query(
                "select code from dictionary where variable = ? order by place", row -> row.getString(1), variable);
    }

    /** Appends values behind those that are there; the caller commits. */
    void append(String variable, List<String> added) {
        int place = Dictionary.FIRST + dictionary(variable).size();
        List<Object[]> rows = new ArrayList<>();
        for (String code : added) {
            rows.add(new Object[] {variable, place++, code});
        }
        database.updateAll("insert into dictionary values (?, ?, ?)", rows);
    }
}
