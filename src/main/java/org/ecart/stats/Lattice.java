package org.ecart.stats;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import org.ecart.model.TableShape.Dimension;
import org.ecart.tabulate.Cube;

/**
 * The cells of one date and every margin of them, by number, with the sums that hold between them. Cells that keep the same
 * dimensions and sum over the others lie in one block; crossings that share a margin meet in it.
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
    }

    private final List<Dimension> dimensions;
    private final int first;
    private final Map<BitSet, Block> blocks = new HashMap<>();
    private final List<Counts> cells = new ArrayList<>();
    private final List<ValueTable.Sum> sums = new ArrayList<>();

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
            Block block = block(kept);
            if (!known.contains(kept) && totals == 0) {
                new CubeCells(cube, dimensions).forEach((categories, part, cell) -> counts(block.number(categories))
                        .add(part, cube.persons()[cell], cube.weight(cell)));
            }
            relate(block, kept, free, known);
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

    /**
     * Notes what adds up to the cells of a block along each dimension, and adds it up along the shortest; between blocks that
     * other crossings have brought it is known already.
     */
    private void relate(Block block, BitSet kept, int[] free, Set<BitSet> known) {
        List<Along> summed = along(kept, free, known);
        Optional<Along> shortest = known.contains(kept)
                ? Optional.empty()
                : summed.stream().min(Comparator.comparingInt(along -> categories(along.dimension())));
        int[] categories = new int[dimensions.size()];
        for (int i = 0; i < block.size(); i++) {
            int number = block.first() + i;
            int rest = i;
            for (int d = 0; d < categories.length; d++) {
                categories[d] = block.steps()[d] == 0 ? 0 : rest / block.steps()[d];
                rest -= categories[d] * block.steps()[d];
            }
            for (Along along : summed) {
                List<Integer> addends = addends(along, categories);
                if (shortest.filter(along::equals).isPresent()) {
                    addends.forEach(addend -> counts(number).add(counts(addend)));
                }
                if (along.fresh()) {
                    sums.add(new ValueTable.Sum(number, addends));
                }
            }
        }
    }

    /**
     * A dimension along which cells add up.
     *
     * @param finer the block of the cells that are added
     * @param fresh whether that was not known yet
     */
    private record Along(int dimension, Block finer, boolean fresh) {}

    private List<Along> along(BitSet kept, int[] free, Set<BitSet> known) {
        List<Along> all = new ArrayList<>();
        for (int d : free) {
            if (!kept.get(d)) {
                BitSet finer = (BitSet) kept.clone();
                finer.set(d);
                all.add(new Along(d, block(finer), !known.contains(finer)));
            }
        }
        return all;
    }

    private List<Integer> addends(Along along, int[] categories) {
        int number = along.finer().number(categories);
        int step = along.finer().steps()[along.dimension()];
        Integer[] addends = new Integer[categories(along.dimension())];
        for (int category = 0; category < addends.length; category++) {
            addends[category] = number + category * step;
        }
        return Arrays.asList(addends);
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

    List<ValueTable.Sum> sums() {
        return sums;
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
