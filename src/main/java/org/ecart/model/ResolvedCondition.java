package org.ecart.model;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.ecart.model.Condition.Bound;
import org.ecart.model.Rules.Group;
import org.ecart.model.Rules.Grouping;

/**
 * Conditions as engines take them: groups by name become their codes, parameters their numbers.
 *
 * @param groupings what {@code in group} may name
 * @param parameters what {@code $} may name
 */
public record ResolvedCondition(List<Grouping> groupings, Map<String, Integer> parameters) {
    /** A larger number of years than anyone means; dates stay within what can be reckoned. */
    private static final int MOST_YEARS = 999;

    public ResolvedCondition {
        groupings = List.copyOf(groupings);
        parameters = Map.copyOf(parameters);
    }

    /**
     * The condition without groups by name and parameters.
     *
     * @throws EcartException usage, where it names a grouping, a group or a parameter that is not there
     */
    public Condition of(Condition condition) {
        return condition.mapped(part -> {
            if (part instanceof Condition.InGroup in) {
                return within(in.variable(), grouping(in.grouping()), in.group(), true);
            }
            if (part instanceof Condition.NotInGroup in) {
                return within(in.variable(), grouping(in.grouping()), in.group(), false);
            }
            return part instanceof Condition.Compare compare
                    ? new Condition.Compare(compare.variable(), compare.comparison(), plain(compare.bound()))
                    : part;
        });
    }

    Grouping grouping(String id) {
        return groupings.stream()
                .filter(g -> g.id().equals(id))
                .findFirst()
                .orElseThrow(() -> EcartException.usage("model.no_grouping", id));
    }

    /** A code in no group counts as a member of the grouping's "otherwise", and of what that is part of. */
    private static Condition within(String variable, Grouping grouping, String group, boolean inside) {
        Set<String> parts = parts(grouping, group);
        boolean others = parts.contains(grouping.otherwise());
        List<String> codes = grouping.groups().stream()
                .filter(g -> parts.contains(g.code()) != others)
                .flatMap(g -> g.members().stream())
                .toList();
        return inside == others ? new Condition.NotIn(variable, codes) : new Condition.In(variable, codes);
    }

    /** The group and everything that is part of it. */
    private static Set<String> parts(Grouping grouping, String group) {
        Set<String> parts = new TreeSet<>(Set.of(group));
        boolean there =
                group.equals(grouping.otherwise()) || grouping.group(group).isPresent();
        if (!there) {
            throw EcartException.usage("model.no_group", group, grouping.id());
        }
        for (Group candidate : grouping.groups()) {
            Optional<Group> above = Optional.of(candidate);
            while (above.isPresent()) {
                if (above.get().code().equals(group)) {
                    parts.add(candidate.code());
                }
                above = above.get().partOf().flatMap(grouping::group);
            }
        }
        return parts;
    }

    private Bound plain(Bound bound) {
        if (bound instanceof Bound.Parameter parameter) {
            return new Bound.Number(BigDecimal.valueOf(value(parameter.name())));
        }
        if (bound instanceof Bound.ReferenceParameter parameter) {
            int years = value(parameter.name());
            if (years < 0 || years > MOST_YEARS) {
                throw EcartException.usage("model.years", parameter.name(), MOST_YEARS);
            }
            return new Bound.ReferenceDate(parameter.later() ? years : -years);
        }
        return bound;
    }

    private int value(String parameter) {
        return Optional.ofNullable(parameters.get(parameter))
                .orElseThrow(() -> EcartException.usage("model.no_parameter", parameter));
    }
}
