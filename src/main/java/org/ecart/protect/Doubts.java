package org.ecart.protect;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.IntUnaryOperator;

/**
 * Who may still know a figure after some witnesses, of those who are B and the only contributor of a unit. A witness does not
 * deceive somebody of whose unit an atom moves. In grids that do not tell his unit only he knows where he is: there a
 * witness deceives him unless it leaves his place empty; so two deceive him together if what they leave empty in one
 * grid has no place in common.
 */
final class Doubts {
    /** For each figure who is not deceived yet, with the places where he would have to be; none = nothing was noted. */
    private final List<Optional<SortedMap<Integer, Map<Integer, BitSet>>>> undeceived = new ArrayList<>();

    /**
     * A witness in one direction, as those see it who know more than B.
     *
     * @param moved those of whose unit an atom moves
     * @param emptied for others the atoms that become empty where they may be
     * @param grid of each atom
     */
    record Seen(Set<Integer> moved, SortedMap<Integer, BitSet> emptied, IntUnaryOperator grid) {
        /** Without the places where somebody is known not to be. */
        Seen among(Companions companions) {
            SortedMap<Integer, BitSet> perhaps = new TreeMap<>();
            emptied.forEach((singleton, atoms) -> {
                BitSet his = companions.perhaps(singleton, atoms);
                if (!his.isEmpty()) {
                    perhaps.put(singleton, his);
                }
            });
            return new Seen(moved, perhaps, grid);
        }
    }

    private final int[] changes;

    Doubts(int figures) {
        this.changes = new int[figures];
        for (int figure = 0; figure < figures; figure++) {
            undeceived.add(Optional.empty());
        }
    }

    /** Takes a witness of another value of the figure; says whether somebody is less sure by it. */
    boolean note(int figure, Seen seen) {
        Optional<SortedMap<Integer, Map<Integer, BitSet>>> before = undeceived.get(figure);
        SortedMap<Integer, Map<Integer, BitSet>> left = new TreeMap<>();
        if (before.isEmpty()) {
            seen.moved().forEach(singleton -> left.put(singleton, Map.of()));
            seen.emptied().forEach((singleton, atoms) -> {
                if (!left.containsKey(singleton)) {
                    left.put(singleton, narrowed(Map.of(), atoms, seen.grid()).orElseThrow());
                }
            });
        } else {
            before.get().forEach((singleton, places) -> {
                if (seen.moved().contains(singleton)) {
                    left.put(singleton, places);
                } else {
                    Optional.ofNullable(seen.emptied().get(singleton))
                            .flatMap(atoms -> narrowed(places, atoms, seen.grid()))
                            .ifPresent(narrowed -> left.put(singleton, narrowed));
                }
            });
        }
        undeceived.set(figure, Optional.of(left));
        boolean news = before.isEmpty() || !before.get().equals(left);
        changes[figure] += news ? 1 : 0;
        return news;
    }

    /** By grid the places where somebody would have to be to know better; none if there is no such place. */
    private static Optional<Map<Integer, BitSet>> narrowed(
            Map<Integer, BitSet> places, BitSet atoms, IntUnaryOperator grid) {
        int first = grid.applyAsInt(atoms.nextSetBit(0));
        if (atoms.stream().anyMatch(atom -> grid.applyAsInt(atom) != first)) {
            return Optional.of(places);
        }
        BitSet both = (BitSet) atoms.clone();
        both.and(places.getOrDefault(first, atoms));
        if (both.isEmpty()) {
            return Optional.empty();
        }
        Map<Integer, BitSet> narrowed = new TreeMap<>(places);
        narrowed.put(first, both);
        return Optional.of(narrowed);
    }

    /** Begins anew with a figure. */
    void forget(int figure) {
        undeceived.set(figure, Optional.empty());
    }

    /** How often somebody has become less sure of a figure. */
    int changes(int figure) {
        return changes[figure];
    }

    /** Whether no witness of another value was noted. */
    boolean none(int figure) {
        return undeceived.get(figure).isEmpty();
    }

    /** Those who may know the figure although B does not. */
    Set<Integer> undeceived(int figure) {
        return undeceived.get(figure).map(SortedMap::keySet).orElse(Set.of());
    }

    /**
     * The atoms that a further witness must not leave empty to deceive somebody.
     *
     * @param everywhere the atoms where he may be the only person
     */
    BitSet kept(int figure, int singleton, BitSet everywhere) {
        return undeceived
                .get(figure)
                .flatMap(left -> Optional.ofNullable(left.get(singleton)))
                .flatMap(places -> places.values().stream().findFirst())
                .orElse(everywhere);
    }
}
