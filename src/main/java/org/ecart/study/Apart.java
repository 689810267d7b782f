package org.ecart.study;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.ecart.model.Rules;

/** Rules under names of their own, so that two rule sets of one variable can stand in one question. */
final class Apart {
    private Apart() {}

    /** The same rules with a prefix before every variable that they derive; what they read from the data stays. */
    static List<Rules> named(String prefix, List<Rules> rules) {
        Set<String> derived = rules.stream().map(Rules::variable).collect(Collectors.toSet());
        return rules.stream()
                .map(r -> r.renamed(
                        prefix + r.variable(), r.labels(), input -> derived.contains(input) ? prefix + input : input))
                .toList();
    }
}
