package org.ecart.protect;

import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/**
 * Who may be among the persons of an atom, of those who know of themselves that they are the only one in a unit. In the grids
 * that do not tell their unit nobody but they knows where they are; where all others leave such a place, they know that
 * it was not so. They may be wherever the grids let them be, until it is looked up where they are.
 */
final class Companions {
    private static final int[] NOBODY = {};
    private final Ground ground;
    private final Singletons singletons;
    /** By join, grid that it leads to, and cell: those who may be there or further on. */
    private final Map<Place, Set<Integer>> beyond = new HashMap<>();

    /** By grid those whose unit it tells. */
    private final Map<Integer, Set<Integer>> told = new HashMap<>();

    /** The places of each who is nobody else. */
    private final Map<Integer, BitSet> alone = new HashMap<>();

    private final Map<Integer, BitSet> inGrid = new HashMap<>();
    private final BitSet lookedUp = new BitSet();
    private final Map<Integer, int[]> own = new HashMap<>();

    private record Place(int join, int grid, int cell) {}

    Companions(Ground ground, Singletons singletons) {
        this.ground = ground;
        this.singletons = singletons;
        for (int atom = 0; atom < ground.atoms(); atom++) {
            for (int singleton : singletons.of(atom)) {
                told.computeIfAbsent(ground.grid(atom), grid -> new HashSet<>()).add(singleton);
            }
        }
    }

    /** Those whose unit is told in other grids only. */
    Set<Integer> of(int atom) {
        Set<Integer> perhaps = further(atom, -1);
        perhaps.removeAll(told.getOrDefault(ground.grid(atom), Set.of()));
        return perhaps;
    }

    /** From here on somebody is where he is, and not where he might be; says whether that is new. */
    boolean lookUp(int singleton) {
        boolean news = !ground.joints().none() && !lookedUp.get(singleton);
        if (news) {
            lookedUp.set(singleton);
        }
        return news;
    }

    /** Whether nobody was looked up. */
    boolean guessing() {
        return lookedUp.isEmpty();
    }

    /** The atoms where somebody may be, as far as he was looked up, of some in grids that do not tell his unit. */
    BitSet perhaps(int singleton, BitSet some) {
        if (!lookedUp.get(singleton)) {
            return some;
        }
        BitSet perhaps = new BitSet();
        some.stream()
                .filter(atom -> Arrays.stream(own(singleton))
                        .allMatch(own -> ground.system().whereabouts().mayBe(own, atom)))
                .forEach(perhaps::set);
        return perhaps;
    }

    /** Whether those who may be one person together are, as far as that was looked up. */
    boolean exists(int singleton) {
        return !lookedUp.get(singleton)
                || singletons.together(singleton).length == 1
                || Arrays.stream(own(singleton)).allMatch(one -> Arrays.stream(own(singleton))
                        .filter(other -> ground.grid(other) != ground.grid(one))
                        .allMatch(other -> ground.system().whereabouts().mayBe(one, other)));
    }

    /** His places in the grids that tell his units. */
    private int[] own(int singleton) {
        return own.computeIfAbsent(singleton, key -> singletons.atoms(singleton).stream()
                .filter(atom -> ground.count(atom) > 0)
                .toArray());
    }

    /** The atoms of other grids where one of them may be the only person. */
    BitSet places(int singleton) {
        BitSet places = new BitSet();
        for (int person : singletons.together(singleton)) {
            places.or(alone.computeIfAbsent(person, this::found));
        }
        for (int own : singletons.together(singleton).length > 1 ? grids(singleton) : NOBODY) {
            places.andNot(inGrid.computeIfAbsent(own, this::atomsOf));
        }
        return perhaps(singleton, places);
    }

    private BitSet atomsOf(int grid) {
        BitSet atoms = new BitSet();
        Arrays.stream(ground.atomsOfGrid(grid)).forEach(atoms::set);
        return atoms;
    }

    /** The grids that tell his unit. */
    private int[] grids(int singleton) {
        return told.entrySet().stream()
                .filter(grid -> grid.getValue().contains(singleton))
                .mapToInt(Map.Entry::getKey)
                .toArray();
    }

    private BitSet found(int singleton) {
        BitSet places = new BitSet();
        BitSet seen = singletons.atoms(singleton);
        Deque<Integer> open = new ArrayDeque<>();
        seen.stream().filter(atom -> ground.count(atom) > 0).forEach(open::add);
        Joints joints = ground.joints();
        while (!open.isEmpty()) {
            int atom = open.remove();
            for (int join : joints.of(ground.grid(atom))) {
                int other = joints.beyond(join, ground.grid(atom));
                boolean his = told.getOrDefault(other, Set.of()).contains(singleton);
                for (int next : his ? NOBODY : joints.within(join, other, joints.cell(join, atom))) {
                    if (ground.count(next) > 0 && !seen.get(next)) {
                        seen.set(next);
                        open.add(next);
                        places.set(next, ground.count(next) == 1);
                    }
                }
            }
        }
        return places;
    }

    private Set<Integer> further(int atom, int from) {
        Set<Integer> all = new HashSet<>();
        Joints joints = ground.joints();
        for (int join : joints.none() ? NOBODY : joints.of(ground.grid(atom))) {
            if (join != from) {
                all.addAll(beyond(new Place(join, joints.beyond(join, ground.grid(atom)), joints.cell(join, atom))));
            }
        }
        return all;
    }

    private Set<Integer> beyond(Place place) {
        Set<Integer> known = beyond.get(place);
        if (known == null) {
            known = new HashSet<>();
            for (int atom : ground.joints().within(place.join(), place.grid(), place.cell())) {
                if (ground.count(atom) > 0) {
                    for (int singleton : singletons.of(atom)) {
                        known.add(singleton);
                    }
                    known.addAll(further(atom, place.join()));
                }
            }
            beyond.put(place, known);
        }
        return known;
    }
}
