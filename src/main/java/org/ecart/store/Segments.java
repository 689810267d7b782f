package org.ecart.store;

import java.util.List;
import java.util.Optional;
import org.ecart.frame.AmountColumn;
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
        for (int chunk = 0; chunk < segments.size(); chunk++) {
            insert(partition, variable, chunk, Optional.empty(), SegmentBytes.of(segments.get(chunk)));
        }
        database.commit();
    }

    void write(int partition, String variable, AmountColumn column) {
        for (int chunk = 0; chunk < column.segments().size(); chunk++) {
            byte[] content = SegmentBytes.of(column.segments().get(chunk));
            insert(partition, variable, chunk, Optional.of(column.scale()), content);
        }
        database.commit();
    }

    private void insert(int partition, String variable, int chunk, Optional<Integer> scale, byte[] content) {
        database.update("insert into segment values (?, ?, ?, ?, ?)", partition, variable, chunk, scale, content);
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
        return new AmountColumn(
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
        for (String code : added) {
            database.update("insert into dictionary values (?, ?, ?)", variable, place++, code);
        }
    }
}
