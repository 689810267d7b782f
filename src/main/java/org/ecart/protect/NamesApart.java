package org.ecart.protect;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.UnaryOperator;
import org.ecart.model.Category;
import org.ecart.model.Rules;
import org.ecart.model.TableShape;
import org.ecart.model.TableShape.Dimension;
import org.ecart.model.TableShape.Side;
import org.ecart.stats.TablePlan;
import org.ecart.stats.ValueTable;

/**
 * Variables of one name that tables make by different rules, such as origin under two editions in two releases, get names
 * of their own: as variables apart they are linked through what both are made from, and neither is taken for the other.
 */
final class NamesApart {
    /**
     * What a name stands for in a table.
     *
     * @param derivation none for a delivered variable
     * @param inputs what it is made from, by name
     */
    private record Meaning(
            String delivered,
            Optional<Rules.Derivation> derivation,
            List<Category> categories,
            Map<String, Meaning> inputs) {}

    /** For each name that stands for several things what each is called here. */
    private final Map<String, Map<Meaning, String>> called = new TreeMap<>();

    NamesApart(List<TablePlan> plans) {
        Map<String, Set<Meaning>> meanings = new TreeMap<>();
        plans.forEach(plan -> meanings(plan)
                .forEach((name, meaning) -> meanings.computeIfAbsent(name, key -> new LinkedHashSet<>())
                        .add(meaning)));
        meanings.forEach((name, several) -> {
            if (several.size() > 1) {
                called.put(name, called(name, several, meanings.keySet()));
            }
        });
    }

    /** A delivered variable keeps its name; else the first does. */
    private static Map<Meaning, String> called(String name, Set<Meaning> several, Set<String> taken) {
        List<Meaning> inOrder = new ArrayList<>(several);
        inOrder.sort((a, b) ->
                Boolean.compare(a.derivation().isPresent(), b.derivation().isPresent()));
        Map<Meaning, String> called = new HashMap<>();
        int number = 1;
        for (Meaning meaning : inOrder) {
            String other = name;
            while (!called.isEmpty() && (other.equals(name) || taken.contains(other))) {
                number++;
                other = name + ".link" + number;
            }
            called.put(meaning, other);
        }
        return called;
    }

    private static Map<String, Meaning> meanings(TablePlan plan) {
        Map<String, Rules> rules = new LinkedHashMap<>();
        plan.derivations().forEach(set -> rules.put(set.variable(), set));
        Set<String> names = new TreeSet<>(plan.variables());
        names.addAll(plan.counted().variables());
        Map<String, Meaning> meanings = new TreeMap<>();
        names.forEach(name -> meanings.put(name, meaning(name, rules)));
        return meanings;
    }

    private static Meaning meaning(String name, Map<String, Rules> rules) {
        Optional<Rules> made = Optional.ofNullable(rules.get(name));
        if (made.isEmpty()) {
            return new Meaning(name, Optional.empty(), List.of(), Map.of());
        }
        Map<String, Meaning> inputs = new TreeMap<>();
        made.get().derivation().inputs().forEach(input -> inputs.put(input, meaning(input, rules)));
        return new Meaning("", Optional.of(made.get().derivation()), made.get().categories(), inputs);
    }

    /** What a table asks at a date, by the names that are used here. */
    TablePlan in(TablePlan plan) {
        return called.isEmpty() ? plan : plan.renamed(names(plan));
    }

    /** The table by the names that are used here of what it asks. */
    Draft in(Draft draft, TablePlan plan) {
        if (called.isEmpty()) {
            return draft;
        }
        UnaryOperator<String> names = names(plan);
        ValueTable values = draft.values();
        TableShape shape = values.shape();
        ValueTable renamed = new ValueTable(
                new TableShape(
                        shape.periods(),
                        renamed(shape.rows(), names),
                        renamed(shape.columns(), names),
                        renamed(shape.layers(), names)),
                values.values(),
                values.cells(),
                values.comparisons(),
                values.reference(),
                values.divided(),
                values.unavailable(),
                values.amounts());
        return new Draft(draft.name(), renamed, draft.plans(), draft.caption(), draft.decimals(), draft.fates());
    }

    private static Side renamed(Side side, UnaryOperator<String> names) {
        return new Side(
                side.dimensions().stream()
                        .map(d -> new Dimension(names.apply(d.variable()), d.labels(), d.categories()))
                        .toList(),
                side.entries());
    }

    private UnaryOperator<String> names(TablePlan plan) {
        Map<String, Meaning> here = meanings(plan);
        return name -> Optional.ofNullable(called.get(name))
                .flatMap(several -> Optional.ofNullable(here.get(name)).map(m -> several.getOrDefault(m, name)))
                .orElse(name);
    }
}
