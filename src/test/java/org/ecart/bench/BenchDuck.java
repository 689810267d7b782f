package org.ecart.bench;

import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.ecart.frame.AmountColumn;
import org.ecart.frame.Chunks;
import org.ecart.frame.CodeSegment;
import org.ecart.frame.Dictionary;
import org.ecart.frame.Frame;
import org.ecart.frame.FrameSource;
import org.ecart.model.Period;

/** The same persons in DuckDB in memory: ENUM columns, years and years of birth in two bytes, amounts in four. */
final class BenchDuck implements AutoCloseable {
    private final Connection connection;
    private final Statement statement;

    BenchDuck(int threads) throws SQLException {
        connection = DriverManager.getConnection("jdbc:duckdb:");
        statement = connection.createStatement();
        statement.execute("set threads = " + threads);
        tuned(true);
        statement.execute("create type band_code as enum (" + quoted(BenchTables.bands()) + ")");
        for (Map.Entry<String, List<String>> codes : BenchPopulation.CODES.entrySet()) {
            if (!codes.getKey().equals("birth")) {
                statement.execute("create type " + codes.getKey() + "_code as enum (" + quoted(codes.getValue()) + ")");
            }
        }
    }

    /** Whether groups of a few thousand crossings are counted in arrays, not in a hash table; not so as it comes. */
    void tuned(boolean arrays) throws SQLException {
        statement.execute(arrays ? "set perfect_ht_threshold = 20" : "reset perfect_ht_threshold");
    }

    private static String quoted(List<String> codes) {
        return codes.stream().map(c -> "'" + c + "'").collect(Collectors.joining(", "));
    }

    /** Fills the table {@code persons_years}. */
    void fill(FrameSource years) throws SQLException, IOException {
        List<String> coded = List.copyOf(BenchPopulation.CODES.keySet());
        statement.execute("create table persons_years (year smallint, "
                + coded.stream()
                        .map(v -> v + (v.equals("birth") ? " smallint" : " " + v + "_code"))
                        .collect(Collectors.joining(", "))
                + ", weight integer, wage integer)");
        String columns = coded.stream().map(v -> "'" + v + "': 'utinyint'").collect(Collectors.joining(", "));
        String decoded = coded.stream()
                .map(v -> v.equals("birth")
                        ? BenchPopulation.FIRST_BIRTH + " + birth"
                        : "([" + quoted(BenchPopulation.CODES.getOrDefault(v, List.of())) + "])[" + v + " + 1]::" + v
                                + "_code")
                .collect(Collectors.joining(", "));
        Path file = Files.createTempFile("ecart-bench", ".csv");
        try {
            for (int year : BenchPopulation.YEARS) {
                Set<String> all = new HashSet<>(coded);
                all.addAll(List.of("weight", "wage"));
                write(file, coded, years.frame(Period.ofYear(year), all));
                statement.execute("insert into persons_years select year, " + decoded + ", weight, wage from read_csv('"
                        + file + "', header = false, columns = {'year': 'smallint', " + columns
                        + ", 'weight': 'integer', 'wage': 'integer'})");
            }
        } finally {
            Files.delete(file);
        }
    }

    /** The codes of a year by their number, in a file that does not stay. */
    private static void write(Path file, List<String> coded, Frame frame) throws IOException {
        try (BufferedWriter out = Files.newBufferedWriter(file)) {
            StringBuilder line = new StringBuilder();
            for (int chunk = 0; chunk < frame.chunks(); chunk++) {
                List<CodeSegment> codes = new ArrayList<>();
                for (String variable : coded) {
                    codes.add(frame.coded(variable).segments().get(chunk));
                }
                long[] weights = frame.amount("weight").segments().get(chunk).elements();
                long[] wages = frame.amount("wage").segments().get(chunk).elements();
                for (int row = 0; row < Chunks.SIZE; row++) {
                    line.setLength(0);
                    line.append(frame.period().year());
                    for (CodeSegment segment : codes) {
                        line.append(',').append(segment.at(row) - Dictionary.FIRST);
                    }
                    line.append(',').append(weights[row]).append(',');
                    if (wages[row] != AmountColumn.UNKNOWN) {
                        line.append(wages[row]);
                    }
                    out.append(line.append('\n'));
                }
            }
        }
    }

    /** A table of so many rows, as they come. */
    void first(String table, int rows) throws SQLException {
        statement.execute("create table " + table + " as select * exclude (year) from persons_years limit " + rows);
    }

    void drop(String table) throws SQLException {
        statement.execute("drop table " + table);
    }

    /** Writes a table as text, with a line of names. */
    void export(String table, Path file) throws SQLException {
        statement.execute("copy " + table + " to '" + file + "' (header)");
    }

    Map<List<String>, Double> answer(String sql) {
        return answer(statement, sql);
    }

    /** The answer to a question whose last column is the figure. */
    static Map<List<String>, Double> answer(Statement statement, String sql) {
        Map<List<String>, Double> cells = new HashMap<>();
        try (ResultSet rows = statement.executeQuery(sql)) {
            int columns = rows.getMetaData().getColumnCount();
            while (rows.next()) {
                List<String> key = new ArrayList<>();
                for (int c = 1; c < columns; c++) {
                    key.add(rows.getString(c));
                }
                cells.put(key, rows.getDouble(columns));
            }
            return cells;
        } catch (SQLException failed) {
            throw new IllegalStateException(sql, failed);
        }
    }

    @Override
    public void close() throws SQLException {
        statement.close();
        connection.close();
    }
}
