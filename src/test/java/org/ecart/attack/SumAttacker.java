package org.ecart.attack;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.ecart.model.Measure;
import org.ecart.model.Policy;
import org.ecart.model.Status;
import org.ecart.protect.ProtectedTable;
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
 * Computes from released sums and means what the sums left out can be, by linear programming over the finest crossing of all
 * variables. Whoever reads the tables knows how many persons are in each crossing, so a mean tells its sum.
 */
final class SumAttacker {
    private static final double CENT = 0.5;

    private final AmountTables tables;
    private final List<ProtectedTable> released;
    private final Policy policy;
    /** Persons of each crossing. */
    private final List<Set<Integer>> crossings = new ArrayList<>();

    private final Map<List<Integer>, Integer> numbers = new LinkedHashMap<>();
    private int printed;
    private int leftOut;

    SumAttacker(AmountTables tables, List<ProtectedTable> released, Policy policy) {
        this.tables = tables;
        this.released = released;
        this.policy = policy;
        for (int p = 0; p < tables.persons.size(); p++) {
            List<Integer> key = Arrays.stream(tables.persons.get(p)).boxed().toList();
            int number = numbers.computeIfAbsent(key, k -> {
                crossings.add(new TreeSet<>());
                return crossings.size() - 1;
            });
            crossings.get(number).add(p);
        }
    }

    /** Printed cells. */
    int printed() {
        return printed;
    }

    /** Cells left out although their sum is safe by itself. */
    int leftOut() {
        return leftOut;
    }

    /** What is told too well, a line a cell. */
    List<String> breaks() {
        List<LinearConstraint> known = new ArrayList<>();
        List<int[]> hidden = new ArrayList<>();
        List<int[]> alone = new ArrayList<>();
        List<String> breaks = new ArrayList<>();
        for (int t = 0; t < released.size(); t++) {
            for (int place = 0; place < tables.drafts.get(t).values().shape().size(); place++) {
                int[] persons = tables.in(t, place);
                Status status = released.get(t)
                        .releasable()
                        .value(Measure.AMOUNT, place)
                        .status();
                if (status == Status.CONFIDENTIAL) {
                    hidden.add(persons);
                    leftOut += need(persons) == 0 ? 1 : 0;
                    if (persons.length == 1) {
                        alone.add(persons);
                    }
                } else if (persons.length > 0) {
                    printed++;
                    known.add(new LinearConstraint(row(persons), Relationship.EQ, 0));
                    if (need(persons) > 0 || persons.length < policy.threshold()) {
                        breaks.add("printed: " + Arrays.toString(persons) + " in table " + t + " at " + place + ", "
                                + status);
                    }
                }
            }
        }
        for (int c = 0; c < crossings.size(); c++) {
            double[] one = new double[crossings.size()];
            one[c] = 1;
            known.add(new LinearConstraint(one, Relationship.GEQ, -sum(crossings.get(c))));
        }
        for (int[] persons : hidden) {
            told(persons, known, Optional.empty()).ifPresent(breaks::add);
            for (int[] one : alone) {
                if (!Arrays.equals(one, persons)) {
                    told(persons, known, Optional.of(one)).ifPresent(breaks::add);
                }
            }
        }
        return breaks;
    }

    /** @param who knows an own wage besides what is printed */
    private Optional<String> told(int[] persons, List<LinearConstraint> printed, Optional<int[]> who) {
        if (persons.length == 0) {
            return Optional.empty();
        }
        List<LinearConstraint> known = new ArrayList<>(printed);
        who.ifPresent(one -> known.add(new LinearConstraint(row(one), Relationship.EQ, 0)));
        double[] target = row(persons);
        double high = best(target, known, GoalType.MAXIMIZE);
        double need = need(persons);
        boolean broken = need > 0 ? high < need - CENT : high < CENT && best(target, known, GoalType.MINIMIZE) > -CENT;
        return broken
                ? Optional.of("told: " + Arrays.toString(persons) + " up to " + high + " more of " + need
                        + who.map(Arrays::toString).orElse(""))
                : Optional.empty();
    }

    /** By how much the upper bound must exceed the sum of some persons, in cents; 0 = it is safe. */
    private double need(int[] persons) {
        double[] sorted = Arrays.stream(persons)
                .mapToDouble(p -> -tables.wages.get(p))
                .sorted()
                .map(w -> -w)
                .toArray();
        double sum = Arrays.stream(sorted).sum();
        double largest = Arrays.stream(sorted).limit(policy.amounts().largest()).sum();
        double two = Arrays.stream(sorted).limit(2).sum();
        double first = sorted.length == 0 ? 0 : sorted[0];
        double byShare = largest * 100 / policy.amounts().percent() - sum;
        double byRest = first * policy.amounts().p() / 100 - (sum - two);
        return Math.max(0, Math.max(byShare, byRest));
    }

    private double sum(Set<Integer> persons) {
        return persons.stream().mapToDouble(p -> tables.wages.get(p)).sum();
    }

    private double[] row(int[] persons) {
        double[] row = new double[crossings.size()];
        for (int p : persons) {
            row[
                    numbers.getOrDefault(
                            Arrays.stream(tables.persons.get(p)).boxed().toList(), 0)] = 1;
        }
        return row;
    }

    /** Unknowns are changes of the real sums, so that 0 is a solution. */
    private static double best(double[] target, List<LinearConstraint> known, GoalType goal) {
        try {
            return new SimplexSolver()
                    .optimize(
                            new MaxIter(20_000),
                            new LinearObjectiveFunction(target, 0),
                            new LinearConstraintSet(known),
                            goal,
                            new NonNegativeConstraint(false),
                            PivotSelectionRule.BLAND)
                    .getValue();
        } catch (MathIllegalStateException e) {
            if (e.getSpecifier() != LocalizedOptimFormats.UNBOUNDED_SOLUTION) {
                throw e;
            }
            return goal == GoalType.MAXIMIZE ? Double.POSITIVE_INFINITY : Double.NEGATIVE_INFINITY;
        }
    }
}
