package org.ecart.protect;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.ecart.protect.LinearSolver.Program;
import org.ecart.protect.LinearSolver.Row;
import org.ecart.protect.LinearSolver.Variable;
import org.ecart.protect.Surroundings.Extent;

/**
 * Moves that are no hypercubes, by linear programming: the change of each cell is a variable, the cost is that of the
 * cells that would have to be suppressed. Changes, not persons, so the figures stay small however large the table is.
 */
final class LinearMoves {
    /** No cell need change by more than so many times the threshold. */
    private static final int REACH = 8;
    /** A fractional optimum is tried again so many times as large. */
    private static final int LARGEST_MULTIPLE = 6;

    private static final double TOLERANCE = 1e-6;
    /** So many entries of the tableau take the solver about as long as a look at one corner of a cube. */
    private static final long ENTRIES_PER_STEP = 4;
    /** That there is no solution is seen much sooner. */
    private static final long ENTRIES_PER_STEP_IN_VAIN = 40;

    private static final int MOST_WHOLE_VARIABLES = 400;

    private final Equations equations;
    private final Knowledge knowledge;
    private final LinearSolver solver;
    private final Steps steps;
    private final long reach;
    private final Surroundings surroundings;

    LinearMoves(Equations equations, Knowledge knowledge, LinearSolver solver, Steps steps, int threshold) {
        this.equations = equations;
        this.knowledge = knowledge;
        this.solver = solver;
        this.steps = steps;
        this.surroundings = new Surroundings(equations);
        this.reach = (long) REACH * threshold;
    }

    /** Against A: one part of the cell changes by this much, the other parts rest. */
    Optional<Move> apart(int cell, int part, long change, Terrain terrain, Extent extent) {
        return surroundings
                .of(cell, terrain, extent)
                .flatMap(open -> new Model(open, terrain, new int[] {part}, false)
                        .solve(cell, Quantity.ofPart(part), change, LARGEST_MULTIPLE))
                .map(Move::primitive);
    }

    /** Against B and C: the quantity changes by one, within what they know. */
    Optional<Move> another(int cell, Quantity quantity, Terrain terrain, Extent extent) {
        Optional<int[]> open = surroundings.of(cell, terrain, extent);
        return open.flatMap(cells -> another(cell, quantity, 1, terrain, cells))
                .or(() -> open.flatMap(cells -> another(cell, quantity, -1, terrain, cells)));
    }

    private Optional<Move> another(int cell, Quantity quantity, long change, Terrain terrain, int[] open) {
        return new Model(open, terrain, equations.parts(), true).solve(cell, quantity, change, 1);
    }

    private final class Model {
        private final int[] parts;
        private final int[] cells;
        private final int[] placeOf;
        private final List<Variable> variables = new ArrayList<>();
        private final List<Row> rows = new ArrayList<>();

        Model(int[] open, Terrain terrain, int[] parts, boolean guarded) {
            this.parts = parts;
            this.placeOf = new int[equations.size()];
            this.cells = open;
            Arrays.fill(placeOf, -1);
            for (int place = 0; place < open.length; place++) {
                placeOf[open[place]] = place;
            }
            for (int part : parts) {
                for (int cell : cells) {
                    double cost = 1 + terrain.cost(cell);
                    long value = equations.value(part, cell);
                    Quantity quantity = Quantity.ofPart(part);
                    long lower = guarded ? knowledge.lower(quantity, cell) : 0;
                    long upper = guarded ? knowledge.upper(quantity, cell) : Knowledge.UNBOUNDED;
                    variables.add(new Variable(0, Math.min(upper - value, reach), cost));
                    variables.add(new Variable(0, Math.min(value - lower, reach), cost));
                }
            }
            for (int p = 0; p < parts.length; p++) {
                for (int s = 0; s < equations.sums(); s++) {
                    addSum(p, equations.members(s));
                }
            }
            if (guarded) {
                for (int cell : cells) {
                    addRange(cell, Quantity.TOTAL);
                    addRange(cell, Quantity.PERSONS);
                }
            }
        }

        /** The variable for the rise of a cell; the next is its fall. */
        private int rise(int p, int cell) {
            return 2 * (p * cells.length + placeOf[cell]);
        }

        private void addSum(int p, int[] members) {
            List<Integer> places = new ArrayList<>();
            List<Integer> coefficients = new ArrayList<>();
            for (int i = 0; i < members.length; i++) {
                if (placeOf[members[i]] >= 0) {
                    append(places, coefficients, rise(p, members[i]), i == 0 ? -1 : 1);
                }
            }
            if (!places.isEmpty()) {
                rows.add(new Row(places, coefficients, 0, 0));
            }
        }

        private void addRange(int cell, Quantity quantity) {
            long upper = knowledge.upper(quantity, cell);
            if (upper < Knowledge.UNBOUNDED) {
                long value = quantity.of(equations.cell(cell));
                rows.add(change(cell, quantity, knowledge.lower(quantity, cell) - value, upper - value));
            }
        }

        private Row change(int cell, Quantity quantity, long lower, long upper) {
            List<Integer> places = new ArrayList<>();
            List<Integer> coefficients = new ArrayList<>();
            for (int p = 0; p < parts.length; p++) {
                if (quantity.contains(parts[p])) {
                    append(places, coefficients, rise(p, cell), 1);
                }
            }
            return new Row(places, coefficients, lower, upper);
        }

        private static void append(List<Integer> places, List<Integer> coefficients, int rise, int coefficient) {
            places.add(rise);
            coefficients.add(coefficient);
            places.add(rise + 1);
            coefficients.add(-coefficient);
        }

        Optional<Move> solve(int cell, Quantity quantity, long change, int multiples) {
            if (placeOf[cell] < 0 || steps.spent()) {
                return Optional.empty();
            }
            rows.add(change(cell, quantity, change, change));
            long entries = (long) variables.size() * rows.size();
            Optional<double[]> solution = solver.minimise(new Program(variables, rows), false);
            steps.count(entries / (solution.isPresent() ? ENTRIES_PER_STEP : ENTRIES_PER_STEP_IN_VAIN));
            if (solution.isEmpty()) {
                return Optional.empty();
            }
            for (int multiple = 1; multiple <= multiples; multiple++) {
                if (nearWhole(solution.get(), multiple)) {
                    return Optional.of(move(solution.get(), multiple));
                }
            }
            if (variables.size() > MOST_WHOLE_VARIABLES) {
                return Optional.empty();
            }
            steps.count(entries / ENTRIES_PER_STEP);
            return solver.minimise(new Program(variables, rows), true).map(whole -> move(whole, 1));
        }

        private boolean nearWhole(double[] solution, int multiple) {
            for (double value : solution) {
                if (Math.abs(value * multiple - Math.rint(value * multiple)) > TOLERANCE) {
                    return false;
                }
            }
            return true;
        }

        /** The changes as whole numbers; whether they are a witness is for {@link Evidence} to find out. */
        private Move move(double[] solution, int multiple) {
            List<Integer> moved = new ArrayList<>();
            long[][] change = new long[Quantity.PARTS][equations.size()];
            for (int cell : cells) {
                boolean moves = false;
                for (int p = 0; p < parts.length; p++) {
                    int rise = rise(p, cell);
                    long step = Math.round((solution[rise] - solution[rise + 1]) * multiple);
                    change[parts[p]][cell] = step;
                    moves |= step != 0;
                }
                if (moves) {
                    moved.add(cell);
                }
            }
            int[] touched = moved.stream().mapToInt(Integer::intValue).toArray();
            long[][] steps = new long[Quantity.PARTS][touched.length];
            for (int part = 0; part < Quantity.PARTS; part++) {
                for (int i = 0; i < touched.length; i++) {
                    steps[part][i] = change[part][touched[i]];
                }
            }
            return new Move(touched, steps);
        }
    }
}
