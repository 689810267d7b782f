package org.ecart.model;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.UnaryOperator;
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
            block.forEach(Identifiers::checkQualified);
        }
    }

    /** This axis with a variable nested in its last block; alone where the axis is empty. */
    public Axis nest(String variable) {
        if (blocks.isEmpty()) {
            return stack(variable);
        }
        List<List<String>> changed = new ArrayList<>(blocks);
        List<String> last = new ArrayList<>(changed.remove(changed.size() - 1));
        last.add(variable);
        changed.add(last);
        return new Axis(changed);
    }

    /** This axis with a variable as a block of its own at the end. */
    public Axis stack(String variable) {
        List<List<String>> changed = new ArrayList<>(blocks);
        changed.add(List.of(variable));
        return new Axis(changed);
    }

    /** This axis without a variable. */
    public Axis without(String variable) {
        return new Axis(blocks.stream()
                .map(block -> block.stream().filter(v -> !v.equals(variable)).toList())
                .filter(block -> !block.isEmpty())
                .toList());
    }

    /** The same axis with other names for its variables. */
    public Axis renamed(UnaryOperator<String> name) {
        return new Axis(
                blocks.stream().map(block -> block.stream().map(name).toList()).toList());
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
