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
     * A cell with those that it is compared with; none = there is none, or the cell is its own reference.
     *
     * @param before the cell at the date before
     * @param referenceBefore the reference at the date before
     * @param whole what it is a share of
     * @param amount its own amount, if the table has one
     * @param referenceAmount the amount of the reference
     * @param stayed those of the cell who are counted at the date before too
     * @param referenceStayed those of the reference
     */
    record Compared(
            Counts cell,
            Optional<Counts> reference,
            Optional<Counts> before,
            Optional<Counts> referenceBefore,
            Optional<Counts> whole,
            Optional<BigDecimal> amount,
            Optional<BigDecimal> referenceAmount,
            Optional<Stayed> stayed,
            Optional<Stayed> referenceStayed) {}

    /**
     * Those who are counted at two dates.
     *
     * @param now at the later date
     * @param then at the earlier date; who has moved between cells is counted in another one there
     */
    record Stayed(Counts now, Counts then) {}

    /** One figure of a cell. */
    static Value of(Measure measure, Compared c) {
        return value(
                switch (measure) {
                    case PERSONS -> Optional.of(BigDecimal.valueOf(c.cell().persons()));
                    case WEIGHTED -> Optional.of(c.cell().weight());
                    case NUMERATOR -> Optional.of(c.cell().numerator());
                    case DENOMINATOR -> Optional.of(c.cell().denominator());
                    case RATE -> rate(c.cell());
                    case RATE_LOW -> wilson(c.cell()).map(w -> percent(w.low()));
                    case RATE_HIGH -> wilson(c.cell()).map(w -> percent(w.high()));
                    case GAP -> gap(Optional.of(c.cell()), c.reference());
                    case RATIO -> ratio(rate(c.cell()), c.reference().flatMap(Figures::rate));
                    case MISSING -> c.reference().flatMap(Figures::rate).flatMap(r -> missing(c.cell(), r));
                    case GAP_PERSONS -> limit(c, (a, b) -> a.share().subtract(b.share()));
                    case GAP_LOW -> limit(c, Wilson::gapLow);
                    case GAP_HIGH -> limit(c, Wilson::gapHigh);
                    case CHANGE -> gap(Optional.of(c.cell()), c.before());
                    case GAP_CHANGE ->
                        both(
                                gap(Optional.of(c.cell()), c.reference()),
                                gap(c.before(), c.referenceBefore()),
                                BigDecimal::subtract);
                    case CHANGE_STAYED, CHANGE_CAME, CHANGE_LEFT ->
                        part(measure, Optional.of(c.cell()), c.before(), c.stayed());
                    case GAP_CHANGE_STAYED, GAP_CHANGE_CAME, GAP_CHANGE_LEFT ->
                        both(
                                part(measure, Optional.of(c.cell()), c.before(), c.stayed()),
                                part(measure, c.reference(), c.referenceBefore(), c.referenceStayed()),
                                BigDecimal::subtract);
                    case SHARE_ROW, SHARE_COLUMN, SHARE_LAYER, SHARE_TABLE, SHARE ->
                        ratio(Optional.of(c.cell().weight()), c.whole().map(Counts::weight))
                                .map(Figures::percent);
                    case AMOUNT, AMOUNT_GAP, AMOUNT_GAP_PERCENT, AMOUNT_RATIO ->
                        amount(measure, c.amount(), c.referenceAmount());
                });
    }

    /** A figure of an amount. */
    static Optional<BigDecimal> amount(Measure measure, Optional<BigDecimal> own, Optional<BigDecimal> reference) {
        return switch (measure) {
            case AMOUNT_GAP -> both(own, reference, BigDecimal::subtract);
            case AMOUNT_GAP_PERCENT -> ratio(own, reference).map(r -> percent(r.subtract(BigDecimal.ONE)));
            case AMOUNT_RATIO -> ratio(own, reference);
            default -> own;
        };
    }

    private static Optional<BigDecimal> gap(Optional<Counts> cell, Optional<Counts> reference) {
        return both(cell.flatMap(Figures::rate), reference.flatMap(Figures::rate), BigDecimal::subtract);
    }

    /** The part of a change of a rate that those have who stayed, came or left; none where nobody stayed. */
    private static Optional<BigDecimal> part(
            Measure measure, Optional<Counts> now, Optional<Counts> before, Optional<Stayed> stayed) {
        Optional<Counts> stayedNow = stayed.map(Stayed::now);
        Optional<Counts> stayedThen = stayed.map(Stayed::then);
        return switch (measure) {
            case CHANGE_STAYED, GAP_CHANGE_STAYED -> gap(stayedNow, stayedThen);
            case CHANGE_CAME, GAP_CHANGE_CAME -> gap(now, stayedNow);
            default -> gap(stayedThen, before);
        };
    }

    private static Optional<BigDecimal> ratio(Optional<BigDecimal> part, Optional<BigDecimal> whole) {
        return both(part, whole.filter(w -> w.signum() != 0), (a, b) -> a.divide(b, DIGITS));
    }

    private static Optional<BigDecimal> missing(Counts cell, BigDecimal rate) {
        return Optional.of(cell.denominator())
                .filter(d -> d.signum() != 0)
                .map(d -> d.multiply(rate).divide(HUNDRED, DIGITS).subtract(cell.numerator()));
    }

    private static Optional<BigDecimal> limit(Compared c, Pairing<Wilson> pairing) {
        return both(wilson(c.cell()), c.reference().flatMap(Figures::wilson), pairing)
                .map(Figures::percent);
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
