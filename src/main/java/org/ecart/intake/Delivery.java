package org.ecart.intake;

import java.io.BufferedInputStream;
import java.io.BufferedReader;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.Iterator;
import java.util.List;
import java.util.OptionalLong;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.ecart.model.EcartException;

/**
 * A delivered file, read once from front to back: its header, then its rows. Delimited UTF-8 text with or without mark,
 * by comma, semicolon, tab or pipe.
 */
public final class Delivery implements AutoCloseable {
    private static final char[] DELIMITERS = {',', ';', '\t', '|'};
    private static final char BYTE_ORDER_MARK = '\uFEFF';

    private final Path path;
    private final MessageDigest digest;
    private final char delimiter;
    private final InputStream bytes;
    private final CSVParser parser;
    private final Iterator<CSVRecord> records;
    private final List<String> header;
    private long taken;
    /** Where the record begins that {@code records} has read ahead; none = it has not. */
    private OptionalLong ahead = OptionalLong.empty();

    /** One row. @param line the line of the file it starts on, from 1 */
    record Row(long line, List<String> fields) {}

    /**
     * Opens a file and reads its header.
     *
     * @throws EcartException usage when there is no such file; data when it is empty or its header cannot be read
     */
    public Delivery(Path path) {
        this(path, StandardCharsets.UTF_8);
    }

    /** Opens a file that is known to be in another encoding, to look at it. */
    Delivery(Path path, Charset encoding) {
        this.path = path;
        this.digest = sha256();
        this.delimiter = delimiter(path);
        try {
            bytes = new BufferedInputStream(
                    new Counting(new DigestInputStream(Files.newInputStream(path), digest)), 1 << 16);
            parser = CSVFormat.RFC4180
                    .builder()
                    .setDelimiter(delimiter)
                    .get()
                    .parse(withoutMark(new BufferedReader(new TextReader(bytes, encoding))));
        } catch (CharacterCodingException notText) {
            throw EcartException.data("intake.not_utf8", path, 1);
        } catch (IOException unreadable) {
            throw EcartException.data("intake.unreadable", path);
        }
        records = parser.iterator();
        try {
            header = readHeader();
        } catch (EcartException refused) {
            close();
            throw refused;
        }
    }

    private List<String> readHeader() {
        if (!hasNext()) {
            throw EcartException.data("intake.empty", path);
        }
        List<String> names = List.copyOf(next().fields());
        if (new HashSet<>(names).size() < names.size()) {
            throw EcartException.data("intake.header.twice", path);
        }
        return names;
    }

    char delimiter() {
        return delimiter;
    }

    /** The bytes of the file. */
    long size() {
        try {
            return Files.size(path);
        } catch (IOException unreadable) {
            throw EcartException.data("intake.unreadable", path);
        }
    }

    /** Bytes taken from the file so far. */
    long bytesTaken() {
        return taken;
    }

    public Path path() {
        return path;
    }

    /** The names of the columns. */
    public List<String> header() {
        return header;
    }

    boolean hasNext() {
        // To ask is to read: what the parser says of its line holds for the record only before.
        long line = ahead.orElse(parser.getCurrentLineNumber() + 1);
        ahead = OptionalLong.of(line);
        try {
            return records.hasNext();
        } catch (UncheckedIOException | IllegalStateException broken) {
            if (broken.getCause() instanceof CharacterCodingException) {
                throw EcartException.data("intake.not_utf8", path, line);
            }
            // Commons CSV tells a quote that never ends only as an I/O failure.
            throw EcartException.data("intake.quote", path, line);
        }
    }

    /** The next row; {@link #hasNext} has said that there is one. */
    Row next() {
        long line = ahead.orElseThrow();
        ahead = OptionalLong.empty();
        CSVRecord record = records.next();
        List<String> fields = new ArrayList<>(record.size());
        record.forEach(fields::add);
        return new Row(line, fields);
    }

    /** The SHA-256 of the bytes, once all rows are read. */
    String hash() {
        return HexFormat.of().formatHex(digest.digest());
    }

    @Override
    public void close() {
        try {
            parser.close();
        } catch (IOException notClosed) {
            throw new UncheckedIOException(notClosed);
        }
    }

    /** The delimiter that occurs most often in the first line, outside quotes. */
    private static char delimiter(Path path) {
        if (!Files.exists(path)) {
            throw EcartException.usage("intake.no_file", path);
        }
        if (Files.isDirectory(path)) {
            throw EcartException.usage("intake.directory", path);
        }
        String line = firstLine(path);
        char best = DELIMITERS[0];
        for (char candidate : DELIMITERS) {
            if (occurrences(line, candidate) > occurrences(line, best)) {
                best = candidate;
            }
        }
        return best;
    }

    private static String firstLine(Path path) {
        try (InputStream in = Files.newInputStream(path)) {
            String head = new String(in.readNBytes(1 << 16), StandardCharsets.UTF_8);
            return head.lines().findFirst().orElse("");
        } catch (IOException unreadable) {
            throw EcartException.data("intake.unreadable", path);
        }
    }

    private static int occurrences(String line, char sign) {
        int count = 0;
        boolean quoted = false;
        for (int i = 0; i < line.length(); i++) {
            char c = line.charAt(i);
            quoted ^= c == '"';
            count += c == sign && !quoted ? 1 : 0;
        }
        return count;
    }

    private static Reader withoutMark(BufferedReader reader) throws IOException {
        reader.mark(1);
        if (reader.read() != BYTE_ORDER_MARK) {
            reader.reset();
        }
        return reader;
    }

    /** Counts what is read through it. */
    private final class Counting extends FilterInputStream {
        Counting(InputStream in) {
            super(in);
        }

        @Override
        public int read() throws IOException {
            int one = super.read();
            taken += one < 0 ? 0 : 1;
            return one;
        }

        @Override
        public int read(byte[] into, int from, int most) throws IOException {
            int count = super.read(into, from, most);
            taken += Math.max(0, count);
            return count;
        }
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("every JDK has SHA-256", impossible);
        }
    }
}
