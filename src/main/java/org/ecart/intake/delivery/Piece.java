package org.ecart.intake.delivery;

/**
 * Some whole rows of a delivered text.
 *
 * @param text the bytes; nobody changes them
 * @param from where the first row begins
 * @param to behind the last row
 */
public record Piece(byte[] text, int from, int to) {
    static final byte QUOTE = '"';

    /** The line ends in it: LF, CR, or both together. */
    public int lines() {
        int lines = 0;
        for (int i = from; i < to; i++) {
            byte sign = text[i];
            if (sign == '\n' || (sign == '\r' && (i + 1 == to || text[i + 1] != '\n'))) {
                lines++;
            }
        }
        return lines;
    }

    boolean quotes() {
        return Words.holds(text, from, to, QUOTE);
    }
}
