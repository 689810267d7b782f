package org.ecart.chart;

import java.util.List;
import java.util.Optional;

/**
 * A part of a picture that belongs to a row or a cell of the table, in logical pixels from the upper left corner.
 *
 * @param row the codes of the entry of the rows
 * @param place of the cell in that row; none where the part stands for the row
 */
public record Region(double x, double y, double width, double height, List<String> row, Optional<Place> place) {
    public Region {
        row = List.copyOf(row);
    }

    static Region ofRow(double x, double y, double width, double height, List<String> row) {
        return new Region(x, y, width, height, row, Optional.empty());
    }

    static Region ofCell(double x, double y, double width, double height, List<String> row, Place place) {
        return new Region(x, y, width, height, row, Optional.of(place));
    }

    boolean holds(double atX, double atY) {
        return atX >= x && atX < x + width && atY >= y && atY < y + height;
    }

    /** The square of the distance from the middle. */
    double distance(double atX, double atY) {
        double dx = atX - x - width / 2;
        double dy = atY - y - height / 2;
        return dx * dx + dy * dy;
    }

    Region times(double factor) {
        return new Region(x * factor, y * factor, width * factor, height * factor, row, place);
    }
}
