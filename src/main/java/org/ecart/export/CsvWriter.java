package org.ecart.export;

import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;
import org.apache.commons.csv.QuoteMode;
import org.ecart.model.Measure;
import org.ecart.model.TableShape;
import org.ecart.model.TableShape.Address;
import org.ecart.model.TableShape.Dimension;
import org.ecart.model.Value;
import org.ecart.protect.ReleasableTable;

/**
 * A table as CSV, one line a cell (docs/formats/table.md): UTF-8, comma, LF, decimal point; codes, {@code _T} for a
 * total; an empty figure and the letter of its status where there is none to tell.
 */
public final class CsvWriter {
    private static final CSVFormat FORMAT = CSVFormat.RFC4180
            .builder()
            .setRecordSeparator('\n')
            .setQuoteMode(QuoteMode.MINIMAL)
            .get();

    private CsvWriter() {}

    /**
     * Writes the table and leaves the stream open.
     *
     * @param exact 15 significant digits; else the decimals that the table prints, as in a release
     */
    public static void write(ReleasableTable table, boolean exact, OutputStream out) throws IOException {
        Figures figures = Figures.of(exact);
        Writer writer = new OutputStreamWriter(out, StandardCharsets.UTF_8);
        CSVPrinter printer = new CSVPrinter(writer, FORMAT);
        printer.printRecord(header(table));
        for (int cell = 0; cell < table.shape().size(); cell++) {
            printer.printRecord(line(table, cell, figures));
        }
        printer.flush();
    }

    private static List<String> header(ReleasableTable table) {
        List<String> header = new ArrayList<>();
        header.add("period");
        table.shape().dimensions().stream().map(Dimension::variable).forEach(header::add);
        for (Measure measure : table.measures()) {
            header.add(measure.id());
            header.add(measure.id() + "_status");
        }
        return header;
    }

    private static List<String> line(ReleasableTable table, int cell, Figures figures) {
        TableShape shape = table.shape();
        Address address = shape.address(cell);
        List<String> line = new ArrayList<>();
        line.add(shape.periods().get(address.period()).toString());
        line.addAll(shape.rows().entries().get(address.row()));
        line.addAll(shape.columns().entries().get(address.column()));
        line.addAll(shape.layers().entries().get(address.layer()));
        for (Measure measure : table.measures()) {
            Value value = table.value(measure, cell);
            line.add(figures.number(table, measure, value).orElse(""));
            line.add(value.status().code());
        }
        return line;
    }
}
