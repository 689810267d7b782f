package org.ecart.protect;

import java.util.Arrays;
import java.util.BitSet;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Persons behind the tables that are protected together. <b>Atoms</b> are the finest crossing of all that the tables tell
 * apart, in a grid of dimensions; a <b>figure</b> is a published number, the sum of a set of atoms; a <b>unit</b> is a
 * cell of a table: figures that are printed or left out together (decision 1). Two cells that count the same persons
 * share their figures. What no table prints is no figure here. Made by a {@link CountSystemBuilder}.
 *
 * <p>Only the atoms that are listed can have persons: readers of the tables are taken to know that all others are empty.
 */
public final class CountSystem {
    private final int[] sizes;
    private final int[][] coordinates;
    private final long[] counts;
    private final int[][] figures;
    private final long[] values;
    private final List<Unit> units;
    private final List<Sum> sums;
    private final int[] constants;
    private final List<Fate> fates;

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
     * @param sizes the number of coordinates in each dimension; the last one tells the classes of persons apart
     * @param coordinates of each atom, one a dimension
     * @param counts persons of each atom
     * @param figures the atoms of each figure, ascending
     * @param constants figures that stay as they are whatever is left out here
     * @param fates of each unit
     */
    CountSystem(
            int[] sizes,
            int[][] coordinates,
            long[] counts,
            int[][] figures,
            List<Unit> units,
            List<Sum> sums,
            int[] constants,
            List<Fate> fates) {
        this.sizes = sizes;
        this.coordinates = coordinates;
        this.counts = counts;
        this.figures = figures;
        this.values = new long[figures.length];
        this.units = List.copyOf(units);
        this.sums = List.copyOf(sums);
        this.constants = constants;
        this.fates = List.copyOf(fates);
        for (long count : counts) {
            require(count >= 0, "persons cannot be negative");
        }
        for (int f = 0; f < figures.length; f++) {
            for (int atom : figures[f]) {
                values[f] = Math.addExact(values[f], counts[atom]);
            }
        }
        units.forEach(this::check);
        sums.forEach(this::check);
    }

    /**
     * The same with more units.
     *
     * @param allFigures the atoms of each figure, those of this system first
     */
    CountSystem with(List<int[]> allFigures, List<Unit> more) {
        return new CountSystem(
                sizes,
                coordinates,
                counts,
                allFigures.toArray(int[][]::new),
                Stream.concat(units.stream(), more.stream()).toList(),
                sums,
                constants,
                Stream.concat(fates.stream(), more.stream().map(unit -> Fate.LEFT_OUT))
                        .toList());
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
        return sizes.length;
    }

    /** The number of coordinates in a dimension. */
    public int size(int dimension) {
        return sizes[dimension];
    }

    /** The number of atoms. */
    public int atoms() {
        return counts.length;
    }

    public int coordinate(int atom, int dimension) {
        return coordinates[atom][dimension];
    }

    /** Persons of an atom. */
    public long count(int atom) {
        return counts[atom];
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
        return units;
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
                units.get(unit).figures().values().forEach(known::set);
            }
        }
        return known;
    }

    /** Everybody in a unit, as far as it tells. */
    public long persons(Unit unit) {
        return values[unit.widest()];
    }
}
