package org.ecart.protect;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Groups that no cell tells and that cells give away: what a group has besides another one within it, or besides the largest
 * ones within it. What is made up of groups that are told is those groups' own concern.
 */
final class SumDifferences {
    private final List<BitSet> told;
    private final Set<BitSet> known;
    private final Set<BitSet> found = new LinkedHashSet<>();
    /** Parts that are told by themselves. */
    private final BitSet alone = new BitSet();
    /** By its first part. */
    private final Map<Integer, List<BitSet>> beginning = new HashMap<>();

    SumDifferences(List<BitSet> told) {
        this.told = told;
        this.known = new HashSet<>(told);
        told.stream().filter(of -> of.cardinality() == 1).forEach(alone::or);
        told.forEach(of -> beginning
                .computeIfAbsent(of.nextSetBit(0), first -> new ArrayList<>())
                .add(of));
    }

    Set<BitSet> all() {
        for (BitSet whole : told) {
            List<BitSet> within = within(whole);
            within.remove(whole);
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
            BitSet open = without(rest, alone);
            if (!open.isEmpty()) {
                within(rest).forEach(open::andNot);
            }
            if (!open.isEmpty()) {
                found.add(rest);
            }
        }
    }

    /** Those that are told and all in this one. */
    private List<BitSet> within(BitSet whole) {
        List<BitSet> within = new ArrayList<>();
        whole.stream()
                .mapToObj(first -> beginning.getOrDefault(first, List.of()))
                .forEach(those ->
                        those.stream().filter(small -> contains(whole, small)).forEach(within::add));
        return within;
    }

    private static boolean contains(BitSet whole, BitSet small) {
        for (int part = small.nextSetBit(0); part >= 0; part = small.nextSetBit(part + 1)) {
            if (!whole.get(part)) {
                return false;
            }
        }
        return true;
    }

    private static BitSet without(BitSet whole, BitSet small) {
        BitSet rest = (BitSet) whole.clone();
        rest.andNot(small);
        return rest;
    }
}
