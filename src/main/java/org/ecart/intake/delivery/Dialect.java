package org.ecart.intake.delivery;

import java.util.List;
import java.util.Optional;

/**
 * How a delivered text is written.
 *
 * @param delimiter what stands between fields, one of {@link #DELIMITERS}
 */
public record Dialect(char delimiter, Encoding encoding, DecimalSign decimalSign) {
    public static final List<Character> DELIMITERS = List.of(',', ';', '\t', '|');

    /** How characters are written. */
    public enum Encoding {
        UTF_8,
        UTF_8_MARK,
        WINDOWS_1252
    }

    /** What stands before decimals. */
    public enum DecimalSign {
        /** no number with decimals was seen; a point is read */
        NONE,
        POINT,
        COMMA
    }

    /** What somebody has said of it; the rest is found out. */
    public record Said(Optional<Character> delimiter, Optional<Encoding> encoding, Optional<DecimalSign> decimalSign) {
        public static final Said NOTHING = new Said(Optional.empty(), Optional.empty(), Optional.empty());
    }

    /** What numbers have before their decimals, as it is read. */
    public char decimal() {
        return decimalSign == DecimalSign.COMMA ? ',' : '.';
    }
}
