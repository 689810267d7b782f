package org.ecart.intake;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.Optional;
import java.util.regex.Pattern;
import org.ecart.frame.Dictionary;
import org.ecart.intake.IntakeReport.Reason;
import org.ecart.model.Variable;

/**
 * A coded column of a piece. Values that the dictionary does not know yet are numbered within the piece, below 0, until
 * the pieces before it have had their turn; so that places do not depend on which thread was faster.
 */
final class CodePiece implements PieceColumn {
    private static final Optional<Reason> NO_NUMBER = Optional.of(Reason.NUMBER);
    private static final Optional<Reason> NO_DATE = Optional.of(Reason.DATE);
    private static final Optional<Reason> TOO_LONG = Optional.of(Reason.CODE_LONG);
    private static final Pattern INTEGER = Pattern.compile("[+-]?[0-9]{1,9}");

    private final GrowingDictionary dictionary;
    private final Variable.Type type;
    private final DecimalText decimals;
    private final char decimalSign;
    private final ByteIndex met = ByteIndex.small();
    private final ShortValues remembered = new ShortValues();
    private int[] places;

    CodePiece(GrowingDictionary dictionary, Variable.Type type, char decimalSign, int rows) {
        this.dictionary = dictionary;
        this.type = type;
        this.decimalSign = decimalSign;
        this.decimals = new DecimalText(decimalSign);
        this.places = new int[rows];
    }

    @Override
    public Optional<Reason> take(byte[] text, int from, int to, int row) {
        if (from == to) {
            places[row] = Dictionary.UNKNOWN;
            return ACCEPTED;
        }
        if (type == Variable.Type.DECIMAL && decimalSign != '.') {
            return takePointed(text, from, to, row);
        }
        if (to - from <= ShortValues.LONGEST) {
            return takeShort(text, from, to, row);
        }
        int place = dictionary.find(text, from, to);
        if (place == ByteIndex.NONE) {
            return takeUnknown(text, from, to, row);
        }
        places[row] = place;
        return ACCEPTED;
    }

    /** Most codes are short, and few: the piece remembers where it found them. */
    private Optional<Reason> takeShort(byte[] text, int from, int to, int row) {
        long value = ShortValues.value(text, from, to);
        if (remembered.holds(value)) {
            places[row] = remembered.place(value);
            return ACCEPTED;
        }
        int place = dictionary.find(text, from, to);
        if (place == ByteIndex.NONE) {
            Optional<Reason> against = takeUnknown(text, from, to, row);
            if (against.isPresent()) {
                return against;
            }
        } else {
            places[row] = place;
        }
        remembered.put(value, places[row]);
        return ACCEPTED;
    }

    /** Decimals are kept with a point, whatever the delivery writes. */
    private Optional<Reason> takePointed(byte[] text, int from, int to, int row) {
        if (!decimals.read(text, from, to)) {
            return NO_NUMBER;
        }
        byte[] pointed = Arrays.copyOfRange(text, from, to);
        for (int i = 0; i < pointed.length; i++) {
            pointed[i] = pointed[i] == decimalSign ? (byte) '.' : pointed[i];
        }
        places[row] = place(pointed, 0, pointed.length);
        return ACCEPTED;
    }

    /** What the dictionary holds has passed these checks. */
    private Optional<Reason> takeUnknown(byte[] text, int from, int to, int row) {
        if (to - from > ByteIndex.LONGEST) {
            return TOO_LONG;
        }
        boolean fine =
                switch (type) {
                    case CODE -> true;
                    case INTEGER -> INTEGER.matcher(text(text, from, to)).matches();
                    case DECIMAL -> decimals.read(text, from, to);
                    case DATE -> date(text(text, from, to));
                };
        if (!fine) {
            return type == Variable.Type.DATE ? NO_DATE : NO_NUMBER;
        }
        places[row] = place(text, from, to);
        return ACCEPTED;
    }

    private int place(byte[] text, int from, int to) {
        int known = dictionary.find(text, from, to);
        return known == ByteIndex.NONE ? -1 - met.add(text, from, to) : known;
    }

    private static String text(byte[] text, int from, int to) {
        return new String(text, from, to - from, StandardCharsets.UTF_8);
    }

    private static boolean date(String value) {
        try {
            LocalDate.parse(value);
            return true;
        } catch (DateTimeParseException notADate) {
            return false;
        }
    }

    @Override
    public boolean everyValueIsLookedAt() {
        return false;
    }

    @Override
    public void grow(int rows) {
        places = Arrays.copyOf(places, rows);
    }

    /**
     * Gives the rows their places and appends to the dictionary what they have met; one piece after the other.
     *
     * @param guard looks at what is new
     */
    void settle(int rows, IdentifierGuard guard) {
        for (int row = 0; row < rows && met.size() > 0; row++) {
            if (places[row] < 0) {
                byte[] value = met.bytes(-1 - places[row]);
                int before = dictionary.size();
                places[row] = dictionary.append(value, 0, value.length);
                if (dictionary.size() > before) {
                    guard.look(value, 0, value.length);
                }
            }
        }
    }

    /** The places of the rows, once they are settled. */
    int[] places() {
        return places;
    }
}
