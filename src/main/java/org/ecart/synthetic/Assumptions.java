package org.ecart.synthetic;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** A table of assumptions under {@code resources/synthetic}: comma-separated, the first line names the columns. */
final class Assumptions {
    private final String name;
    private final List<String> columns;
    private final List<Row> rows;

    private Assumptions(String name, List<String> lines) {
        this.name = name;
        columns = cells(lines.get(0));
        rows = lines.stream().skip(1).map(line -> new Row(cells(line))).toList();
    }

    static Assumptions read(String name) {
        try (InputStream in = Assumptions.class.getResourceAsStream("/synthetic/" + name)) {
            if (in == null) {
                throw new IllegalStateException("no table " + name);
            }
            String text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
            return new Assumptions(name, text.lines().toList());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    List<Row> rows() {
        return rows;
    }

    private static List<String> cells(String line) {
        return List.of(line.split(",", -1));
    }

    /** One line of the table. */
    final class Row {
        private final List<String> cells;

        private Row(List<String> cells) {
            if (cells.size() != columns.size()) {
                throw new IllegalStateException("table " + name + " has a line of " + cells.size() + " cells");
            }
            this.cells = cells;
        }

        String text(String column) {
            int at = columns.indexOf(column);
            if (at < 0) {
                throw new IllegalStateException("table " + name + " has no column " + column);
            }
            return cells.get(at);
        }

        double number(String column) {
            return Double.parseDouble(text(column));
        }
    }
}
