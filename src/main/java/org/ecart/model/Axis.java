package org.ecart.model;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What stands on the rows, columns or layers of a table: blocks one after another, each a nesting of variables.
 * Written {@code origin > gender + region}: gender within origin, then region.
 *
 * @param blocks each a list of variables, outermost first; no block = nothing on this axis
 */
public record Axis(List<List<String>> blocks) {
    public static final Axis EMPTY = new Axis(List.of());

    public Axis {
        blocks = blocks.stream().map(List::copyOf).toList();
        for (List<String> block : blocks) {
            if (block.isEmpty() || new LinkedHashSet<>(block).size() < block.size()) {
                throw EcartException.usage("model.nesting");
            }
            block.forEach(Identifiers::check);
        }
    }

    /** The variables in order of first appearance. */
    public Set<String> variables() {
        return blocks.stream().flatMap(List::stream).collect(Collectors.toCollection(LinkedHashSet::new));
    }

    @Override
    public String toString() {
        return blocks.stream().map(b -> String.join(" > ", b)).collect(Collectors.joining(" + "));
    }
}
