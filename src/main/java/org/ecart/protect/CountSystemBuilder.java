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
import org.ecart.protect.CountSystem.Atoms;
import org.ecart.protect.CountSystem.Join;
import org.ecart.protect.CountSystem.Unit;

/**
 * Builds a {@link CountSystem}: first the atoms, then the figures as boxes of the grid (for each dimension the coordinates
 * that belong to it), and the units made of them. Boxes that hold the same atoms are one figure.
 */
public final class CountSystemBuilder {
    /** Every coordinate of a dimension, in a box. */
    public static final int[] ALL = {};

    private final List<Grid> grids = new ArrayList<>();
    private final List<int[]> coordinates = new ArrayList<>();
    private final List<Integer> gridOf = new ArrayList<>();
    private final List<Long> counts = new ArrayList<>();
    private final List<int[]> figures = new ArrayList<>();
    private final Map<IntBuffer, Integer> numbers = new HashMap<>();
    private final List<List<Unit>> units = new ArrayList<>();
    private final List<Join> joins = new ArrayList<>();
    private final Set<Integer> constants = new TreeSet<>();
    private final List<Fate> fates = new ArrayList<>();
    private Whereabouts whereabouts = Whereabouts.UNKNOWN;

    /**
     * @param having by dimension and coordinate the atoms that have it
     * @param boxes the figure of each box
     */
    private record Grid(
            int[] sizes,
            Map<IntBuffer, Integer> places,
            List<List<List<Integer>>> having,
            Map<List<IntBuffer>, Integer> boxes) {}

    /** @param sizes the number of coordinates in each dimension; the last one tells classes of persons apart */
    public CountSystemBuilder(int... sizes) {
        grid(sizes);
    }

    /** Begins another grid, to which atoms and figures belong from here on. */
    public CountSystemBuilder grid(int... sizes) {
        List<List<List<Integer>>> having = new ArrayList<>();
        for (int size : sizes) {
            having.add(IntStream.range(0, size)
                    .mapToObj(c -> (List<Integer>) new ArrayList<Integer>())
                    .toList());
        }
        grids.add(new Grid(sizes.clone(), new HashMap<>(), having, new LinkedHashMap<>()));
        return this;
    }

    private Grid last() {
        return grids.get(grids.size() - 1);
    }

    /** Adds persons to the atom with these coordinates; 0 makes it possible. Before the first figure. */
    public CountSystemBuilder atom(long persons, int... at) {
        Grid grid = last();
        if (at.length != grid.sizes().length || !figures.isEmpty()) {
            throw new IllegalArgumentException("atoms come first, with one coordinate a dimension");
        }
        IntBuffer key = IntBuffer.wrap(at.clone());
        Integer known = grid.places().get(key);
        if (known != null) {
            counts.set(known, counts.get(known) + persons);
            return this;
        }
        int atom = coordinates.size();
        grid.places().put(key, atom);
        coordinates.add(key.array());
        gridOf.add(grids.size() - 1);
        counts.add(persons);
        for (int d = 0; d < at.length; d++) {
            grid.having().get(d).get(at[d]).add(atom);
        }
        return this;
    }

    /** The number of the atom with these coordinates in the last grid. */
    int place(int... at) {
        return Objects.requireNonNull(last().places().get(IntBuffer.wrap(at)), "no atom is there");
    }

    /** The number of atoms so far. */
    int atoms() {
        return counts.size();
    }

    /**
     * The number of the figure that counts everybody in a box of the last grid.
     *
     * @param box for each dimension the coordinates that belong to it; {@link #ALL} = every one
     */
    public int figure(int[]... box) {
        return figure(grids.size() - 1, box);
    }

    /** The same in a grid by number. */
    public int figure(int number, int[]... box) {
        Grid grid = grids.get(number);
        List<IntBuffer> key = normal(grid, box);
        Integer known = grid.boxes().get(key);
        if (known == null) {
            known = number(within(grid, key));
            grid.boxes().put(key, known);
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

    private static List<IntBuffer> normal(Grid grid, int[][] box) {
        if (box.length != grid.sizes().length) {
            throw new IllegalArgumentException("a box has one side a dimension");
        }
        List<IntBuffer> key = new ArrayList<>();
        for (int d = 0; d < box.length; d++) {
            int[] side = box[d].length == 0
                    ? IntStream.range(0, grid.sizes()[d]).toArray()
                    : Arrays.stream(box[d]).sorted().distinct().toArray();
            key.add(IntBuffer.wrap(side));
        }
        return key;
    }

    private int[] within(Grid grid, List<IntBuffer> box) {
        long corners = 1;
        int fewest = Integer.MAX_VALUE;
        int narrowest = 0;
        for (int d = 0; d < grid.sizes().length; d++) {
            int atoms = 0;
            for (int c : box.get(d).array()) {
                atoms += grid.having().get(d).get(c).size();
            }
            corners = Math.min(Integer.MAX_VALUE, corners * box.get(d).array().length);
            if (atoms < fewest) {
                fewest = atoms;
                narrowest = d;
            }
        }
        return corners <= fewest ? corners(grid, box) : scanned(grid, box, narrowest);
    }

    private static int[] corners(Grid grid, List<IntBuffer> box) {
        List<Integer> atoms = new ArrayList<>();
        collect(grid, box, 0, new int[grid.sizes().length], atoms);
        return atoms.stream().mapToInt(Integer::intValue).sorted().toArray();
    }

    private static void collect(Grid grid, List<IntBuffer> box, int dimension, int[] at, List<Integer> atoms) {
        if (dimension == at.length) {
            Integer atom = grid.places().get(IntBuffer.wrap(at));
            if (atom != null) {
                atoms.add(atom);
            }
            return;
        }
        for (int c : box.get(dimension).array()) {
            at[dimension] = c;
            collect(grid, box, dimension + 1, at, atoms);
        }
    }

    private int[] scanned(Grid grid, List<IntBuffer> box, int narrowest) {
        return Arrays.stream(box.get(narrowest).array())
                .flatMap(c -> grid.having().get(narrowest).get(c).stream().mapToInt(Integer::intValue))
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
        return unit(List.of(unit), fate);
    }

    /**
     * Adds a unit and tells its number.
     *
     * @param everywhere the unit in each grid that can tell it or some of it; the first is the one that is proven
     */
    public int unit(List<Unit> everywhere, Fate fate) {
        units.add(List.copyOf(everywhere));
        fates.add(fate);
        return units.size() - 1;
    }

    /** Joins two grids by what they have in common. */
    public void join(Join join) {
        joins.add(join);
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

    /** Says who is where in several grids. */
    void whereabouts(Whereabouts known) {
        whereabouts = known;
    }

    public CountSystem build() {
        int dimensions =
                grids.stream().mapToInt(grid -> grid.sizes().length).max().orElseThrow();
        int[] sizes = new int[dimensions];
        for (Grid grid : grids) {
            int ahead = dimensions - grid.sizes().length;
            for (int d = ahead; d < dimensions; d++) {
                sizes[d] = Math.max(sizes[d], grid.sizes()[d - ahead]);
            }
        }
        return new CountSystem(
                new Atoms(
                        sizes,
                        coordinates.stream().map(at -> padded(at, dimensions)).toArray(int[][]::new),
                        gridOf.stream().mapToInt(Integer::intValue).toArray(),
                        counts.stream().mapToLong(Long::longValue).toArray(),
                        whereabouts),
                figures.toArray(int[][]::new),
                units,
                grids.stream()
                        .flatMap(grid -> new Partitions(grid.boxes(), grid.sizes().length).sums().stream())
                        .toList(),
                joins,
                constants.stream().mapToInt(Integer::intValue).toArray(),
                fates);
    }

    /** The classes of persons are last in every grid. */
    private static int[] padded(int[] at, int dimensions) {
        int[] padded = new int[dimensions];
        System.arraycopy(at, 0, padded, dimensions - at.length, at.length);
        return padded;
    }
}
