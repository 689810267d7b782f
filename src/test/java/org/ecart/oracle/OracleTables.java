package org.ecart.oracle;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.ecart.model.Category;
import org.ecart.model.Codebook;
import org.ecart.model.Extract;
import org.ecart.model.Period;
import org.ecart.model.Variable;

/** Delivered files as ordinary tables, and for each date one table of its persons with everything known of them. */
final class OracleTables {
    private final Connection connection;
    private final Codebook codebook;
    private final Map<Period, Set<String>> variables = new HashMap<>();
    private final Map<String, String> kept = new HashMap<>();

    OracleTables(Connection connection, Codebook codebook, List<DeliveredFile> files, List<Period> periods)
            throws SQLException {
        this.connection = connection;
        this.codebook = codebook;
        for (int f = 0; f < files.size(); f++) {
            load("delivered" + f, files.get(f));
        }
        for (Period period : periods) {
            join(period, files);
        }
    }

    String name(Period period) {
        return "persons_" + period.date().toString().replace('-', '_');
    }

    /** The stored variables that were delivered for a date. */
    Set<String> variables(Period period) {
        return variables.getOrDefault(period, Set.of());
    }

    /** The rows of a select as a table with an index on its column {@code p}: joins of selects would be slow. */
    String kept(String select) {
        return kept.computeIfAbsent(select, rows -> {
            String table = "kept" + kept.size();
            try {
                execute("create table " + table + " as " + rows);
                execute("create index " + table + "_p on " + table + " (p)");
            } catch (SQLException failure) {
                throw new IllegalStateException(rows, failure);
            }
            return table;
        });
    }

    /** All columns of a date's table, in their order. */
    List<String> columns(Period period) {
        List<String> columns = new ArrayList<>();
        try (Statement statement = connection.createStatement();
                ResultSet none = statement.executeQuery("select * from " + name(period) + " where false")) {
            for (int c = 1; c <= none.getMetaData().getColumnCount(); c++) {
                columns.add(none.getMetaData().getColumnName(c));
            }
            return columns;
        } catch (SQLException failure) {
            throw new IllegalStateException(failure);
        }
    }

    Map<String, Set<String>> missing() {
        return codebook.variables().stream()
                .collect(Collectors.toMap(Variable::id, v -> codebook.categoriesOf(v).stream()
                        .filter(Category::missing)
                        .map(Category::code)
                        .collect(Collectors.toSet())));
    }

    Set<String> amounts() {
        return codebook.variables().stream()
                .filter(v -> v.role() == Variable.Role.AMOUNT || v.role() == Variable.Role.WEIGHT)
                .map(Variable::id)
                .collect(Collectors.toSet());
    }

    private void load(String table, DeliveredFile file) throws SQLException {
        String columns =
                file.header().stream().map(c -> SqlText.name(c) + " varchar").collect(Collectors.joining(", "));
        execute("create table " + table + " (" + columns + ")");
        String marks = String.join(", ", Collections.nCopies(file.header().size(), "?"));
        try (PreparedStatement insert =
                connection.prepareStatement("insert into " + table + " values (" + marks + ")")) {
            for (List<String> row : file.rows()) {
                for (int c = 0; c < row.size(); c++) {
                    insert.setString(c + 1, row.get(c));
                }
                insert.addBatch();
            }
            insert.executeBatch();
        }
        execute("create index " + table + "_person on " + table + " (" + SqlText.name(person()) + ")");
    }

    private void join(Period period, List<DeliveredFile> files) throws SQLException {
        List<String> select = new ArrayList<>();
        StringBuilder from = new StringBuilder();
        String where = "";
        Set<String> there = new HashSet<>();
        Optional<String> count = Optional.empty();
        boolean nobody = files.get(0).rows().stream().noneMatch(r -> r.contains(period.toString()));
        if (nobody) {
            return;
        }
        for (int f = 0; f < files.size(); f++) {
            Extract extract = codebook.extract(files.get(f).extract()).orElseThrow();
            String table = "delivered" + f;
            String ofDate = extract.dated() && files.get(f).header().contains("period")
                    ? table + ".\"period\" = '" + period + "'"
                    : "true";
            if (extract.dated() && files.get(f).rows().stream().noneMatch(r -> r.contains(period.toString()))) {
                continue;
            }
            if (extract.population()) {
                from.append(table);
                where = " where " + ofDate;
            } else {
                from.append(" left join " + table + " on " + table + "." + SqlText.name(person()) + " = delivered0."
                        + SqlText.name(person()) + " and " + ofDate);
            }
            for (String column : files.get(f).header()) {
                Variable variable = codebook.variable(column).orElseThrow();
                String value = table + "." + SqlText.name(column);
                switch (variable.role()) {
                    case DIMENSION -> {
                        String code = "case when " + table + "." + SqlText.name(person()) + " is null then '_N' when "
                                + value + " = '' then '_U' else " + value + " end";
                        select.add(code + " as " + SqlText.name(column));
                    }
                    case WEIGHT, AMOUNT ->
                        select.add("cast(nullif(" + value + ", '') as decimal(38, 18)) as " + SqlText.name(column));
                    case COUNT -> count = Optional.of("cast(" + value + " as bigint) as \"#persons\"");
                    case PERSON, PERIOD -> {}
                }
                there.add(column);
            }
        }
        select.add(0, "delivered0." + SqlText.name(person()) + " as " + SqlPersons.PERSON);
        select.add(count.orElse("cast(1 as bigint) as \"#persons\""));
        execute("create table " + name(period) + " as select " + String.join(", ", select) + " from " + from + where);
        execute("create index " + name(period) + "_person on " + name(period) + " (" + SqlPersons.PERSON + ")");
        variables.put(period, there);
    }

    private String person() {
        return codebook.withRole(codebook.population(), Variable.Role.PERSON)
                .orElseThrow()
                .id();
    }

    private void execute(String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
