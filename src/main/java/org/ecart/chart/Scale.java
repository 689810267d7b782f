package org.ecart.chart;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;

/**
 * A horizontal axis in percent that begins and ends at a tick. A chart of dots need not begin at zero.
 *
 * @param step from tick to tick: 1, 2, 5, 10 or 20
 */
record Scale(int from, int to, int step) {
    private static final int[] STEPS = {1, 2, 5, 10, 20};
    private static final int MOST_STEPS = 6;

    /** The shortest axis of at most six steps that holds all values. */
    static Scale holding(List<BigDecimal> values) {
        BigDecimal low = values.stream().min(BigDecimal::compareTo).orElse(BigDecimal.ZERO);
        BigDecimal high = values.stream().max(BigDecimal::compareTo).orElse(BigDecimal.TEN);
        for (int step : STEPS) {
            Scale scale = new Scale(
                    multiple(low, step, RoundingMode.FLOOR), multiple(high, step, RoundingMode.CEILING), step);
            if (scale.to - scale.from <= MOST_STEPS * step) {
                return scale.from < scale.to ? scale : new Scale(scale.from - step, scale.to + step, step);
            }
        }
        return new Scale(0, 100, 20);
    }

    List<Integer> ticks() {
        List<Integer> ticks = new ArrayList<>();
        for (int tick = from; tick <= to; tick += step) {
            ticks.add(tick);
        }
        return ticks;
    }

    private static int multiple(BigDecimal value, int step, RoundingMode rounding) {
        return value.divide(BigDecimal.valueOf(step), 0, rounding).intValueExact() * step;
    }
}
