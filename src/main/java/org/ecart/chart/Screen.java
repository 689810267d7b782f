package org.ecart.chart;

/**
 * Where a picture is shown.
 *
 * @param width of the picture in logical pixels, above 0; the height follows
 * @param density device pixels for a logical one: 1, on a fine screen 1.5 or 2
 */
public record Screen(double width, double density, Appearance appearance) {
    public Screen {
        if (!(width > 0 && density > 0)) {
            throw new IllegalArgumentException("a screen has a width and a density");
        }
    }
}
