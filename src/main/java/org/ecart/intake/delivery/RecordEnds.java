package org.ecart.intake.delivery;

/**
 * Where records end, quoted line breaks left alone. A quote opens a field only as its first sign, as in RFC 4180;
 * anywhere else it is a sign as any other.
 */
final class RecordEnds {
    /** No record ends here. */
    static final int NONE = -1;

    private final char delimiter;

    RecordEnds(char delimiter) {
        this.delimiter = delimiter;
    }

    /** Behind the last record of {@code text} up to {@code to}; a record begins at {@code from}. */
    int last(byte[] text, int from, int to, boolean textEnds) {
        if (textEnds) {
            return to > from ? to : NONE;
        }
        return Words.holds(text, from, to, Piece.QUOTE) ? follow(text, from, to, false) : lastLineEnd(text, from, to);
    }

    /** Behind the first record of {@code text} up to {@code to}. */
    int first(byte[] text, int from, int to, boolean textEnds) {
        int end = follow(text, from, to, true);
        return end == NONE && textEnds && to > from ? to : end;
    }

    /** A CR as the very last byte may be half of a line end: it does not count yet. */
    private static int lastLineEnd(byte[] text, int from, int to) {
        for (int i = to - 1; i >= from; i--) {
            if (text[i] == '\n' || (text[i] == '\r' && i + 1 < to)) {
                return i + 1;
            }
        }
        return NONE;
    }

    private int follow(byte[] text, int from, int to, boolean onlyFirst) {
        boolean quoted = false;
        boolean fieldBegins = true;
        int end = NONE;
        for (int i = from; i < to; i++) {
            byte sign = text[i];
            if (quoted) {
                if (sign == Piece.QUOTE) {
                    boolean doubled = i + 1 < to && text[i + 1] == Piece.QUOTE;
                    quoted = doubled;
                    i += doubled ? 1 : 0;
                }
            } else if (sign == Piece.QUOTE && fieldBegins) {
                quoted = true;
                fieldBegins = false;
            } else if (sign == '\n' || (sign == '\r' && i + 1 < to)) {
                i += sign == '\r' && text[i + 1] == '\n' ? 1 : 0;
                end = i + 1;
                fieldBegins = true;
                if (onlyFirst) {
                    return end;
                }
            } else {
                fieldBegins = sign == delimiter;
            }
        }
        return end;
    }
}
