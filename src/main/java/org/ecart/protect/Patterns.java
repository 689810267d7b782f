package org.ecart.protect;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.ecart.protect.Cubes.Cube;

/** Cubes as moves, and what the same pattern proves about the other classes of persons. */
final class Patterns {
    private final Ground ground;
    private final Cubes cubes;

    Patterns(Ground ground, Cubes cubes) {
        this.ground = ground;
        this.cubes = cubes;
    }

    static Move move(Cube cube) {
        SortedMap<Integer, Long> change = new TreeMap<>();
        for (int i = 0; i < cube.atoms().length; i++) {
            change.merge(cube.atoms()[i], (long) cube.signs()[i], Long::sum);
        }
        return Move.of(change);
    }

    /**
     * The same pattern in each class, and each two of these together.
     *
     * @param counts the persons of each atom at present
     */
    List<Move> alike(Cube cube, long[] counts) {
        int last = ground.system().dimensions() - 1;
        List<Move> alike = new ArrayList<>();
        List<Move> moves = new ArrayList<>();
        for (int c = 0; c < ground.system().size(last); c++) {
            inClass(cube, last, c, counts).ifPresent(alike::add);
        }
        for (int i = 0; i < alike.size(); i++) {
            moves.add(alike.get(i));
            for (int j = 0; j < i; j++) {
                moves.add(sum(alike.get(i), alike.get(j)));
                moves.add(sum(alike.get(i), alike.get(j).reversed()));
            }
        }
        return moves;
    }

    /** The same pattern with all corners in one class; none if it is one of classes itself, or an atom is missing. */
    private Optional<Move> inClass(Cube cube, int last, int coordinate, long[] counts) {
        SortedMap<Integer, Integer> signs = new TreeMap<>();
        for (int i = 0; i < cube.corners(); i++) {
            int atom = ground.beside(cube.atoms()[i], last, coordinate);
            if (atom < 0) {
                return Optional.empty();
            }
            // where the cube runs over the classes too, half of it is the whole pattern in this class
            signs.putIfAbsent(atom, cube.signs()[i]);
        }
        int[] atoms = signs.keySet().stream().mapToInt(Integer::intValue).toArray();
        int[] theirSigns = Arrays.stream(atoms).map(signs::get).toArray();
        return cubes.completed(atoms, theirSigns, counts).map(Patterns::move);
    }

    private static Move sum(Move one, Move other) {
        SortedMap<Integer, Long> change = new TreeMap<>();
        for (int i = 0; i < one.length(); i++) {
            change.merge(one.atoms()[i], one.steps()[i], Long::sum);
        }
        for (int i = 0; i < other.length(); i++) {
            change.merge(other.atoms()[i], other.steps()[i], Long::sum);
        }
        return Move.of(change);
    }
}
