package org.ecart.protect.links;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.ecart.model.Category;
import org.ecart.model.Condition;
import org.ecart.model.Labels;
import org.ecart.model.Period;
import org.ecart.model.Query;
import org.ecart.model.Rules;
import org.ecart.protect.links.Clusters.Cluster;

/**
 * All that the tables of a date ask about the traits of a cluster, each question once: those of the cluster's own tables,
 * and those of others about the same traits, whose figures must stay what they are.
 */
public final class Questions {
    /** The code of a condition that holds. */
    public static final String YES = "1";

    private static final String NO = "0";

    private final Cluster cluster;
    private final Asked together;
    private final List<Question> all = new ArrayList<>();
    private final List<Trait> traits = new ArrayList<>();
    private final Set<Condition> universes = new LinkedHashSet<>();

    /** @param tables all of the date */
    Questions(List<Asked> tables, Cluster cluster) {
        this.cluster = cluster;
        Set<String> variables = new TreeSet<>();
        Set<Condition> conditions = new LinkedHashSet<>();
        Map<String, Rules> rules = new LinkedHashMap<>();
        for (Asked table : tables) {
            variables.addAll(table.variables());
            conditions.addAll(table.conditions());
            rules.putAll(table.rules());
        }
        this.together = new Asked(variables, conditions, Condition.ALL, rules);
        for (String variable : variables) {
            add(new Question(variable, Optional.empty()), Set.of(variable));
        }
        for (Condition condition : conditions) {
            add(new Question("link." + all.size(), Optional.of(condition)), condition.variables());
        }
        tables.stream().map(Asked::counted).filter(this::answer).forEach(universes::add);
    }

    private void add(Question question, Set<String> variables) {
        Set<String> sources = together.sources(variables);
        cluster.traits().stream()
                .filter(trait -> trait.sources().stream().anyMatch(sources::contains))
                .findFirst()
                .ifPresent(trait -> {
                    all.add(question);
                    traits.add(trait);
                });
    }

    /** Variables first, then conditions. */
    public List<Question> all() {
        return List.copyOf(all);
    }

    /** Whether the value of a variable is among the questions. */
    public boolean answer(String variable) {
        return all.stream().anyMatch(question -> question.name().equals(variable));
    }

    /** Whether the questions together tell for whom a condition holds. */
    public boolean answer(Condition condition) {
        return Asked.parts(condition).stream().allMatch(part -> place(part).isPresent());
    }

    /** The questions of each trait, by their places in {@link #all}. */
    public List<List<Integer>> byTrait() {
        return traits.stream().distinct().map(trait -> places(Set.of(trait))).toList();
    }

    /** The questions that other clusters ask too: for each group of them the places in {@link #all}. */
    public List<List<Integer>> shared() {
        return cluster.shared().stream().map(this::places).toList();
    }

    private List<Integer> places(Set<Trait> some) {
        return IntStream.range(0, all.size())
                .filter(q -> some.contains(traits.get(q)))
                .boxed()
                .toList();
    }

    /** The questions that must all be answered with yes where a condition holds. */
    public List<Integer> behind(Condition condition) {
        return Asked.parts(condition).stream()
                .map(part -> place(part).orElseThrow())
                .toList();
    }

    private Optional<Integer> place(Condition part) {
        return IntStream.range(0, all.size())
                .filter(q -> all.get(q).condition().equals(Optional.of(part)))
                .boxed()
                .findFirst();
    }

    /** The persons of all the tables by their answers. */
    public Query query(Period period) {
        List<Rules> derivations = new ArrayList<>(together.rules().values());
        for (Question question : all) {
            question.condition().ifPresent(condition -> derivations.add(answer(question.name(), condition)));
        }
        Condition universe =
                universes.contains(Condition.ALL) ? Condition.ALL : new Condition.Or(List.copyOf(universes));
        return new Query(
                new Query.Source(period, Optional.empty()),
                derivations,
                all.stream().map(Question::name).toList(),
                universe);
    }

    private static Rules answer(String name, Condition condition) {
        List<Category> codes = List.of(Category.of(YES, Labels.same(YES)), Category.of(NO, Labels.same(NO)));
        Rules.Rule yes = new Rules.Rule(YES, condition, new Rules.Code(YES));
        return new Rules(
                name, "link", "1", Labels.same(name), codes, new Rules.FirstMatch(List.of(yes), List.of(), NO));
    }
}
