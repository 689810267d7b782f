package org.ecart.chart;

/** The colours of a picture on the screen. What leaves is always light. */
public enum Appearance {
    LIGHT(Palette.LIGHT),
    DARK(Palette.DARK);

    private final Palette palette;

    Appearance(Palette palette) {
        this.palette = palette;
    }

    Palette palette() {
        return palette;
    }
}
