package org.ecart.stats;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.ecart.model.Category;
import org.ecart.model.TableShape.Dimension;
import org.ecart.tabulate.Cube;

/** Walks over the cells of a cube under the categories of a table's dimensions. */
final class CubeCells {
    /** The place of a dimension in a cell that sums over it. */
    static final int TOTAL = -1;

    /** Takes one cell: the place of its category in each dimension, the part of the indicator, its number in the cube. */
    interface Visitor {
        void visit(int[] categories, Part part, int cell);
    }

    /**
     * A dimension of the cube.
     *
     * @param place among the table's dimensions; negative for the part of the indicator
     * @param numbers for each code the place of its category, or the number of the part
     */
    private record Axis(int place, int[] numbers) {}

    private final Cube cube;
    private final int dimensions;
    private final List<Axis> axes;

    /** @param dimensions with every code that somebody in the cube has */
    CubeCells(Cube cube, List<Dimension> dimensions) {
        this.cube = cube;
        this.dimensions = dimensions.size();
        this.axes =
                cube.dimensions().stream().map(axis -> axis(axis, dimensions)).toList();
    }

    private static Axis axis(Cube.Dimension axis, List<Dimension> dimensions) {
        int place = dimensions.stream().map(Dimension::variable).toList().indexOf(axis.variable());
        List<String> codes =
                place < 0 ? Arrays.stream(Part.values()).map(Part::name).toList() : codes(dimensions.get(place));
        return new Axis(place, axis.codes().stream().mapToInt(codes::indexOf).toArray());
    }

    static List<String> codes(Dimension dimension) {
        return dimension.categories().stream().map(Category::code).toList();
    }

    void forEach(Visitor visitor) {
        Part[] parts = Part.values();
        int[] categories = IntStream.generate(() -> TOTAL).limit(dimensions).toArray();
        for (int cell = 0; cell < cube.size(); cell++) {
            int[] places = cube.places(cell);
            Part part = Part.NUMERATOR;
            for (int a = 0; a < places.length; a++) {
                Axis axis = axes.get(a);
                int number = axis.numbers()[places[a]];
                if (axis.place() < 0) {
                    part = parts[number];
                } else {
                    categories[axis.place()] = number;
                }
            }
            visitor.visit(categories, part, cell);
        }
    }
}
