package org.ecart.store;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.ecart.frame.AmountColumn;
import org.ecart.frame.Chunks;
import org.ecart.frame.CodeSegment;
import org.ecart.frame.Dictionary;
import org.ecart.frame.PersonSegment;

/** Column segments and dictionaries in the database. */
final class Segments {
    /** The column of each partition that holds its persons, ascending; no variable can have this name. */
    static final String PERSONS = "#person";

    private final Database database;

    Segments(Database database) {
        this.database = database;
    }

    void write(int partition, String variable, List<CodeSegment> segments) {
        List<byte[]> chunks = segments.stream().map(SegmentBytes::of).toList();
        write(partition, variable, Optional.empty(), chunks);
    }

    void write(int partition, String variable, AmountColumn column) {
        List<byte[]> chunks = column.segments().stream().map(SegmentBytes::of).toList();
        write(partition, variable, Optional.of(column.scale()), chunks);
    }

    /** @param persons of each row */
    void writePersons(int partition, int[] persons) {
        List<byte[]> chunks = IntStream.range(0, Chunks.count(persons.length))
                .mapToObj(chunk -> {
                    int from = chunk * Chunks.SIZE;
                    int to = from + Chunks.length(chunk, persons.length);
                    return SegmentBytes.of(CodeSegment.pack(persons, from, to));
                })
                .toList();
        write(partition, PERSONS, Optional.empty(), chunks);
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
        List<CodeSegment> column = codes(partition, PERSONS);
        int[] persons = new int[column.stream().mapToInt(CodeSegment::length).sum()];
        int row = 0;
        for (CodeSegment segment : column) {
            for (int i = 0; i < segment.length(); i++) {
                persons[row++] = segment.at(i);
            }
        }
        return persons;
    }

    /** The same, packed: one chunk after the other, so that all numbers are never in memory. */
    List<PersonSegment> packedPersons(int partition) {
        return database.query(
                "select content from segment where partition_id = ? and variable = ? order by chunk",
                row -> packed(SegmentBytes.codes(row.getBytes(1))),
                partition,
                PERSONS);
    }

    private static PersonSegment packed(CodeSegment segment) {
        int[] persons = new int[segment.length()];
        segment.read(0, persons.length, persons);
        return PersonSegment.pack(persons);
    }

    /** The segments of a coded column; empty when the partition does not hold the variable. */
    List<CodeSegment> codes(int partition, String variable) {
        return database.query(
                "select content from segment where partition_id = ? and variable = ? order by chunk",
                row -> SegmentBytes.codes(row.getBytes(1)),
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
        return AmountColumn.of(
                scale,
                database.query(
                        "select content from segment where partition_id = ? and variable = ? order by chunk",
                        row -> SegmentBytes.amounts(row.getBytes(1)),
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
