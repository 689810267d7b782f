package org.ecart.chart;

/**
 * What a chart is laid out on, in units of the drawing.
 *
 * @param whole whether title, notes and source stand around the figure; on the screen they stand beside the table
 */
record Page(double width, double margin, boolean whole) {
    /** As a release has it. */
    static final Page PAPER = new Page(900, 30, true);

    /** A text of 13 pixels is 15.5 units high. */
    private static final double UNITS_A_PIXEL = 15.5 / 13;

    /** Below this the figure shrinks, letters and all. */
    private static final double NARROWEST = 460;

    /** A page as many units wide as make the letters legible on so many logical pixels. */
    static Page screen(double pixels) {
        return new Page(Math.max(NARROWEST, pixels * UNITS_A_PIXEL), 6, false);
    }

    double right() {
        return width - margin;
    }

    double textWidth() {
        return width - 2 * margin;
    }

    /** Where the name of an axis begins: below its first tick, or before it where the name would not end on the page. */
    double axisLeft(Track track, double width) {
        return Math.max(margin, Math.min(track.left(), Math.floor(right() - width - 1)));
    }

    /** A longer label of a group is wrapped. */
    double longestLabel() {
        return width * 0.3;
    }
}
