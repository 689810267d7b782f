package org.ecart.i18n;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.Locale;
import org.ecart.model.Language;
import org.junit.jupiter.api.Test;

class NumbersTest {
    private static final Numbers EN = Numbers.of(Language.EN);
    private static final Numbers FR = Numbers.of(Language.FR);

    @Test
    void belgiumGroupsWithADotAndHasADecimalComma() {
        for (Language language : new Language[] {Language.FR, Language.NL, Language.DE}) {
            assertThat(Numbers.of(language).format(new BigDecimal("1234567.25"), 1))
                    .isEqualTo("1.234.567,3");
        }
        assertThat(EN.format(new BigDecimal("1234567.25"), 1)).isEqualTo("1,234,567.3");
        assertThat(FR.whole(999)).isEqualTo("999");
        assertThat(FR.whole(1000)).isEqualTo("1.000");
    }

    @Test
    void roundsHalfUpOnceFromTheExactValue() {
        assertThat(EN.format(new BigDecimal("73.05"), 1)).isEqualTo("73.1");
        assertThat(EN.format(new BigDecimal("73.0499999999"), 1)).isEqualTo("73.0");
        assertThat(EN.format(new BigDecimal("-9.05"), 1)).isEqualTo("\u22129.1");
    }

    @Test
    void whatRoundsToZeroHasNoSign() {
        assertThat(EN.signed(new BigDecimal("-0.04"), 1)).isEqualTo("0.0");
        assertThat(EN.signed(new BigDecimal("0.04"), 1)).isEqualTo("0.0");
        assertThat(EN.signed(new BigDecimal("0.6"), 1)).isEqualTo("+0.6");
        assertThat(FR.signed(new BigDecimal("-1030.8"), 1)).isEqualTo("\u22121.030,8");
    }

    @Test
    void dataFilesHaveFifteenDigitsAndNoExponent() {
        assertThat(Numbers.plain(new BigDecimal("66.66666666666666666"))).isEqualTo("66.6666666666667");
        assertThat(Numbers.plain(new BigDecimal("-1E+3"))).isEqualTo("-1000");
        assertThat(Numbers.plain(new BigDecimal("0.00000125000"))).isEqualTo("0.00000125");
        assertThat(Numbers.plain(new BigDecimal("0.0"))).isEqualTo("0");
        assertThat(Numbers.plain(new BigDecimal("73"), 1)).isEqualTo("73.0");
    }

    @Test
    void theDefaultLocaleChangesNothing() {
        Locale before = Locale.getDefault();
        try {
            Locale.setDefault(Locale.forLanguageTag("ar-EG-u-nu-arab"));
            assertThat(EN.format(new BigDecimal("1234.5"), 1)).isEqualTo("1,234.5");
            assertThat(Numbers.plain(new BigDecimal("1234.5"))).isEqualTo("1234.5");
        } finally {
            Locale.setDefault(before);
        }
    }
}
