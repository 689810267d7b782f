package org.ecart.protect;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.ecart.protect.LinearSolver.Program;
import org.ecart.protect.LinearSolver.Row;
import org.ecart.protect.LinearSolver.Variable;

/**
 * Looks by linear programming for another distribution of a {@link Sums sum} over its parts that changes one figure by what
 * is needed and others as cheaply as can be. What the solver answers is rounded to fractions of a coarse unit and checked in
 * whole numbers, so that nothing hangs on its arithmetic.
 */
final class SumMoves {
    /** A need is cut into so many units. */
    private static final int UNITS = 1000;
    /** No part moves by more needs than this. */
    private static final int MOST_NEEDS = 100;
    /** Corners of the programs are fractions with small denominators. */
    private static final int[] DENOMINATORS = {1, 2, 3, 4, 5, 6, 12};

    private static final double CRUMB = 1e-6;
    /** Few parts move, and rather none of somebody who would know: that saves other moves. */
    private static final double PART = 0.001;

    private static final double PART_ALONE = 0.02;

    private final Sums sums;
    private final LinearSolver solver;
    private final BitSet alone;

    SumMoves(Sums sums, LinearSolver solver) {
        this.sums = sums;
        this.solver = solver;
        this.alone = sums.alone();
    }

    /**
     * What is looked for.
     *
     * @param figure that has to change
     * @param need by how much at least: up where it is positive, down where it is negative
     * @param hidden figures that may change for nothing
     * @param still parts that must not move
     * @param within figures that hang together with it
     * @param paying whether others may change too, which have to be left out then
     */
    record Goal(int figure, BigInteger need, BitSet hidden, BitSet still, BitSet within, boolean paying) {}

    /**
     * Changes of parts, times {@code times}; in all, no part falls below what it may.
     *
     * @param changes by part, none of them 0
     */
    record Move(Map<Integer, BigInteger> changes, int times) {
        Move {
            changes = Collections.unmodifiableMap(new TreeMap<>(changes));
        }

        BigInteger of(BitSet parts) {
            BigInteger sum = BigInteger.ZERO;
            for (Map.Entry<Integer, BigInteger> change : changes.entrySet()) {
                sum = parts.get(change.getKey()) ? sum.add(change.getValue()) : sum;
            }
            return sum;
        }

        /** Whether it changes a sum by as much as is needed; a need of 0 is any change. */
        boolean reaches(BitSet parts, BigInteger need) {
            BigInteger change = of(parts);
            return need.signum() == 0
                    ? change.signum() != 0
                    : change.compareTo(need.multiply(BigInteger.valueOf(times))) >= 0;
        }

        boolean moves(BitSet parts) {
            return changes.keySet().stream().anyMatch(parts::get);
        }
    }

    /** The cheapest move, about, if there is one. */
    Optional<Move> cheapest(Goal goal) {
        double[] prices = goal.within().stream()
                .mapToDouble(f -> sums.figures().get(f).price())
                .toArray();
        Optional<double[]> first = solve(goal, prices);
        if (first.isEmpty() || !goal.paying()) {
            return first.flatMap(d -> exact(goal, d));
        }
        // What changes little is as lost as what changes much: prices by the unit are those of the whole.
        double[] changed = first.get();
        int[] figures = goal.within().stream().toArray();
        double most = 0;
        for (int i = 0; i < figures.length; i++) {
            double change = Math.abs(change(sums.figures().get(figures[i]).parts(), changed));
            boolean told = costs(goal, figures[i]) && change > CRUMB;
            most = told ? Math.max(most, change) : most;
            prices[i] = prices[i] / Math.max(change, 0.01);
        }
        Optional<double[]> again = most > 0 ? solve(goal, prices) : Optional.empty();
        return again.flatMap(d -> exact(goal, d)).or(() -> exact(goal, changed));
    }

    private static double change(BitSet parts, double[] changes) {
        return parts.stream().mapToDouble(p -> changes[p]).sum();
    }

    /** Whether a figure may change for nothing: nobody is told it. */
    private boolean free(Goal goal, int figure) {
        Sums.Figure f = sums.figures().get(figure);
        return !f.fixed() && (f.tellers().isEmpty() || goal.hidden().get(figure));
    }

    private boolean costs(Goal goal, int figure) {
        return goal.paying()
                && figure != goal.figure()
                && !sums.figures().get(figure).fixed()
                && !free(goal, figure);
    }

    private BigInteger unit(Goal goal) {
        return goal.need().abs().divide(BigInteger.valueOf(UNITS)).max(BigInteger.ONE);
    }

    private Optional<double[]> solve(Goal goal, double[] prices) {
        BigInteger unit = unit(goal);
        int[] need = {units(goal.need().abs().add(unit).subtract(BigInteger.ONE).divide(unit))};
        int most = need[0] * MOST_NEEDS;
        BitSet inside = new BitSet();
        goal.within().stream().forEach(f -> inside.or(sums.figures().get(f).parts()));
        inside.andNot(goal.still());
        int[] parts = inside.stream().toArray();
        int[] column = new int[sums.parts().size()];
        List<Variable> variables = new ArrayList<>();
        for (int part : parts) {
            column[part] = variables.size();
            BigInteger fall = sums.signed()
                    ? BigInteger.valueOf(most)
                    : sums.parts().get(part).divide(unit).min(BigInteger.valueOf(most));
            double price = alone.get(part) ? PART_ALONE : PART;
            variables.add(new Variable(0, most, price));
            variables.add(new Variable(0, fall.doubleValue(), price));
        }
        List<Row> rows = new ArrayList<>();
        int place = 0;
        for (int f : goal.within().stream().toArray()) {
            Sums.Figure figure = sums.figures().get(f);
            double price = prices[place++];
            boolean free =
                    !figure.fixed() && (goal.hidden().get(f) || figure.tellers().isEmpty());
            if (f != goal.figure() && free) {
                continue;
            }
            List<Integer> of = new ArrayList<>();
            List<Integer> signs = new ArrayList<>();
            figure.parts().stream().filter(inside::get).forEach(part -> {
                of.addAll(List.of(column[part], column[part] + 1));
                signs.addAll(List.of(1, -1));
            });
            if (of.isEmpty()) {
                if (f == goal.figure()) {
                    return Optional.empty();
                }
                continue;
            }
            if (costs(goal, f)) {
                of.addAll(List.of(variables.size(), variables.size() + 1));
                signs.addAll(List.of(1, -1));
                double bound = (double) most * parts.length;
                variables.add(new Variable(0, bound, price));
                variables.add(new Variable(0, bound, price));
            }
            double level = f == goal.figure() ? need[0] * goal.need().signum() : 0;
            rows.add(new Row(of, signs, level, level));
        }
        return solver.minimise(new Program(variables, rows), false).map(solution -> {
            double[] changes = new double[sums.parts().size()];
            for (int part : parts) {
                changes[part] = solution[column[part]] - solution[column[part] + 1];
            }
            return changes;
        });
    }

    private static int units(BigInteger of) {
        return of.intValueExact();
    }

    /** The same in whole numbers, if that holds. */
    private Optional<Move> exact(Goal goal, double[] changes) {
        BigInteger unit = unit(goal);
        for (int times : DENOMINATORS) {
            Map<Integer, BigInteger> whole = new TreeMap<>();
            for (int p = 0; p < changes.length; p++) {
                long rounded = Math.round(changes[p] * times);
                if (rounded != 0) {
                    whole.put(p, BigInteger.valueOf(rounded).multiply(unit));
                }
            }
            Move move = new Move(whole, times);
            if (holds(goal, move, changes)) {
                return Optional.of(move);
            }
        }
        return Optional.empty();
    }

    private boolean holds(Goal goal, Move move, double[] changes) {
        boolean possible = sums.signed()
                || move.changes().entrySet().stream()
                        .allMatch(change -> sums.parts()
                                        .get(change.getKey())
                                        .multiply(BigInteger.valueOf(move.times()))
                                        .add(change.getValue())
                                        .signum()
                                >= 0);
        BigInteger change = move.of(sums.figures().get(goal.figure()).parts());
        BigInteger needed = goal.need().multiply(BigInteger.valueOf(move.times()));
        boolean enough = goal.need().signum() > 0 ? change.compareTo(needed) >= 0 : change.compareTo(needed) <= 0;
        return possible
                && enough
                && !move.moves(goal.still())
                && goal.within().stream()
                        .filter(f -> f != goal.figure() && !free(goal, f))
                        .allMatch(f -> {
                            BitSet of = sums.figures().get(f).parts();
                            return move.of(of).signum() == 0 || costs(goal, f) && Math.abs(change(of, changes)) > CRUMB;
                        });
    }
}
