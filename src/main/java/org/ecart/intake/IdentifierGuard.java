package org.ecart.intake;

import org.ecart.intake.GuardVerdict.Kind;

/**
 * Watches one column for direct identifiers, as section 7 of the method says: Belgian national numbers, e-mail
 * addresses, account numbers, full birth dates, and names of columns that announce one. It counts and keeps no value.
 * One guard a column and thread; {@link #add} joins them, and the order of rows and threads changes nothing.
 *
 * <p>It looks at bytes of any encoding in which ASCII is itself (UTF-8, Windows-1252), and makes no string: most
 * fields are short codes and are done after one comparison, the others after one pass that only sorts bytes by what
 * they can be part of.
 */
final class IdentifierGuard {
    /** As many make a column refused; fewer are doubtful. */
    static final int ENOUGH = 5;
    /** No identifier is shorter: a full date without signs between has eight. */
    private static final int SHORTEST = 8;
    /** Fewer digits are no national number, not even as a power of ten that ends in zeros. */
    private static final int FEWEST_DIGITS = 8;

    private static final int DIGIT = 1;
    private static final int SEPARATOR = 1 << 1;
    private static final int NUMBER_SIGN = 1 << 2;
    private static final int EXPONENT = 1 << 3;
    private static final int LETTER = 1 << 4;
    private static final int AT = 1 << 5;
    private static final int OTHER = 1 << 6;
    private static final int NO_NUMBER = LETTER | AT | OTHER;
    private static final int NO_ACCOUNT = AT | OTHER | NUMBER_SIGN;
    private static final byte[] SORTS = sorts();

    private final TellingName name;
    private final NationalNumbers nationalNumbers = new NationalNumbers();
    private long emails;
    private long accounts;
    private long birthDates;

    IdentifierGuard(String columnName) {
        this.name = TellingName.of(columnName);
    }

    /**
     * Looks at one field.
     *
     * @param from its first byte in {@code text}, without the delimiter
     * @param to the byte after its last
     */
    void look(byte[] text, int from, int to) {
        if (to - from >= SHORTEST) {
            lookCloser(text, from, to);
        }
    }

    private void lookCloser(byte[] text, int from, int to) {
        int first = from;
        int end = to;
        while (first < end && surrounds(text[first])) {
            first++;
        }
        while (first < end && surrounds(text[end - 1])) {
            end--;
        }
        int sorts = 0;
        int digits = 0;
        for (int i = first; i < end; i++) {
            int sort = SORTS[text[i] & 0xFF];
            sorts |= sort;
            digits += sort & DIGIT;
        }
        if (digits >= FEWEST_DIGITS && (sorts & NO_NUMBER) == 0) {
            nationalNumbers.look(text, first, end);
        } else if ((sorts & AT) != 0) {
            emails += Email.within(text, first, end) ? 1 : 0;
        } else if ((sorts & NO_ACCOUNT) == 0 && Iban.is(text, first, end)) {
            accounts++;
        }
        if (name.speaksOfBirth() && FullDate.is(text, first, end)) {
            birthDates++;
        }
    }

    /** Blanks and quotes around a value are no part of it; spreadsheets put an apostrophe before digits. */
    private static boolean surrounds(byte sign) {
        return sign == ' ' || sign == '"' || sign == '\'' || sign == '\t';
    }

    /** Takes in what a guard of the same column has seen elsewhere. */
    void add(IdentifierGuard other) {
        nationalNumbers.add(other.nationalNumbers);
        emails += other.emails;
        accounts += other.accounts;
        birthDates += other.birthDates;
    }

    /** What is to be said of the column, by all that was looked at so far. */
    GuardVerdict verdict() {
        return nationalNumbers
                .verdict()
                .or(counted(Kind.EMAIL, emails))
                .or(counted(Kind.IBAN, accounts))
                .or(counted(Kind.BIRTH_DATE, birthDates))
                .or(name.verdict());
    }

    private static GuardVerdict counted(Kind kind, long count) {
        if (count == 0) {
            return GuardVerdict.NONE;
        }
        return count >= ENOUGH ? GuardVerdict.refuse(kind, count) : GuardVerdict.warn(kind, count);
    }

    private static byte[] sorts() {
        byte[] sorts = new byte[256];
        for (int i = 0; i < sorts.length; i++) {
            sorts[i] = (byte) sort(i);
        }
        return sorts;
    }

    private static int sort(int sign) {
        if (sign >= '0' && sign <= '9') {
            return DIGIT;
        }
        return switch (sign) {
            case '.', '-', '/', ' ' -> SEPARATOR;
            case ',', '+' -> NUMBER_SIGN;
            case 'e', 'E' -> EXPONENT;
            case '@' -> AT;
            default -> (sign >= 'a' && sign <= 'z') || (sign >= 'A' && sign <= 'Z') ? LETTER : OTHER;
        };
    }
}
