package org.ecart.protect.links;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** The traits that some tables speak of. */
final class Traits {
    private final List<Trait> all;

    Traits(List<Asked> tables) {
        List<Set<String>> sources = new ArrayList<>();
        for (Asked table : tables) {
            table.variables().forEach(variable -> sources.add(table.sources(Set.of(variable))));
            table.conditions().forEach(condition -> sources.add(table.sources(condition.variables())));
        }
        this.all = Connected.of(sources).stream().map(Trait::new).toList();
    }

    /** The one that is made from these delivered variables, and others. */
    Trait of(Set<String> sources) {
        return all.stream()
                .filter(trait ->
                        trait.sources().containsAll(sources) && trait.sources().isEmpty() == sources.isEmpty())
                .findFirst()
                .orElseThrow();
    }
}
