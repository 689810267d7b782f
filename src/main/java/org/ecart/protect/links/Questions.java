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

/** All that the tables of a cluster ask of a person, each question once. */
public final class Questions {
    /** The code of a condition that holds. */
    public static final String YES = "1";

    private static final String NO = "0";

    private final List<Question> all = new ArrayList<>();
    private final List<Trait> traits = new ArrayList<>();
    private final Map<String, Rules> rules = new LinkedHashMap<>();
    private final List<Condition> universes = new ArrayList<>();
    private final Cluster cluster;

    /** @param tables of the cluster */
    Questions(List<Asked> tables, Cluster cluster) {
        this.cluster = cluster;
        Set<String> variables = new TreeSet<>();
        Set<Condition> conditions = new LinkedHashSet<>();
        for (Asked table : tables) {
            variables.addAll(table.variables());
            conditions.addAll(table.conditions());
            rules.putAll(table.rules());
            universes.add(table.counted());
        }
        for (String variable : variables) {
            add(new Question(variable, Optional.empty()), Set.of(variable), tables);
        }
        for (Condition condition : conditions) {
            add(new Question("link." + all.size(), Optional.of(condition)), condition.variables(), tables);
        }
    }

    private void add(Question question, Set<String> variables, List<Asked> tables) {
        Set<String> sources = tables.get(0).with(rules).sources(variables);
        all.add(question);
        traits.add(cluster.traits().stream()
                .filter(trait -> trait.sources().stream().anyMatch(sources::contains))
                .findFirst()
                .orElseThrow());
    }

    /** Variables first, then conditions. */
    public List<Question> all() {
        return List.copyOf(all);
    }

    /** The questions of each trait, by their places in {@link #all}. */
    public List<List<Integer>> byTrait() {
        return traits.stream()
                .distinct()
                .map(trait -> IntStream.range(0, all.size())
                        .filter(q -> traits.get(q).equals(trait))
                        .boxed()
                        .toList())
                .toList();
    }

    /** The questions that other clusters ask too: for each group of them the places in {@link #all}. */
    public List<List<Integer>> shared() {
        return cluster.shared().stream()
                .map(common -> IntStream.range(0, all.size())
                        .filter(q -> common.contains(traits.get(q)))
                        .boxed()
                        .toList())
                .toList();
    }

    /** The questions that must all be answered with yes where a condition holds. */
    public List<Integer> behind(Condition condition) {
        return Asked.parts(condition).stream().map(this::place).toList();
    }

    private int place(Condition part) {
        return IntStream.range(0, all.size())
                .filter(q -> all.get(q).condition().equals(Optional.of(part)))
                .findFirst()
                .orElseThrow();
    }

    /** The persons of all the tables by their answers. */
    public Query query(Period period) {
        List<Rules> derivations = new ArrayList<>(rules.values());
        for (Question question : all) {
            question.condition().ifPresent(condition -> derivations.add(answer(question.name(), condition)));
        }
        Condition universe = universes.contains(Condition.ALL)
                ? Condition.ALL
                : universes.size() == 1 ? universes.get(0) : new Condition.Or(universes);
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
