package org.ecart.protect.links;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** Puts sets together that have something in common, directly or through others. */
public final class Connected {
    private Connected() {}

    /** Sets with nothing in common, in the order in which each became what it is. */
    public static <T extends Comparable<T>> List<Set<T>> of(Collection<Set<T>> sets) {
        List<Set<T>> connected = new ArrayList<>();
        for (Set<T> set : sets) {
            List<Set<T>> met = connected.stream()
                    .filter(other -> !Collections.disjoint(other, set))
                    .toList();
            Set<T> joined = new TreeSet<>(set);
            met.forEach(joined::addAll);
            connected.removeAll(met);
            connected.add(joined);
        }
        return connected;
    }
}
