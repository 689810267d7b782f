package org.ecart.chart;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class ScaleTest {
    @Test
    void beginsAndEndsAtARoundNumber() {
        assertThat(holding("42.2", "73.0").ticks()).containsExactly(40L, 50L, 60L, 70L, 80L);
        assertThat(holding("3.1", "7.9").ticks()).containsExactly(3L, 4L, 5L, 6L, 7L, 8L);
        assertThat(holding("0", "100").ticks()).containsExactly(0L, 20L, 40L, 60L, 80L, 100L);
    }

    @Test
    void oneValueAloneHasRoomAroundIt() {
        assertThat(holding("50").ticks()).containsExactly(49L, 50L, 51L);
        assertThat(Scale.holding(List.of()).ticks()).isNotEmpty();
    }

    @Test
    void barsBeginAtZeroAndPersonsHaveLongSteps() {
        assertThat(Scale.fromZero(List.of(new BigDecimal("42.2"))).ticks())
                .containsExactly(0L, 10L, 20L, 30L, 40L, 50L);
        assertThat(Scale.fromZero(List.of(new BigDecimal("1234567"))).ticks())
                .containsExactly(0L, 500_000L, 1_000_000L, 1_500_000L);
        assertThat(Scale.fromZero(List.of(BigDecimal.ZERO)).ticks()).containsExactly(0L, 1L);
    }

    private static Scale holding(String... values) {
        return Scale.holding(Stream.of(values).map(BigDecimal::new).toList());
    }
}
