package org.ecart.model;

import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * How the categories of a breakdown are shown. Nobody is left out by it: totals count those of hidden categories too.
 *
 * @param order by variable the codes that come first, in this order; the others follow in the order of the codebook
 * @param hidden by variable the codes that are not printed; {@code _T} = a table with totals has none over this variable
 * @param shareOf the variables that {@link Measure#SHARE} sums over in its denominator
 */
public record Arrangement(Map<String, List<String>> order, Map<String, List<String>> hidden, Set<String> shareOf) {
    /** Everything as the codebook has it. */
    public static final Arrangement USUAL = new Arrangement(Map.of(), Map.of(), Set.of());

    public Arrangement {
        order = copy(order);
        hidden = copy(hidden);
        shareOf = Collections.unmodifiableSet(new TreeSet<>(shareOf));
    }

    private static Map<String, List<String>> copy(Map<String, List<String>> lists) {
        Map<String, List<String>> copy = new TreeMap<>();
        lists.forEach((variable, codes) -> {
            if (!codes.isEmpty()) {
                copy.put(variable, List.copyOf(codes));
            }
        });
        return Collections.unmodifiableMap(new LinkedHashMap<>(copy));
    }

    public List<String> hidden(String variable) {
        return hidden.getOrDefault(variable, List.of());
    }

    /** The same with these codes of a variable hidden; none = all are printed. */
    public Arrangement withHidden(String variable, List<String> codes) {
        return new Arrangement(order, with(hidden, variable, codes), shareOf);
    }

    /** The same with these codes of a variable first. */
    public Arrangement withOrder(String variable, List<String> codes) {
        return new Arrangement(with(order, variable, codes), hidden, shareOf);
    }

    public Arrangement withShareOf(Set<String> variables) {
        return new Arrangement(order, hidden, variables);
    }

    private static Map<String, List<String>> with(
            Map<String, List<String>> lists, String variable, List<String> codes) {
        Map<String, List<String>> changed = new TreeMap<>(lists);
        changed.put(variable, codes);
        return changed;
    }

    /** The categories of a variable in the order that is asked for, hidden ones among them. */
    public List<Category> ordered(String variable, List<Category> categories) {
        List<String> first = order.getOrDefault(variable, List.of());
        return categories.stream()
                .sorted(Comparator.comparingInt(c -> place(first, c.code())))
                .toList();
    }

    private static int place(List<String> first, String code) {
        int place = first.indexOf(code);
        return place < 0 ? first.size() : place;
    }
}
