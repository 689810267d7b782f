package org.ecart.protect.links;

import java.util.Set;
import java.util.TreeSet;

/**
 * What depends on one another in a person: everything that is made from the same delivered variables, and from others
 * that these are used with. Origin, its roll-up and migration history are one trait; so are all age bands and spans.
 *
 * @param sources the delivered variables
 */
public record Trait(Set<String> sources) {
    public Trait {
        sources = Set.copyOf(sources);
    }

    /** In alphabetical order, so that it is said alike each time. */
    @Override
    public String toString() {
        return new TreeSet<>(sources).toString();
    }
}
