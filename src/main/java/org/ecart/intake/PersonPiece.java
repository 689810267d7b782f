package org.ecart.intake;

import java.util.Arrays;
import java.util.Optional;
import org.ecart.intake.IntakeReport.Reason;

/** The person numbers of a piece; those of persons not met before are looked up again when their turn has come. */
final class PersonPiece implements PieceColumn {
    /** The longest pseudonym that is accepted, in bytes. */
    static final int LONGEST = 100;

    private static final Optional<Reason> MISSING = Optional.of(Reason.KEY_MISSING);
    private static final Optional<Reason> TOO_LONG = Optional.of(Reason.KEY_LONG);

    private final ByteIndex persons;
    /** In the first file of a workspace nobody is known: to look is then only to wait for memory. */
    private final boolean looks;

    private int[] numbers;
    /** Where the pseudonym of an unknown person lies in {@link #text}. */
    private int[] begins;

    private byte[] lengths;
    private int[] hashes;
    private byte[] text = {};
    private long touched;

    PersonPiece(ByteIndex persons, boolean looks, int rows) {
        this.persons = persons;
        this.looks = looks;
        this.numbers = new int[rows];
        this.begins = new int[rows];
        this.lengths = new byte[rows];
        this.hashes = new int[rows];
    }

    @Override
    public Optional<Reason> take(byte[] bytes, int from, int to, int row) {
        if (from == to) {
            return MISSING;
        }
        if (to - from > LONGEST) {
            return TOO_LONG;
        }
        hashes[row] = ByteIndex.hash(bytes, from, to);
        numbers[row] = looks ? persons.find(bytes, from, to, hashes[row]) : ByteIndex.NONE;
        begins[row] = from;
        lengths[row] = (byte) (to - from);
        text = bytes;
        return ACCEPTED;
    }

    @Override
    public boolean everyValueIsLookedAt() {
        return true;
    }

    @Override
    public void grow(int rows) {
        numbers = Arrays.copyOf(numbers, rows);
        begins = Arrays.copyOf(begins, rows);
        lengths = Arrays.copyOf(lengths, rows);
        hashes = Arrays.copyOf(hashes, rows);
    }

    /** Gives a number to the persons not met before. */
    void settle(int rows) {
        touched = looks ? 0 : persons.touch(hashes, rows);
        for (int row = 0; row < rows; row++) {
            if (numbers[row] == ByteIndex.NONE) {
                numbers[row] = persons.add(text, begins[row], begins[row] + lengths[row], hashes[row]);
            }
        }
    }

    /** The numbers of the rows' persons, once they are settled. */
    int[] numbers() {
        return numbers;
    }
}
