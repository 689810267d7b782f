package org.ecart.intake;

import java.util.Optional;
import org.ecart.intake.IntakeReport.Reason;

/** One column of a piece while it is coded: the fields of the rows accepted so far, and of the row under way. */
sealed interface PieceColumn permits CodePiece, AmountPiece, PersonPiece, PeriodPiece, UnusedPiece {
    Optional<Reason> ACCEPTED = Optional.empty();

    /**
     * Takes the field of a row, over whatever was there for that row.
     *
     * @return what is wrong with it
     */
    Optional<Reason> take(byte[] text, int from, int to, int row);

    /** Whether the guard has to see each value; of codes it sees the distinct ones, and dates of reference are none. */
    boolean everyValueIsLookedAt();

    /** Makes room for at least twice the rows. */
    void grow(int rows);
}
