package org.ecart.protect;

import java.nio.IntBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.ecart.protect.CountSystem.Unit;

/**
 * Builds a {@link CountSystem}: first the atoms, then the figures as boxes of the grid (for each dimension the coordinates
 * that belong to it), and the units made of them. Boxes that hold the same atoms are one figure.
 */
public final class CountSystemBuilder {
    /** Every coordinate of a dimension, in a box. */
    public static final int[] ALL = {};

    private final int[] sizes;
    private final List<int[]> coordinates = new ArrayList<>();
    private final List<Long> counts = new ArrayList<>();
    private final List<int[]> figures = new ArrayList<>();
    private final Map<IntBuffer, Integer> numbers = new HashMap<>();
    private final Map<List<IntBuffer>, Integer> boxes = new LinkedHashMap<>();
    private final List<Unit> units = new ArrayList<>();
    private final Set<Integer> constants = new TreeSet<>();
    private final List<Fate> fates = new ArrayList<>();
    private final Map<IntBuffer, Integer> places = new HashMap<>();
    /** By dimension and coordinate the atoms that have it. */
    private final List<List<List<Integer>>> having = new ArrayList<>();

    /** @param sizes the number of coordinates in each dimension; the last one tells classes of persons apart */
    public CountSystemBuilder(int... sizes) {
        this.sizes = sizes.clone();
        for (int size : sizes) {
            having.add(IntStream.range(0, size)
                    .mapToObj(c -> (List<Integer>) new ArrayList<Integer>())
                    .toList());
        }
    }

    /** Adds persons to the atom with these coordinates; 0 makes it possible. Before the first figure. */
    public CountSystemBuilder atom(long persons, int... at) {
        if (at.length != sizes.length || !figures.isEmpty()) {
            throw new IllegalArgumentException("atoms come first, with one coordinate a dimension");
        }
        IntBuffer key = IntBuffer.wrap(at.clone());
        Integer known = places.get(key);
        if (known != null) {
            counts.set(known, counts.get(known) + persons);
            return this;
        }
        int atom = coordinates.size();
        places.put(key, atom);
        coordinates.add(key.array());
        counts.add(persons);
        for (int d = 0; d < at.length; d++) {
            having.get(d).get(at[d]).add(atom);
        }
        return this;
    }

    /** The number of the atom with these coordinates. */
    int place(int... at) {
        return Objects.requireNonNull(places.get(IntBuffer.wrap(at)), "no atom is there");
    }

    /**
     * The number of the figure that counts everybody in a box.
     *
     * @param box for each dimension the coordinates that belong to it; {@link #ALL} = every one
     */
    public int figure(int[]... box) {
        List<IntBuffer> key = normal(box);
        Integer known = boxes.get(key);
        if (known == null) {
            known = number(within(key));
            boxes.put(key, known);
        }
        return known;
    }

    private int number(int[] atoms) {
        Integer number = numbers.putIfAbsent(IntBuffer.wrap(atoms), figures.size());
        if (number == null) {
            figures.add(atoms);
            return figures.size() - 1;
        }
        return number;
    }

    private List<IntBuffer> normal(int[][] box) {
        if (box.length != sizes.length) {
            throw new IllegalArgumentException("a box has one side a dimension");
        }
        List<IntBuffer> key = new ArrayList<>();
        for (int d = 0; d < box.length; d++) {
            int[] side = box[d].length == 0
                    ? IntStream.range(0, sizes[d]).toArray()
                    : Arrays.stream(box[d]).sorted().distinct().toArray();
            key.add(IntBuffer.wrap(side));
        }
        return key;
    }

    private int[] within(List<IntBuffer> box) {
        long corners = 1;
        int fewest = Integer.MAX_VALUE;
        int narrowest = 0;
        for (int d = 0; d < sizes.length; d++) {
            int atoms = 0;
            for (int c : box.get(d).array()) {
                atoms += having.get(d).get(c).size();
            }
            corners = Math.min(Integer.MAX_VALUE, corners * box.get(d).array().length);
            if (atoms < fewest) {
                fewest = atoms;
                narrowest = d;
            }
        }
        return corners <= fewest ? corners(box) : scanned(box, narrowest);
    }

    private int[] corners(List<IntBuffer> box) {
        List<Integer> atoms = new ArrayList<>();
        collect(box, 0, new int[sizes.length], atoms);
        return atoms.stream().mapToInt(Integer::intValue).sorted().toArray();
    }

    private void collect(List<IntBuffer> box, int dimension, int[] at, List<Integer> atoms) {
        if (dimension == at.length) {
            Integer atom = places.get(IntBuffer.wrap(at));
            if (atom != null) {
                atoms.add(atom);
            }
            return;
        }
        for (int c : box.get(dimension).array()) {
            at[dimension] = c;
            collect(box, dimension + 1, at, atoms);
        }
    }

    private int[] scanned(List<IntBuffer> box, int narrowest) {
        return Arrays.stream(box.get(narrowest).array())
                .flatMap(c -> having.get(narrowest).get(c).stream().mapToInt(Integer::intValue))
                .filter(atom -> inside(box, coordinates.get(atom)))
                .sorted()
                .toArray();
    }

    private static boolean inside(List<IntBuffer> box, int[] at) {
        for (int d = 0; d < at.length; d++) {
            if (Arrays.binarySearch(box.get(d).array(), at[d]) < 0) {
                return false;
            }
        }
        return true;
    }

    /** Adds a unit that is to be decided, and tells its number. */
    public int unit(Unit unit) {
        return unit(unit, Fate.OPEN);
    }

    /** Adds a unit and tells its number. */
    public int unit(Unit unit, Fate fate) {
        units.add(unit);
        fates.add(fate);
        return units.size() - 1;
    }

    /** Adds a unit of a table that is protected elsewhere, and is printed. */
    public void guest(Unit unit) {
        unit(unit, Fate.PRINTED);
        unit.figures().values().forEach(this::constant);
    }

    /** Takes a figure as known, whether a unit tells it or not. */
    public void constant(int figure) {
        constants.add(figure);
    }

    public CountSystem build() {
        return new CountSystem(
                sizes.clone(),
                coordinates.toArray(int[][]::new),
                counts.stream().mapToLong(Long::longValue).toArray(),
                figures.toArray(int[][]::new),
                units,
                new Partitions(boxes, sizes.length).sums(),
                constants.stream().mapToInt(Integer::intValue).toArray(),
                fates);
    }
}
