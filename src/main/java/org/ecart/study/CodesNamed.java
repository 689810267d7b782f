package org.ecart.study;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.ecart.model.Condition;

/** The codes that a condition names by themselves, not through a group. */
final class CodesNamed {
    private CodesNamed() {}

    /** By variable the lists of codes that its values are compared with. */
    static Map<String, List<List<String>>> by(Condition condition) {
        Map<String, List<List<String>>> named = new TreeMap<>();
        condition.mapped(part -> {
            if (part instanceof Condition.In in) {
                named.computeIfAbsent(in.variable(), v -> new ArrayList<>()).add(in.codes());
            } else if (part instanceof Condition.NotIn in) {
                named.computeIfAbsent(in.variable(), v -> new ArrayList<>()).add(in.codes());
            }
            return part;
        });
        return named;
    }
}
