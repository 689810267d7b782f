package org.ecart.study;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.IntFunction;
import org.ecart.model.Condition;
import org.ecart.model.Period;
import org.ecart.model.Policy;
import org.ecart.model.Progress;
import org.ecart.model.Query;
import org.ecart.model.Rules;
import org.ecart.stats.NationalCuts;
import org.ecart.tabulate.Cube;
import org.ecart.tabulate.Tabulator;

/** Questions about the same persons at some dates, put to an engine; every person counts as one. */
final class Asking {
    private final Tabulator tabulator;
    private final List<Period> periods;
    private final Condition universe;
    private final Policy policy;
    private final Progress progress;
    private final Map<Period, Set<String>> unavailable = new TreeMap<>();
    private final List<Long> population;

    Asking(Tabulator tabulator, List<Period> periods, Condition universe, Policy policy, Progress progress) {
        this.tabulator = tabulator;
        this.periods = List.copyOf(periods);
        this.universe = universe;
        this.policy = policy;
        this.progress = progress;
        this.population = new ArrayList<>();
    }

    /**
     * The persons by some variables, date by date; nobody where a variable was not delivered. The first question is the
     * one that says how many there are in all.
     */
    List<Crossing> ask(List<Rules> derivations, List<String> dimensions) {
        List<Crossing> answers = new ArrayList<>();
        for (Period period : periods) {
            List<Rules> rules = new NationalCuts(tabulator).in(derivations, period, Optional.empty(), progress);
            Query query = new Query(new Query.Source(period, Optional.empty()), rules, dimensions, universe);
            Cube cube = unavailable.containsKey(period)
                    ? Cube.unavailable(unavailable.getOrDefault(period, Set.of()))
                    : tabulator.tabulate(query, progress);
            if (!cube.unavailable().isEmpty()) {
                unavailable.put(period, cube.unavailable());
            }
            answers.add(Crossing.of(cube));
        }
        if (population.isEmpty()) {
            answers.forEach(a -> population.add(a.persons()));
        }
        return answers;
    }

    /** One tally a date; none where a variable was not delivered. */
    List<Optional<Tally>> tallies(IntFunction<Long> persons) {
        List<Optional<Tally>> all = new ArrayList<>();
        for (int p = 0; p < periods.size(); p++) {
            all.add(
                    unavailable.containsKey(periods.get(p))
                            ? Optional.empty()
                            : Optional.of(Tally.of(persons.apply(p), population.get(p), policy)));
        }
        return all;
    }

    /** The tallies of one key in sums by date. */
    <K> List<Optional<Tally>> tallies(List<Map<K, Long>> sums, K key) {
        return tallies(p -> sums.get(p).getOrDefault(key, 0L));
    }

    /** Everyone counted. */
    List<Optional<Tally>> population() {
        return tallies(population::get);
    }

    Map<Period, Set<String>> unavailable() {
        return unavailable;
    }
}
