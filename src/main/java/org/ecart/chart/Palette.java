package org.ecart.chart;

import java.awt.Color;
import java.util.Arrays;
import java.util.List;

/**
 * The colours of one appearance.
 *
 * @param grey of texts that stand back; still 4.5 : 1 against the background
 * @param muted of marks of the undetermined
 * @param reference of the reference group
 * @param group of a group beside the reference
 * @param series of bars and lines, in the order of the method
 */
record Palette(
        Color background,
        Color ink,
        Color grey,
        Color grid,
        Color muted,
        Color mutedPale,
        Color reference,
        Color group,
        Color groupPale,
        List<Color> series) {
    /** Section 8 of the method: these six, in this order. */
    static final Palette LIGHT = new Palette(
            Color.WHITE,
            new Color(0x1F262D),
            new Color(0x59646E),
            new Color(0xE3E7EB),
            new Color(0x84909B),
            new Color(0xCBD1D6),
            new Color(0x12436D),
            new Color(0x801650),
            new Color(0xCC9CB6),
            colours(0x12436D, 0x28A197, 0x801650, 0xF46A25, 0x3D3D3D, 0xA285D1));

    /** The same hues, lighter, on the ground of the dark theme. */
    static final Palette DARK = new Palette(
            new Color(0x0D1117),
            new Color(0xE2E8EE),
            new Color(0x9AA5B0),
            new Color(0x272E36),
            new Color(0x7D8792),
            new Color(0x3F4750),
            new Color(0x76B4EA),
            new Color(0xE07BB0),
            new Color(0x743659),
            colours(0x76B4EA, 0x3CC4B8, 0xE07BB0, 0xF78C50, 0xC3C9CF, 0xB9A0E3));

    Palette {
        series = List.copyOf(series);
    }

    private static List<Color> colours(int... rgb) {
        return Arrays.stream(rgb).mapToObj(Color::new).toList();
    }
}
