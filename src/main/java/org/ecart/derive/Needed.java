package org.ecart.derive;

import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.ecart.model.AtDate;
import org.ecart.model.Rules;

/**
 * Which of some derivations a date needs: what only another date reads is left to that date.
 *
 * @param ofDate those that are made at the date, inputs before what reads them
 * @param elsewhere those that read another date, by variable
 */
record Needed(List<Rules> ofDate, Map<String, Rules> elsewhere) {
    Needed {
        ofDate = List.copyOf(ofDate);
        elsewhere = Map.copyOf(elsewhere);
    }

    /**
     * What some variables need, and what nothing reads.
     *
     * @param derivations inputs before what reads them
     */
    static Needed at(Set<String> variables, List<Rules> derivations) {
        Set<String> read = new HashSet<>();
        derivations.forEach(r -> read.addAll(r.derivation().inputs()));
        Set<String> needed = new HashSet<>(variables);
        derivations.stream().map(Rules::variable).filter(v -> !read.contains(v)).forEach(needed::add);
        LinkedList<Rules> ofDate = new LinkedList<>();
        Map<String, Rules> elsewhere = new HashMap<>();
        for (int d = derivations.size() - 1; d >= 0; d--) {
            Rules rules = derivations.get(d);
            if (!needed.contains(rules.variable())) {
                continue;
            }
            if (rules.derivation() instanceof AtDate) {
                elsewhere.put(rules.variable(), rules);
            } else {
                ofDate.addFirst(rules);
                needed.addAll(rules.derivation().inputs());
            }
        }
        return new Needed(ofDate, elsewhere);
    }

    /** The derivations behind one variable, at whatever date: inputs before what reads them. */
    static List<Rules> behind(String variable, List<Rules> derivations) {
        Set<String> needed = new HashSet<>(Set.of(variable));
        LinkedList<Rules> behind = new LinkedList<>();
        for (int d = derivations.size() - 1; d >= 0; d--) {
            Rules rules = derivations.get(d);
            if (needed.contains(rules.variable())) {
                behind.addFirst(rules);
                needed.addAll(rules.derivation().inputs());
            }
        }
        return List.copyOf(behind);
    }
}
