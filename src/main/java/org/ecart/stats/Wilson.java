package org.ecart.stats;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.Optional;

/**
 * The 95 % score interval of a share (Wilson 1927), and with a second one the square-and-add interval of a difference
 * (Newcombe 1998, method 10). On unweighted persons.
 *
 * @param share k / n, 0 to 1
 */
record Wilson(BigDecimal share, BigDecimal low, BigDecimal high) {
    private static final MathContext DIGITS = MathContext.DECIMAL128;
    /** The 97.5 % point of the standard normal distribution. */
    private static final BigDecimal Z = new BigDecimal("1.959963984540054");

    private static final BigDecimal Z2 = Z.multiply(Z, DIGITS);
    private static final BigDecimal TWO = BigDecimal.valueOf(2);
    private static final BigDecimal FOUR = BigDecimal.valueOf(4);

    /** The interval of k out of n; none for n = 0. */
    static Optional<Wilson> of(long k, long n) {
        if (n == 0) {
            return Optional.empty();
        }
        BigDecimal persons = BigDecimal.valueOf(n);
        BigDecimal p = BigDecimal.valueOf(k).divide(persons, DIGITS);
        BigDecimal shrink = BigDecimal.ONE.add(Z2.divide(persons, DIGITS));
        BigDecimal middle = p.add(Z2.divide(TWO.multiply(persons), DIGITS)).divide(shrink, DIGITS);
        BigDecimal variance = p.multiply(BigDecimal.ONE.subtract(p))
                .divide(persons, DIGITS)
                .add(Z2.divide(FOUR.multiply(persons).multiply(persons), DIGITS));
        BigDecimal half = Z.divide(shrink, DIGITS).multiply(variance.sqrt(DIGITS), DIGITS);
        // With nobody, or everybody, a limit is the share itself; rounding would leave a crumb beside it.
        BigDecimal low = k == 0 ? p : middle.subtract(half);
        BigDecimal high = k == n ? p : middle.add(half);
        return Optional.of(new Wilson(p, low, high));
    }

    /** The lower limit of this share minus another. */
    BigDecimal gapLow(Wilson reference) {
        return share.subtract(reference.share)
                .subtract(distance(share.subtract(low), reference.high.subtract(reference.share)));
    }

    /** The upper limit of this share minus another. */
    BigDecimal gapHigh(Wilson reference) {
        return share.subtract(reference.share)
                .add(distance(high.subtract(share), reference.share.subtract(reference.low)));
    }

    private static BigDecimal distance(BigDecimal a, BigDecimal b) {
        return a.multiply(a).add(b.multiply(b)).sqrt(DIGITS);
    }
}
