package org.ecart.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import org.ecart.files.Definitions;
import org.ecart.model.Departure;
import org.ecart.model.EcartException;

/**
 * The releases that have left, in the order in which they did. Nothing is ever taken out: a release that never left the
 * house after all is marked as forgotten, with the reason, and is not looked at any more.
 */
public final class Ledger {
    private final Database database;

    Ledger(Database database) {
        this.database = database;
    }

    /**
     * A release.
     *
     * @param at UTC, to the second
     */
    public record Entry(Departure departure, String at, Optional<Forgotten> forgotten) {}

    /** That and why a release is not looked at any more. */
    public record Forgotten(String at, String because) {}

    /** Every release, forgotten ones too. */
    public List<Entry> all() {
        return database.query(
                "select content, left_at, forgotten_at, because from departure order by number", Ledger::entry);
    }

    private static Entry entry(ResultSet row) throws SQLException {
        String forgottenAt = row.getString(3);
        return new Entry(
                Definitions.departure(row.getString(1)),
                row.getString(2),
                forgottenAt == null ? Optional.empty() : Optional.of(new Forgotten(forgottenAt, row.getString(4))));
    }

    /** The releases that readers have. */
    public List<Departure> standing() {
        return all().stream()
                .filter(entry -> entry.forgotten().isEmpty())
                .map(Entry::departure)
                .toList();
    }

    /**
     * Remembers a release.
     *
     * @param at UTC, to the second
     */
    public void add(Departure departure, String at) {
        synchronized (database) {
            database.update(
                    "insert into departure (id, left_at, content) values (?, ?, ?)",
                    departure.id(),
                    at,
                    Definitions.text(departure));
            database.commit();
            database.flush();
        }
    }

    /**
     * Marks a release as one that never left.
     *
     * @param id the id of the release, or the beginning of it that no other has
     * @param at UTC, to the second
     * @throws EcartException usage, when no release has it, or several have
     */
    public Departure forget(String id, String because, String at) {
        synchronized (database) {
            List<Departure> meant = standing().stream()
                    .filter(departure -> !id.isEmpty() && departure.id().startsWith(id))
                    .toList();
            if (meant.size() != 1) {
                throw EcartException.usage(meant.isEmpty() ? "store.release.none" : "store.release.several", id);
            }
            database.update(
                    "update departure set forgotten_at = ?, because = ? where id = ? and forgotten_at is null",
                    at,
                    because,
                    meant.get(0).id());
            database.commit();
            database.flush();
            return meant.get(0);
        }
    }
}
