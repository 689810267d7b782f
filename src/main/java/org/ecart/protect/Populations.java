package org.ecart.protect;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.ecart.model.Period;
import org.ecart.model.Query;
import org.ecart.model.Shift;
import org.ecart.protect.links.Population;
import org.ecart.stats.TablePlan;

/** Whom tables look at. Tables that count the persons of another date too are about one population, whatever they ask of it. */
final class Populations {
    private final Map<Kind, Set<String>> carried = new HashMap<>();

    private record Kind(Period period, Shift also) {}

    Populations(Set<Period> periods, List<Draft> tables) {
        for (Draft table : tables) {
            for (Period period : periods) {
                Optional.ofNullable(table.plans().get(period))
                        .flatMap(TablePlan::also)
                        .ifPresent(
                                also -> carried.computeIfAbsent(new Kind(period, also.shift()), kind -> new HashSet<>())
                                        .addAll(also.carried()));
            }
        }
    }

    Population of(TablePlan plan, Period period) {
        return new Population(
                period,
                plan.also()
                        .map(Query.Also::shift)
                        .map(shift -> new Query.Also(shift, carried.getOrDefault(new Kind(period, shift), Set.of()))));
    }
}
