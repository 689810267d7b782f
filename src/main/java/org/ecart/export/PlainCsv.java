package org.ecart.export;

import java.io.IOException;
import java.io.StringReader;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Optional;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVPrinter;
import org.apache.commons.csv.CSVRecord;

/** Lists as CSV: comma, LF, quotes where needed. */
public final class PlainCsv {
    private PlainCsv() {}

    /** @param lines the header first */
    public static String text(List<List<String>> lines) {
        StringWriter text = new StringWriter();
        CSVFormat format = CSVFormat.RFC4180.builder().setRecordSeparator('\n').get();
        try (CSVPrinter printer = new CSVPrinter(text, format)) {
            printer.printRecords(lines);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return text.toString();
    }

    /** The lines of such a text, the header first; none where it is no CSV. */
    public static Optional<List<List<String>>> lines(String text) {
        try (CSVParser parser = CSVFormat.RFC4180.parse(new StringReader(text))) {
            return Optional.of(parser.stream().map(CSVRecord::toList).toList());
        } catch (IOException | UncheckedIOException | IllegalStateException broken) {
            return Optional.empty();
        }
    }
}
