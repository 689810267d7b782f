package org.ecart.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.ecart.bench.Timing.at;
import static org.ecart.bench.Timing.say;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.ecart.derive.Derivations;
import org.ecart.files.Catalogue;
import org.ecart.frame.CodedColumn;
import org.ecart.frame.Frame;
import org.ecart.model.Category;
import org.ecart.model.Rules;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * Origin and migration history of the persons of a year, from columns in the heap to columns in the heap, beside DuckDB
 * with SQL {@code CASE} from a table of ENUM columns in memory to one in memory. What both give is compared person by
 * person before anything is timed.
 */
@Tag("bench")
class DeriveBenchmark {
    private static final int ROUNDS = Integer.getInteger("ecart.bench.rounds", 7);
    private static final int PERSONS = Integer.getInteger("ecart.bench.persons", 7_000_000);
    private static final int THREADS =
            Integer.getInteger("ecart.bench.threads", Runtime.getRuntime().availableProcessors());

    private final Rules origin = shipped("origin");
    private final Rules history = shipped("migration_history");
    private final Rules.Grouping groups = ((Rules.FirstMatch) origin.derivation()).grouping("country");

    @Test
    void originAndMigrationHistoryBesideDuckDb() throws IOException, SQLException {
        Frame frame = BenchPersons.frame(PERSONS, countries(), 1);
        try (Connection connection = DriverManager.getConnection("jdbc:duckdb:");
                Statement statement = connection.createStatement()) {
            statement.execute("set threads = " + THREADS);
            fill(statement, frame);
            long start = System.nanoTime();
            Map<String, CodedColumn> columns = derive(frame);
            double first = (System.nanoTime() - start) / 1e9;
            String cases = sql("derive.sql");
            String joins = sql("derive-joined.sql");
            for (String sql : List.of(cases, joins)) {
                statement.execute(sql);
                compare(columns, statement);
            }
            List<Double> ecart = new ArrayList<>();
            List<Double> written = new ArrayList<>();
            List<Double> joined = new ArrayList<>();
            for (int round = 0; round < ROUNDS; round++) {
                ecart.add(seconds(() -> derive(frame)));
                written.add(seconds(() -> execute(statement, cases)));
                joined.add(seconds(() -> execute(statement, joins)));
            }
            say(
                    "%,d persons, origin and migration history from 8 nationalities and 2 dates, %d threads, %d rounds",
                    PERSONS, THREADS, ROUNDS);
            say(
                    "  Ecart median %.3f s, p95 %.3f s, first run of the process %.3f s",
                    at(ecart, 0.5), at(ecart, 0.95), first);
            peer("CASE over countries", written, ecart);
            peer("CASE over joined groups", joined, ecart);
        }
    }

    private static void peer(String way, List<Double> peer, List<Double> ecart) {
        say(
                "  DuckDB, %s: median %.3f s, p95 %.3f s: ratio %.3f of the medians",
                way, at(peer, 0.5), at(peer, 0.95), at(ecart, 0.5) / at(peer, 0.5));
    }

    private static Rules shipped(String variable) {
        return Catalogue.shipped()
                .rulesFor(variable, Optional.of("monitoring@2017"))
                .orElseThrow()
                .resolved();
    }

    private Map<String, CodedColumn> derive(Frame frame) {
        return Derivations.columns(frame, List.of(origin, history), THREADS);
    }

    /** Known codes of two letters, Belgium first, the most frequent groups before others. */
    private List<String> countries() {
        return Stream.concat(
                        Stream.of("BE"),
                        Stream.of("EU14", "MAGH", "CAND", "EU13", "AFR", "EUR", "ASIA", "SAM", "NME", "OFE", "NAM")
                                .flatMap(this::members))
                .toList();
    }

    private Stream<String> members(String group) {
        return groups.groups().stream()
                .filter(g -> g.code().equals(group))
                .flatMap(g -> g.members().stream())
                .filter(code -> code.matches("[A-Z]{2}"));
    }

    private String codes(List<String> of) {
        return of.stream().flatMap(this::members).map(c -> "'" + c + "'").collect(Collectors.joining(", "));
    }

    private String sql(String name) {
        String sql = text(name).replace("@EU", codes(List.of("EU14", "EU13")));
        for (String variable : BenchPersons.NATIONALITIES) {
            String cases = groups.groups().stream()
                    .filter(g -> !g.members().isEmpty())
                    .map(g -> "when " + variable + " in (" + codes(List.of(g.code())) + ") then '" + g.code() + "'")
                    .collect(Collectors.joining(" "));
            sql = sql.replace("@GROUP(" + variable + ")", cases);
        }
        return sql;
    }

    private void fill(Statement statement, Frame frame) throws IOException, SQLException {
        Path file = Files.createDirectories(Path.of("target", "bench")).resolve("persons.csv");
        BenchPersons.write(frame, file);
        statement.execute("create type country as enum (" + quoted(countries()) + ")");
        for (Rules rules : List.of(origin, history)) {
            String codes =
                    quoted(rules.categories().stream().map(Category::code).toList());
            statement.execute("create type " + (rules == origin ? "origins" : "history") + " as enum (" + codes + ")");
        }
        String columns = "'id': 'INTEGER', "
                + BenchPersons.NATIONALITIES.stream()
                        .map(v -> "'" + v + "': 'country', ")
                        .collect(Collectors.joining())
                + BenchPersons.DATES.stream().map(v -> "'" + v + "': 'DATE'").collect(Collectors.joining(", "));
        statement.execute("create table country_group (code country, wide varchar, grp varchar)");
        for (String country : countries()) {
            String group = groups.groups().stream()
                    .filter(g -> g.members().contains(country))
                    .map(Rules.Group::code)
                    .findFirst()
                    .orElse("BE");
            String wide = group.equals("BE") ? "B" : List.of("EU14", "EU13").contains(group) ? "E" : "N";
            statement.execute("insert into country_group values ('" + country + "', '" + wide + "', '" + group + "')");
        }
        statement.execute("create table person as select * from read_csv('" + file + "', header = true, columns = {"
                + columns + "})");
        Files.delete(file);
    }

    private static String quoted(List<String> codes) {
        return codes.stream().map(c -> "'" + c + "'").collect(Collectors.joining(", "));
    }

    private static void compare(Map<String, CodedColumn> columns, Statement statement) throws SQLException {
        int compared = 0;
        try (ResultSet rows = statement.executeQuery("select id, origin, migration_history from derived order by id")) {
            while (rows.next()) {
                int row = rows.getInt(1);
                assertThat(row).isEqualTo(compared++);
                for (String variable : List.of("origin", "migration_history")) {
                    CodedColumn column =
                            Optional.ofNullable(columns.get(variable)).orElseThrow();
                    if (!column.code(row).equals(rows.getString(variable))) {
                        throw new AssertionError(variable + " of person " + row + " is " + column.code(row)
                                + ", in DuckDB " + rows.getString(variable));
                    }
                }
            }
        }
        assertThat(compared).isEqualTo(PERSONS);
    }

    private static void execute(Statement statement, String sql) {
        try {
            statement.execute(sql);
        } catch (SQLException failed) {
            throw new IllegalStateException(failed);
        }
    }

    private static String text(String name) {
        try (InputStream in = Optional.ofNullable(DeriveBenchmark.class.getResourceAsStream("/bench/" + name))
                .orElseThrow()) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static double seconds(Runnable job) {
        return Timing.millis(job) / 1e3;
    }
}
