package org.ecart.protect.links;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.ecart.model.Condition;

/** The traits that some tables speak of. */
final class Traits {
    private final List<Trait> all;

    Traits(List<Asked> tables) {
        List<Set<String>> groups = new ArrayList<>();
        for (Asked table : tables) {
            for (String variable : new TreeSet<>(table.variables())) {
                join(groups, table.sources(Set.of(variable)));
            }
            for (Condition condition : table.conditions()) {
                join(groups, table.sources(condition.variables()));
            }
        }
        this.all = groups.stream().map(Trait::new).toList();
    }

    private static void join(List<Set<String>> groups, Set<String> sources) {
        Set<String> joined = new HashSet<>(sources);
        groups.removeIf(group -> {
            boolean meets = group.stream().anyMatch(sources::contains);
            if (meets) {
                joined.addAll(group);
            }
            return meets;
        });
        groups.add(joined);
    }

    /** The one that is made from these delivered variables, and others. */
    Trait of(Set<String> sources) {
        return all.stream()
                .filter(trait -> trait.sources().containsAll(sources))
                .findFirst()
                .orElseThrow();
    }
}
