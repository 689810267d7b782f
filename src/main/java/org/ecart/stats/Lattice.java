package org.ecart.stats;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import org.ecart.model.Category;
import org.ecart.model.TableShape.Dimension;
import org.ecart.tabulate.Cube;

/**
 * The cells of one date and every margin of them, by number. Cells that keep the same dimensions and sum over the others lie
 * in one block; crossings that share a margin meet in it.
 */
final class Lattice {
    /**
     * All cells that keep some dimensions.
     *
     * @param first the number of its first cell; the last dimension runs fastest
     * @param steps for each dimension how much further the next category lies; 0 = summed over
     */
    private record Block(int first, int size, int[] steps) {
        int number(int[] categories) {
            int number = first;
            for (int d = 0; d < steps.length; d++) {
                number += steps[d] * categories[d];
            }
            return number;
        }

        /** The places of the categories of its i-th cell. */
        int[] categories(int i) {
            int[] categories = new int[steps.length];
            int rest = i;
            for (int d = 0; d < steps.length; d++) {
                categories[d] = steps[d] == 0 ? 0 : rest / steps[d];
                rest -= categories[d] * steps[d];
            }
            return categories;
        }
    }

    private final List<Dimension> dimensions;
    private final int first;
    /** In the order of their first cells. */
    private final Map<BitSet, Block> blocks = new LinkedHashMap<>();

    private final List<Counts> cells = new ArrayList<>();

    /**
     * @param dimensions with every category that the table prints
     * @param first the number of the first cell
     */
    Lattice(List<Dimension> dimensions, int first) {
        this.dimensions = dimensions;
        this.first = first;
    }

    /**
     * Adds a crossing with all its margins.
     *
     * @param crossing the variables of the cube, without the part of the indicator
     */
    void add(List<String> crossing, Cube cube) {
        Set<BitSet> known = new HashSet<>(blocks.keySet());
        int[] free = IntStream.range(0, dimensions.size())
                .filter(d -> crossing.contains(dimensions.get(d).variable()))
                .toArray();
        for (int totals = 0; totals < 1 << free.length; totals++) {
            BitSet kept = new BitSet();
            for (int f = 0; f < free.length; f++) {
                kept.set(free[f], (totals >> f & 1) == 0);
            }
            if (known.contains(kept)) {
                continue;
            }
            Block block = block(kept);
            if (totals == 0) {
                new CubeCells(cube, dimensions).forEach((categories, part, cell) -> counts(block.number(categories))
                        .add(part, cube.persons()[cell], cube.weight(cell)));
            } else {
                sum(block, kept, free);
            }
        }
    }

    /** Room for the cells that keep some dimensions. */
    private Block empty(BitSet kept) {
        int start = first + cells.size();
        int[] steps = new int[dimensions.size()];
        int size = 1;
        for (int d = kept.length() - 1; d >= 0; d--) {
            if (kept.get(d)) {
                steps[d] = size;
                size = Math.multiplyExact(size, categories(d));
            }
        }
        for (int cell = 0; cell < size; cell++) {
            cells.add(new Counts());
        }
        return new Block(start, size, steps);
    }

    private int categories(int dimension) {
        return dimensions.get(dimension).categories().size();
    }

    /** Adds up the cells of a block along the shortest of the dimensions that it sums over. */
    private void sum(Block block, BitSet kept, int[] free) {
        int along = Arrays.stream(free)
                .filter(d -> !kept.get(d))
                .boxed()
                .min(Comparator.comparingInt(this::categories))
                .orElseThrow();
        BitSet longer = (BitSet) kept.clone();
        longer.set(along);
        Block finer = block(longer);
        for (int i = 0; i < block.size(); i++) {
            int number = finer.number(block.categories(i));
            for (int category = 0; category < categories(along); category++) {
                counts(block.first() + i).add(counts(number + category * finer.steps()[along]));
            }
        }
    }

    private Block block(BitSet kept) {
        return blocks.computeIfAbsent(kept, this::empty);
    }

    private Counts counts(int number) {
        return cells.get(number - first);
    }

    /** Cells and margins in the order of their numbers. */
    List<Counts> cells() {
        return cells;
    }

    /** The codes of each cell in the order of their numbers, {@code _T} where it sums over a dimension. */
    List<List<String>> codes() {
        List<List<String>> codes = new ArrayList<>();
        blocks.forEach((kept, block) -> {
            for (int i = 0; i < block.size(); i++) {
                codes.add(codes(kept, block.categories(i)));
            }
        });
        return codes;
    }

    private List<String> codes(BitSet kept, int[] categories) {
        String[] codes = new String[categories.length];
        for (int d = 0; d < codes.length; d++) {
            codes[d] = kept.get(d)
                    ? dimensions.get(d).categories().get(categories[d]).code()
                    : Category.TOTAL;
        }
        return List.of(codes);
    }

    /**
     * The number of a cell.
     *
     * @param categories by dimension the place of its category, {@link CubeCells#TOTAL} where it sums over the dimension
     * @return {@link Comparisons#NONE} where no crossing has it
     */
    int number(int[] categories) {
        BitSet kept = new BitSet();
        for (int d = 0; d < categories.length; d++) {
            kept.set(d, categories[d] != CubeCells.TOTAL);
        }
        return Optional.ofNullable(blocks.get(kept))
                .map(block -> block.number(categories))
                .orElse(Comparisons.NONE);
    }

    /** The codes of each dimension that somebody of the universe has. */
    static Map<String, Set<String>> found(List<Cube> cubes) {
        Map<String, Set<String>> found = new HashMap<>();
        for (Cube cube : cubes) {
            List<BitSet> places =
                    cube.dimensions().stream().map(d -> new BitSet()).toList();
            for (int cell = 0; cell < cube.size(); cell++) {
                int[] of = cube.places(cell);
                for (int d = 0; d < of.length; d++) {
                    places.get(d).set(of[d]);
                }
            }
            for (int d = 0; d < places.size(); d++) {
                Cube.Dimension dimension = cube.dimensions().get(d);
                places.get(d).stream()
                        .mapToObj(dimension.codes()::get)
                        .forEach(found.computeIfAbsent(dimension.variable(), v -> new LinkedHashSet<>())::add);
            }
        }
        return found;
    }
}
