package org.ecart.intake;

import java.io.IOException;
import java.io.StringReader;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVPrinter;
import org.apache.commons.csv.CSVRecord;
import org.ecart.model.EcartException;

/**
 * The columns that one CSV file of a codebook can have, and its rows. The order of columns is free; a column that
 * nobody knows is refused, as an unknown key is in JSON.
 *
 * @param required columns that must be there
 * @param columns all columns, in the order in which they are written
 */
record CsvSheet(String file, List<String> required, List<String> columns) {
    private static final char[] DELIMITERS = {',', ';', '\t'};

    /**
     * Reads text delimited by comma, semicolon or tab, whichever the first line has most of: spreadsheets write what
     * the language of the machine wants.
     *
     * @throws EcartException usage, with line and column
     */
    List<CsvRow> read(String text) {
        CSVFormat format =
                CSVFormat.RFC4180.builder().setDelimiter(delimiter(text)).get();
        long line = 1;
        try (CSVParser parser = format.parse(new StringReader(text))) {
            Iterator<CSVRecord> records = parser.iterator();
            if (!records.hasNext()) {
                throw EcartException.usage("intake.codebook.no_header", String.join(", ", columns));
            }
            List<String> header = header(records.next());
            List<CsvRow> rows = new ArrayList<>();
            while (true) {
                // The parser tells where the next record begins only before it is asked for it.
                line = parser.getCurrentLineNumber() + 1;
                if (!records.hasNext()) {
                    return rows;
                }
                CSVRecord record = records.next();
                boolean blank = record.stream().allMatch(String::isEmpty);
                if (!blank) {
                    rows.add(row(line, header, record));
                }
            }
        } catch (IOException | UncheckedIOException | IllegalStateException broken) {
            // Commons CSV tells a quote in the wrong place only as an I/O failure.
            throw EcartException.usage("intake.codebook.quote", line);
        }
    }

    private List<String> header(CSVRecord record) {
        List<String> header = record.stream().map(String::strip).toList();
        Set<String> seen = new HashSet<>();
        for (String column : header) {
            if (!columns.contains(column)) {
                throw EcartException.usage("intake.codebook.unknown_column", column, String.join(", ", columns));
            }
            if (!seen.add(column)) {
                throw EcartException.usage("model.twice", column);
            }
        }
        for (String column : required) {
            if (!seen.contains(column)) {
                throw EcartException.usage("intake.codebook.no_column", column, String.join(", ", columns));
            }
        }
        return header;
    }

    private static CsvRow row(long line, List<String> header, CSVRecord record) {
        if (record.size() != header.size()) {
            throw EcartException.usage("intake.codebook.fields", line, record.size(), header.size());
        }
        Map<String, String> fields = new LinkedHashMap<>();
        for (int i = 0; i < header.size(); i++) {
            fields.put(header.get(i), record.get(i));
        }
        return new CsvRow(line, fields);
    }

    private static char delimiter(String text) {
        String line = text.lines().findFirst().orElse("");
        char best = DELIMITERS[0];
        for (char candidate : DELIMITERS) {
            if (occurrences(line, candidate) > occurrences(line, best)) {
                best = candidate;
            }
        }
        return best;
    }

    private static long occurrences(String line, char sign) {
        return line.chars().filter(c -> c == sign).count();
    }

    /** Rows as text: comma, LF, columns in their order. A column that a row has not got is left empty. */
    String write(List<Map<String, String>> rows) {
        StringWriter text = new StringWriter();
        CSVFormat format = CSVFormat.RFC4180.builder().setRecordSeparator('\n').get();
        try (CSVPrinter printer = new CSVPrinter(text, format)) {
            printer.printRecord(columns);
            for (Map<String, String> row : rows) {
                printer.printRecord(
                        columns.stream().map(c -> row.getOrDefault(c, "")).toList());
            }
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return text.toString();
    }
}
