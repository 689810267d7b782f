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

    private static Scale holding(String... values) {
        return Scale.holding(Stream.of(values).map(BigDecimal::new).toList());
    }
}
