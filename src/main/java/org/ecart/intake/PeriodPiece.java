package org.ecart.intake;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.ecart.intake.IntakeReport.Reason;
import org.ecart.model.Period;

/** The reference dates of a piece: nearly always the same one again. */
final class PeriodPiece implements PieceColumn {
    private static final Optional<Reason> NO_DATE = Optional.of(Reason.DATE);
    private static final Optional<Reason> OTHER = Optional.of(Reason.PERIOD);

    private final Optional<Period> wanted;
    private final boolean dated;
    private final List<Period> dates = new ArrayList<>();
    private int[] numbers;
    private byte[] last = {};
    private int lastNumber;

    /**
     * @param wanted the only date that is accepted
     * @param dated whether the extract has dates; where it has none they are only read
     */
    PeriodPiece(Optional<Period> wanted, boolean dated, int rows) {
        this.wanted = wanted;
        this.dated = dated;
        this.numbers = new int[rows];
    }

    @Override
    public Optional<Reason> take(byte[] text, int from, int to, int row) {
        if (last.length == 0 || !Arrays.equals(text, from, to, last, 0, last.length)) {
            Optional<Period> period = Period.parse(new String(text, from, to - from, StandardCharsets.UTF_8));
            if (period.isEmpty()) {
                return NO_DATE;
            }
            if (dated && wanted.isPresent() && !period.equals(wanted)) {
                return OTHER;
            }
            if (!dates.contains(period.get())) {
                dates.add(period.get());
            }
            last = Arrays.copyOfRange(text, from, to);
            lastNumber = dates.indexOf(period.get());
        }
        numbers[row] = lastNumber;
        return ACCEPTED;
    }

    @Override
    public boolean everyValueIsLookedAt() {
        return false;
    }

    @Override
    public void grow(int rows) {
        numbers = Arrays.copyOf(numbers, rows);
    }

    /** The dates that rows had, in the order in which they were met. */
    List<Period> dates() {
        return dates;
    }

    /** Which of {@link #dates} a row has. */
    int number(int row) {
        return numbers[row];
    }
}
