package org.ecart.chart;

import java.awt.Color;

/**
 * The look of all charts: the palette of the method (section 8) and text sizes that can be read when the chart is
 * printed across an A4 page.
 */
record Styles(Typeface regular, Typeface semiBold) {
    static final Color BLUE = new Color(0x12436D);
    static final Color PLUM = new Color(0x801650);
    static final Color INK = new Color(0x1F262D);
    static final Color GREY = new Color(0x59646E);
    static final Color MUTED = new Color(0x84909B);
    static final Color GRID = new Color(0xE3E7EB);
    static final Color PLUM_PALE = new Color(0xCC9CB6);
    static final Color MUTED_PALE = new Color(0xCBD1D6);

    static Styles load() {
        return new Styles(Typeface.load("/fonts/Inter-Regular.ttf"), Typeface.load("/fonts/Inter-SemiBold.ttf"));
    }

    TextStyle number() {
        return bold(14, BLUE);
    }

    TextStyle title() {
        return bold(23, INK);
    }

    TextStyle subtitle() {
        return plain(16, GREY);
    }

    TextStyle heading() {
        return bold(16, INK);
    }

    TextStyle label() {
        return plain(15.5, INK);
    }

    TextStyle value() {
        return bold(15.5, INK);
    }

    TextStyle gap() {
        return plain(15.5, GREY);
    }

    TextStyle reference() {
        return bold(15.5, BLUE);
    }

    TextStyle tick() {
        return plain(14.5, GREY);
    }

    TextStyle note() {
        return plain(13.5, GREY);
    }

    TextStyle notice() {
        return bold(13.5, INK);
    }

    private TextStyle plain(double size, Color colour) {
        return new TextStyle(regular, false, size, colour);
    }

    private TextStyle bold(double size, Color colour) {
        return new TextStyle(semiBold, true, size, colour);
    }
}
