package org.ecart.model;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;

/**
 * What a rule set must not have: a rule, group or band that can never decide, a code that a variable cannot have, a
 * category without a label, itself as an input. Each complaint names the rule set, the rule and the code.
 */
public final class RulesCheck {
    private final Function<String, Optional<Values>> values;

    /**
     * What a variable may be.
     *
     * @param closed whether it can have no other code: so with derived variables; files may deliver codes in no list
     */
    public record Values(List<Category> categories, boolean closed) {
        public Values {
            categories = List.copyOf(categories);
        }
    }

    /** @param values what is known of a variable; none = any code */
    public RulesCheck(Function<String, Optional<Values>> values) {
        this.values = values;
    }

    /** Refuses a code that can come out and is no category, naming the rule that gives it. */
    static void outcomes(Rules.Derivation derivation, Set<String> categories) {
        if (derivation instanceof Rules.FirstMatch first) {
            for (Rules.Rule rule : first.rules()) {
                if (rule.outcome() instanceof Rules.Code code && !categories.contains(code.code())) {
                    throw EcartException.usage(
                            "model.rule", rule.id(), EcartException.usage("model.no_category", code.code()));
                }
            }
        }
        for (String code : derivation.outcomes()) {
            if (!categories.contains(code)) {
                throw EcartException.usage("model.no_category", code);
            }
        }
    }

    /** Refuses a grouping, a group or a parameter that is not there, naming the rule. */
    static void names(Rules.Rule rule, ResolvedCondition there) {
        try {
            there.of(rule.when());
            if (rule.outcome() instanceof Rules.GroupOf group) {
                there.grouping(group.grouping());
            }
        } catch (EcartException complaint) {
            throw EcartException.usage("model.rule", rule.id(), complaint);
        }
    }

    /** Checks rule sets that may read one another: each for itself, then for circles. */
    public static void checkAll(List<Rules> sets) {
        Map<String, Rules> byVariable = new LinkedHashMap<>();
        sets.forEach(rules -> byVariable.putIfAbsent(rules.variable(), rules));
        RulesCheck check = new RulesCheck(variable -> together(variable, sets));
        for (Rules rules : sets) {
            check.check(rules);
            circle(rules, byVariable, new LinkedHashSet<>());
        }
    }

    /** What a derived variable can be under any of its rule sets. */
    private static Optional<Values> together(String variable, List<Rules> sets) {
        // What comes from another date may have any code of the variable that is read there.
        if (sets.stream().anyMatch(r -> r.variable().equals(variable) && r.derivation() instanceof AtDate)) {
            return Optional.empty();
        }
        Map<String, Category> all = new LinkedHashMap<>();
        sets.stream()
                .filter(rules -> rules.variable().equals(variable))
                .flatMap(rules -> rules.categories().stream())
                .forEach(category -> all.putIfAbsent(category.code(), category));
        return all.isEmpty() ? Optional.empty() : Optional.of(new Values(List.copyOf(all.values()), true));
    }

    private static void circle(Rules rules, Map<String, Rules> byVariable, Set<String> passed) {
        if (!passed.add(rules.variable())) {
            throw EcartException.usage("model.check.circle", rules.key(), String.join(" > ", passed));
        }
        for (String input : rules.derivation().inputs()) {
            Optional.ofNullable(byVariable.get(input)).ifPresent(next -> circle(next, byVariable, passed));
        }
        passed.remove(rules.variable());
    }

    /**
     * Checks one rule set.
     *
     * @throws EcartException usage, naming the rule set and the place in it
     */
    public void check(Rules rules) {
        for (Category category : rules.categories()) {
            if (category.labels().texts().values().stream().allMatch(String::isBlank)) {
                throw EcartException.usage("model.check.label", rules.key(), category.code());
            }
        }
        if (rules.derivation().inputs().contains(rules.variable())) {
            throw EcartException.usage("model.check.circle", rules.key(), rules.variable());
        }
        if (rules.derivation() instanceof Rules.FirstMatch first) {
            first.rules().forEach(rule -> codes(rules, rule));
            new Reachability(values)
                    .firstUnreachable(((Rules.FirstMatch) rules.resolved().derivation()).rules())
                    .ifPresent(rule -> {
                        throw EcartException.usage("model.check.unreachable", rules.key(), rule.id());
                    });
        } else if (rules.derivation() instanceof Rules.Recode recode) {
            groups(rules, recode.grouping());
        } else if (rules.derivation() instanceof Rules.Crosswalk crosswalk) {
            groups(rules, crosswalk.grouping());
        } else if (rules.derivation() instanceof Rules.Bands bands) {
            bands(rules, bands);
        }
    }

    /** The members of groups are left alone: a table of countries serves many code lists. */
    private void codes(Rules rules, Rules.Rule rule) {
        rule.when().mapped(part -> {
            if (part instanceof Condition.In in) {
                codes(rules, rule, in.variable(), in.codes());
            } else if (part instanceof Condition.NotIn in) {
                codes(rules, rule, in.variable(), in.codes());
            }
            return part;
        });
    }

    private void codes(Rules rules, Rules.Rule rule, String variable, List<String> codes) {
        unknown(codes, values.apply(variable)).ifPresent(code -> {
            throw EcartException.usage("model.check.code", rules.key(), rule.id(), code, variable);
        });
    }

    /** The first of the codes that a variable with these values cannot have. */
    public static Optional<String> unknown(List<String> codes, Optional<Values> values) {
        if (values.isEmpty()) {
            return Optional.empty();
        }
        Set<String> there = new TreeSet<>(Set.of(Category.UNKNOWN, Category.NO_RECORD));
        values.get().categories().forEach(c -> there.add(c.code()));
        return codes.stream().filter(c -> !there.contains(c)).findFirst();
    }

    private static void groups(Rules rules, Rules.Grouping grouping) {
        for (Rules.Group group : grouping.groups()) {
            boolean larger = grouping.groups().stream()
                    .anyMatch(g -> g.partOf().filter(group.code()::equals).isPresent());
            boolean gets = !group.members().isEmpty() || larger || group.code().equals(grouping.otherwise());
            if (!gets && grouping.shared().isEmpty()) {
                throw EcartException.usage("model.check.unreachable", rules.key(), group.code());
            }
        }
    }

    private static void bands(Rules rules, Rules.Bands bands) {
        List<Rules.Band> before = new ArrayList<>();
        for (Rules.Band band : bands.bands()) {
            long next = band.from();
            boolean moved = true;
            while (moved && next <= band.to()) {
                moved = false;
                for (Rules.Band earlier : before) {
                    if (earlier.from() <= next && next <= earlier.to()) {
                        next = earlier.to() + 1L;
                        moved = true;
                    }
                }
            }
            if (next > band.to()) {
                throw EcartException.usage("model.check.unreachable", rules.key(), band.code());
            }
            before.add(band);
        }
    }
}
