package org.ecart.protect;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.ecart.model.Loss;

/** A {@link CountSystem} with the ways through it: from atoms to figures to units and back, and from atom to atom. */
final class Ground {
    private static final int NONE = -1;

    private final CountSystem system;
    private final long[] counts;
    private final int[][] atomsOf;
    private final int[][] figuresOf;
    private final int[][] unitsOf;
    private final BitSet constant;
    private final int[][] told;
    private final Joints joints;
    private final int[][] finest;
    private final long[] extents;
    private final long[] prices;
    private final long[] persons;
    private final long[] keys;
    /** By grid and dimension the number of coordinates. */
    private final int[][] sizes;

    private final long[][] strides;
    /** By grid its first key. */
    private final long[] starts;

    private final int[] grids;

    private final AtomIndex index;

    Ground(CountSystem system, Loss loss) {
        this.system = system;
        this.counts =
                IntStream.range(0, system.atoms()).mapToLong(system::count).toArray();
        this.atomsOf =
                IntStream.range(0, system.figures()).mapToObj(system::atomsOf).toArray(int[][]::new);
        this.told =
                IntStream.range(0, system.units().size()).mapToObj(system::told).toArray(int[][]::new);
        this.joints = new Joints(system);
        this.unitsOf = inverse(told, system.figures());
        this.constant = system.known();
        this.persons = system.units().stream().mapToLong(system::persons).toArray();
        this.prices = system.units().stream()
                .mapToLong(u -> Prices.of(u, system.persons(u), loss))
                .toArray();
        this.figuresOf = inverse(atomsOf, counts.length);
        this.finest = finest();
        this.extents = Arrays.stream(atomsOf).mapToLong(this::extent).toArray();
        this.grids = IntStream.range(0, counts.length).map(system::grid).toArray();
        int last = Arrays.stream(grids).max().orElse(0);
        this.sizes = new int[last + 1][system.dimensions()];
        for (int atom = 0; atom < counts.length; atom++) {
            for (int d = 0; d < system.dimensions(); d++) {
                int[] most = sizes[grids[atom]];
                most[d] = Math.max(most[d], system.coordinate(atom, d) + 1);
            }
        }
        this.strides = new long[last + 1][system.dimensions()];
        this.starts = new long[last + 1];
        long size = 0;
        for (int g = 0; g <= last; g++) {
            starts[g] = size;
            long room = 1;
            for (int d = system.dimensions() - 1; d >= 0; d--) {
                strides[g][d] = room;
                room = Math.multiplyExact(room, Math.max(1, sizes[g][d]));
            }
            size = Math.addExact(size, room);
        }
        this.keys = IntStream.range(0, counts.length).mapToLong(this::key).toArray();
        this.index = new AtomIndex(keys, size);
    }

    /** The same ground where something else is known. */
    private Ground(Ground same, CountSystem system) {
        this.system = system;
        this.constant = system.known();
        this.counts = same.counts;
        this.atomsOf = same.atomsOf;
        this.told = same.told;
        this.joints = same.joints;
        this.unitsOf = same.unitsOf;
        this.persons = same.persons;
        this.prices = same.prices;
        this.figuresOf = same.figuresOf;
        this.finest = same.finest;
        this.extents = same.extents;
        this.grids = same.grids;
        this.sizes = same.sizes;
        this.strides = same.strides;
        this.starts = same.starts;
        this.keys = same.keys;
        this.index = same.index;
    }

    /** The same as if nothing had been printed before. */
    Ground unprinted() {
        return new Ground(this, system.unprinted());
    }

    private long key(int atom) {
        long key = starts[grids[atom]];
        for (int d = 0; d < system.dimensions(); d++) {
            key += strides[grids[atom]][d] * system.coordinate(atom, d);
        }
        return key;
    }

    private static int[][] inverse(int[][] lists, int size) {
        int[] lengths = new int[size];
        for (int[] list : lists) {
            for (int item : list) {
                lengths[item]++;
            }
        }
        int[][] inverse = Arrays.stream(lengths).mapToObj(int[]::new).toArray(int[][]::new);
        Arrays.fill(lengths, 0);
        for (int place = 0; place < lists.length; place++) {
            for (int item : lists[place]) {
                inverse[item][lengths[item]++] = place;
            }
        }
        return inverse;
    }

    private long extent(int[] atoms) {
        long extent = 0;
        for (int d = 0; d < system.dimensions(); d++) {
            for (int i = 1; i < atoms.length && (extent >> d & 1) == 0; i++) {
                extent |= system.coordinate(atoms[i], d) != system.coordinate(atoms[0], d) ? 1L << d : 0;
            }
        }
        return extent;
    }

    /** For each atom the figures that hold no smaller figure with the same atom. */
    private int[][] finest() {
        int[][] holding = IntStream.range(0, atomsOf.length)
                .mapToObj(figure -> holding(atomsOf[figure]))
                .toArray(int[][]::new);
        return Arrays.stream(figuresOf).map(all -> finest(all, holding)).toArray(int[][]::new);
    }

    /** The figures that hold all of some atoms, ascending. */
    private int[] holding(int[] atoms) {
        int[] holding = atoms.length == 0 ? atoms : figuresOf[atoms[0]];
        for (int i = 1; i < atoms.length && holding.length > 1; i++) {
            int atom = atoms[i];
            holding =
                    Arrays.stream(holding).filter(figure -> holds(figure, atom)).toArray();
        }
        return holding;
    }

    private int[] finest(int[] figures, int[][] holding) {
        List<Integer> finest = new ArrayList<>();
        List<Integer> bySize = new ArrayList<>(Arrays.stream(figures).boxed().toList());
        bySize.sort(Comparator.comparing(f -> atomsOf[f].length));
        for (int figure : bySize) {
            if (finest.stream().noneMatch(smaller -> Arrays.binarySearch(holding[smaller], figure) >= 0)) {
                finest.add(figure);
            }
        }
        return finest.stream().mapToInt(Integer::intValue).toArray();
    }

    CountSystem system() {
        return system;
    }

    int atoms() {
        return counts.length;
    }

    int figures() {
        return atomsOf.length;
    }

    int units() {
        return told.length;
    }

    long count(int atom) {
        return counts[atom];
    }

    long[] counts() {
        return counts.clone();
    }

    long value(int figure) {
        return system.value(figure);
    }

    int[] atomsOf(int figure) {
        return atomsOf[figure];
    }

    /** The figures that an atom is in, ascending. */
    int[] figuresOf(int atom) {
        return figuresOf[atom];
    }

    int[] finest(int atom) {
        return finest[atom];
    }

    /** The dimensions in which the atoms of a figure differ, as bits. */
    long extent(int figure) {
        return extents[figure];
    }

    boolean holds(int figure, int atom) {
        return Arrays.binarySearch(figuresOf[atom], figure) >= 0;
    }

    /** The figure, and those that count the same persons in other grids. */
    int[] same(int figure) {
        return system.same(figure);
    }

    /** How the grids hang together. */
    Joints joints() {
        return joints;
    }

    /** The grid of an atom. */
    int grid(int atom) {
        return grids[atom];
    }

    /** All atoms of a grid. */
    int[] atomsOfGrid(int number) {
        return IntStream.range(0, grids.length)
                .filter(atom -> grids[atom] == number)
                .toArray();
    }

    /** The units that tell a figure. */
    int[] unitsOf(int figure) {
        return unitsOf[figure];
    }

    /** Whether a figure stays as it is, whatever is left out. */
    boolean constant(int figure) {
        return constant.get(figure);
    }

    /** The figures that a unit tells. */
    int[] told(int unit) {
        return told[unit];
    }

    long price(int unit) {
        return prices[unit];
    }

    long persons(int unit) {
        return persons[unit];
    }

    /** The atom of the same grid that differs from this one in one dimension; -1 if there is none. */
    int beside(int atom, int dimension, int coordinate) {
        int number = grids[atom];
        long key = keys[atom] + strides[number][dimension] * (coordinate - system.coordinate(atom, dimension));
        return coordinate < sizes[number][dimension] ? index.at(key) : NONE;
    }

    /** The atom of the same grid with these coordinates; -1 if there is none. */
    int like(int atom, int[] coordinates) {
        int number = grids[atom];
        long key = starts[number];
        for (int d = 0; d < coordinates.length; d++) {
            key += strides[number][d] * coordinates[d];
        }
        return index.at(key);
    }

    /** The dimensions, classes of persons left aside; those in which an atom has the most partners first. */
    List<Integer> longest(int atom) {
        return IntStream.range(0, system.dimensions() - 1)
                .boxed()
                .sorted(Comparator.comparing(dimension -> -partners(atom, dimension)))
                .toList();
    }

    private long partners(int atom, int dimension) {
        return IntStream.range(0, system.size(dimension))
                .filter(coordinate -> beside(atom, dimension, coordinate) >= 0)
                .count();
    }

    /** All units that hang together with this one by atoms, or by what grids share; itself too. */
    int[] connected(int unit) {
        BitSet units = new BitSet();
        BitSet atoms = new BitSet();
        Deque<Integer> open = new ArrayDeque<>();
        // each cell once: it is gone through for all its atoms
        Map<Integer, BitSet> shared = new HashMap<>();
        units.set(unit);
        reach(unit, atoms, open);
        while (!open.isEmpty()) {
            int atom = open.remove();
            for (int join : joints.of(grids[atom])) {
                int cell = joints.cell(join, atom);
                BitSet seen = shared.computeIfAbsent(join, key -> new BitSet());
                if (cell != Joints.FREE && !seen.get(cell)) {
                    seen.set(cell);
                    reach(joints.in(join, cell), atoms, open);
                }
            }
            for (int figure : figuresOf[atom]) {
                for (int next : unitsOf[figure]) {
                    if (!units.get(next)) {
                        units.set(next);
                        reach(next, atoms, open);
                    }
                }
            }
        }
        return units.stream().toArray();
    }

    /** All units that tell of somebody whom some units tell of; those themselves too. */
    BitSet around(BitSet some) {
        BitSet around = (BitSet) some.clone();
        some.stream()
                .flatMap(unit -> Arrays.stream(told[unit]))
                .flatMap(figure -> Arrays.stream(atomsOf[figure]))
                .distinct()
                .flatMap(atom -> Arrays.stream(figuresOf[atom]))
                .distinct()
                .flatMap(figure -> Arrays.stream(unitsOf[figure]))
                .forEach(around::set);
        return around;
    }

    private void reach(int unit, BitSet atoms, Deque<Integer> open) {
        for (int figure : told[unit]) {
            reach(atomsOf[figure], atoms, open);
        }
    }

    private static void reach(int[] more, BitSet atoms, Deque<Integer> open) {
        for (int atom : more) {
            if (!atoms.get(atom)) {
                atoms.set(atom);
                open.add(atom);
            }
        }
    }
}
