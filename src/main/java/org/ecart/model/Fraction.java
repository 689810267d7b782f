package org.ecart.model;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A share between 0 and 1 as a ratio of whole numbers, so that 28 % of 25 persons is exactly 7.
 *
 * @param numerator 1 or more, less than the denominator
 * @param denominator 1,000,000 or less
 */
public record Fraction(int numerator, int denominator) {
    /** One half: the median. */
    public static final Fraction HALF = new Fraction(1, 2);

    private static final int LARGEST = 1_000_000;
    private static final Pattern TEXT = Pattern.compile("([0-9]{1,7})/([0-9]{1,7})");

    public Fraction {
        if (numerator < 1 || numerator >= denominator || denominator > LARGEST) {
            throw EcartException.usage("model.fraction");
        }
    }

    /** Reads {@code 1/10}. */
    public static Fraction parse(String text) {
        Matcher matcher = TEXT.matcher(text);
        if (!matcher.matches()) {
            throw EcartException.usage("model.fraction");
        }
        return new Fraction(Integer.parseInt(matcher.group(1)), Integer.parseInt(matcher.group(2)));
    }

    /** Whether {@code part} is at least this share of {@code whole}; exact. */
    public boolean reachedBy(BigDecimal part, BigDecimal whole) {
        return part.multiply(BigDecimal.valueOf(denominator)).compareTo(whole.multiply(BigDecimal.valueOf(numerator)))
                >= 0;
    }

    /** Whether {@code part} is at least this share of {@code whole}; exact. */
    public boolean reachedBy(BigInteger part, BigInteger whole) {
        return part.multiply(BigInteger.valueOf(denominator)).compareTo(whole.multiply(BigInteger.valueOf(numerator)))
                >= 0;
    }

    @Override
    public String toString() {
        return numerator + "/" + denominator;
    }
}
