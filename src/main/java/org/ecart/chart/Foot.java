package org.ecart.chart;

import java.util.List;

/** What stands below panels on one scale: its numbers and its name. */
final class Foot implements Figure {
    private static final double TICKS = 18;
    private static final double AXIS = 30;

    private final Track track;
    private final Wording words;
    private final TextStyle style;
    private final Paragraph axis;
    private final double axisLeft;

    /** @param name of the scale */
    Foot(Track track, String name, Wording words, TextStyle style, Page page) {
        this.track = track;
        this.words = words;
        this.style = style;
        this.axisLeft = page.axisLeft(track, style.width(name));
        this.axis = Paragraph.of(name, style, page.right() - axisLeft, page.whole() ? 22 : 0);
    }

    @Override
    public double height() {
        return AXIS + axis.height();
    }

    @Override
    public void draw(Canvas canvas, double top) {
        track.drawTicks(canvas, words, style, top + TICKS);
        Paragraph.draw(List.of(axis), canvas, axisLeft, top + AXIS);
    }

    @Override
    public List<Region> regions(double top) {
        return List.of();
    }
}
