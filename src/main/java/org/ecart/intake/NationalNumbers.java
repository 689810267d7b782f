package org.ecart.intake;

import org.ecart.intake.GuardVerdict.Kind;

/**
 * Counts the Belgian national numbers (NISS, INSZ) of a column, BIS numbers among them: YYMMDD CCC KK with KK = 97 -
 * (the first nine digits mod 97), a 2 before the nine for births from 2000 on; BIS numbers add 20 or 40 to the month;
 * month and day are 00 where they are not known.
 *
 * <p>A random number of 11 digits passes at 0.26 %: 39 months and 32 days of 100 each, 2 checks of 100. So a column
 * decides: 5 or more valid ones that are over 2 % of its numbers of 11 digits refuse it, fewer are doubtful.
 *
 * <p><b>Forms.</b> Digits; digits with {@code . - / } and blanks between year, month, day, counter and check, or
 * between thousands; a decimal number without decimals ({@code 85073003328.0}, decimal comma too); a power of ten
 * ({@code 8.5073003328E10}).
 *
 * <p><b>A lost leading zero</b> leaves 10 digits that begin with 1 to 9, and no separators, for the zero is only lost
 * where the number was taken for a quantity. They are judged as a class of their own: every such number counts in the
 * denominator, valid or not, for otherwise any column of 10 random digits would be "100 % valid"; but not in that of
 * the 11 digits, which they would thin out. Each class alone, and both together, can refuse the column.
 *
 * <p>Belgian enterprise and establishment numbers have 10 digits and the very same check. They are told apart by what
 * stands where month and day would: where at least as many numbers pass the check with an impossible date as with a
 * possible one, the 10 digits are no births. Such a column is doubtful and not refused.
 */
final class NationalNumbers {
    private static final long TEN_DIGITS = 1_000_000_000L;
    private static final long ELEVEN_DIGITS = 10_000_000_000L;
    private static final long TWELVE_DIGITS = 100_000_000_000L;
    private static final long FROM_2000 = 2_000_000_000L;
    private static final int MODULUS = 97;
    /** Over one in fifty: 2 %. */
    private static final int ONE_IN = 50;
    /** More digits than a long takes; longer is no person number. */
    private static final int MOST_DIGITS = 18;
    /** Separators as bits, by the digits before them: YY MM DD CCC KK, and thousands of 11 and 10 digits. */
    private static final int GROUPS = 1 << 2 | 1 << 4 | 1 << 6 | 1 << 9;

    private static final int THOUSANDS = 1 << 2 | 1 << 5 | 1 << 8;
    private static final int THOUSANDS_OF_TEN = 1 << 1 | 1 << 4 | 1 << 7;

    private long eleven;
    private long elevenValid;
    private long ten;
    private long tenValid;
    /** Of ten digits: the check holds and the date is none. */
    private long tenNoDate;

    /** Looks at a field that has digits and signs of numbers only. */
    void look(byte[] text, int from, int to) {
        long number = 0;
        int digits = 0;
        int separators = 0;
        int i = from;
        for (; i < to; i++) {
            int sign = text[i];
            if (sign >= '0' && sign <= '9') {
                if (++digits > MOST_DIGITS) {
                    return;
                }
                number = number * 10 + (sign - '0');
            } else if (sign == 'e' || sign == 'E' || sign == '+') {
                power(text, from, to);
                return;
            } else if (digits >= 10 || sign == ',') {
                break;
            } else {
                separators |= 1 << digits;
            }
        }
        if (i < to && !onlyZeros(text, i, to)) {
            // Decimals: a quantity, unless the whole is a power of ten.
            power(text, from, to);
        } else if (digits == 11 && ((separators & ~GROUPS) == 0 || separators == THOUSANDS)) {
            countEleven(number);
        } else if (digits == 10 && (separators == 0 || separators == THOUSANDS_OF_TEN)) {
            countTen(number);
        }
    }

    /** A decimal sign and zeros. */
    private static boolean onlyZeros(byte[] text, int from, int to) {
        boolean zeros = text[from] == '.' || text[from] == ',';
        for (int i = from + 1; i < to; i++) {
            zeros &= text[i] == '0';
        }
        return zeros;
    }

    /** A number with an exponent: digits, perhaps a decimal sign and more digits, e, perhaps +, digits. */
    private void power(byte[] text, int from, int to) {
        long number = 0;
        int digits = 0;
        int decimals = -1;
        int i = from;
        for (; i < to && text[i] != 'e' && text[i] != 'E'; i++) {
            int sign = text[i];
            if (sign >= '0' && sign <= '9') {
                if (++digits > MOST_DIGITS) {
                    return;
                }
                number = number * 10 + (sign - '0');
                decimals += decimals < 0 ? 0 : 1;
            } else if ((sign == '.' || sign == ',') && decimals < 0) {
                decimals = 0;
            } else {
                return;
            }
        }
        int exponent = exponent(text, i + 1, to);
        if (exponent >= 0) {
            countWhole(number, exponent - Math.max(0, decimals));
        }
    }

    /** The exponent, from 0 to 99; -1 where there is none. */
    private static int exponent(byte[] text, int from, int to) {
        int i = from < to && text[from] == '+' ? from + 1 : from;
        int exponent = i < to ? 0 : -1;
        for (; i < to; i++) {
            if (text[i] < '0' || text[i] > '9' || exponent > 9) {
                return -1;
            }
            exponent = exponent * 10 + (text[i] - '0');
        }
        return exponent;
    }

    /** Counts {@code number} times a power of ten, if that is a whole number. */
    private void countWhole(long number, int tens) {
        long whole = number;
        int left = tens;
        for (; left > 0 && whole < ELEVEN_DIGITS; left--) {
            whole *= 10;
        }
        for (; left < 0 && whole % 10 == 0 && whole > 0; left++) {
            whole /= 10;
        }
        if (left == 0 && whole >= ELEVEN_DIGITS && whole < TWELVE_DIGITS) {
            countEleven(whole);
        } else if (left == 0 && whole < ELEVEN_DIGITS) {
            countTen(whole);
        }
    }

    private void countEleven(long number) {
        eleven++;
        elevenValid += possibleDate(number) && checked(number) ? 1 : 0;
    }

    private void countTen(long number) {
        if (number < TEN_DIGITS) {
            // A leading zero that is there has not been lost: a telephone number, or an enterprise.
            return;
        }
        ten++;
        if (checked(number)) {
            boolean birth = possibleDate(number);
            tenValid += birth ? 1 : 0;
            tenNoDate += birth ? 0 : 1;
        }
    }

    /** Whether a number of 11 digits, leading zeros among them, is a national or BIS number. */
    static boolean valid(long number) {
        return possibleDate(number) && checked(number);
    }

    private static boolean possibleDate(long number) {
        int month = (int) (number / 10_000_000 % 100);
        int day = (int) (number / 100_000 % 100);
        return month <= 52 && month % 20 <= 12 && day <= 31;
    }

    private static boolean checked(long number) {
        long nine = number / 100;
        long check = MODULUS - number % 100;
        return nine % MODULUS == check || (FROM_2000 + nine) % MODULUS == check;
    }

    void add(NationalNumbers other) {
        eleven += other.eleven;
        elevenValid += other.elevenValid;
        ten += other.ten;
        tenValid += other.tenValid;
        tenNoDate += other.tenNoDate;
    }

    GuardVerdict verdict() {
        long all = elevenValid + tenValid;
        if (all == 0) {
            return GuardVerdict.NONE;
        }
        boolean births = tenValid > tenNoDate;
        boolean refused =
                tooMany(elevenValid, eleven) || (births && (tooMany(tenValid, ten) || tooMany(all, eleven + ten)));
        return refused ? GuardVerdict.refuse(Kind.NATIONAL_NUMBER, all) : GuardVerdict.warn(Kind.NATIONAL_NUMBER, all);
    }

    private static boolean tooMany(long valid, long of) {
        return valid >= IdentifierGuard.ENOUGH && valid * ONE_IN > of;
    }
}
