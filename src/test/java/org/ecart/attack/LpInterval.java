package org.ecart.attack;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.hipparchus.exception.MathIllegalStateException;
import org.hipparchus.optim.LocalizedOptimFormats;
import org.hipparchus.optim.MaxIter;
import org.hipparchus.optim.linear.LinearConstraint;
import org.hipparchus.optim.linear.LinearConstraintSet;
import org.hipparchus.optim.linear.LinearObjectiveFunction;
import org.hipparchus.optim.linear.NonNegativeConstraint;
import org.hipparchus.optim.linear.PivotSelectionRule;
import org.hipparchus.optim.linear.Relationship;
import org.hipparchus.optim.linear.SimplexSolver;
import org.hipparchus.optim.nonlinear.scalar.GoalType;

/**
 * What linear programming says about a place when fractions are allowed: a second opinion, in doubles, by a solver that
 * shares nothing with the exact search. Unknowns are displacements from the real table: 0 is feasible at once, and big
 * numbers stand only in the bounds.
 *
 * @param low rounding errors included; negative infinity where nothing holds it
 * @param high likewise, positive infinity
 */
record LpInterval(double low, double high) {
    private static final int MOST_PIVOTS = 5000;

    /** Empty where the solver fails: it is an opinion, not the proof. */
    static Optional<LpInterval> of(Component component, Bounds bounds, int place) {
        long[] truth = component.truth();
        if (bounds.low(place) == bounds.high(place)) {
            return Optional.of(new LpInterval(truth[place], truth[place]));
        }
        int[] free = IntStream.range(0, truth.length)
                .filter(p -> bounds.low(p) < bounds.high(p))
                .toArray();
        int[] column = new int[truth.length];
        for (int c = 0; c < free.length; c++) {
            column[free[c]] = c + 1;
        }
        List<LinearConstraint> constraints = new ArrayList<>();
        for (Relation relation : component.relations()) {
            double[] row = new double[free.length];
            boolean any = false;
            for (int i = 0; i < relation.places().length; i++) {
                int c = column[relation.places()[i]];
                if (c > 0) {
                    row[c - 1] += relation.signs()[i];
                    any = true;
                }
            }
            if (any) {
                constraints.add(new LinearConstraint(row, Relationship.EQ, 0));
            }
        }
        for (int c = 0; c < free.length; c++) {
            double[] row = new double[free.length];
            row[c] = 1;
            int p = free[c];
            constraints.add(new LinearConstraint(row, Relationship.GEQ, bounds.low(p) - truth[p]));
            if (bounds.high(p) != Bounds.NONE) {
                constraints.add(new LinearConstraint(row, Relationship.LEQ, bounds.high(p) - truth[p]));
            }
        }
        double[] objective = new double[free.length];
        objective[column[place] - 1] = 1;
        try {
            return Optional.of(new LpInterval(
                    truth[place] + best(objective, constraints, GoalType.MINIMIZE),
                    truth[place] + best(objective, constraints, GoalType.MAXIMIZE)));
        } catch (MathIllegalStateException gaveUp) {
            return Optional.empty();
        }
    }

    private static double best(double[] objective, List<LinearConstraint> constraints, GoalType goal) {
        try {
            return new SimplexSolver()
                    .optimize(
                            new MaxIter(MOST_PIVOTS),
                            new LinearObjectiveFunction(objective, 0),
                            new LinearConstraintSet(constraints),
                            goal,
                            new NonNegativeConstraint(false),
                            PivotSelectionRule.BLAND)
                    .getValue();
        } catch (MathIllegalStateException e) {
            if (e.getSpecifier() != LocalizedOptimFormats.UNBOUNDED_SOLUTION) {
                throw e;
            }
            return goal == GoalType.MINIMIZE ? Double.NEGATIVE_INFINITY : Double.POSITIVE_INFINITY;
        }
    }
}
