package org.ecart.stats;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.ecart.model.Category;
import org.ecart.model.TableShape.Dimension;
import org.ecart.tabulate.Cube;

/**
 * The cells of one date and every margin of them, by their codes in the order of the table's dimensions ({@code _T}
 * where a cell sums over one), with the sums that hold between them. Crossings that share a margin meet in it.
 */
final class Lattice {
    /** A margin and the cells that add up to it. */
    record Relation(List<String> total, List<List<String>> addends) {}

    private final List<Dimension> dimensions;
    private final Map<List<String>, Counts> cells = new LinkedHashMap<>();
    private final List<Relation> relations = new ArrayList<>();

    /** @param dimensions with every category that the table prints */
    Lattice(List<Dimension> dimensions) {
        this.dimensions = dimensions;
    }

    /**
     * Adds a crossing with all its margins.
     *
     * @param crossing the variables of the cube, without the part of the indicator
     */
    void add(List<String> crossing, Cube cube) {
        Map<List<String>, Counts> crossed = interior(crossing, cube);
        List<Integer> free = new ArrayList<>();
        for (int d = 0; d < dimensions.size(); d++) {
            if (crossing.contains(dimensions.get(d).variable())) {
                free.add(d);
            }
        }
        Set<List<String>> known = new LinkedHashSet<>(cells.keySet());
        for (int d : free) {
            crossed.putAll(margin(crossed, d));
        }
        crossed.forEach(cells::putIfAbsent);
        relate(crossed.keySet(), free, known);
    }

    private Map<List<String>, Counts> interior(List<String> crossing, Cube cube) {
        Map<List<String>, Counts> interior = new LinkedHashMap<>();
        List<List<String>> keys = List.of(List.of());
        for (Dimension dimension : dimensions) {
            List<String> codes = crossing.contains(dimension.variable())
                    ? dimension.categories().stream().map(Category::code).toList()
                    : List.of(Category.TOTAL);
            keys = extended(keys, codes);
        }
        keys.forEach(key -> interior.put(key, new Counts()));
        new CubeCells(cube, dimensions).forEach((key, part, cell) -> {
            // A code that nobody of the universe has is not printed; its cell is empty.
            Optional.ofNullable(interior.get(key))
                    .ifPresent(counts -> counts.add(part, cube.persons()[cell], cube.weight(cell)));
        });
        return interior;
    }

    private static List<List<String>> extended(List<List<String>> keys, List<String> codes) {
        List<List<String>> longer = new ArrayList<>();
        for (List<String> key : keys) {
            for (String code : codes) {
                List<String> next = new ArrayList<>(key);
                next.add(code);
                longer.add(List.copyOf(next));
            }
        }
        return longer;
    }

    private static Map<List<String>, Counts> margin(Map<List<String>, Counts> cells, int dimension) {
        Map<List<String>, Counts> margin = new LinkedHashMap<>();
        cells.forEach((key, counts) -> margin.computeIfAbsent(with(key, dimension, Category.TOTAL), k -> new Counts())
                .add(counts));
        return margin;
    }

    /** Notes each sum along one dimension; between cells that another crossing has brought it is known already. */
    private void relate(Set<List<String>> keys, List<Integer> free, Set<List<String>> known) {
        for (List<String> key : keys) {
            for (int d : free) {
                if (key.get(d).equals(Category.TOTAL)) {
                    List<List<String>> addends = dimensions.get(d).categories().stream()
                            .map(c -> with(key, d, c.code()))
                            .toList();
                    if (!known.contains(key) || !known.containsAll(addends)) {
                        relations.add(new Relation(key, addends));
                    }
                }
            }
        }
    }

    static List<String> with(List<String> key, int dimension, String code) {
        List<String> changed = new ArrayList<>(key);
        changed.set(dimension, code);
        return List.copyOf(changed);
    }

    Map<List<String>, Counts> cells() {
        return cells;
    }

    List<Relation> relations() {
        return relations;
    }

    /** The codes of each dimension that somebody of the universe has. */
    static Map<String, Set<String>> found(List<Cube> cubes) {
        Map<String, Set<String>> found = new HashMap<>();
        for (Cube cube : cubes) {
            for (int cell = 0; cell < cube.size(); cell++) {
                int[] places = cube.places(cell);
                for (int d = 0; d < places.length; d++) {
                    Cube.Dimension dimension = cube.dimensions().get(d);
                    found.computeIfAbsent(dimension.variable(), v -> new LinkedHashSet<>())
                            .add(dimension.codes().get(places[d]));
                }
            }
        }
        return found;
    }
}
