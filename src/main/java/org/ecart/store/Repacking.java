package org.ecart.store;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.List;
import java.util.Optional;
import org.ecart.frame.CodeSegment;

/** Segments of the first workspaces lay there as they were: codes by their width, persons as codes, amounts in eight bytes. */
final class Repacking {
    private record Kept(int partition, String variable, int chunk, Optional<Integer> scale, byte[] content) {}

    private Repacking() {}

    static void of(Database database) {
        database.query(
                        "select distinct partition_id, variable from segment",
                        row -> new Kept(row.getInt(1), row.getString(2), 0, Optional.empty(), new byte[0]))
                .forEach(column -> segments(database, column));
        repack(database, "alignment", "population_id, partition_id, chunk");
        repack(database, "person", "chunk, chunk, chunk");
    }

    private static void segments(Database database, Kept column) {
        List<Kept> chunks = database.query(
                "select chunk, scale, content from segment where partition_id = ? and variable = ?",
                row -> new Kept(
                        column.partition(),
                        column.variable(),
                        row.getInt(1),
                        Optional.ofNullable(row.getObject(2, Integer.class)),
                        row.getBytes(3)),
                column.partition(),
                column.variable());
        for (Kept kept : chunks) {
            database.update(
                    "update segment set content = ? where partition_id = ? and variable = ? and chunk = ?",
                    Packed.pack(plain(kept)),
                    kept.partition(),
                    kept.variable(),
                    kept.chunk());
        }
    }

    private static byte[] plain(Kept kept) {
        if (kept.scale().isPresent()) {
            long[] amounts = new long[kept.content().length / Long.BYTES];
            ByteBuffer.wrap(kept.content())
                    .order(ByteOrder.LITTLE_ENDIAN)
                    .asLongBuffer()
                    .get(amounts);
            return SegmentBytes.of(amounts);
        }
        if (kept.variable().equals(Segments.PERSONS)) {
            CodeSegment codes = SegmentBytes.codes(kept.content());
            int[] persons = new int[codes.length()];
            for (int i = 0; i < persons.length; i++) {
                persons[i] = codes.at(i);
            }
            return SegmentBytes.ofAscending(persons, 0, persons.length);
        }
        return kept.content();
    }

    /** @param key the three columns that tell a row, none twice being wrong */
    private static void repack(Database database, String table, String key) {
        String[] names = key.split(", ");
        List<Object[]> rows = database.query("select content, " + key + " from " + table, row ->
                new Object[] {Packed.pack(row.getBytes(1)), row.getInt(2), row.getInt(3), row.getInt(4)});
        database.updateAll(
                "update " + table + " set content = ? where " + names[0] + " = ? and " + names[1] + " = ? and "
                        + names[2] + " = ?",
                rows);
    }
}
