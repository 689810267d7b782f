package org.ecart.i18n;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import org.ecart.model.Language;

/**
 * How a language writes numbers: 1.234,5 in French, Dutch and German as Belgium writes them, 1,234.5 in English. Numbers
 * are rounded once, half up, from the exact value.
 *
 * @param group between thousands
 * @param point between units and decimals
 */
public record Numbers(char group, char point) {
    /** The minus of print, as wide as a plus. */
    public static final char MINUS = '\u2212';

    private static final Numbers BELGIAN = new Numbers('.', ',');
    private static final Numbers ENGLISH = new Numbers(',', '.');
    private static final MathContext DATA = new MathContext(15, RoundingMode.HALF_UP);

    public static Numbers of(Language language) {
        return language == Language.EN ? ENGLISH : BELGIAN;
    }

    /** The number of print, half up to {@code decimals}; nothing that rounds to zero has a sign. */
    public String format(BigDecimal exact, int decimals) {
        BigDecimal rounded = rounded(exact, decimals);
        String digits = grouped(rounded.abs());
        return rounded.signum() < 0 ? MINUS + digits : digits;
    }

    /** As {@link #format}, a plus before what is above zero: for gaps. */
    public String signed(BigDecimal exact, int decimals) {
        return (rounded(exact, decimals).signum() > 0 ? "+" : "") + format(exact, decimals);
    }

    /** Whole numbers, in groups of three digits. */
    public String whole(long number) {
        return format(BigDecimal.valueOf(number), 0);
    }

    /** The one rounding of the house: half up, ties away from zero. */
    public static BigDecimal rounded(BigDecimal exact, int decimals) {
        return exact.setScale(decimals, RoundingMode.HALF_UP);
    }

    /** For data files: 15 significant digits, decimal point, no exponent, no trailing zeros, a plain minus. */
    public static String plain(BigDecimal exact) {
        return exact.round(DATA).stripTrailingZeros().toPlainString();
    }

    /** For data files with the decimals of a release: 73.0, -9.1. */
    public static String plain(BigDecimal exact, int decimals) {
        return rounded(exact, decimals).toPlainString();
    }

    private String grouped(BigDecimal positive) {
        String plain = positive.toPlainString();
        int dot = plain.indexOf('.');
        String whole = dot < 0 ? plain : plain.substring(0, dot);
        StringBuilder text = new StringBuilder(whole);
        for (int at = whole.length() - 3; at > 0; at -= 3) {
            text.insert(at, group);
        }
        if (dot >= 0) {
            text.append(point).append(plain, dot + 1, plain.length());
        }
        return text.toString();
    }
}
