package org.ecart.protect.links;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.ecart.model.Condition;

/** The traits that some tables speak of, and which of them each table asks for. */
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

    /** In the order of their names. */
    Set<Trait> of(Asked table) {
        Set<String> sources = table.sources(table.variables());
        table.conditions().forEach(condition -> sources.addAll(table.sources(condition.variables())));
        Set<Trait> traits = new LinkedHashSet<>();
        for (String source : sources) {
            all.stream().filter(trait -> trait.sources().contains(source)).forEach(traits::add);
        }
        return traits;
    }
}
