package org.ecart.chart;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class ScaleTest {
    @Test
    void beginsAndEndsAtARoundNumber() {
        assertThat(holding("42.2", "73.0").ticks()).containsExactly(40, 50, 60, 70, 80);
        assertThat(holding("3.1", "7.9").ticks()).containsExactly(3, 4, 5, 6, 7, 8);
        assertThat(holding("0", "100").ticks()).containsExactly(0, 20, 40, 60, 80, 100);
    }

    @Test
    void oneValueAloneHasRoomAroundIt() {
        assertThat(holding("50").ticks()).containsExactly(49, 50, 51);
        assertThat(Scale.holding(List.of()).ticks()).isNotEmpty();
    }

    private static Scale holding(String... values) {
        return Scale.holding(Stream.of(values).map(BigDecimal::new).toList());
    }
}
