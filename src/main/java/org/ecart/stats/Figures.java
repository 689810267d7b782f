package org.ecart.stats;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.Optional;
import org.ecart.model.Measure;
import org.ecart.model.Value;

/** The formulas of METHOD sections 4 and 5, in 34 decimal digits from exact sums. */
final class Figures {
    private static final MathContext DIGITS = MathContext.DECIMAL128;
    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

    private Figures() {}

    /**
     * One figure of a cell.
     *
     * @param reference the cell that it is compared with; none = there is nothing to compare with, or it is the
     *     reference itself
     */
    static Value of(Measure measure, Counts cell, Optional<Counts> reference) {
        if (measure.comparesWithReference()) {
            return reference.map(r -> compared(measure, cell, r)).orElse(Value.NOT_APPLICABLE);
        }
        return switch (measure) {
            case PERSONS -> Value.of(BigDecimal.valueOf(cell.persons()));
            case WEIGHTED -> Value.of(cell.weight());
            case NUMERATOR -> Value.of(cell.numerator());
            case DENOMINATOR -> Value.of(cell.denominator());
            case RATE -> value(rate(cell));
            case RATE_LOW -> value(wilson(cell).map(w -> percent(w.low())));
            case RATE_HIGH -> value(wilson(cell).map(w -> percent(w.high())));
            default -> throw new IllegalStateException("compared above: " + measure);
        };
    }

    private static Value compared(Measure measure, Counts cell, Counts reference) {
        return switch (measure) {
            case GAP -> value(both(rate(cell), rate(reference), BigDecimal::subtract));
            case RATIO ->
                value(both(rate(cell), rate(reference).filter(r -> r.signum() != 0), (a, b) -> a.divide(b, DIGITS)));
            case MISSING ->
                value(rate(reference)
                        .filter(r -> cell.denominator().signum() != 0)
                        .map(r -> cell.denominator()
                                .multiply(r)
                                .divide(HUNDRED, DIGITS)
                                .subtract(cell.numerator())));
            case GAP_PERSONS ->
                value(both(
                        wilson(cell),
                        wilson(reference),
                        (a, b) -> percent(a.share().subtract(b.share()))));
            case GAP_LOW -> value(both(wilson(cell), wilson(reference), (a, b) -> percent(a.gapLow(b))));
            case GAP_HIGH -> value(both(wilson(cell), wilson(reference), (a, b) -> percent(a.gapHigh(b))));
            default -> throw new IllegalStateException("not compared: " + measure);
        };
    }

    /** 100 x numerator / denominator; none where nobody is in the denominator. */
    private static Optional<BigDecimal> rate(Counts cell) {
        return cell.denominator().signum() == 0
                ? Optional.empty()
                : Optional.of(HUNDRED.multiply(cell.numerator()).divide(cell.denominator(), DIGITS));
    }

    private static Optional<Wilson> wilson(Counts cell) {
        return Wilson.of(cell.persons(Part.NUMERATOR), cell.denominatorPersons());
    }

    private static BigDecimal percent(BigDecimal share) {
        return HUNDRED.multiply(share);
    }

    private interface Pairing<T> {
        BigDecimal of(T cell, T reference);
    }

    private static <T> Optional<BigDecimal> both(Optional<T> cell, Optional<T> reference, Pairing<T> pairing) {
        return cell.flatMap(c -> reference.map(r -> pairing.of(c, r)));
    }

    private static Value value(Optional<BigDecimal> number) {
        return number.map(Value::of).orElse(Value.NOT_APPLICABLE);
    }
}
