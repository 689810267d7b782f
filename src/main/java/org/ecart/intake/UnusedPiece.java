package org.ecart.intake;

import java.util.Optional;
import org.ecart.intake.IntakeReport.Reason;

/** A column that holds no variable and is not loaded. */
final class UnusedPiece implements PieceColumn {
    @Override
    public Optional<Reason> take(byte[] text, int from, int to, int row) {
        return ACCEPTED;
    }

    @Override
    public boolean everyValueIsLookedAt() {
        return true;
    }

    @Override
    public void grow(int rows) {}
}
