package org.ecart.model;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.ecart.model.Rules.Group;
import org.ecart.model.Rules.Grouping;
import org.ecart.model.Rules.Shared;

/**
 * A shared table from codes to groups, such as countries to groups of countries: one an edition, for many rule sets.
 *
 * @param id its name, such as "country"
 * @param toConfirm what of it is recalled and was not checked against a published edition, a text each
 * @param groups in print order, larger ones before or after their parts
 * @param otherwise the group of a known code that is in no group
 */
public record Groups(
        String id, String edition, Labels labels, List<Labels> toConfirm, List<Group> groups, String otherwise) {
    public Groups {
        Identifiers.check(id);
        toConfirm = List.copyOf(toConfirm);
        groups = List.copyOf(groups);
        check(groups);
    }

    /** The name under which a rule set takes it: {@code country@2017}. */
    public String key() {
        return id + "@" + edition;
    }

    /**
     * These groups for a rule set.
     *
     * @param name the name inside the rule set
     * @param level 1 = as they are, 2 = what they are part of, and so on; a group that is part of none stays
     */
    public Grouping grouping(String name, int level) {
        List<Group> taken = groups;
        String others = otherwise;
        for (int l = 1; l < level; l++) {
            Map<String, String> above = new LinkedHashMap<>();
            taken.forEach(g -> above.put(g.code(), g.partOf().orElse(g.code())));
            others = above.getOrDefault(others, others);
            taken = raised(taken, above);
        }
        return new Grouping(name, Optional.of(new Shared(key(), level)), taken, others);
    }

    /** The larger groups with the members of their parts; a part that is not itself a larger group goes. */
    private static List<Group> raised(List<Group> groups, Map<String, String> above) {
        Map<String, List<String>> members = new LinkedHashMap<>();
        groups.forEach(g -> members.computeIfAbsent(above.getOrDefault(g.code(), g.code()), c -> new ArrayList<>())
                .addAll(g.members()));
        return groups.stream()
                .filter(g -> members.containsKey(g.code()))
                .map(g -> new Group(g.code(), g.labels(), members.getOrDefault(g.code(), List.of()), g.partOf()))
                .toList();
    }

    static void check(List<Group> groups) {
        Map<String, Group> byCode = new LinkedHashMap<>();
        Set<String> members = new TreeSet<>();
        for (Group group : groups) {
            if (byCode.put(group.code(), group) != null) {
                throw EcartException.usage("model.twice", group.code());
            }
            for (String member : group.members()) {
                if (!members.add(member)) {
                    throw EcartException.usage("model.twice", member);
                }
            }
        }
        for (Group group : groups) {
            Set<String> passed = new HashSet<>(Set.of(group.code()));
            Optional<String> above = group.partOf();
            while (above.isPresent()) {
                Group larger = byCode.get(above.get());
                if (larger == null) {
                    throw EcartException.usage("model.no_parent", group.code(), above.get());
                }
                if (!passed.add(larger.code())) {
                    throw EcartException.usage("model.parent_circle", group.code());
                }
                above = larger.partOf();
            }
        }
    }
}
