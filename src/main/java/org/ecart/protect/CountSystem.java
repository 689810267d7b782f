package org.ecart.protect;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Collections;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Persons behind the tables that are protected together. <b>Atoms</b> are the finest crossing of what some tables tell apart, in a grid of dimensions; there may be several grids of the same persons, joined by what they have in common. A <b>figure</b> is a published number, the sum of a set of atoms; a <b>unit</b> is a
 * cell of a table: figures that are printed or left out together (decision 1). Two cells that count the same persons
 * share their figures. What no table prints is no figure here. Made by a {@link CountSystemBuilder}.
 *
 * <p>Only the atoms that are listed can have persons: readers of the tables are taken to know that all others are empty.
 */
public final class CountSystem {
    private final Atoms atoms;
    private final int[][] figures;
    private final long[] values;
    private final List<List<Unit>> units;
    /** The first of each. */
    private final List<Unit> proven;

    private final int[][] same;
    private final List<Sum> sums;
    private final List<Join> joins;
    private final int[] constants;
    private final List<Fate> fates;

    /**
     * The atoms, those of a grid one after another.
     *
     * @param sizes the number of coordinates in each dimension, in the grid where there are most; the last dimension tells
     *     the classes of persons apart
     * @param coordinates of each atom, one a dimension
     * @param grids the grid of each atom
     * @param counts persons of each atom
     * @param whereabouts of those who are alone in one
     */
    record Atoms(int[] sizes, int[][] coordinates, int[] grids, long[] counts, Whereabouts whereabouts) {}

    /**
     * What two grids have in common: in each cell of it the atoms of the one count as many persons as those of the other.
     *
     * @param one the number of a grid
     * @param cells for each atom of the two its cell, -1 for all others
     * @param shared for each atom of the two by dimension what of its coordinate both grids tell, as a number without meaning
     *     between the two
     */
    public record Join(int one, int other, int[] cells, int[][] shared) {}

    /**
     * A cell of a table.
     *
     * @param figures what it tells, by number; those that do not exist in its table are absent
     * @param margins over how many variables it sums: 0 for a cell in the interior
     * @param reference whether others are compared with it
     */
    public record Unit(Map<Quantity, Integer> figures, int margins, boolean reference) {
        public Unit {
            if (figures.isEmpty()) {
                throw new IllegalArgumentException("a unit tells something");
            }
            figures = Collections.unmodifiableMap(new EnumMap<>(figures));
        }

        public Optional<Integer> figure(Quantity quantity) {
            return Optional.ofNullable(figures.get(quantity));
        }

        /** The figure of everybody in the cell, as far as the table tells. */
        public int widest() {
            return Stream.of(Quantity.PERSONS, Quantity.TOTAL, Quantity.NUMERATOR, Quantity.REST, Quantity.OUTSIDE)
                    .flatMap(quantity -> figure(quantity).stream())
                    .findFirst()
                    .orElseThrow();
        }
    }

    /** A figure that is the sum of others, which have no atom in common. */
    public record Sum(int total, List<Integer> addends) {
        public Sum {
            addends = List.copyOf(addends);
        }
    }

    /**
     * @param figures the atoms of each figure, ascending; all of one grid
     * @param units each once for every grid that can tell it, or some of it; first for one that tells all
     * @param constants figures that stay as they are whatever is left out here
     * @param fates of each unit
     */
    CountSystem(
            Atoms atoms,
            int[][] figures,
            List<List<Unit>> units,
            List<Sum> sums,
            List<Join> joins,
            int[] constants,
            List<Fate> fates) {
        this.atoms = atoms;
        this.figures = figures;
        this.values = new long[figures.length];
        this.units = units.stream().map(List::copyOf).toList();
        this.proven = units.stream().map(told -> told.get(0)).toList();
        this.sums = List.copyOf(sums);
        this.joins = List.copyOf(joins);
        this.constants = constants;
        this.fates = List.copyOf(fates);
        for (long count : atoms.counts()) {
            require(count >= 0, "persons cannot be negative");
        }
        for (int f = 0; f < figures.length; f++) {
            for (int atom : figures[f]) {
                values[f] = Math.addExact(values[f], atoms.counts()[atom]);
            }
        }
        units.forEach(this::checkAlike);
        this.same = alike();
        sums.forEach(this::check);
        joins.forEach(this::check);
    }

    /**
     * The same with more units.
     *
     * @param allFigures the atoms of each figure, those of this system first
     */
    CountSystem with(List<int[]> allFigures, List<Unit> more) {
        return new CountSystem(
                atoms,
                allFigures.toArray(int[][]::new),
                Stream.concat(units.stream(), more.stream().map(List::of)).toList(),
                sums,
                joins,
                constants,
                Stream.concat(fates.stream(), more.stream().map(unit -> Fate.LEFT_OUT))
                        .toList());
    }

    /** The same as if nothing had been printed before. */
    CountSystem unprinted() {
        return new CountSystem(
                atoms,
                figures,
                units,
                sums,
                joins,
                constants,
                fates.stream()
                        .map(fate -> fate == Fate.PRINTED ? Fate.LEFT_OUT : fate)
                        .toList());
    }

    private void checkAlike(List<Unit> told) {
        told.forEach(this::check);
        for (Unit unit : told) {
            unit.figures()
                    .forEach((quantity, figure) -> require(
                            values[figure]
                                    == values[told.get(0).figure(quantity).orElseThrow()],
                            "a unit tells one thing in every grid"));
        }
    }

    /** Figures that units tell as one thing in several grids. */
    private int[][] alike() {
        int[] first = IntStream.range(0, figures.length).toArray();
        for (List<Unit> told : units) {
            told.get(0).figures().forEach((quantity, one) -> {
                for (Unit unit : told) {
                    int other = unit.figure(quantity).orElse(one);
                    // all figures of nobody are one and the same
                    if (figures[one].length > 0 && figures[other].length > 0) {
                        int a = root(first, one);
                        int b = root(first, other);
                        first[Math.max(a, b)] = Math.min(a, b);
                    }
                }
            });
        }
        Map<Integer, List<Integer>> groups = new HashMap<>();
        for (int f = 0; f < first.length; f++) {
            groups.computeIfAbsent(root(first, f), key -> new ArrayList<>()).add(f);
        }
        int[][] alike = new int[figures.length][];
        groups.values()
                .forEach(group -> group.forEach(f ->
                        alike[f] = group.stream().mapToInt(Integer::intValue).toArray()));
        return alike;
    }

    private static int root(int[] first, int figure) {
        int root = figure;
        while (first[root] != root) {
            root = first[root];
        }
        return root;
    }

    private void check(Join join) {
        Map<Integer, Long> difference = new HashMap<>();
        for (int atom = 0; atom < atoms(); atom++) {
            if (join.cells()[atom] >= 0) {
                long side = atoms.grids()[atom] == join.one() ? 1 : -1;
                difference.merge(join.cells()[atom], side * count(atom), Long::sum);
            }
        }
        require(difference.values().stream().allMatch(d -> d == 0), "grids do not agree");
    }

    private void check(Unit unit) {
        checkSum(unit, Quantity.TOTAL, Quantity.NUMERATOR, Quantity.REST);
        checkSum(unit, Quantity.PERSONS, Quantity.TOTAL, Quantity.OUTSIDE);
    }

    private void checkSum(Unit unit, Quantity total, Quantity one, Quantity other) {
        Optional<Integer> whole = unit.figure(total);
        if (whole.isPresent()
                && unit.figure(one).isPresent()
                && unit.figure(other).isPresent()) {
            check(new Sum(
                    whole.get(),
                    List.of(unit.figure(one).get(), unit.figure(other).get())));
        }
    }

    private void check(Sum sum) {
        long persons = 0;
        int atoms = 0;
        for (int addend : sum.addends()) {
            persons += values[addend];
            atoms += figures[addend].length;
        }
        require(persons == values[sum.total()] && atoms == figures[sum.total()].length, "a sum does not hold");
    }

    private static void require(boolean holds, String otherwise) {
        if (!holds) {
            throw new IllegalArgumentException(otherwise);
        }
    }

    public int dimensions() {
        return atoms.sizes().length;
    }

    /** The number of coordinates in a dimension. */
    public int size(int dimension) {
        return atoms.sizes()[dimension];
    }

    /** The number of atoms. */
    public int atoms() {
        return atoms.counts().length;
    }

    public int coordinate(int atom, int dimension) {
        return atoms.coordinates()[atom][dimension];
    }

    /** The grid that an atom is in; only those of one grid can be counted together. */
    int grid(int atom) {
        return atoms.grids()[atom];
    }

    /** Where those are in other grids who are alone in an atom. */
    Whereabouts whereabouts() {
        return atoms.whereabouts();
    }

    /** What grids have in common; joined, they are a tree. */
    List<Join> joins() {
        return joins;
    }

    /** Persons of an atom. */
    public long count(int atom) {
        return atoms.counts()[atom];
    }

    /** The number of figures. */
    public int figures() {
        return figures.length;
    }

    /** The atoms of a figure, ascending. */
    public int[] atomsOf(int figure) {
        return figures[figure].clone();
    }

    /** Persons of a figure. */
    public long value(int figure) {
        return values[figure];
    }

    public List<Unit> units() {
        return proven;
    }

    /** A unit, in each grid that can tell it or some of it. */
    List<Unit> everywhere(int unit) {
        return units.get(unit);
    }

    /** The figures that a unit tells, in all grids, ascending. */
    int[] told(int unit) {
        return units.get(unit).stream()
                .flatMap(told -> told.figures().values().stream())
                .flatMapToInt(figure -> Arrays.stream(same[figure]))
                .sorted()
                .distinct()
                .toArray();
    }

    /** A figure and those that count the same persons in other grids, ascending. */
    int[] same(int figure) {
        return same[figure];
    }

    /** Sums of figures that everybody knows from what the tables are about. */
    public List<Sum> sums() {
        return sums;
    }

    /** What is decided about a unit before. */
    public Fate fate(int unit) {
        return fates.get(unit);
    }

    /** Figures that readers are taken to know although no unit here tells them. */
    public int[] constants() {
        return constants.clone();
    }

    /** The figures that readers know whatever is left out: constant ones, and those of units that are printed in any case. */
    BitSet known() {
        BitSet known = new BitSet();
        Arrays.stream(constants).forEach(known::set);
        for (int unit = 0; unit < units.size(); unit++) {
            if (fates.get(unit) == Fate.PRINTED) {
                Arrays.stream(told(unit)).forEach(known::set);
            }
        }
        return known;
    }

    /** Everybody in a unit, as far as it tells. */
    public long persons(Unit unit) {
        return values[unit.widest()];
    }
}
