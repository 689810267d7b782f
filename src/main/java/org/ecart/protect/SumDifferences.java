package org.ecart.protect;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * Groups that no cell tells and that cells give away: what a group has besides another one within it, or besides the largest
 * ones within it. What is made up of groups that are told is those groups' own concern.
 */
final class SumDifferences {
    private final List<BitSet> told;
    private final Set<BitSet> known;
    private final Set<BitSet> found = new LinkedHashSet<>();

    SumDifferences(List<BitSet> told) {
        this.told = told;
        this.known = new HashSet<>(told);
    }

    Set<BitSet> all() {
        for (BitSet whole : told) {
            List<BitSet> within = new ArrayList<>(told.stream()
                    .filter(small -> !small.equals(whole) && contains(whole, small))
                    .toList());
            within.forEach(small -> add(without(whole, small)));
            within.sort(Comparator.comparing(BitSet::cardinality).reversed());
            BitSet rest = (BitSet) whole.clone();
            for (BitSet small : within) {
                if (contains(rest, small)) {
                    rest = without(rest, small);
                }
            }
            add(rest);
        }
        return found;
    }

    private void add(BitSet rest) {
        if (!rest.isEmpty() && !known.contains(rest) && !found.contains(rest)) {
            BitSet open = (BitSet) rest.clone();
            told.stream().filter(small -> contains(rest, small)).forEach(open::andNot);
            if (!open.isEmpty()) {
                found.add(rest);
            }
        }
    }

    private static boolean contains(BitSet whole, BitSet small) {
        return whole.cardinality() >= small.cardinality()
                && without(small, whole).isEmpty();
    }

    private static BitSet without(BitSet whole, BitSet small) {
        BitSet rest = (BitSet) whole.clone();
        rest.andNot(small);
        return rest;
    }
}
