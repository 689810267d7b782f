package org.ecart.protect;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.TreeSet;
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
    private final Set<Sum> known = new HashSet<>();
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

    /** Every number that is known or wanted, as it is now. */
    List<Key> keys() {
        return List.copyOf(numbers.keySet());
    }

    Optional<Integer> find(Key key) {
        return Optional.ofNullable(numbers.get(key));
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
        Sum sum = new Sum(whole, List.copyOf(parts), equal);
        if (known.add(sum)) {
            sumsOf.get(whole).add(sums.size());
            parts.forEach(part -> sumsOf.get(part).add(sums.size()));
            sums.add(sum);
        }
    }

    /** What is printed of a figure: the least and the most that it can be; none where nothing is. */
    Optional<long[]> range(int figure) {
        return high.get(figure) < UNLIMITED
                ? Optional.of(new long[] {Math.round(low.get(figure)), Math.round(high.get(figure))})
                : Optional.empty();
    }

    OptionalLong printed(int figure) {
        return fixed(figure) ? OptionalLong.of(Math.round(low.get(figure))) : OptionalLong.empty();
    }

    private boolean fixed(int figure) {
        return low.get(figure).equals(high.get(figure));
    }

    /** What a figure, less another where there is one, may be; none where that was not found out. */
    Optional<Interval> interval(int figure, Optional<Integer> less) {
        Map<Integer, Integer> wanted = new LinkedHashMap<>();
        wanted.put(figure, 1);
        less.ifPresent(other -> wanted.put(other, -1));
        Map<Integer, Integer> places = new LinkedHashMap<>();
        List<Integer> open = new ArrayList<>();
        wanted.keySet().forEach(variable -> add(variable, places, open));
        Set<Integer> used = new TreeSet<>();
        for (int i = 0; i < open.size(); i++) {
            for (int sum : sumsOf.get(open.get(i))) {
                if (used.add(sum)) {
                    add(sums.get(sum).whole(), places, open);
                    sums.get(sum).parts().forEach(part -> add(part, places, open));
                }
            }
        }
        List<LinearSolver.Row> rows =
                used.stream().map(sum -> row(sums.get(sum), places)).toList();
        Optional<Double> least = least(wanted, open, rows, 1);
        Optional<Double> most = least(wanted, open, rows, -1);
        if (least.isEmpty() || most.isEmpty()) {
            return Optional.empty();
        }
        long from = (long) Math.ceil(least.get() - TOLERANCE);
        double to = -most.get();
        return Optional.of(new Interval(
                from,
                to > UNLIMITED / 2 ? OptionalLong.empty() : OptionalLong.of((long) Math.floor(to + TOLERANCE)),
                false));
    }

    /** What is printed is no variable. */
    private void add(int figure, Map<Integer, Integer> places, List<Integer> open) {
        if (!fixed(figure) && !places.containsKey(figure)) {
            places.put(figure, open.size());
            open.add(figure);
        }
    }

    private LinearSolver.Row row(Sum sum, Map<Integer, Integer> places) {
        // a whole may be one of its parts: everybody of a street in its quarter
        Map<Integer, Integer> terms = new LinkedHashMap<>();
        terms.put(sum.whole(), 1);
        sum.parts().forEach(part -> terms.merge(part, -1, Integer::sum));
        List<Integer> variables = new ArrayList<>();
        List<Integer> coefficients = new ArrayList<>();
        double printed = 0;
        for (Map.Entry<Integer, Integer> term : terms.entrySet()) {
            if (fixed(term.getKey())) {
                printed += term.getValue() * low.get(term.getKey());
            } else if (term.getValue() != 0) {
                variables.add(places.getOrDefault(term.getKey(), 0));
                coefficients.add(term.getValue());
            }
        }
        return new LinearSolver.Row(variables, coefficients, -printed, sum.equal() ? -printed : UNLIMITED);
    }

    private Optional<Double> least(
            Map<Integer, Integer> wanted, List<Integer> open, List<LinearSolver.Row> rows, int sign) {
        double printed = wanted.entrySet().stream()
                .filter(term -> fixed(term.getKey()))
                .mapToDouble(term -> sign * term.getValue() * low.get(term.getKey()))
                .sum();
        if (wanted.keySet().stream().allMatch(this::fixed)) {
            return Optional.of(printed);
        }
        List<LinearSolver.Variable> variables = open.stream()
                .map(v -> new LinearSolver.Variable(low.get(v), high.get(v), sign * wanted.getOrDefault(v, 0)))
                .toList();
        return solver.minimise(new LinearSolver.Program(variables, rows), false).map(solution -> {
            double value = printed;
            for (int v = 0; v < solution.length; v++) {
                value += variables.get(v).cost() * solution[v];
            }
            return value;
        });
    }
}
