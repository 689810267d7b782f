package org.ecart.protect.links;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.ecart.model.Condition;
import org.ecart.model.Period;
import org.ecart.model.Query;
import org.ecart.model.Rules;
import org.ecart.protect.links.Question.Kind;

/**
 * What tables ask of each person whom one of them counts, or some of it; each question once. Where they look at several dates
 * it is asked too at which of them a person is there, and counted (docs/decisions/0016-dates-together.md).
 */
public final class Questions {
    /** The code of a condition that holds. */
    public static final String YES = "1";

    private static final Trait PRESENCE = new Trait(Set.of("link.presence"));

    private final Behind behind;
    /** By population whom some table counts. */
    private final Map<Population, Condition> counted;

    private final List<Question> all;
    private final List<Trait> traits;

    private Questions(Behind behind, Map<Population, Condition> counted, List<Question> all, List<Trait> traits) {
        this.behind = behind;
        this.counted = counted;
        this.all = List.copyOf(all);
        this.traits = List.copyOf(traits);
    }

    /** All that these tables ask. */
    public static Questions of(List<Asked> tables) {
        Questions questions = ofOne(tables);
        boolean several =
                tables.stream().flatMap(t -> t.dates().stream()).distinct().count() > 1;
        // a table may ask nothing but how many there are
        Set<Question> counting = questions.counted.keySet().stream()
                .map(questions::counting)
                .collect(Collectors.toCollection(LinkedHashSet::new));
        return several ? questions.withPresence().with(counting) : questions;
    }

    /** All that tables ask of one population, and not at which dates a person is there. */
    public static Questions ofOne(List<Asked> tables) {
        Set<String> variables = new TreeSet<>();
        Set<Condition> conditions = new LinkedHashSet<>();
        Map<String, Rules> rules = new LinkedHashMap<>();
        Map<Population, Set<Condition>> counted = new LinkedHashMap<>();
        for (Asked table : tables) {
            variables.addAll(table.variables());
            conditions.addAll(table.conditions());
            rules.putAll(table.rules());
            counted.computeIfAbsent(table.population(), of -> new LinkedHashSet<>())
                    .add(table.counted());
        }
        List<Question> all = new ArrayList<>();
        for (String variable : variables) {
            asking(tables, table -> table.variables().contains(variable))
                    .forEach(of -> all.add(new Question(Kind.VALUE, variable, Optional.empty(), of)));
        }
        int number = variables.size();
        for (Condition condition : conditions) {
            String name = "link." + number++;
            asking(tables, table -> table.conditions().contains(condition))
                    .forEach(of -> all.add(new Question(Kind.CONDITION, name, Optional.of(condition), of)));
        }
        Map<Population, Condition> universes = new LinkedHashMap<>();
        counted.forEach((population, those) -> universes.put(population, either(those)));
        Behind behind = new Behind(rules);
        Traits known = new Traits(tables);
        List<Trait> traits =
                all.stream().map(q -> known.of(behind.sources(read(q)))).toList();
        return new Questions(behind, universes, all, traits);
    }

    private static List<Population> asking(List<Asked> tables, Predicate<Asked> those) {
        return tables.stream().filter(those).map(Asked::population).distinct().toList();
    }

    private static Condition either(Set<Condition> counted) {
        if (counted.contains(Condition.ALL)) {
            return Condition.ALL;
        }
        return counted.size() == 1 ? counted.iterator().next() : new Condition.Or(List.copyOf(counted));
    }

    /** The variables that must be known to answer. */
    private static Set<String> read(Question question) {
        return question.condition().map(Condition::variables).orElseGet(() -> Set.of(question.name()));
    }

    /** With the questions whether a person is there, and counted, at the dates that these are about. */
    public Questions withPresence() {
        Set<Question> presence = new LinkedHashSet<>();
        for (Question question : all) {
            if (!question.presence()) {
                Population population = question.population();
                presence.add(counting(population));
                dates(question).stream()
                        .filter(date -> population.also().isPresent() || !date.equals(population.period()))
                        .forEach(date -> presence.add(presenceAt(date)));
            }
        }
        return with(presence);
    }

    private Questions with(Set<Question> presence) {
        List<Question> more = new ArrayList<>(presence);
        more.removeAll(all);
        more.addAll(0, all);
        List<Trait> moreTraits = new ArrayList<>(traits);
        moreTraits.addAll(Collections.nCopies(more.size() - all.size(), PRESENCE));
        return new Questions(behind, counted, more, moreTraits);
    }

    private static Question presenceAt(Period date) {
        return new Question(Kind.THERE, "link.there", Optional.of(Condition.ALL), Population.of(date));
    }

    private Question counting(Population population) {
        return new Question(Kind.COUNTED, "link.counted", Optional.ofNullable(counted.get(population)), population);
    }

    /** Some of these, by their places, of the same persons. */
    public Questions some(BitSet places) {
        return new Questions(
                behind,
                counted,
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

    /** Variables first, then conditions, then presence. */
    public List<Question> all() {
        return all;
    }

    /** The populations that something is asked of, in their order; where nothing is asked those of the tables. */
    public List<Population> populations() {
        return all.isEmpty()
                ? List.copyOf(counted.keySet())
                : all.stream()
                        .filter(question -> question.kind() != Kind.THERE)
                        .map(Question::population)
                        .distinct()
                        .toList();
    }

    /** The places of the questions whether a person is there, or counted. */
    public BitSet presence() {
        BitSet presence = new BitSet();
        IntStream.range(0, all.size()).filter(q -> all.get(q).presence()).forEach(presence::set);
        return presence;
    }

    /** The place of the question whether somebody counts a person in a population; none where all are counted. */
    public Optional<Integer> counted(Population population) {
        return IntStream.range(0, all.size())
                .filter(q -> all.get(q).kind() == Kind.COUNTED
                        && all.get(q).population().equals(population))
                .boxed()
                .findFirst();
    }

    /** Whether a yes to a question about presence, by its place, says that a person is where a population looks. */
    public boolean there(int presence, Population population) {
        Population own = all.get(presence).population();
        return own.also().isEmpty() && behind.dates(Set.of(), population).contains(own.period());
    }

    /** Whether it depends on a trait, given by questions about it, who is counted of those who are there. */
    public boolean narrowed(Population population, List<Integer> trait) {
        Set<String> sources = behind.sources(
                Optional.ofNullable(counted.get(population)).orElseThrow().variables());
        return traits.get(trait.get(0)).sources().stream().anyMatch(sources::contains);
    }

    /** The places in {@link #all} of questions that are among these, in their order. */
    public List<Integer> places(Questions some) {
        return some.all.stream().map(all::indexOf).toList();
    }

    /** The place of a variable's value among the questions, if it is. */
    public Optional<Integer> place(String variable, Population population) {
        return place(new Question(Kind.VALUE, variable, Optional.empty(), population));
    }

    /** The place of a question, if it is among these. */
    Optional<Integer> place(Question question) {
        return Optional.of(all.indexOf(question)).filter(place -> place >= 0);
    }

    /** The place of the question whether a person is there at a date; none where nothing that is asked tells it. */
    Optional<Integer> there(Period date) {
        return place(presenceAt(date)).or(() -> counting(Population.of(date), Condition.ALL));
    }

    /** The place of the question whether a person is counted, where it is those who are counted for whom a condition holds. */
    Optional<Integer> counting(Population population, Condition condition) {
        return counted(population).filter(place -> condition.equals(counted.get(population)));
    }

    /** How these are answered where conditions hold. */
    public Replies replies() {
        return new Replies(this, behind);
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

    /** Whether questions are about something that tables follow from date to date. */
    public boolean followed(List<Integer> trait) {
        return trait.stream()
                .map(all::get)
                .anyMatch(q -> !q.presence()
                        && behind.dates(read(q), Population.of(q.population().period()))
                                        .size()
                                > 1);
    }

    /** The date of which the answer to a question tells. */
    public Period moment(int question) {
        return behind.moment(
                all.get(question).presence() ? Set.of() : read(all.get(question)),
                all.get(question).population().period());
    }

    /** All dates at which persons are looked at for a question. */
    Set<Period> dates(Question question) {
        return question.presence()
                ? Set.of(question.population().period())
                : behind.dates(read(question), question.population());
    }

    /** Those that tell of these dates, where they are about something that is followed from date to date. */
    BitSet telling(Set<Period> dates) {
        BitSet telling = new BitSet();
        for (List<Integer> trait : byTrait()) {
            boolean followed = followed(trait);
            trait.stream().filter(q -> !followed || dates.contains(moment(q))).forEach(telling::set);
        }
        return telling;
    }

    /** Those that are about no dates but these. */
    public BitSet within(List<Integer> some, Set<Period> dates) {
        BitSet within = new BitSet();
        some.stream().filter(q -> dates.containsAll(dates(all.get(q)))).forEach(within::set);
        return within;
    }

    /** The same with the questions about presence that they bring along. */
    BitSet withPresence(BitSet places) {
        BitSet with = (BitSet) places.clone();
        if (!presence().isEmpty()) {
            BitSet plain = (BitSet) places.clone();
            plain.andNot(presence());
            places(some(plain).withPresence()).forEach(with::set);
        }
        return with;
    }

    /** The places in {@link #all} of what a table asks, and whom it counts. */
    BitSet asked(Asked table) {
        BitSet asked = new BitSet();
        for (int q = 0; q < all.size(); q++) {
            Question question = all.get(q);
            boolean here = question.population().equals(table.population());
            asked.set(
                    q,
                    here
                            && switch (question.kind()) {
                                case VALUE -> table.variables().contains(question.name());
                                case CONDITION ->
                                    question.condition()
                                            .filter(table.conditions()::contains)
                                            .isPresent();
                                case COUNTED -> true;
                                case THERE -> false;
                            });
        }
        return asked;
    }

    /** The places in {@link #all} of the questions that say whom a table counts. */
    BitSet counting(Asked table) {
        BitSet counting = new BitSet();
        Asked.parts(table.counted())
                .forEach(part -> replies().place(part, table.population()).ifPresent(counting::set));
        return counting;
    }

    /** Those of some questions that are about a trait which others are about too. */
    BitSet alike(BitSet some, BitSet others) {
        BitSet alike = new BitSet();
        some.stream()
                .filter(q -> others.stream().anyMatch(other -> traits.get(other).equals(traits.get(q))))
                .forEach(alike::set);
        return alike;
    }

    /** The persons whom some table counts in a population, by their answers in the order of the questions. */
    public Query query(Population base) {
        return query(base, Map.of());
    }

    /**
     * The same of those only who answer other questions in a certain way.
     *
     * @param answering the codes; of presence {@link #YES}, or anything else for no
     */
    public Query query(Population base, Map<Question, String> answering) {
        return new PersonsQuery(behind, all, base)
                .among(Optional.ofNullable(counted.get(base)).orElseThrow(), answering);
    }
}
