package org.ecart.chart;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class TextStyleTest {
    private final TextStyle style = Styles.load().label();

    @Test
    void widthsGrowWithTheSizeAndAddUp() {
        Typeface face = style.face();
        assertThat(face.width("Maghreb", 20)).isEqualTo(2 * face.width("Maghreb", 10));
        assertThat(face.width("Mag", 10) + face.width("hreb", 10)).isEqualTo(face.width("Maghreb", 10));
    }

    @Test
    void anOutlineIsAsWideAsItsText() {
        double width = style.width("Élevé");
        assertThat(style.face()
                        .outline("Élevé", style.size(), 0, 0)
                        .getBounds2D()
                        .getWidth())
                .isBetween(width - 3, width);
    }

    @Test
    void longTextsBreakAtSpacesIntoLinesOfAboutTheSameLength() {
        String text = "Amérique centrale et Amérique du Sud";
        double room = style.width(text) - 1;
        assertThat(style.wrap(text, room)).containsExactly("Amérique centrale et Amérique du", "Sud");
        assertThat(style.wrapEvenly(text, room)).containsExactly("Amérique centrale", "et Amérique du Sud");
        assertThat(style.wrapEvenly(text, room + 2)).containsExactly(text);
        assertThat(style.wrapEvenly("Donaudampfschifffahrt", 10)).containsExactly("Donaudampfschifffahrt");
    }
}
