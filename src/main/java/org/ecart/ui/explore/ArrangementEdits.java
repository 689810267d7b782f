package org.ecart.ui.explore;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.ecart.model.Breakdown;
import org.ecart.model.Measure;

/** What the analyst can do to the way in which categories are shown, each as a function of a breakdown. */
final class ArrangementEdits {
    private ArrangementEdits() {}

    /** Hides categories or shows them again. */
    static Breakdown hidden(Breakdown breakdown, String variable, Collection<String> codes, boolean hide) {
        Set<String> hidden = new LinkedHashSet<>(breakdown.arrangement().hidden(variable));
        for (String code : codes) {
            if (hide) {
                hidden.add(code);
            } else {
                hidden.remove(code);
            }
        }
        return breakdown.withArrangement(breakdown.arrangement().withHidden(variable, List.copyOf(hidden)));
    }

    /** Everything that is hidden is shown again. */
    static Breakdown allShown(Breakdown breakdown) {
        Breakdown shown = breakdown;
        for (String variable : breakdown.arrangement().hidden().keySet()) {
            shown = shown.withArrangement(shown.arrangement().withHidden(variable, List.of()));
        }
        return shown;
    }

    /**
     * Moves categories one place up (-1) or down (1) together.
     *
     * @param all every code of the variable in the order that it has now
     */
    static Breakdown moved(Breakdown breakdown, String variable, List<String> all, Set<String> codes, int by) {
        List<String> order = new ArrayList<>(all);
        int last = -1;
        for (int i = 0; i < order.size(); i++) {
            int place = by < 0 ? i : order.size() - 1 - i;
            int to = place + by;
            boolean free = to >= 0 && to < order.size() && !codes.contains(order.get(to));
            if (codes.contains(order.get(place)) && free) {
                Collections.swap(order, place, to);
                last = Math.max(last, Math.max(place, to));
            }
        }
        List<String> before = breakdown.arrangement().order().getOrDefault(variable, List.of());
        if (last < 0) {
            return breakdown;
        }
        // what follows goes by the code list anyhow
        Set<String> first =
                new LinkedHashSet<>(order.subList(0, Math.min(order.size(), Math.max(before.size(), last + 1))));
        first.addAll(before);
        return breakdown.withArrangement(breakdown.arrangement().withOrder(variable, List.copyOf(first)));
    }

    /** A variable's categories in the order of its code list. */
    static Breakdown unordered(Breakdown breakdown, String variable) {
        return breakdown.withArrangement(breakdown.arrangement().withOrder(variable, List.of()));
    }

    /** All categories in the order of their code lists. */
    static Breakdown unordered(Breakdown breakdown) {
        Breakdown plain = breakdown;
        for (String variable : breakdown.arrangement().order().keySet()) {
            plain = unordered(plain, variable);
        }
        return plain;
    }

    /**
     * Makes the named share one of the total over a variable too, or no longer. The first one shows the share; without
     * any it goes.
     */
    static Breakdown shareToggled(Breakdown breakdown, String variable) {
        Set<String> over = new TreeSet<>(breakdown.arrangement().shareOf());
        if (!over.remove(variable)) {
            over.add(variable);
        }
        return shareOf(breakdown, over);
    }

    private static Breakdown shareOf(Breakdown breakdown, Set<String> over) {
        Breakdown changed = breakdown.withArrangement(breakdown.arrangement().withShareOf(over));
        boolean shown = breakdown.measures().contains(Measure.SHARE);
        return over.isEmpty() == shown ? BreakdownEdits.toggled(changed, Measure.SHARE) : changed;
    }

    /** What stands on no axis any more is no part of a share. */
    static Breakdown settled(Breakdown breakdown) {
        Set<String> over = new TreeSet<>(breakdown.arrangement().shareOf());
        return over.retainAll(breakdown.variables()) ? shareOf(breakdown, over) : breakdown;
    }
}
