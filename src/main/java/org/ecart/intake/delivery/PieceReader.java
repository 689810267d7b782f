package org.ecart.intake.delivery;

import java.util.Optional;
import org.ecart.intake.delivery.Dialect.Encoding;

/** Reads pieces of one delivery, one after the other; side by side with other readers of the same delivery. */
public final class PieceReader {
    private final Encoding encoding;
    private final PieceRows rows;

    /** @param columns fields of the header */
    public PieceReader(Dialect dialect, int columns) {
        this.encoding = dialect.encoding();
        this.rows = new PieceRows(dialect.delimiter(), columns);
    }

    /**
     * Why a piece cannot be read.
     *
     * @param line of the piece, from 0
     */
    public record Fault(Kind kind, int line) {
        /** What is wrong. */
        public enum Kind {
            ENCODING,
            QUOTE
        }
    }

    /** How far a piece was read: so many line ends, or to a fault. */
    public record Outcome(int lines, Optional<Fault> fault) {
        private static Outcome of(Fault fault) {
            return new Outcome(0, Optional.of(fault));
        }
    }

    /** Gives the rows of a piece to {@code sink}, up to a fault if there is one. */
    public Outcome read(Piece piece, RowSink sink) {
        Optional<Piece> text = PieceText.utf8(piece, encoding);
        if (text.isEmpty()) {
            return Outcome.of(new Fault(Fault.Kind.ENCODING, PieceText.faultyLine(piece, encoding)));
        }
        try {
            return new Outcome(rows.cut(text.get(), sink), Optional.empty());
        } catch (PieceRows.Misquoted wrong) {
            return Outcome.of(new Fault(Fault.Kind.QUOTE, wrong.line));
        }
    }
}
