package org.ecart.chart;

import java.awt.Graphics2D;

/** Where a drawing goes: shapes and lines to a Graphics2D, letters the way the file wants them. */
interface Canvas {
    /** Which end of a text stands at the place given. */
    enum Anchor {
        START,
        MIDDLE,
        END;

        /** Where a text of {@code width} begins. */
        double left(double x, double width) {
            return switch (this) {
                case START -> x;
                case MIDDLE -> x - width / 2;
                case END -> x - width;
            };
        }
    }

    Graphics2D graphics();

    void text(String text, TextStyle style, double x, double baseline, Anchor anchor);
}
