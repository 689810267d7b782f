package org.ecart.protect;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import org.ecart.model.AuditReport.Interval;

/** Numbers of persons that a reader of files knows or wants to know, and the sums that hold between them. */
final class FileFigures {
    private static final double TOLERANCE = 1e-6;
    /** No number of persons; the solver wants an end. */
    private static final double UNLIMITED = 1e9;

    /**
     * A number of persons: the same key, the same persons.
     *
     * @param counted who is counted
     * @param part which of them; "" = all
     * @param codes without those of totals, in order of the variables
     */
    record Key(String period, String counted, String part, Map<String, String> codes) {}

    /** Parts that have nobody in common, and are the whole or lie within it. */
    private record Sum(int whole, List<Integer> parts, boolean equal) {}

    private final Map<Key, Integer> numbers = new LinkedHashMap<>();
    private final List<Double> low = new ArrayList<>();
    private final List<Double> high = new ArrayList<>();
    private final List<Sum> sums = new ArrayList<>();
    private final List<List<Integer>> sumsOf = new ArrayList<>();
    private final LinearSolver solver = new OjAlgoSolver();

    int number(Key key) {
        return numbers.computeIfAbsent(key, added -> {
            low.add(0.0);
            high.add(UNLIMITED);
            sumsOf.add(new ArrayList<>());
            return numbers.size();
        });
    }

    /** What is printed; the first that is printed of a figure counts, if others contradict it. */
    void know(int figure, long from, long to) {
        double least = Math.max(low.get(figure), from);
        double most = Math.min(high.get(figure), to);
        if (least <= most) {
            low.set(figure, least);
            high.set(figure, most);
        }
    }

    void sum(int whole, List<Integer> parts, boolean equal) {
        sumsOf.get(whole).add(sums.size());
        parts.forEach(part -> sumsOf.get(part).add(sums.size()));
        sums.add(new Sum(whole, List.copyOf(parts), equal));
    }

    OptionalLong printed(int figure) {
        return fixed(figure) ? OptionalLong.of(Math.round(low.get(figure))) : OptionalLong.empty();
    }

    private boolean fixed(int figure) {
        return low.get(figure).equals(high.get(figure));
    }

    /** What a figure, less another where there is one, may be; none where that was not found out. */
    Optional<Interval> interval(int figure, Optional<Integer> less) {
        Set<Integer> seen = new HashSet<>(Set.of(figure));
        less.ifPresent(seen::add);
        List<Integer> variables = new ArrayList<>(seen);
        Set<Integer> used = new HashSet<>();
        for (int i = 0; i < variables.size(); i++) {
            for (int sum : fixed(variables.get(i)) ? List.<Integer>of() : sumsOf.get(variables.get(i))) {
                if (used.add(sum)) {
                    List<Integer> members = new ArrayList<>(sums.get(sum).parts());
                    members.add(sums.get(sum).whole());
                    members.stream().filter(seen::add).forEach(variables::add);
                }
            }
        }
        List<LinearSolver.Row> rows =
                used.stream().sorted().map(sum -> row(sums.get(sum), variables)).toList();
        Optional<Double> least = least(figure, less, variables, rows, 1);
        Optional<Double> most = least(figure, less, variables, rows, -1);
        if (least.isEmpty() || most.isEmpty()) {
            return Optional.empty();
        }
        long from = (long) Math.ceil(least.get() - TOLERANCE);
        double to = -most.get();
        OptionalLong end =
                to > UNLIMITED / 2 ? OptionalLong.empty() : OptionalLong.of((long) Math.floor(to + TOLERANCE));
        return Optional.of(new Interval(from, end, false));
    }

    private static LinearSolver.Row row(Sum sum, List<Integer> variables) {
        List<Integer> places = new ArrayList<>();
        List<Integer> coefficients = new ArrayList<>();
        for (int part : sum.parts()) {
            places.add(variables.indexOf(part));
            coefficients.add(-1);
        }
        places.add(variables.indexOf(sum.whole()));
        coefficients.add(1);
        return new LinearSolver.Row(places, coefficients, 0, sum.equal() ? 0 : UNLIMITED);
    }

    private Optional<Double> least(
            int figure, Optional<Integer> less, List<Integer> variables, List<LinearSolver.Row> rows, int sign) {
        List<LinearSolver.Variable> program = variables.stream()
                .map(v -> new LinearSolver.Variable(low.get(v), high.get(v), cost(v, figure, less, sign)))
                .toList();
        return solver.minimise(new LinearSolver.Program(program, rows), false).map(solution -> {
            double value = 0;
            for (int v = 0; v < solution.length; v++) {
                value += cost(variables.get(v), figure, less, sign) * solution[v];
            }
            return value;
        });
    }

    private static double cost(int variable, int figure, Optional<Integer> less, int sign) {
        if (variable == figure) {
            return sign;
        }
        return less.filter(other -> other == variable).isPresent() ? -sign : 0;
    }
}
