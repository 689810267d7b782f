package org.ecart.files;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.ecart.model.Axis;
import org.ecart.model.EcartException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class AxisTextTest {
    @Test
    void nestingBindsCloserThanStacking() {
        assertThat(AxisText.parse("origin > gender + region").blocks())
                .containsExactly(List.of("origin", "gender"), List.of("region"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"a", "a > b", "a + b", "a > b > c + d + a > d"})
    void anAxisIsPrintedAsItIsRead(String text) {
        assertThat(AxisText.parse(text).toString()).isEqualTo(text);
        assertThat(AxisText.parse(text.replace(" ", ""))).isEqualTo(AxisText.parse(text));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "  "})
    void anEmptyTextIsTheEmptyAxis(String text) {
        assertThat(AxisText.parse(text)).isEqualTo(Axis.EMPTY);
    }

    @ParameterizedTest
    @CsvSource({"a b, b, 3", "> a, >, 1", "a > + b, +, 5", "a * b, *, 3", "a + 'b', b, 5"})
    void aMistakeIsToldWithItsPlace(String text, String what, int place) {
        assertThatThrownBy(() -> AxisText.parse(text)).isInstanceOfSatisfying(EcartException.class, e -> {
            assertThat(e.key()).isEqualTo("files.condition.unexpected");
            assertThat(e.arguments()).containsExactly(what, place);
        });
    }

    @Test
    void anAxisMayNotEndInTheMiddle() {
        assertThatThrownBy(() -> AxisText.parse("a >"))
                .isInstanceOfSatisfying(
                        EcartException.class, e -> assertThat(e.key()).isEqualTo("files.condition.end"));
    }

    @Test
    void aVariableIsNotNestedInItself() {
        assertThatThrownBy(() -> AxisText.parse("a > b > a"))
                .isInstanceOfSatisfying(
                        EcartException.class, e -> assertThat(e.key()).isEqualTo("model.nesting"));
    }
}
