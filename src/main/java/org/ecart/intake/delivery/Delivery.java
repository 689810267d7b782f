package org.ecart.intake.delivery;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.ecart.model.EcartException;

/**
 * A delivered file, read once from front to back: its header, then pieces of whole rows. Delimited text by comma,
 * semicolon, tab or pipe, in UTF-8 with or without mark or in Windows-1252, as it is or packed ({@code .gz},
 * {@code .zip}).
 */
public final class Delivery implements AutoCloseable {
    /** Small enough that the collector does not treat it as a giant, large enough to be worth a job. */
    private static final int PIECE = 1 << 18;
    /** A row longer than this is no row: a quote was left open, or it is another kind of file. */
    private static final int LONGEST_ROW = 1 << 24;

    private static final byte[] MARK = {(byte) 0xEF, (byte) 0xBB, (byte) 0xBF};

    private final Path path;
    private final Sample sample;
    private final Dialect dialect;
    private final DeliveredBytes bytes;
    private final RecordEnds ends;
    private final int pieceSize;
    private final List<String> header;
    private final int headerLines;
    /** Read, and not yet given out: the beginning of a row. */
    private byte[] begun = {};

    private boolean ended;

    /**
     * Opens a file and reads its header.
     *
     * @throws EcartException usage when there is no such file; data when it is empty or its header cannot be read
     */
    public Delivery(Path path, Dialect.Said said) {
        this(path, said, PIECE);
    }

    /** @param pieceSize about how many bytes a piece has */
    public Delivery(Path path, Dialect.Said said, int pieceSize) {
        this.path = path;
        this.sample = Sample.of(path);
        if (sample.holdsNul()) {
            throw EcartException.data("intake.not_text", path);
        }
        this.dialect = sample.dialect(said);
        this.pieceSize = pieceSize;
        this.ends = new RecordEnds(dialect.delimiter());
        this.bytes = new DeliveredBytes(path);
        try {
            Piece first = firstRecord();
            header = names(first);
            headerLines = first.lines();
        } catch (EcartException refused) {
            close();
            throw refused;
        }
    }

    private Piece firstRecord() {
        byte[] block = block();
        int from = marked(block) && dialect.encoding() != Dialect.Encoding.WINDOWS_1252 ? MARK.length : 0;
        int end = ends.first(block, from, block.length, ended);
        while (end == RecordEnds.NONE && !ended) {
            block = longer(block);
            end = ends.first(block, from, block.length, ended);
        }
        if (end == RecordEnds.NONE) {
            throw EcartException.data("intake.empty", path);
        }
        begun = Arrays.copyOfRange(block, end, block.length);
        return new Piece(block, from, end);
    }

    private static boolean marked(byte[] text) {
        return text.length >= MARK.length && Arrays.equals(text, 0, MARK.length, MARK, 0, MARK.length);
    }

    private List<String> names(Piece first) {
        Optional<Piece> text = PieceText.utf8(first, dialect.encoding());
        if (text.isEmpty()) {
            throw complaint(new PieceReader.Fault(PieceReader.Fault.Kind.ENCODING, 0), 1);
        }
        List<String> names = new ArrayList<>();
        try (var parser = PieceRows.parser(text.get(), dialect.delimiter())) {
            parser.getRecords().get(0).forEach(names::add);
        } catch (IOException | RuntimeException broken) {
            throw complaint(new PieceReader.Fault(PieceReader.Fault.Kind.QUOTE, 0), 1);
        }
        if (new HashSet<>(names).size() < names.size()) {
            throw EcartException.data("intake.header.twice", path);
        }
        return List.copyOf(names);
    }

    /** What was begun and what follows it. */
    private byte[] block() {
        byte[] block = Arrays.copyOf(begun, Math.max(pieceSize, 2 * begun.length));
        int length = begun.length + bytes.read(block, begun.length);
        ended = length < block.length;
        return ended ? Arrays.copyOf(block, length) : block;
    }

    /** A block that holds no whole row, with as much again of what follows. */
    private byte[] longer(byte[] block) {
        if (block.length > LONGEST_ROW) {
            throw EcartException.data("intake.long_row", path, LONGEST_ROW >> 20);
        }
        begun = block;
        return block();
    }

    /** The next rows; none when there are no more. */
    public Optional<Piece> next() {
        if (ended && begun.length == 0) {
            return Optional.empty();
        }
        byte[] block = block();
        int end = ends.last(block, 0, block.length, ended);
        while (end == RecordEnds.NONE && !ended) {
            block = longer(block);
            end = ends.last(block, 0, block.length, ended);
        }
        if (end == RecordEnds.NONE) {
            begun = new byte[0];
            return Optional.empty();
        }
        begun = Arrays.copyOfRange(block, end, block.length);
        return Optional.of(new Piece(block, 0, end));
    }

    /**
     * Gives the rows to {@code taker} as texts, for who wants to look at a few of them; of a row with more fields than
     * the header only those that the header has.
     *
     * @param most rows to be given, if there are so many
     * @return how many it were
     */
    public long forEachRow(long most, Consumer<List<String>> taker) {
        PieceReader reader = new PieceReader(dialect, header.size());
        long line = firstLine();
        long[] rows = {0};
        Optional<Piece> piece = next();
        while (piece.isPresent() && rows[0] < most) {
            PieceReader.Outcome outcome = reader.read(piece.get(), (at, text, bounds, fields) -> {
                if (rows[0] < most) {
                    rows[0]++;
                    taker.accept(texts(text, bounds, Math.min(fields, header.size())));
                }
            });
            if (outcome.fault().isPresent() && rows[0] < most) {
                throw complaint(outcome.fault().get(), line);
            }
            line += outcome.lines();
            piece = rows[0] < most ? next() : Optional.empty();
        }
        return rows[0];
    }

    private static List<String> texts(byte[] text, int[] bounds, int fields) {
        List<String> texts = new ArrayList<>(fields);
        for (int f = 0; f < fields; f++) {
            texts.add(new String(text, bounds[2 * f], bounds[2 * f + 1] - bounds[2 * f], StandardCharsets.UTF_8));
        }
        return texts;
    }

    /**
     * What to say of a fault.
     *
     * @param firstLine the line of the file on which its piece begins, from 1
     */
    public EcartException complaint(PieceReader.Fault fault, long firstLine) {
        long line = firstLine + fault.line();
        return switch (fault.kind()) {
            case QUOTE -> EcartException.data("intake.quote", path, line);
            case ENCODING ->
                dialect.encoding() == Dialect.Encoding.WINDOWS_1252
                        ? EcartException.data("intake.not_windows", path, line)
                        : EcartException.data("intake.not_utf8", path, line);
        };
    }

    /** The bytes of the file, packed as it is. */
    public long size() {
        return size(path);
    }

    static long size(Path path) {
        try {
            return Files.size(path);
        } catch (IOException unreadable) {
            throw EcartException.data("intake.unreadable", path);
        }
    }

    /** Bytes taken from the file so far. */
    public long bytesTaken() {
        return bytes.taken();
    }

    public Path path() {
        return path;
    }

    /** About how long a row is, in bytes of text, 1 or more. */
    public double bytesPerRow() {
        return sample.bytesPerRow();
    }

    public Dialect dialect() {
        return dialect;
    }

    /** The names of the columns. */
    public List<String> header() {
        return header;
    }

    /** The line of the file on which the first row begins, from 1. */
    public long firstLine() {
        return headerLines + 1L;
    }

    /** The SHA-256 of the file as it was delivered, in hexadecimal, once all rows are read. */
    public String hash() {
        return bytes.hash();
    }

    @Override
    public void close() {
        bytes.close();
    }
}
