package org.ecart.model;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.UnaryOperator;

/**
 * How one derived variable is made: a rule set with its edition. Derived variables are codes like any other.
 *
 * @param variable the variable it defines; in a query it may be qualified by a rule set, as in {@code origin@2013}
 * @param set the name of the rule set, such as "monitoring"
 * @param edition the edition of the set, such as "2017"
 * @param categories the codes it can give, in print order; empty for {@link Age}
 * @param toConfirm what of it is recalled and was not checked against a published edition, a text each
 */
public record Rules(
        String variable,
        String set,
        String edition,
        Labels labels,
        List<Category> categories,
        List<Labels> toConfirm,
        Derivation derivation) {
    public Rules {
        Identifiers.checkQualified(variable);
        categories = List.copyOf(categories);
        toConfirm = List.copyOf(toConfirm);
        Set<String> codes = new TreeSet<>();
        for (Category category : categories) {
            if (!codes.add(category.code())) {
                throw EcartException.usage("model.twice", category.code());
            }
        }
        if (!(derivation instanceof Age)) {
            RulesCheck.outcomes(derivation, codes);
        }
    }

    /** Rules of which nothing is to be confirmed. */
    public Rules(
            String variable,
            String set,
            String edition,
            Labels labels,
            List<Category> categories,
            Derivation derivation) {
        this(variable, set, edition, labels, categories, List.of(), derivation);
    }

    /** The same rules as engines take them: without groups by name, parameters and short forms that need a date. */
    public Rules resolved() {
        Derivation plain = derivation;
        if (derivation instanceof Crosswalk crosswalk) {
            plain = crosswalk.spelledOut(categories);
        } else if (derivation instanceof FirstMatch first) {
            plain = first.resolved();
        }
        return plain == derivation ? this : new Rules(variable, set, edition, labels, categories, toConfirm, plain);
    }

    /** The same rules for a variable of another name, reading others by other names. */
    public Rules renamed(String other, Labels otherLabels, UnaryOperator<String> input) {
        boolean same = other.equals(variable)
                && derivation.inputs().stream().allMatch(i -> input.apply(i).equals(i));
        return same
                ? this
                : new Rules(other, set, edition, otherLabels, categories, toConfirm, derivation.renamed(input));
    }

    /** The name under which a study chooses it: {@code origin=monitoring@2017}. */
    public String key() {
        return base() + "=" + set + "@" + edition;
    }

    /** The variable without the rule set that a query may qualify it by. */
    public String base() {
        int at = variable.indexOf('@');
        return at < 0 ? variable : variable.substring(0, at);
    }

    /** The ways to derive; each says which variables it reads and which codes it can give. */
    public sealed interface Derivation permits FirstMatch, Recode, Crosswalk, Bands, Age, Cuts, AtDate {
        Set<String> inputs();

        Set<String> outcomes();

        /** The same made from variables of other names. */
        Derivation renamed(UnaryOperator<String> input);

        /** The tables of groups that it uses. */
        default List<Grouping> groupings() {
            return List.of();
        }
    }

    /**
     * Ordered rules; the first whose condition holds decides; else {@code otherwise}.
     *
     * @param groupings what {@code in group} and {@link GroupOf} name
     * @param parameters whole numbers that conditions name
     */
    public record FirstMatch(
            List<Rule> rules, List<Grouping> groupings, Map<String, Integer> parameters, String otherwise)
            implements Derivation {
        public FirstMatch {
            rules = List.copyOf(rules);
            groupings = List.copyOf(groupings);
            parameters = Collections.unmodifiableMap(new TreeMap<>(parameters));
            parameters.keySet().forEach(Identifiers::check);
            ResolvedCondition names = new ResolvedCondition(groupings, parameters);
            Set<String> ids = new TreeSet<>();
            for (Rule rule : rules) {
                if (!ids.add(rule.id())) {
                    throw EcartException.usage("model.twice", rule.id());
                }
                RulesCheck.names(rule, names);
            }
        }

        /** Rules without parameters. */
        public FirstMatch(List<Rule> rules, List<Grouping> groupings, String otherwise) {
            this(rules, groupings, Map.of(), otherwise);
        }

        /** The grouping that an outcome or a condition names. */
        public Grouping grouping(String id) {
            return new ResolvedCondition(groupings, parameters).grouping(id);
        }

        FirstMatch resolved() {
            ResolvedCondition names = new ResolvedCondition(groupings, parameters);
            List<Rule> plain = rules.stream()
                    .map(r -> new Rule(r.id(), r.labels(), names.of(r.when()), r.outcome()))
                    .toList();
            return plain.equals(rules) && parameters.isEmpty()
                    ? this
                    : new FirstMatch(plain, groupings, Map.of(), otherwise);
        }

        @Override
        public FirstMatch renamed(UnaryOperator<String> input) {
            List<Rule> others = new ArrayList<>();
            for (Rule rule : rules) {
                Outcome outcome = rule.outcome() instanceof GroupOf group
                        ? new GroupOf(input.apply(group.variable()), group.grouping())
                        : rule.outcome();
                others.add(new Rule(rule.id(), rule.labels(), rule.when().renamed(input), outcome));
            }
            return new FirstMatch(others, groupings, parameters, otherwise);
        }

        @Override
        public Set<String> inputs() {
            Set<String> all = new TreeSet<>();
            for (Rule rule : rules) {
                all.addAll(rule.when().variables());
                if (rule.outcome() instanceof GroupOf group) {
                    all.add(group.variable());
                }
            }
            return all;
        }

        @Override
        public Set<String> outcomes() {
            Set<String> all = new TreeSet<>();
            all.add(otherwise);
            for (Rule rule : rules) {
                if (rule.outcome() instanceof Code code) {
                    all.add(code.code());
                } else {
                    all.addAll(grouping(((GroupOf) rule.outcome()).grouping()).outcomes());
                }
            }
            return all;
        }
    }

    /**
     * One rule of a first-match list.
     *
     * @param labels its text; none where the condition speaks for itself
     */
    public record Rule(String id, Optional<Labels> labels, Condition when, Outcome outcome) {
        /** A rule without a text. */
        public Rule(String id, Condition when, Outcome outcome) {
            this(id, Optional.empty(), when, outcome);
        }
    }

    /** What a rule gives. */
    public sealed interface Outcome {}

    public record Code(String code) implements Outcome {}

    /** The group of the country (or other code) in {@code variable}. */
    public record GroupOf(String variable, String grouping) implements Outcome {}

    /**
     * A table from codes to groups; groups may be part of larger ones.
     *
     * @param id its name inside the rule set
     * @param shared where the groups come from; none where they are the rule set's own
     * @param otherwise the group of a known code that is in no group; it is never unknown
     */
    public record Grouping(String id, Optional<Shared> shared, List<Group> groups, String otherwise) {
        public Grouping {
            groups = List.copyOf(groups);
            Groups.check(groups);
        }

        /** Groups of a rule set's own. */
        public Grouping(String id, List<Group> groups, String otherwise) {
            this(id, Optional.empty(), groups, otherwise);
        }

        /** The group with this code. */
        public Optional<Group> group(String code) {
            return groups.stream().filter(g -> g.code().equals(code)).findFirst();
        }

        /** The codes that a value can be grouped to: groups with members, and the one of all others. */
        public Set<String> outcomes() {
            Set<String> all = new TreeSet<>();
            all.add(otherwise);
            groups.stream().filter(g -> !g.members().isEmpty()).forEach(g -> all.add(g.code()));
            return all;
        }
    }

    /**
     * Groups that a rule set takes from a shared table.
     *
     * @param table the table with its edition, {@code country@2017}
     * @param level 1 = its groups as they are, 2 = what they are part of, and so on
     */
    public record Shared(String table, int level) {}

    /**
     * One group.
     *
     * @param partOf the larger group that it belongs to
     */
    public record Group(String code, Labels labels, List<String> members, Optional<String> partOf) {
        public Group {
            members = List.copyOf(members);
        }

        /** A group of a rule set's own: its label is that of the category. */
        public Group(String code, List<String> members) {
            this(code, Labels.same(code), members, Optional.empty());
        }
    }

    /**
     * A recode or roll-up: every code of one variable to a group.
     *
     * @param unknown the code for an unknown value
     * @param noRecord the code for a person without a row in that extract
     */
    public record Recode(String variable, Grouping grouping, String unknown, String noRecord) implements Derivation {
        @Override
        public List<Grouping> groupings() {
            return List.of(grouping);
        }

        @Override
        public Recode renamed(UnaryOperator<String> input) {
            return new Recode(input.apply(variable), grouping, unknown, noRecord);
        }

        @Override
        public Set<String> inputs() {
            return Set.of(variable);
        }

        @Override
        public Set<String> outcomes() {
            Set<String> all = new TreeSet<>(grouping.outcomes());
            all.add(unknown);
            all.add(noRecord);
            return all;
        }
    }

    /**
     * A code list carried over to a newer one: up to a reference date the codes are old ones and go by the grouping;
     * later they are new ones and stay.
     *
     * @param until the last reference date with old codes
     * @param unknown the code for an unknown value
     * @param noRecord the code for a person without a row in that extract
     */
    public record Crosswalk(String variable, LocalDate until, Grouping grouping, String unknown, String noRecord)
            implements Derivation {
        private static final String NEW = "new";

        /** As first-match rules; {@code categories} are the new codes. */
        FirstMatch spelledOut(List<Category> categories) {
            List<Group> same = categories.stream()
                    .map(c -> new Group(c.code(), List.of(c.code())))
                    .toList();
            Condition known = new Condition.Known(variable);
            return new FirstMatch(
                    List.of(
                            new Rule(
                                    "no record",
                                    new Condition.Not(new Condition.Recorded(variable)),
                                    new Code(noRecord)),
                            new Rule("unknown", new Condition.Not(known), new Code(unknown)),
                            new Rule("old", new Condition.Until(until), new GroupOf(variable, grouping.id())),
                            new Rule("new", Condition.ALL, new GroupOf(variable, NEW))),
                    List.of(grouping, new Grouping(NEW, same, grouping.otherwise())),
                    unknown);
        }

        @Override
        public List<Grouping> groupings() {
            return List.of(grouping);
        }

        @Override
        public Crosswalk renamed(UnaryOperator<String> input) {
            return new Crosswalk(input.apply(variable), until, grouping, unknown, noRecord);
        }

        @Override
        public Set<String> inputs() {
            return Set.of(variable);
        }

        @Override
        public Set<String> outcomes() {
            Set<String> all = new TreeSet<>(grouping.outcomes());
            all.add(unknown);
            all.add(noRecord);
            return all;
        }
    }

    /** Bands of a whole number, both ends included; {@code otherwise} outside all of them. */
    public record Bands(String variable, List<Band> bands, String otherwise) implements Derivation {
        public Bands {
            bands = List.copyOf(bands);
        }

        @Override
        public Bands renamed(UnaryOperator<String> input) {
            return new Bands(input.apply(variable), bands, otherwise);
        }

        @Override
        public Set<String> inputs() {
            return Set.of(variable);
        }

        @Override
        public Set<String> outcomes() {
            Set<String> all = new TreeSet<>();
            all.add(otherwise);
            bands.forEach(b -> all.add(b.code()));
            return all;
        }
    }

    public record Band(String code, int from, int to) {}

    /** Reference year minus year of birth, a whole number. */
    public record Age(String birthYear) implements Derivation {
        @Override
        public Age renamed(UnaryOperator<String> input) {
            return new Age(input.apply(birthYear));
        }

        @Override
        public Set<String> inputs() {
            return Set.of(birthYear);
        }

        @Override
        public Set<String> outcomes() {
            return Set.of();
        }
    }
}
