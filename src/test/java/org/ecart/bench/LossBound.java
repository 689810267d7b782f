package org.ecart.bench;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.IntToLongFunction;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.ecart.model.Policy;
import org.ecart.protect.CountSystem;
import org.ojalgo.optimisation.Expression;
import org.ojalgo.optimisation.ExpressionsBasedModel;
import org.ojalgo.optimisation.Optimisation;
import org.ojalgo.optimisation.Variable;

/**
 * What no protection can do without: a sum in which one figure alone is left out gives it away, so in each sum with one
 * unsafe figure something else must go. How much that is at least, by the linear relaxation of this covering problem;
 * for large tables by its dual, raised greedily, which is never more.
 */
final class LossBound {
    private static final int MOST_SUMS_TO_SOLVE = 3_000;

    private final CountSystem system;
    private final int threshold;
    private final List<int[]> sums;

    LossBound(CountSystem system, Policy policy) {
        this.system = system;
        this.threshold = policy.threshold();
        int[] teller = new int[system.figures()];
        Arrays.fill(teller, -1);
        BitSet unsafe = new BitSet();
        BitSet unknown = new BitSet();
        for (int u = 0; u < system.units().size(); u++) {
            CountSystem.Unit unit = system.units().get(u);
            boolean somebody = system.persons(unit) > 0;
            List<Integer> small = unit.figures().values().stream()
                    .filter(f -> small(system.value(f)) || somebody && system.value(f) == 0)
                    .toList();
            small.forEach(unsafe::set);
            for (int figure : unit.figures().values()) {
                teller[figure] = u;
                unknown.set(figure, !small.isEmpty());
            }
        }
        this.sums = system.sums().stream()
                .map(sum -> Stream.concat(Stream.of(sum.total()), sum.addends().stream())
                        .toList())
                .filter(figures -> figures.stream().filter(unknown::get).count() == 1
                        && figures.stream().anyMatch(unsafe::get)
                        && figures.stream().allMatch(f -> teller[f] >= 0))
                .map(figures -> figures.stream()
                        .filter(f -> !unknown.get(f))
                        .mapToInt(f -> teller[f])
                        .distinct()
                        .toArray())
                .toList();
    }

    private boolean small(long persons) {
        return persons > 0 && persons < threshold;
    }

    /** Cells that must be left out besides the unsafe ones, at least. */
    double cells() {
        return atLeast(unit -> 1);
    }

    /** Persons in such cells, at least. */
    double persons() {
        return atLeast(unit -> system.persons(system.units().get(unit)));
    }

    private double atLeast(IntToLongFunction price) {
        return sums.size() <= MOST_SUMS_TO_SOLVE ? solved(price) : raised(price);
    }

    private double solved(IntToLongFunction price) {
        Set<Integer> units = new TreeSet<>();
        sums.forEach(sum -> Arrays.stream(sum).forEach(units::add));
        List<Integer> all = new ArrayList<>(units);
        ExpressionsBasedModel model = new ExpressionsBasedModel();
        List<Variable> variables = all.stream()
                .map(u -> model.newVariable("u" + u).lower(0).upper(1).weight(price.applyAsLong(u)))
                .toList();
        for (int s = 0; s < sums.size(); s++) {
            Expression row = model.newExpression("s" + s).lower(1);
            for (int unit : sums.get(s)) {
                row.set(variables.get(Collections.binarySearch(all, unit)), 1);
            }
        }
        Optimisation.Result result = model.minimise();
        if (!result.getState().isOptimal()) {
            throw new IllegalStateException("the bound was not found: " + result.getState());
        }
        return result.getValue();
    }

    /** Each sum takes what is left of its cheapest unit, the shortest sums first. */
    private double raised(IntToLongFunction price) {
        long[] left = IntStream.range(0, system.units().size())
                .mapToLong(price::applyAsLong)
                .toArray();
        double total = 0;
        for (int[] sum : sums.stream()
                .sorted((a, b) -> Integer.compare(a.length, b.length))
                .toList()) {
            long least = Arrays.stream(sum).mapToLong(u -> left[u]).min().orElse(0);
            Arrays.stream(sum).forEach(u -> left[u] -= least);
            total += least;
        }
        return total;
    }
}
