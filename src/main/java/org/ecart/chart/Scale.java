package org.ecart.chart;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;

/**
 * An axis that begins and ends at a tick. A chart of dots or lines need not begin at zero; one of bars does.
 *
 * @param step from tick to tick: 1, 2 or 5, or ten, a hundred, ... times as much
 */
record Scale(long from, long to, long step) {
    private static final int MOST_STEPS = 6;

    /** The shortest axis of at most six steps that holds all values. */
    static Scale holding(List<BigDecimal> values) {
        BigDecimal low = values.stream().min(BigDecimal::compareTo).orElse(BigDecimal.ZERO);
        BigDecimal high = values.stream().max(BigDecimal::compareTo).orElse(BigDecimal.TEN);
        for (long step = 1; ; step = next(step)) {
            Scale scale = new Scale(
                    multiple(low, step, RoundingMode.FLOOR), multiple(high, step, RoundingMode.CEILING), step);
            if (scale.to - scale.from <= MOST_STEPS * step) {
                return scale.from < scale.to ? scale : scale.around();
            }
        }
    }

    /** As {@link #holding}, and zero too. */
    static Scale fromZero(List<BigDecimal> values) {
        List<BigDecimal> all = new ArrayList<>(values);
        all.add(BigDecimal.ZERO);
        return holding(all);
    }

    List<Long> ticks() {
        List<Long> ticks = new ArrayList<>();
        for (long tick = from; tick <= to; tick += step) {
            ticks.add(tick);
        }
        return ticks;
    }

    /** For one value alone: a step to each side, but nothing below zero for what cannot be there. */
    private Scale around() {
        return new Scale(from == 0 ? 0 : from - step, to + step, step);
    }

    private static long next(long step) {
        long power = 1;
        while (power * 10 <= step) {
            power *= 10;
        }
        return step / power == 2 ? power * 5 : step * 2;
    }

    private static long multiple(BigDecimal value, long step, RoundingMode rounding) {
        return value.divide(BigDecimal.valueOf(step), 0, rounding).longValueExact() * step;
    }
}
