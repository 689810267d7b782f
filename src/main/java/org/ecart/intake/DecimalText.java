package org.ecart.intake;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;

/** Reads decimal numbers from bytes, without making anything of those that are written plainly. */
final class DecimalText {
    /** Digits that are kept of a number. */
    static final int DIGITS = 18;
    /** Characters that are looked at: to read a million digits takes minutes. */
    private static final int LONGEST = 400;
    /** More digits before the point than any amount has; they leave room for three decimals. */
    private static final int LARGEST_WHOLE = 15;

    private static final Pattern DECIMAL = Pattern.compile("[+-]?([0-9]+\\.?[0-9]*|\\.[0-9]+)([eE][+-]?[0-9]{1,2})?");
    private static final long[] POWERS = new long[DIGITS + 1];

    static {
        POWERS[0] = 1;
        for (int i = 1; i < POWERS.length; i++) {
            POWERS[i] = POWERS[i - 1] * 10;
        }
    }

    private final char decimalSign;
    private long number;
    private int decimals;

    DecimalText(char decimalSign) {
        this.decimalSign = decimalSign;
    }

    /**
     * Reads a number.
     *
     * @return whether it is one, and one that can be kept; then {@link #number} and {@link #decimals} tell it
     */
    boolean read(byte[] text, int from, int to) {
        int i = from;
        boolean negative = i < to && text[i] == '-';
        i += negative || (i < to && text[i] == '+') ? 1 : 0;
        if (to - i > DIGITS) {
            return readAny(text, from, to);
        }
        long value = 0;
        int digits = 0;
        int point = -1;
        for (; i < to; i++) {
            int digit = text[i] - '0';
            if (digit >= 0 && digit <= 9) {
                value = value * 10 + digit;
                digits++;
            } else if (text[i] == decimalSign && point < 0) {
                point = digits;
            } else {
                return readAny(text, from, to);
            }
        }
        if (digits == 0) {
            return false;
        }
        return keep(negative ? -value : value, point < 0 ? 0 : digits - point);
    }

    private boolean keep(long value, int places) {
        number = value;
        decimals = places;
        while (decimals > 0 && number % 10 == 0) {
            number /= 10;
            decimals--;
        }
        return digits(number) - decimals <= LARGEST_WHOLE;
    }

    private boolean readAny(byte[] text, int from, int to) {
        if (to - from > LONGEST) {
            return false;
        }
        String written = new String(text, from, to - from, StandardCharsets.UTF_8);
        String pointed =
                decimalSign == '.' ? written : written.replace('.', ' ').replace(decimalSign, '.');
        if (!DECIMAL.matcher(pointed).matches()) {
            return false;
        }
        BigDecimal exact = new BigDecimal(pointed);
        int whole = Math.max(1, exact.precision() - exact.scale());
        if (whole > LARGEST_WHOLE) {
            return false;
        }
        int places = Math.max(0, Math.min(exact.scale(), DIGITS - whole));
        return keep(exact.setScale(places, RoundingMode.DOWN).unscaledValue().longValueExact(), places);
    }

    /** The number last read, without its decimal point. */
    long number() {
        return number;
    }

    /** The decimals of the number last read; the last of them is not 0. */
    int decimals() {
        return decimals;
    }

    /** 10 to the power of {@code exponent}, 0 to 18. */
    static long power(int exponent) {
        return POWERS[exponent];
    }

    /** The digits of a number of at most 18, 1 for 0. */
    static int digits(long number) {
        long size = Math.abs(number);
        int digits = 1;
        while (digits < DIGITS && size >= POWERS[digits]) {
            digits++;
        }
        return digits;
    }
}
