package org.ecart.intake;

import java.util.Arrays;
import java.util.Optional;
import org.ecart.frame.AmountColumn;
import org.ecart.intake.IntakeReport.Reason;
import org.ecart.model.Variable;

/** A column of numbers of a piece, each with its own decimals. */
final class AmountPiece implements PieceColumn {
    private static final Optional<Reason> NO_NUMBER = Optional.of(Reason.NUMBER);
    private static final int LARGEST_COUNT = 999_999_999;

    private final DecimalText text;
    private final Variable.Role role;
    private long[] numbers;
    private byte[] decimals;

    AmountPiece(Variable.Role role, char decimalSign, int rows) {
        this.role = role;
        this.text = new DecimalText(decimalSign);
        this.numbers = new long[rows];
        this.decimals = new byte[rows];
    }

    @Override
    public Optional<Reason> take(byte[] bytes, int from, int to, int row) {
        if (from == to && role == Variable.Role.AMOUNT) {
            numbers[row] = AmountColumn.UNKNOWN;
            return ACCEPTED;
        }
        if (!text.read(bytes, from, to) || !allowed(bytes[from])) {
            return NO_NUMBER;
        }
        numbers[row] = text.number();
        decimals[row] = (byte) text.decimals();
        return ACCEPTED;
    }

    /** A weight or a count is not below 0, and a count is whole. */
    private boolean allowed(byte sign) {
        return switch (role) {
            case WEIGHT -> sign != '-';
            case COUNT -> sign != '-' && text.decimals() == 0 && text.number() <= LARGEST_COUNT;
            case AMOUNT, PERSON, PERIOD, DIMENSION -> true;
        };
    }

    long number(int row) {
        return numbers[row];
    }

    int decimals(int row) {
        return decimals[row];
    }

    @Override
    public boolean everyValueIsLookedAt() {
        return true;
    }

    @Override
    public void grow(int rows) {
        numbers = Arrays.copyOf(numbers, rows);
        decimals = Arrays.copyOf(decimals, rows);
    }
}
