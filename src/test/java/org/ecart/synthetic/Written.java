package org.ecart.synthetic;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.ecart.model.Progress;

/** Reads the written extracts back by column names, row by row. */
final class Written {
    private final Path directory;

    private Written(Path directory) {
        this.directory = directory;
    }

    static Written of(Path directory, long persons, int firstYear, int lastYear, long seed) {
        new SyntheticPopulation()
                .write(new SyntheticPopulation.Spec(persons, firstYear, lastYear, seed), directory, Progress.NONE);
        return new Written(directory);
    }

    /** One row: a value for each column of its header. */
    static final class Row {
        private final List<String> columns;
        private final String[] cells;

        Row(List<String> columns, String line) {
            this.columns = columns;
            this.cells = line.split(",", -1);
            assertThat(cells).as(line).hasSize(columns.size());
        }

        String get(String column) {
            return cells[columns.indexOf(column)];
        }

        int number(String column) {
            return Integer.parseInt(get(column));
        }

        boolean has(String column) {
            return !get(column).isEmpty();
        }

        List<String> columns() {
            return columns;
        }
    }

    void each(String file, Consumer<Row> reader) {
        try (BufferedReader in = Files.newBufferedReader(directory.resolve(file))) {
            List<String> columns = Arrays.asList(in.readLine().split(",", -1));
            in.lines().forEach(line -> reader.accept(new Row(columns, line)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The rows by person; fails if a person has two. */
    Map<String, Row> byPerson(String file) {
        Map<String, Row> rows = new TreeMap<>();
        each(file, row -> assertThat(rows.put(row.get("person"), row))
                .as("two rows of one person")
                .isNull());
        return rows;
    }
}
