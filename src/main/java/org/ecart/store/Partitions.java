package org.ecart.store;

import java.util.List;
import java.util.Optional;
import org.ecart.model.Period;

/** The log of what was imported: partitions and their versions. */
final class Partitions {
    private static final String COLUMNS = "id, extract_id, period, version, row_count, keyed, file, hash, read_rows,"
            + " rejected_rows, imported_at, imported_by";

    private final Database database;

    Partitions(Database database) {
        this.database = database;
    }

    /** Every published partition, its newest version, by extract and date. */
    List<Partition> published() {
        return database.query(
                "select " + COLUMNS + " from partition p where published and not exists (select 1 from partition n"
                        + " where n.published and n.extract_id = p.extract_id and n.version > p.version"
                        + " and n.period is not distinct from p.period) order by extract_id, period",
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
                        row.getString(12)));
    }

    /** The partition of an extract at a date; for an undated extract the one that is valid for all. */
    Optional<Partition> find(String extract, Optional<Period> period) {
        return published().stream()
                .filter(p -> p.extract().equals(extract) && p.period().equals(period))
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
