package org.ecart.real;

import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVRecord;

/** A small CSV table read back, rows by key. */
public record CsvTable(Map<List<String>, Row> rows) {
    /** One line; a column that is not there is a failure of the test. */
    public record Row(Map<String, String> fields) {
        public String get(String column) {
            return Objects.requireNonNull(fields.get(column), column);
        }
    }

    public Row row(List<String> key) {
        return Objects.requireNonNull(rows.get(key), key::toString);
    }

    public static CsvTable parse(String text, List<String> keys) {
        Map<List<String>, Row> rows = new LinkedHashMap<>();
        CSVFormat format = CSVFormat.RFC4180.builder().setHeader().get();
        try {
            for (CSVRecord record : format.parse(new StringReader(text))) {
                List<String> key = new ArrayList<>();
                keys.forEach(k -> key.add(record.get(k)));
                rows.put(key, new Row(record.toMap()));
            }
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return new CsvTable(rows);
    }
}
