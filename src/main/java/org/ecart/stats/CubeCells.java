package org.ecart.stats;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.ecart.model.Category;
import org.ecart.model.TableShape.Dimension;
import org.ecart.tabulate.Cube;

/** Walks over the cells of a cube that have persons, under the codes of a table's dimensions. */
final class CubeCells {
    /** Takes one cell: its codes in the table's order, the part of the indicator, its number in the cube. */
    interface Visitor {
        void visit(List<String> key, Part part, int cell);
    }

    private final Cube cube;
    private final List<Dimension> dimensions;

    CubeCells(Cube cube, List<Dimension> dimensions) {
        this.cube = cube;
        this.dimensions = dimensions;
    }

    void forEach(Visitor visitor) {
        List<Cube.Dimension> axes = cube.dimensions();
        List<String> totals = Collections.nCopies(dimensions.size(), Category.TOTAL);
        int[] places = new int[axes.size()];
        for (int a = 0; a < places.length; a++) {
            places[a] = place(axes.get(a).variable());
        }
        for (int cell = 0; cell < cube.size(); cell++) {
            List<String> codes = cube.codes(cell);
            List<String> key = new ArrayList<>(totals);
            Part part = Part.NUMERATOR;
            for (int a = 0; a < places.length; a++) {
                if (places[a] >= 0) {
                    key.set(places[a], codes.get(a));
                } else {
                    part = Part.valueOf(codes.get(a));
                }
            }
            visitor.visit(List.copyOf(key), part, cell);
        }
    }

    /** The place of a variable among the dimensions; negative for the part of the indicator. */
    private int place(String variable) {
        for (int d = 0; d < dimensions.size(); d++) {
            if (dimensions.get(d).variable().equals(variable)) {
                return d;
            }
        }
        return -1;
    }
}
