package org.ecart.intake.delivery;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Iterator;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;

/**
 * Cuts a piece in rows and fields. A piece with quotes goes through Commons CSV; one without, nearly every piece of a
 * register, needs no parser: its fields are what lies between delimiters, and no string is made of them.
 */
final class PieceRows {
    /** A quote that never ends or stands where none may. */
    static final class Misquoted extends Exception {
        private static final long serialVersionUID = 1L;
        /** the line of the piece, from 0 */
        final int line;

        Misquoted(int line) {
            super("misquoted", null, false, false);
            this.line = line;
        }
    }

    private final char delimiter;
    private final int expected;
    private final int[] bounds;

    /** @param expected fields of the header */
    PieceRows(char delimiter, int expected) {
        this.delimiter = delimiter;
        this.expected = expected;
        this.bounds = new int[2 * expected];
    }

    /** @return the line ends in the piece */
    int cut(Piece piece, RowSink sink) throws Misquoted {
        if (piece.quotes()) {
            parse(piece, sink);
            return piece.lines();
        }
        return split(piece, sink);
    }

    private int split(Piece piece, RowSink sink) {
        byte[] text = piece.text();
        int to = piece.to();
        byte between = (byte) delimiter;
        int line = 0;
        int field = 0;
        int begin = piece.from();
        for (int i = piece.from(); i < to; i++) {
            byte sign = text[i];
            if (sign == between) {
                bound(field++, begin, i);
                begin = i + 1;
            } else if (sign == '\n' || sign == '\r') {
                bound(field++, begin, i);
                sink.row(line++, text, bounds, field);
                i += sign == '\r' && i + 1 < to && text[i + 1] == '\n' ? 1 : 0;
                field = 0;
                begin = i + 1;
            }
        }
        if (begin < to || field > 0) {
            bound(field++, begin, to);
            sink.row(line, text, bounds, field);
        }
        return line;
    }

    private void bound(int field, int begin, int end) {
        if (field < expected) {
            bounds[2 * field] = begin;
            bounds[2 * field + 1] = end;
        }
    }

    private void parse(Piece piece, RowSink sink) throws Misquoted {
        // Unquoted, a text never becomes longer.
        byte[] fields = new byte[piece.to() - piece.from()];
        int end = 0;
        int line = 0;
        try (CSVParser parser = parser(piece, delimiter)) {
            Iterator<CSVRecord> records = parser.iterator();
            while (records.hasNext()) {
                CSVRecord record = records.next();
                int count = record.size();
                for (int f = 0; f < Math.min(count, expected); f++) {
                    byte[] field = record.get(f).getBytes(StandardCharsets.UTF_8);
                    System.arraycopy(field, 0, fields, end, field.length);
                    bound(f, end, end + field.length);
                    end += field.length;
                }
                sink.row(line, fields, bounds, count);
                line = (int) parser.getCurrentLineNumber();
            }
        } catch (UncheckedIOException | IllegalStateException | IOException broken) {
            throw new Misquoted(line);
        }
    }

    static CSVParser parser(Piece piece, char delimiter) throws IOException {
        ByteArrayInputStream bytes = new ByteArrayInputStream(piece.text(), piece.from(), piece.to() - piece.from());
        return CSVFormat.RFC4180
                .builder()
                .setDelimiter(delimiter)
                .get()
                .parse(new InputStreamReader(bytes, StandardCharsets.UTF_8));
    }
}
