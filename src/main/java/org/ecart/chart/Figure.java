package org.ecart.chart;

import java.util.List;

/** What stands between the words above and the words below. */
interface Figure {
    double height();

    void draw(Canvas canvas, double top);

    /** Which parts belong to which cells, in units of the drawing. */
    List<Region> regions(double top);
}
