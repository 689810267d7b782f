package org.ecart.store;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.ecart.frame.CodeSegment;
import org.ecart.frame.DerivedKey;

/**
 * Derived columns in the database, up to so many bytes; the one not read for longest goes first. They can all be made
 * again: what is half written or half removed is no damage.
 */
final class KeptColumns {
    /** Before H2 packs them: the two long variables of twenty years of seven million persons are 280 MB. */
    static final long LARGEST = 512L << 20;

    private final Database database;
    private final long largest;

    KeptColumns(Database database, long largest) {
        this.database = database;
        this.largest = largest;
    }

    Optional<List<CodeSegment>> read(DerivedKey key) {
        // In one go, so that it is not removed in between.
        synchronized (database) {
            if (!holds(key)) {
                return Optional.empty();
            }
            return Optional.of(database.query(
                    "select content from kept_segment where hash = ? order by chunk",
                    row -> SegmentBytes.codes(row.getBytes(1)),
                    key.hash()));
        }
    }

    private boolean holds(DerivedKey key) {
        return !database.query("select 1 from kept where hash = ? and whole", row -> 1, key.hash())
                .isEmpty();
    }

    /** Remembers that a column was read; the caller commits. */
    void touch(DerivedKey key) {
        database.update("update kept set used = ? where hash = ?", nextUse(), key.hash());
    }

    /**
     * Writes a column, unless it is there or came from rows that are gone; the caller commits. Others may commit in
     * between: it counts only when it is whole.
     */
    void write(DerivedKey key, List<CodeSegment> column) {
        long bytes = bytes(column);
        if (bytes > largest || holds(key) || !from(key)) {
            return;
        }
        remove(key.hash());
        makeRoom(bytes);
        database.update("insert into kept values (?, ?, ?, false)", key.hash(), bytes, nextUse());
        for (int partition : key.partitions()) {
            database.update("insert into kept_from values (?, ?)", key.hash(), partition);
        }
        for (int chunk = 0; chunk < column.size(); chunk++) {
            database.update(
                    "insert into kept_segment values (?, ?, ?)", key.hash(), chunk, SegmentBytes.of(column.get(chunk)));
        }
        database.update("update kept set whole = true where hash = ?", key.hash());
    }

    /** The bytes that a column counts for. */
    static long bytes(List<CodeSegment> column) {
        return column.stream().mapToLong(SegmentBytes::size).sum();
    }

    private boolean from(DerivedKey key) {
        return key.partitions().stream().noneMatch(id -> database.query(
                        "select 1 from partition where id = ? and published and retired_at is null", row -> 1, id)
                .isEmpty());
    }

    private void makeRoom(long bytes) {
        long used = database.query("select coalesce(sum(bytes), 0) from kept", row -> row.getLong(1))
                .get(0);
        List<String> oldest = new ArrayList<>();
        List<long[]> sizes = database.query("select hash, bytes from kept order by used", row -> {
            oldest.add(row.getString(1));
            return new long[] {row.getLong(2)};
        });
        for (int i = 0; i < oldest.size() && used + bytes > largest; i++) {
            remove(oldest.get(i));
            used -= sizes.get(i)[0];
        }
    }

    private long nextUse() {
        return database.query("select coalesce(max(used), 0) + 1 from kept", row -> row.getLong(1))
                .get(0);
    }

    /** Removes all that came from a partition; the caller commits. */
    void forget(int partition) {
        database.query("select hash from kept_from where partition_id = ?", row -> row.getString(1), partition)
                .forEach(this::remove);
    }

    /** Removes what was not written or not removed to its end. */
    void removeHalves() {
        database.query("select hash from kept where not whole", row -> row.getString(1))
                .forEach(this::remove);
        database.commit();
    }

    private void remove(String hash) {
        database.update("update kept set whole = false where hash = ?", hash);
        database.update("delete from kept_segment where hash = ?", hash);
        database.update("delete from kept_from where hash = ?", hash);
        database.update("delete from kept where hash = ?", hash);
    }
}
