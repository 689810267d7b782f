package org.ecart.model;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;

/**
 * Whether each rule of a list can decide for anybody. A rule can if some person meets its condition and none of the
 * earlier ones. Persons differ only in which comparisons hold for them, so each variable has a few classes of values;
 * they are tried one variable after another until a witness is found or none is left. What would take too many steps
 * is let pass.
 */
final class Reachability {
    private static final int STEPS = 50_000;

    private final Function<String, Optional<RulesCheck.Values>> values;

    Reachability(Function<String, Optional<RulesCheck.Values>> values) {
        this.values = values;
    }

    /** @param rules resolved ones */
    Optional<Rules.Rule> firstUnreachable(List<Rules.Rule> rules) {
        Map<String, List<Map<Condition, Boolean>>> classes = classes(rules);
        for (int r = 0; r < rules.size(); r++) {
            List<Wanted> wanted = new ArrayList<>();
            wanted.add(new Wanted(rules.get(r).when(), true));
            rules.subList(0, r).forEach(earlier -> wanted.add(new Wanted(earlier.when(), false)));
            Search search = new Search(classes, wanted);
            if (!search.witness() && search.steps.get() < STEPS) {
                return Optional.of(rules.get(r));
            }
        }
        return Optional.empty();
    }

    /** For each variable the different ways in which its comparisons can turn out. */
    private Map<String, List<Map<Condition, Boolean>>> classes(List<Rules.Rule> rules) {
        Map<String, Set<Condition>> comparisons = new LinkedHashMap<>();
        for (Rules.Rule rule : rules) {
            rule.when().mapped(part -> {
                comparisons
                        .computeIfAbsent(variable(part), v -> new LinkedHashSet<>())
                        .add(part);
                return part;
            });
        }
        Map<Condition, Set<String>> named = new HashMap<>();
        comparisons.values().forEach(parts -> parts.forEach(part -> named.put(part, Specimen.codes(part))));
        Map<String, List<Map<Condition, Boolean>>> classes = new HashMap<>();
        comparisons.forEach((variable, parts) -> {
            Set<Map<Condition, Boolean>> distinct = new LinkedHashSet<>();
            for (Specimen specimen : Specimen.of(parts, values.apply(variable))) {
                Map<Condition, Boolean> holds = new HashMap<>();
                parts.forEach(part -> holds.put(part, specimen.meets(part, named.getOrDefault(part, Set.of()))));
                distinct.add(holds);
            }
            classes.put(variable, List.copyOf(distinct));
        });
        return classes;
    }

    /** What a comparison is about; those about nobody's variable are about the reference date. */
    private static String variable(Condition part) {
        return part.variables().stream().findFirst().orElse("");
    }

    private record Wanted(Condition condition, boolean holds) {}

    /** The search for one witness. */
    private static final class Search {
        private final Map<String, List<Map<Condition, Boolean>>> classes;
        private final List<Wanted> wanted;
        private final Map<String, Map<Condition, Boolean>> chosen = new HashMap<>();
        private final AtomicInteger steps = new AtomicInteger();

        Search(Map<String, List<Map<Condition, Boolean>>> classes, List<Wanted> wanted) {
            this.classes = classes;
            this.wanted = wanted;
        }

        boolean witness() {
            Optional<Condition> open = Optional.empty();
            for (Wanted one : wanted) {
                Optional<Boolean> holds = holds(one.condition());
                if (holds.isPresent() && holds.get() != one.holds()) {
                    return false;
                }
                if (holds.isEmpty() && open.isEmpty()) {
                    open = Optional.of(one.condition());
                }
            }
            if (open.isEmpty()) {
                return true;
            }
            String variable = undecided(open.get());
            for (Map<Condition, Boolean> next : classes.getOrDefault(variable, List.of())) {
                if (steps.incrementAndGet() >= STEPS) {
                    return false;
                }
                chosen.put(variable, next);
                if (witness()) {
                    return true;
                }
            }
            chosen.remove(variable);
            return false;
        }

        /** The first variable on which an undecided condition hangs. */
        private String undecided(Condition condition) {
            List<String> variables = new ArrayList<>();
            condition.mapped(part -> {
                if (holds(part).isEmpty()) {
                    variables.add(variable(part));
                }
                return part;
            });
            return variables.get(0);
        }

        private Optional<Boolean> holds(Condition condition) {
            if (condition instanceof Condition.All) {
                return Optional.of(true);
            }
            if (condition instanceof Condition.Not not) {
                return holds(not.condition()).map(h -> !h);
            }
            if (condition instanceof Condition.And and) {
                return joined(and.conditions(), false);
            }
            if (condition instanceof Condition.Or or) {
                return joined(or.conditions(), true);
            }
            return Optional.ofNullable(chosen.get(variable(condition)))
                    .map(holds -> holds.getOrDefault(condition, false));
        }

        /** @param decisive what one part settles for all */
        private Optional<Boolean> joined(List<Condition> parts, boolean decisive) {
            boolean open = false;
            for (Condition part : parts) {
                Optional<Boolean> holds = holds(part);
                if (holds.isPresent() && holds.get() == decisive) {
                    return holds;
                }
                open |= holds.isEmpty();
            }
            return open ? Optional.empty() : Optional.of(!decisive);
        }
    }
}
