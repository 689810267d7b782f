package org.ecart.protect;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.ecart.protect.CountTable.Cell;
import org.ecart.protect.CountTable.Sum;

/**
 * A {@link CountTable} as equations over whole numbers: in each sum the addends count +1 and the total -1, and together
 * they are 0, in each part by itself. Not for use by several threads at once.
 */
final class Equations {
    private static final int NONE = -1;

    private final CountTable table;
    private final int[] parts;
    private final long[][] values;
    private final int[][] members;
    private final int[][] sumsOf;
    private final int[][] coefficientsOf;
    private final long[] residual;
    private final Map<Long, int[]> sharedNeighbours = new HashMap<>();

    Equations(CountTable table) {
        this.table = table;
        this.parts = switch (table.parts()) {
            case PERSONS -> new int[] {0};
            case BINARY -> new int[] {0, 1};
            case BINARY_AND_OUTSIDE -> new int[] {0, 1, 2};
        };
        int size = table.cells().size();
        this.values = new long[Quantity.PARTS][size];
        for (int c = 0; c < size; c++) {
            for (int part = 0; part < Quantity.PARTS; part++) {
                values[part][c] = Quantity.ofPart(part).of(table.cells().get(c));
            }
        }
        List<List<Integer>> sums = new ArrayList<>();
        List<List<Integer>> coefficients = new ArrayList<>();
        for (int c = 0; c < size; c++) {
            sums.add(new ArrayList<>());
            coefficients.add(new ArrayList<>());
        }
        this.members = new int[table.sums().size()][];
        for (int s = 0; s < members.length; s++) {
            Sum sum = table.sums().get(s);
            members[s] = new int[sum.addends().size() + 1];
            members[s][0] = sum.total();
            sums.get(sum.total()).add(s);
            coefficients.get(sum.total()).add(-1);
            for (int i = 0; i < sum.addends().size(); i++) {
                int addend = sum.addends().get(i);
                members[s][i + 1] = addend;
                sums.get(addend).add(s);
                coefficients.get(addend).add(1);
            }
        }
        this.sumsOf = sums.stream().map(Equations::ints).toArray(int[][]::new);
        this.coefficientsOf = coefficients.stream().map(Equations::ints).toArray(int[][]::new);
        this.residual = new long[members.length];
    }

    private static int[] ints(List<Integer> list) {
        return list.stream().mapToInt(Integer::intValue).toArray();
    }

    int size() {
        return values[0].length;
    }

    /** The number of sums. */
    int sums() {
        return members.length;
    }

    Cell cell(int c) {
        return table.cells().get(c);
    }

    /** The parts that exist. */
    int[] parts() {
        return parts;
    }

    long value(int part, int cell) {
        return values[part][cell];
    }

    /** The cells of a sum, its total first. */
    int[] members(int sum) {
        return members[sum];
    }

    int[] sumsOf(int cell) {
        return sumsOf[cell];
    }

    /** The coefficient of a cell in each of {@link #sumsOf} it. */
    int[] coefficientsOf(int cell) {
        return coefficientsOf[cell];
    }

    /** How many sums the cell is the total of. */
    int timesTotal(int cell) {
        int times = 0;
        for (int coefficient : coefficientsOf[cell]) {
            times += coefficient < 0 ? 1 : 0;
        }
        return times;
    }

    /** Whether every sum still holds after the move, in exact arithmetic. */
    boolean balanced(Move move) {
        boolean balanced = true;
        for (int part = 0; part < Quantity.PARTS && balanced; part++) {
            add(move, part, 1);
            for (int i = 0; i < move.length(); i++) {
                for (int sum : sumsOf[move.cell(i)]) {
                    balanced &= residual[sum] == 0;
                }
            }
            add(move, part, -1);
        }
        return balanced;
    }

    private void add(Move move, int part, int sign) {
        for (int i = 0; i < move.length(); i++) {
            int cell = move.cell(i);
            for (int k = 0; k < sumsOf[cell].length; k++) {
                residual[sumsOf[cell][k]] += sign * coefficientsOf[cell][k] * move.step(part, i);
            }
        }
    }

    /**
     * The cell that closes the rectangle {@code corner - a - ? - b - corner}, where each step stays within a sum.
     *
     * @return -1 if there is none, or more than one
     */
    int fourth(int corner, int a, int b) {
        int[] shared = sharedNeighbours.computeIfAbsent(
                (long) Math.min(a, b) * size() + Math.max(a, b), key -> sharedNeighbours(a, b));
        if (shared.length != 2) {
            return NONE;
        }
        return shared[0] == corner ? shared[1] : shared[1] == corner ? shared[0] : NONE;
    }

    private int[] sharedNeighbours(int a, int b) {
        BitSet near = neighbours(a);
        near.and(neighbours(b));
        near.clear(a);
        near.clear(b);
        return near.stream().toArray();
    }

    private BitSet neighbours(int cell) {
        BitSet near = new BitSet(size());
        for (int sum : sumsOf[cell]) {
            for (int other : members[sum]) {
                near.set(other);
            }
        }
        return near;
    }

    /** All cells that hang together with this one by sums, itself too. */
    BitSet connected(int cell) {
        BitSet seen = new BitSet(size());
        Deque<Integer> open = new ArrayDeque<>();
        seen.set(cell);
        open.add(cell);
        while (!open.isEmpty()) {
            BitSet near = neighbours(open.remove());
            near.andNot(seen);
            seen.or(near);
            near.stream().forEach(open::add);
        }
        return seen;
    }
}
