package org.ecart.chart;

import java.awt.Color;

/**
 * The look of all charts: colours, and text sizes that can be read when the chart is printed across an A4 page.
 */
record Styles(Typeface regular, Typeface semiBold, Palette palette) {
    /** With the colours of what leaves. */
    static Styles load() {
        return new Styles(
                Typeface.load("/fonts/Inter-Regular.ttf"), Typeface.load("/fonts/Inter-SemiBold.ttf"), Palette.LIGHT);
    }

    Styles in(Appearance appearance) {
        return new Styles(regular, semiBold, appearance.palette());
    }

    TextStyle number() {
        return bold(14, palette.reference());
    }

    TextStyle title() {
        return bold(23, palette.ink());
    }

    TextStyle subtitle() {
        return plain(16, palette.grey());
    }

    TextStyle heading() {
        return bold(16, palette.ink());
    }

    TextStyle label() {
        return plain(15.5, palette.ink());
    }

    TextStyle value() {
        return bold(15.5, palette.ink());
    }

    TextStyle gap() {
        return plain(15.5, palette.grey());
    }

    TextStyle reference() {
        return bold(15.5, palette.reference());
    }

    TextStyle tick() {
        return plain(14.5, palette.grey());
    }

    TextStyle note() {
        return plain(13.5, palette.grey());
    }

    TextStyle notice() {
        return bold(13.5, palette.ink());
    }

    /** The label of a group: the reference stands out, the undetermined stands back. */
    TextStyle label(boolean reference, boolean muted) {
        return reference ? reference() : muted ? label().in(palette.grey()) : label();
    }

    /** The figure of a group: the undetermined stands back. */
    TextStyle value(boolean muted) {
        return muted ? value().in(palette.grey()) : value();
    }

    private TextStyle plain(double size, Color colour) {
        return new TextStyle(regular, false, size, colour);
    }

    private TextStyle bold(double size, Color colour) {
        return new TextStyle(semiBold, true, size, colour);
    }
}
