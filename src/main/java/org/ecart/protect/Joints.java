package org.ecart.protect;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.ecart.protect.CountSystem.Join;

/** How the grids of a {@link CountSystem} hang together: from an atom over what two grids share to the atoms beyond. */
final class Joints {
    /** The cell of an atom that a join says nothing of. */
    static final int FREE = -1;

    private static final int[] NONE = {};

    private final CountSystem system;
    /** By join, for each of its cells the atoms of the smaller grid, then those of the other. */
    private final List<List<int[][]>> sides = new ArrayList<>();

    private final List<int[]> ofGrid = new ArrayList<>();
    private final Map<Alike, int[]> alike = new HashMap<>();

    /** What both grids of a join tell of a coordinate, in one of them. */
    private record Alike(int join, int grid, int dimension, int shared) {}

    Joints(CountSystem system) {
        this.system = system;
        for (Join join : system.joins()) {
            sides.add(List.of(side(join, join.one()), side(join, join.other())));
        }
        addAlike();
        int grids = IntStream.range(0, system.atoms()).map(system::grid).max().orElse(0) + 1;
        for (int grid = 0; grid < grids; grid++) {
            int number = grid;
            ofGrid.add(IntStream.range(0, system.joins().size())
                    .filter(j -> system.joins().get(j).one() == number
                            || system.joins().get(j).other() == number)
                    .toArray());
        }
    }

    private int[][] side(Join join, int grid) {
        List<List<Integer>> atoms = new ArrayList<>();
        int last = Arrays.stream(join.cells()).max().orElse(0);
        for (int cell = 0; cell <= last; cell++) {
            atoms.add(new ArrayList<>());
        }
        for (int atom = 0; atom < system.atoms(); atom++) {
            if (join.cells()[atom] >= 0 && system.grid(atom) == grid) {
                atoms.get(join.cells()[atom]).add(atom);
            }
        }
        return atoms.stream()
                .map(of -> of.stream().mapToInt(Integer::intValue).toArray())
                .toArray(int[][]::new);
    }

    private void addAlike() {
        Map<Alike, BitSet> coordinates = new HashMap<>();
        for (int join = 0; join < system.joins().size(); join++) {
            Join between = system.joins().get(join);
            for (int atom = 0; atom < system.atoms(); atom++) {
                int grid = system.grid(atom);
                if (grid == between.one() || grid == between.other()) {
                    for (int d = 0; d < system.dimensions(); d++) {
                        coordinates
                                .computeIfAbsent(new Alike(join, grid, d, shared(join, atom, d)), key -> new BitSet())
                                .set(system.coordinate(atom, d));
                    }
                }
            }
        }
        coordinates.forEach((key, of) -> alike.put(key, of.stream().toArray()));
    }

    /** The coordinates in a dimension of a grid of which a join tells the same. */
    int[] alike(int join, int grid, int dimension, int shared) {
        return alike.getOrDefault(new Alike(join, grid, dimension, shared), NONE);
    }

    /** Whether there is one grid only, so that nothing has to agree. */
    boolean none() {
        return system.joins().isEmpty();
    }

    /** The joins of a grid, by number. */
    int[] of(int grid) {
        return ofGrid.get(grid);
    }

    /** The grid that a join leads to from another. */
    int beyond(int join, int grid) {
        Join between = system.joins().get(join);
        return between.one() == grid ? between.other() : between.one();
    }

    /** The cell of a join that an atom is in; {@link #FREE} where there need be nobody beyond who is alike. */
    int cell(int join, int atom) {
        return system.joins().get(join).cells()[atom];
    }

    /** What of an atom's coordinate in a dimension both grids tell. */
    int shared(int join, int atom, int dimension) {
        int[] shared = system.joins().get(join).shared()[atom];
        int own = dimension - (system.dimensions() - shared.length);
        return own < 0 ? 0 : shared[own];
    }

    /** The atoms of a grid in a cell. */
    int[] within(int join, int grid, int cell) {
        return cell == FREE
                ? NONE
                : sides.get(join).get(system.joins().get(join).one() == grid ? 0 : 1)[cell];
    }

    /** The atoms of both grids in a cell. */
    int[] in(int join, int cell) {
        return cell == FREE
                ? NONE
                : sides.get(join).stream()
                        .flatMapToInt(side -> Arrays.stream(side[cell]))
                        .toArray();
    }

    /** The number of cells of a join. */
    int cells(int join) {
        return sides.get(join).get(0).length;
    }

    /** Whether an atom is of the first of the two grids of a join. */
    boolean first(int join, int atom) {
        return system.joins().get(join).one() == system.grid(atom);
    }

    /** Whether after a move all grids still tell of the same persons. */
    boolean agree(Move move) {
        if (none()) {
            return true;
        }
        Map<Long, Long> differences = new HashMap<>();
        for (int i = 0; i < move.length(); i++) {
            int atom = move.atoms()[i];
            int grid = system.grid(atom);
            for (int join : of(grid)) {
                if (cell(join, atom) != FREE) {
                    long side = first(join, atom) ? 1 : -1;
                    long cell = (long) join << Integer.SIZE | cell(join, atom);
                    differences.merge(cell, Math.multiplyExact(side, move.steps()[i]), Math::addExact);
                }
            }
        }
        return differences.values().stream().allMatch(difference -> difference == 0);
    }
}
