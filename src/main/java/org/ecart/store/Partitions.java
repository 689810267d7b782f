package org.ecart.store;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.ecart.model.EcartException;
import org.ecart.model.Period;

/** The log of what was imported: partitions and their versions. */
final class Partitions {
    private static final String COLUMNS = "id, extract_id, period, version, row_count, keyed, file, hash, read_rows,"
            + " rejected_rows, imported_at, imported_by, retired_at";

    private final Database database;
    private final KeptColumns kept;

    Partitions(Database database, KeptColumns kept) {
        this.database = database;
        this.kept = kept;
    }

    /** Every partition that can be asked for, by extract and date. */
    List<Partition> published() {
        return list("where published and retired_at is null order by extract_id, period");
    }

    /** All that was ever imported, what was replaced or removed too, in the order in which it came. */
    List<Partition> log() {
        return list("where published order by id");
    }

    private List<Partition> list(String which) {
        return database.query(
                "select " + COLUMNS + " from partition " + which,
                row -> new Partition(
                        row.getInt(1),
                        row.getString(2),
                        Optional.ofNullable(row.getString(3)).flatMap(Period::parse),
                        row.getInt(4),
                        row.getInt(5),
                        row.getBoolean(6),
                        row.getString(7),
                        row.getString(8),
                        row.getLong(9),
                        row.getLong(10),
                        row.getString(11),
                        row.getString(12),
                        Optional.ofNullable(row.getString(13))));
    }

    /** @throws EcartException usage, when it is not there */
    Partition require(Terms.Held held) {
        return find(held.extract(), held.period())
                .orElseThrow(() -> EcartException.usage(
                        "store.not_held",
                        held,
                        published().stream().map(p -> p.held().toString()).collect(Collectors.joining("; "))));
    }

    /** The last version of an extract at a date that was ever imported; 0 when there was none. */
    int lastVersion(String extract, Optional<Period> period) {
        return log().stream()
                .filter(p -> p.extract().equals(extract) && p.period().equals(period))
                .mapToInt(Partition::version)
                .max()
                .orElse(0);
    }

    /** Takes the rows of a partition and what was derived from them away, and keeps its line in the log; the caller commits. */
    void retire(Partition old, String at) {
        database.update("update partition set retired_at = ? where id = ?", at, old.id());
        database.update("delete from segment where partition_id = ?", old.id());
        database.update("delete from alignment where partition_id = ? or population_id = ?", old.id(), old.id());
        kept.forget(old.id());
    }

    /** The partition of an extract at a date; for an undated extract the one that is valid for all. */
    Optional<Partition> find(String extract, Optional<Period> period) {
        return published().stream()
                .filter(p -> p.extract().equals(extract) && p.period().equals(period))
                .findFirst();
    }

    /** The last report of the file that a partition came from. */
    Optional<String> report(Partition partition) {
        return database
                .query(
                        "select content from report where hash = ? order by id desc limit 1",
                        row -> row.getString(1),
                        partition.hash())
                .stream()
                .findFirst();
    }

    /** Writes an unpublished row and gives its number. */
    int add(Partition draft) {
        database.update(
                "insert into partition (extract_id, period, version, row_count, keyed, published, file, hash,"
                        + " read_rows, rejected_rows, imported_at, imported_by)"
                        + " values (?, ?, ?, ?, ?, false, ?, ?, ?, ?, ?, ?)",
                draft.extract(),
                draft.period().map(Period::toString),
                draft.version(),
                draft.rows(),
                draft.keyed(),
                draft.file(),
                draft.hash(),
                draft.read(),
                draft.rejected(),
                draft.importedAt(),
                draft.importedBy());
        return database.query("select max(id) from partition", row -> row.getInt(1))
                .get(0);
    }

    /** Makes unpublished partitions visible; the caller commits. */
    void publish(List<Integer> ids) {
        ids.forEach(id -> database.update("update partition set published = true where id = ?", id));
    }

    /** Removes what an import left behind that never came to its last commit. */
    void removeOrphans() {
        database.update("delete from segment where partition_id in (select id from partition where not published)");
        database.update("delete from alignment where partition_id in (select id from partition where not published)"
                + " or population_id in (select id from partition where not published)");
        database.update("delete from partition where not published");
        database.commit();
    }
}
