package org.ecart.model;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * How one derived variable is made: a rule set with its edition. Derived variables are codes like any other.
 *
 * @param variable the variable it defines
 * @param set the name of the rule set, such as "monitoring"
 * @param edition the edition of the set, such as "2017"
 * @param categories the codes it can give, in print order; empty for {@link Age}
 */
public record Rules(
        String variable, String set, String edition, Labels labels, List<Category> categories, Derivation derivation) {
    public Rules {
        Identifiers.check(variable);
        categories = List.copyOf(categories);
        Set<String> codes = new TreeSet<>();
        for (Category category : categories) {
            if (!codes.add(category.code())) {
                throw EcartException.usage("model.twice", category.code());
            }
        }
        if (!(derivation instanceof Age)) {
            for (String code : derivation.outcomes()) {
                if (!codes.contains(code)) {
                    throw EcartException.usage("model.no_category", code);
                }
            }
        }
    }

    /** The name under which a study chooses it: {@code origin=monitoring@2017}. */
    public String key() {
        return variable + "=" + set + "@" + edition;
    }

    /** The ways to derive; each says which variables it reads and which codes it can give. */
    public sealed interface Derivation {
        Set<String> inputs();

        Set<String> outcomes();
    }

    /** Ordered rules; the first whose condition holds decides; else {@code otherwise}. */
    public record FirstMatch(List<Rule> rules, List<Grouping> groupings, String otherwise) implements Derivation {
        public FirstMatch {
            rules = List.copyOf(rules);
            groupings = List.copyOf(groupings);
            for (Rule rule : rules) {
                if (rule.outcome() instanceof GroupOf group) {
                    groupingNamed(groupings, group.grouping());
                }
            }
        }

        /** The grouping that an outcome names. */
        public Grouping grouping(String id) {
            return groupingNamed(groupings, id);
        }

        private static Grouping groupingNamed(List<Grouping> groupings, String id) {
            return groupings.stream()
                    .filter(g -> g.id().equals(id))
                    .findFirst()
                    .orElseThrow(() -> EcartException.usage("model.no_grouping", id));
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
            groupings.forEach(g -> all.addAll(g.outcomes()));
            for (Rule rule : rules) {
                if (rule.outcome() instanceof Code code) {
                    all.add(code.code());
                }
            }
            return all;
        }
    }

    /** One rule of a first-match list. */
    public record Rule(String id, Condition when, Outcome outcome) {}

    /** What a rule gives. */
    public sealed interface Outcome {}

    public record Code(String code) implements Outcome {}

    /** The group of the country (or other code) in {@code variable}. */
    public record GroupOf(String variable, String grouping) implements Outcome {}

    /**
     * A table from codes to groups.
     *
     * @param otherwise the group of a known code that is in no group; it is never unknown
     */
    public record Grouping(String id, List<Group> groups, String otherwise) {
        public Grouping {
            groups = List.copyOf(groups);
            Set<String> members = new TreeSet<>();
            for (Group group : groups) {
                for (String member : group.members()) {
                    if (!members.add(member)) {
                        throw EcartException.usage("model.twice", member);
                    }
                }
            }
        }

        Set<String> outcomes() {
            Set<String> all = new TreeSet<>();
            all.add(otherwise);
            groups.forEach(g -> all.add(g.code()));
            return all;
        }
    }

    public record Group(String code, List<String> members) {
        public Group {
            members = List.copyOf(members);
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
        public Set<String> inputs() {
            return Set.of(birthYear);
        }

        @Override
        public Set<String> outcomes() {
            return Set.of();
        }
    }
}
