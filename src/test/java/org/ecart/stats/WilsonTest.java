package org.ecart.stats;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.math.BigDecimal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class WilsonTest {
    /** First: computed with R. The others: Newcombe 1998, "Two-sided intervals for the single proportion", table I. */
    @ParameterizedTest
    @CsvSource({
        "401, 684, 54.8966885337, 62.2584274435, 1e-9",
        "81, 263, 25.53, 36.62, 0.005",
        "15, 148, 6.24, 16.05, 0.005",
        "0, 20, 0.00, 16.11, 0.005",
        "1, 29, 0.61, 17.18, 0.005",
    })
    void theScoreIntervalIsAsPublished(long k, long n, BigDecimal low, BigDecimal high, BigDecimal precision) {
        Wilson wilson = wilson(k, n);

        assertThat(percent(wilson.low())).isCloseTo(low, within(precision));
        assertThat(percent(wilson.high())).isCloseTo(high, within(precision));
    }

    /** First: computed with R. The others: Newcombe 1998, "Interval estimation for the difference", table II, method 10. */
    @ParameterizedTest
    @CsvSource({
        "401, 684, 5608, 8462, -7.64701776501, -11.50774782496, -3.87531940894, 1e-9",
        "56, 70, 48, 80, 20, 5.24, 33.39, 0.005",
        "9, 10, 3, 10, 60, 17.05, 80.90, 0.005",
        "10, 10, 0, 20, 100, 67.91, 100, 0.005",
    })
    void theIntervalOfADifferenceIsAsPublished(
            long k, long n, long k2, long n2, BigDecimal gap, BigDecimal low, BigDecimal high, BigDecimal precision) {
        Wilson group = wilson(k, n);
        Wilson reference = wilson(k2, n2);

        assertThat(percent(group.share().subtract(reference.share()))).isCloseTo(gap, within(precision));
        assertThat(percent(group.gapLow(reference))).isCloseTo(low, within(precision));
        assertThat(percent(group.gapHigh(reference))).isCloseTo(high, within(precision));
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 3, 7, 10, 999, 1_234_567})
    void noneAndAllLimitTheIntervalExactly(long n) {
        assertThat(wilson(0, n).low()).isEqualByComparingTo("0");
        assertThat(wilson(n, n).high()).isEqualByComparingTo("1");
    }

    @Test
    void ofNobodyThereIsNoShare() {
        assertThat(Wilson.of(0, 0)).isEmpty();
    }

    private static Wilson wilson(long k, long n) {
        return Wilson.of(k, n).orElseThrow();
    }

    private static BigDecimal percent(BigDecimal share) {
        return share.multiply(BigDecimal.valueOf(100));
    }
}
