package org.ecart.attack;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import org.ecart.protect.CountSystem;
import org.ecart.protect.CountSystem.Join;
import org.ecart.protect.CountSystem.Unit;
import org.ecart.protect.CountSystemBuilder;
import org.ecart.protect.Fate;
import org.ecart.protect.Quantity;

/**
 * Random tables in a chain - a by b, b by c, c by d - with a rate in each cell, mostly in the margins too: once in a grid for each table,
 * joined by what neighbours share, and once in one grid of everything. The units are the same, in the same order.
 *
 * @param joined a grid for each table
 * @param whole one grid
 */
record RandomChains(CountSystem joined, CountSystem whole) {
    private static final int CLASSES = 2;

    static RandomChains chain(SplittableRandom random) {
        return new Making(random).make();
    }

    private static final class Making {
        private final SplittableRandom random;
        /** The categories of each variable, at last the classes of persons. */
        private final int[] sizes;
        /** Whether the tables tell them. */
        private final boolean margins;

        private final Map<List<Integer>, Long> persons = new LinkedHashMap<>();

        Making(SplittableRandom random) {
            this.random = random;
            this.margins = random.nextInt(4) > 0;
            int variables = 3 + random.nextInt(2);
            this.sizes = IntStream.concat(
                            IntStream.range(0, variables).map(v -> 2 + random.nextInt(2)), IntStream.of(CLASSES))
                    .toArray();
        }

        RandomChains make() {
            double empty = random.nextDouble() * 0.5;
            double scale = StrictMath.exp(1 + 3 * random.nextDouble());
            CountSystemBuilder whole = new CountSystemBuilder(sizes);
            each(sizes, at -> {
                double skew = random.nextDouble();
                long count = random.nextDouble() < empty ? 0 : 1 + (long) (scale * skew * skew);
                persons.put(IntStream.of(at).boxed().toList(), count);
                whole.atom(count, at);
            });
            CountSystemBuilder joined = joined();
            for (List<Integer> cell : cells()) {
                whole.unit(unit(whole, 0, box(cell, 0, sizes.length - 1), cell));
                List<Unit> everywhere = new ArrayList<>();
                for (int grid = 0; grid < grids(); grid++) {
                    boolean here = true;
                    for (int v = 0; v < cell.size(); v++) {
                        here &= cell.get(v) < 0 || v == grid || v == grid + 1;
                    }
                    if (here) {
                        everywhere.add(unit(joined, grid, box(cell, grid, grid + 2), cell));
                    }
                }
                joined.unit(everywhere, Fate.OPEN);
            }
            return new RandomChains(joined.build(), whole.build());
        }

        private int grids() {
            return sizes.length - 2;
        }

        private CountSystemBuilder joined() {
            CountSystemBuilder builder = new CountSystemBuilder(sizes[0], sizes[1], CLASSES);
            List<int[]> atoms = new ArrayList<>();
            for (int grid = 0; grid < grids(); grid++) {
                if (grid > 0) {
                    builder.grid(sizes[grid], sizes[grid + 1], CLASSES);
                }
                int first = grid;
                each(new int[] {sizes[grid], sizes[grid + 1], CLASSES}, at -> {
                    atoms.add(new int[] {first, at[0], at[1], at[2]});
                    builder.atom(count(first, at), at);
                });
            }
            for (int grid = 1; grid < grids(); grid++) {
                int[] cells = new int[atoms.size()];
                int[][] shared = new int[atoms.size()][0];
                for (int atom = 0; atom < cells.length; atom++) {
                    int[] at = atoms.get(atom);
                    boolean before = at[0] == grid - 1;
                    boolean after = at[0] == grid;
                    int value = before ? at[2] : at[1];
                    cells[atom] = before || after ? CLASSES * value + at[3] : -1;
                    shared[atom] = before ? new int[] {0, value, at[3]} : new int[] {value, 0, at[3]};
                }
                builder.join(new Join(grid - 1, grid, cells, shared));
            }
            return builder;
        }

        /** Persons with these categories of two neighbouring variables, in a class. */
        private long count(int first, int[] at) {
            return persons.entrySet().stream()
                    .filter(entry -> entry.getKey().get(first) == at[0]
                            && entry.getKey().get(first + 1) == at[1]
                            && entry.getKey().get(sizes.length - 1) == at[2])
                    .mapToLong(Map.Entry::getValue)
                    .sum();
        }

        /** For each variable the category of each cell and margin of the tables, -1 where it sums over the variable. */
        private List<List<Integer>> cells() {
            List<List<Integer>> cells = new ArrayList<>();
            int from = margins ? -1 : 0;
            for (int grid = 0; grid < grids(); grid++) {
                for (int a = from; a < sizes[grid]; a++) {
                    for (int b = from; b < sizes[grid + 1]; b++) {
                        Integer[] cell = new Integer[sizes.length - 1];
                        Arrays.fill(cell, -1);
                        cell[grid] = a;
                        cell[grid + 1] = b;
                        if (!cells.contains(List.of(cell))) {
                            cells.add(List.of(cell));
                        }
                    }
                }
            }
            return cells;
        }

        private static int[][] box(List<Integer> cell, int from, int to) {
            int[][] box = new int[to - from + 1][];
            for (int v = from; v < to; v++) {
                box[v - from] = cell.get(v) < 0 ? CountSystemBuilder.ALL : new int[] {cell.get(v)};
            }
            return box;
        }

        private static Unit unit(CountSystemBuilder builder, int grid, int[][] box, List<Integer> cell) {
            Map<Quantity, Integer> figures = new EnumMap<>(Quantity.class);
            figures.put(Quantity.NUMERATOR, figure(builder, grid, box, 0));
            figures.put(Quantity.REST, figure(builder, grid, box, 1));
            figures.put(Quantity.TOTAL, figure(builder, grid, box, 0, 1));
            long crossed = cell.stream().filter(category -> category >= 0).count();
            return new Unit(figures, 2 - (int) crossed, false);
        }

        private static int figure(CountSystemBuilder builder, int grid, int[][] box, int... classes) {
            int[][] all = box.clone();
            all[all.length - 1] = classes;
            return builder.figure(grid, all);
        }

        private static void each(int[] sizes, Consumer<int[]> visitor) {
            each(sizes, new int[sizes.length], 0, visitor);
        }

        private static void each(int[] sizes, int[] at, int dimension, Consumer<int[]> visitor) {
            if (dimension == at.length) {
                visitor.accept(at);
                return;
            }
            for (int c = 0; c < sizes[dimension]; c++) {
                at[dimension] = c;
                each(sizes, at, dimension + 1, visitor);
            }
        }
    }
}
