package org.ecart.protect.links;

import java.util.ArrayList;
import java.util.BitSet;
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

/** What tables of a date ask of each person whom one of them counts, or some of it; each question once. */
public final class Questions {
    /** The code of a condition that holds. */
    public static final String YES = "1";

    private static final String NO = "0";

    private final Asked together;
    private final Condition universe;
    private final List<Question> all;
    private final List<Trait> traits;

    private Questions(Asked together, Condition universe, List<Question> all, List<Trait> traits) {
        this.together = together;
        this.universe = universe;
        this.all = List.copyOf(all);
        this.traits = List.copyOf(traits);
    }

    /** All that these tables ask. */
    public static Questions of(List<Asked> tables) {
        Set<String> variables = new TreeSet<>();
        Set<Condition> conditions = new LinkedHashSet<>();
        Map<String, Rules> rules = new LinkedHashMap<>();
        Set<Condition> counted = new LinkedHashSet<>();
        for (Asked table : tables) {
            variables.addAll(table.variables());
            conditions.addAll(table.conditions());
            rules.putAll(table.rules());
            counted.add(table.counted());
        }
        Asked together = new Asked(variables, conditions, Condition.ALL, rules);
        Traits known = new Traits(tables);
        List<Question> all = new ArrayList<>();
        List<Trait> traits = new ArrayList<>();
        for (String variable : variables) {
            all.add(new Question(variable, Optional.empty()));
            traits.add(known.of(together.sources(Set.of(variable))));
        }
        for (Condition condition : conditions) {
            all.add(new Question("link." + all.size(), Optional.of(condition)));
            traits.add(known.of(together.sources(condition.variables())));
        }
        Condition universe = counted.contains(Condition.ALL) ? Condition.ALL : new Condition.Or(List.copyOf(counted));
        return new Questions(together, universe, all, traits);
    }

    /** Some of these, by their places, of the same persons. */
    public Questions some(BitSet places) {
        return new Questions(
                together,
                universe,
                places.stream().mapToObj(all::get).toList(),
                places.stream().mapToObj(traits::get).toList());
    }

    /** Those about one trait, for each. */
    public List<Questions> apart() {
        return byTrait().stream().map(trait -> some(set(trait))).toList();
    }

    static BitSet set(List<Integer> places) {
        BitSet set = new BitSet();
        places.forEach(set::set);
        return set;
    }

    /** Variables first, then conditions. */
    public List<Question> all() {
        return all;
    }

    /** The places in {@link #all} of questions that are among these, in their order. */
    public List<Integer> places(Questions some) {
        return some.all.stream().map(all::indexOf).toList();
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
        return traits.stream()
                .distinct()
                .map(trait -> IntStream.range(0, all.size())
                        .filter(q -> traits.get(q).equals(trait))
                        .boxed()
                        .toList())
                .toList();
    }

    /** The places in {@link #all} of what a table asks. */
    BitSet asked(Asked table) {
        BitSet asked = new BitSet();
        for (int q = 0; q < all.size(); q++) {
            Question question = all.get(q);
            asked.set(q, question.condition().map(table.conditions()::contains).orElseGet(() -> table.variables()
                    .contains(question.name())));
        }
        return asked;
    }

    /** Those of some questions that are about a trait which others are about too. */
    BitSet alike(BitSet some, BitSet others) {
        BitSet alike = new BitSet();
        some.stream()
                .filter(q -> others.stream().anyMatch(other -> traits.get(other).equals(traits.get(q))))
                .forEach(alike::set);
        return alike;
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
