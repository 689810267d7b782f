package org.ecart.protect;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.ecart.model.Category;
import org.ecart.model.Period;
import org.ecart.model.TableShape.Dimension;
import org.ecart.protect.CountSystem.Unit;
import org.ecart.stats.Counts;
import org.ecart.stats.Part;
import org.ecart.stats.ValueTable;
import org.ecart.stats.ValueTable.Divided;

/**
 * The counts behind one table as a {@link CountSystem}: date, variables and part of the indicator are the dimensions.
 *
 * @param system one unit a cell that is told
 * @param unitOf for each cell of the table its unit; {@link #NONE} where nobody is told of the cell
 */
public record TableSystem(CountSystem system, List<Integer> unitOf) {
    /** No unit. */
    public static final int NONE = -1;
    /** In a grid of up to so many atoms the empty ones are possible too. */
    private static final long SMALL_GRID = 50_000;

    private static final int NUMERATOR = 0;
    private static final int REST = 1;
    private static final int OUTSIDE = 2;

    public TableSystem {
        unitOf = List.copyOf(unitOf);
    }

    public static TableSystem of(ValueTable table) {
        return new Making(table).make();
    }

    /** One protection for each cell of the table; safe where there is nothing to protect. */
    List<Protection> byCell(List<Protection> byUnit) {
        return unitOf.stream()
                .map(unit -> unit == NONE ? Protection.SAFE : byUnit.get(unit))
                .toList();
    }

    private static final class Making {
        private final ValueTable table;
        private final List<Map<String, Integer>> coordinates = new ArrayList<>();
        private final int[] sizes;
        private final CountSystemBuilder builder;

        Making(ValueTable table) {
            this.table = table;
            List<Dimension> dimensions = table.shape().dimensions();
            this.sizes = new int[dimensions.size() + 2];
            sizes[0] = Math.max(1, table.shape().periods().size());
            for (int d = 0; d < dimensions.size(); d++) {
                Map<String, Integer> codes = new HashMap<>();
                dimensions.get(d).categories().forEach(c -> codes.put(c.code(), codes.size()));
                coordinates.add(codes);
                sizes[d + 1] = Math.max(1, codes.size());
            }
            sizes[sizes.length - 1] = parts();
            this.builder = new CountSystemBuilder(sizes);
        }

        private int parts() {
            return switch (table.divided()) {
                case PERSONS -> 1;
                case BINARY -> 2;
                case BINARY_AND_OUTSIDE -> 3;
            };
        }

        TableSystem make() {
            addAtoms();
            List<Integer> unitOf = new ArrayList<>();
            int[] timesTotal = new int[table.cells().size()];
            table.sums().forEach(sum -> timesTotal[sum.total()]++);
            for (int c = 0; c < timesTotal.length; c++) {
                ValueTable.Cell cell = table.cells().get(c);
                boolean reference = cell.place() >= 0 && table.comparisons().isReference(cell.place());
                unitOf.add(cell.told() ? builder.unit(new Unit(figures(cell), timesTotal[c], reference)) : NONE);
            }
            CountSystem system = builder.build();
            for (int c = 0; c < timesTotal.length; c++) {
                if (unitOf.get(c) != NONE) {
                    check(
                            system,
                            system.units().get(unitOf.get(c)),
                            table.cells().get(c));
                }
            }
            return new TableSystem(system, unitOf);
        }

        /** What is protected must be what is printed. */
        private void check(CountSystem system, Unit unit, ValueTable.Cell cell) {
            boolean all = table.divided() != Divided.BINARY;
            if (system.persons(unit)
                    != (all ? cell.counts().persons() : cell.counts().denominatorPersons())) {
                throw new IllegalStateException("the atoms of a table do not add up to its cells");
            }
        }

        private void addAtoms() {
            long grid = 1;
            for (int size : sizes) {
                grid = Math.min(Integer.MAX_VALUE, grid * size);
            }
            if (grid <= SMALL_GRID) {
                addEmpty(0, new int[sizes.length]);
            } else {
                table.cells().stream()
                        .filter(cell -> !cell.codes().contains(Category.TOTAL))
                        .forEach(cell -> addAtom(new Counts(), cell.period(), cell.codes()));
            }
            table.atoms().forEach(atom -> addAtom(atom.counts(), atom.period(), atom.codes()));
        }

        private void addEmpty(int dimension, int[] at) {
            if (dimension == sizes.length) {
                builder.atom(0, at);
                return;
            }
            for (int c = 0; c < sizes[dimension]; c++) {
                at[dimension] = c;
                addEmpty(dimension + 1, at);
            }
        }

        private void addAtom(Counts counts, Period period, List<String> codes) {
            int[] at = new int[sizes.length];
            at[0] = table.shape().periods().indexOf(period);
            for (int d = 0; d < codes.size(); d++) {
                Integer coordinate = coordinates.get(d).get(codes.get(d));
                if (coordinate == null) {
                    // a code that nobody of the universe has is not printed
                    return;
                }
                at[d + 1] = coordinate;
            }
            for (int part = 0; part < sizes[sizes.length - 1]; part++) {
                at[at.length - 1] = part;
                builder.atom(sizes[sizes.length - 1] == 1 ? counts.persons() : counts.persons(Part.values()[part]), at);
            }
        }

        private Map<Quantity, Integer> figures(ValueTable.Cell cell) {
            Map<Quantity, Integer> figures = new EnumMap<>(Quantity.class);
            if (table.divided() == Divided.PERSONS) {
                figures.put(Quantity.PERSONS, figure(cell, NUMERATOR));
                return figures;
            }
            figures.put(Quantity.NUMERATOR, figure(cell, NUMERATOR));
            figures.put(Quantity.REST, figure(cell, REST));
            figures.put(Quantity.TOTAL, figure(cell, NUMERATOR, REST));
            if (table.divided() == Divided.BINARY_AND_OUTSIDE) {
                figures.put(Quantity.OUTSIDE, figure(cell, OUTSIDE));
                figures.put(Quantity.PERSONS, figure(cell, NUMERATOR, REST, OUTSIDE));
            }
            return figures;
        }

        private int figure(ValueTable.Cell cell, int... parts) {
            int[][] box = new int[sizes.length][];
            box[0] = new int[] {table.shape().periods().indexOf(cell.period())};
            for (int d = 0; d < cell.codes().size(); d++) {
                String code = cell.codes().get(d);
                box[d + 1] = code.equals(Category.TOTAL)
                        ? CountSystemBuilder.ALL
                        : new int[] {coordinates.get(d).getOrDefault(code, 0)};
            }
            box[box.length - 1] = parts;
            return builder.figure(box);
        }
    }
}
