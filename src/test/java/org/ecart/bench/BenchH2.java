package org.ecart.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Map;

/** The same persons in an ordinary table of H2 in a file. */
final class BenchH2 implements AutoCloseable {
    private final Path folder;
    private final Connection connection;
    private final Statement statement;

    /** Takes over a table of the peer. */
    BenchH2(BenchDuck duck, String table) throws SQLException, IOException {
        folder = Files.createTempDirectory("ecart-bench");
        connection = DriverManager.getConnection("jdbc:h2:" + folder.resolve("h2") + ";OPTIMIZE_REUSE_RESULTS=0");
        statement = connection.createStatement();
        Path file = folder.resolve("table.csv");
        duck.export(table, file);
        StringBuilder columns = new StringBuilder();
        for (String variable : BenchPopulation.CODES.keySet()) {
            columns.append(variable).append(variable.equals("birth") ? " smallint, " : " varchar, ");
        }
        statement.execute("create table " + table + " (" + columns
                + "weight integer, wage integer) as select * from csvread('" + file + "')");
    }

    Map<List<String>, Double> answer(String sql) {
        return BenchDuck.answer(statement, sql);
    }

    @Override
    public void close() throws SQLException, IOException {
        statement.execute("shutdown");
        connection.close();
        for (String name : List.of("table.csv", "h2.mv.db", "h2.trace.db")) {
            Files.deleteIfExists(folder.resolve(name));
        }
        Files.delete(folder);
    }
}
