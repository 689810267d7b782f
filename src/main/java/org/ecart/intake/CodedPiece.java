package org.ecart.intake;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.ecart.intake.IntakeReport.Reason;
import org.ecart.intake.delivery.Piece;
import org.ecart.intake.delivery.PieceReader;
import org.ecart.intake.delivery.RowSink;

/** The rows of a piece, checked and coded as far as that can be done without the pieces before it. */
final class CodedPiece implements RowSink {
    /**
     * A refused row.
     *
     * @param line of the piece, from 0
     * @param column its place in the header; below 0 where it is the whole row
     */
    record Refused(int line, int column, Reason reason) {}

    private static final int WHOLE_ROW = -1;

    private final PieceColumn[] columns;
    private final IdentifierGuard[] guards;
    private final List<Refused> refused = new ArrayList<>();
    private final PieceReader.Outcome outcome;
    private int[] lines;
    private int rows;

    private CodedPiece(Columns layout, PieceReader reader, Piece piece) {
        int room = 1 << 12;
        columns = layout.piece(room).toArray(PieceColumn[]::new);
        guards = layout.guards();
        lines = new int[room];
        outcome = reader.read(piece, this);
    }

    static CodedPiece of(Columns layout, PieceReader reader, Piece piece) {
        return new CodedPiece(layout, reader, piece);
    }

    @Override
    public void row(int line, byte[] text, int[] bounds, int fields) {
        if (fields != columns.length) {
            refused.add(new Refused(line, WHOLE_ROW, Reason.FIELDS));
            return;
        }
        if (rows == lines.length) {
            grow();
        }
        for (int c = 0; c < fields; c++) {
            int from = bounds[2 * c];
            int to = bounds[2 * c + 1];
            if (columns[c].everyValueIsLookedAt()) {
                guards[c].look(text, from, to);
            }
            Optional<Reason> against = columns[c].take(text, from, to, rows);
            if (against.isPresent()) {
                refused.add(new Refused(line, c, against.get()));
                return;
            }
        }
        lines[rows++] = line;
    }

    private void grow() {
        lines = Arrays.copyOf(lines, rows * 2);
        for (PieceColumn column : columns) {
            column.grow(lines.length);
        }
    }

    /** Why the piece could not be read to its end. */
    Optional<PieceReader.Fault> fault() {
        return outcome.fault();
    }

    /**
     * Gives what was met for the first time its place; one piece after the other.
     *
     * @param whole the guards of the file
     */
    void settle(IdentifierGuard[] whole) {
        for (int c = 0; c < columns.length; c++) {
            if (columns[c] instanceof CodePiece codes) {
                codes.settle(rows, guards[c]);
            } else if (columns[c] instanceof PersonPiece persons) {
                persons.settle(rows);
            }
            whole[c].add(guards[c]);
        }
    }

    PieceColumn column(int place) {
        return columns[place];
    }

    List<Refused> refused() {
        return refused;
    }

    /** Accepted rows. */
    int rows() {
        return rows;
    }

    /** The line of the piece, from 0, on which an accepted row begins. */
    int line(int row) {
        return lines[row];
    }

    /** The line ends in the piece. */
    int lineEnds() {
        return outcome.lines();
    }
}
