package org.ecart.store;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.ecart.model.EcartException;

/**
 * One connection to the workspace's database, with the few ways in which the store talks to it. Arguments of statements
 * may be optional; an empty one is SQL's null. Threads take turns, statement by statement.
 */
final class Database implements AutoCloseable {
    /** H2's codes for a file that can no longer be read or written, and for a database that it closed for that reason. */
    private static final Set<Integer> OUT_OF_REACH = Set.of(90028, 90031, 90098, 90121, 50000);

    private final Connection connection;
    private final Path folder;
    private boolean compact;
    private boolean lost;

    private Database(Connection connection, Path folder) {
        this.connection = connection;
        this.folder = folder;
    }

    /** Opens a database that is not encrypted. */
    static Database open(Path folder, boolean create) {
        return open(folder, create, Optional.empty());
    }

    /**
     * Opens the database of a folder, making it where {@code create}: encrypted with a passphrase, plain without.
     *
     * @throws EcartException data, when it is open already, the file is damaged, or the passphrase does not open it
     */
    static Database open(Path folder, boolean create, Optional<Passphrase> passphrase) {
        Opening opening = new Opening(folder, create);
        Connection connection = passphrase.map(opening::encrypted).orElseGet(opening::plain);
        try {
            connection.setAutoCommit(false);
            Database database = new Database(connection, folder);
            database.refuseUnlessAlone(folder);
            return database;
        } catch (SQLException refused) {
            throw EcartException.data("store.damaged", folder);
        }
    }

    /** H2 keeps other processes out; within this one it would share the database, and the first to close end it. */
    private void refuseUnlessAlone(Path folder) throws SQLException {
        int sessions = query("select count(*) from information_schema.sessions", row -> row.getInt(1))
                .get(0);
        if (sessions > 1) {
            connection.close();
            throw EcartException.data("store.locked", folder);
        }
    }

    /** Reads one row of a result. */
    interface RowReader<T> {
        T read(ResultSet row) throws SQLException;
    }

    synchronized <T> List<T> query(String sql, RowReader<T> reader, Object... arguments) {
        try (PreparedStatement statement = prepare(sql, arguments);
                ResultSet rows = statement.executeQuery()) {
            List<T> all = new ArrayList<>();
            while (rows.next()) {
                all.add(reader.read(rows));
            }
            return all;
        } catch (SQLException failure) {
            throw failed(failure);
        }
    }

    /** Takes one row of a result. */
    interface RowTaker {
        void take(ResultSet row) throws SQLException;
    }

    /** Goes through a result that is too large to be held. */
    synchronized void forEach(String sql, RowTaker taker) {
        try (PreparedStatement statement = prepare(sql);
                ResultSet rows = statement.executeQuery()) {
            while (rows.next()) {
                taker.take(rows);
            }
        } catch (SQLException failure) {
            throw failed(failure);
        }
    }

    synchronized void update(String sql, Object... arguments) {
        try (PreparedStatement statement = prepare(sql, arguments)) {
            statement.executeUpdate();
        } catch (SQLException failure) {
            throw failed(failure);
        }
    }

    /** The same statement for many rows of arguments. */
    synchronized void updateAll(String sql, List<Object[]> rows) {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            for (Object[] row : rows) {
                set(statement, row);
                statement.executeUpdate();
            }
        } catch (SQLException failure) {
            throw failed(failure);
        }
    }

    /** Has the pages that were given up cleared away when the database is closed. */
    void compactAtEnd() {
        compact = true;
    }

    /** Waits until all that is committed lies on the disk. */
    synchronized void flush() {
        update("checkpoint sync");
    }

    /** Makes everything since the last commit permanent. */
    synchronized void commit() {
        try {
            connection.commit();
        } catch (SQLException failure) {
            throw failed(failure);
        }
    }

    synchronized void rollback() {
        try {
            connection.rollback();
        } catch (SQLException failure) {
            throw failed(failure);
        }
    }

    /** The cause is left out on purpose: H2 quotes values in its messages, and values are persons' data. */
    private RuntimeException failed(SQLException failure) {
        if (OUT_OF_REACH.contains(failure.getErrorCode())) {
            lost = true;
            return EcartException.data("store.lost", folder);
        }
        return new IllegalStateException("the workspace's database failed with code " + failure.getErrorCode());
    }

    private PreparedStatement prepare(String sql, Object... arguments) throws SQLException {
        PreparedStatement statement = connection.prepareStatement(sql);
        set(statement, arguments);
        return statement;
    }

    private static void set(PreparedStatement statement, Object... arguments) throws SQLException {
        for (int i = 0; i < arguments.length; i++) {
            Object argument = arguments[i];
            statement.setObject(i + 1, argument instanceof Optional<?> optional ? optional.orElse(null) : argument);
        }
    }

    @Override
    public synchronized void close() {
        try (Statement statement = connection.createStatement()) {
            statement.execute(compact ? "SHUTDOWN COMPACT" : "SHUTDOWN");
        } catch (SQLException failure) {
            // A database that is lost cannot be closed in good order; what it last published is found again.
            if (!lost) {
                throw failed(failure);
            }
        }
    }
}
