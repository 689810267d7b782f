package org.ecart.protect;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.IntStream;

/**
 * People who are the only contributor of units (attacker C). Who is alone in several units knows all of them at once: his
 * own place, and that all other atoms of any of them are empty. Units whose one person is in the same atom count the same
 * person; across grids too, where he is alone in what these share. Where others are there besides, the tables do not
 * tell whether the one person of a unit here and that of a unit there are the same: then there are both, each of the two by
 * himself and one who knows both units, until it is looked up ({@link Companions}).
 */
final class Singletons {
    /** No more are looked at; those first who are put together of fewest. */
    private static final int MOST = 5_000;

    private final Ground ground;
    /** The atoms of all units in which each is alone. */
    private final List<int[]> atoms = new ArrayList<>();

    private final List<int[]> together;
    private final int[][] of;

    /**
     * Somebody, as far as the tables are sure that it is one person.
     *
     * @param figures that count him alone
     * @param occupied his place in the grids that tell such a figure
     */
    private record Person(SortedSet<Integer> figures, SortedSet<Integer> occupied, Set<Integer> grids) {}

    /** @param alone figures that count one person */
    Singletons(Ground ground, int[] alone) {
        this.ground = ground;
        List<Person> persons = persons(alone);
        this.together = perhaps(persons);
        for (int[] some : together) {
            atoms.add(Arrays.stream(some)
                    .boxed()
                    .flatMap(person -> persons.get(person).figures().stream())
                    .flatMapToInt(figure -> Arrays.stream(ground.atomsOf(figure)))
                    .sorted()
                    .distinct()
                    .toArray());
        }
        List<List<Integer>> lists = IntStream.range(0, ground.atoms())
                .mapToObj(atom -> (List<Integer>) new ArrayList<Integer>())
                .toList();
        for (int s = 0; s < atoms.size(); s++) {
            int singleton = s;
            Arrays.stream(atoms.get(s)).forEach(atom -> lists.get(atom).add(singleton));
        }
        this.of = lists.stream()
                .map(list -> list.stream().mapToInt(Integer::intValue).toArray())
                .toArray(int[][]::new);
    }

    /** By the first figure of each. */
    private List<Person> persons(int[] alone) {
        int[] root = IntStream.range(0, ground.atoms()).toArray();
        joinTheSame(root);
        for (int figure : alone) {
            int[] same = ground.same(figure);
            Arrays.stream(same).forEach(other -> unite(root, occupied(same[0]), occupied(other)));
        }
        Map<Integer, Person> persons = new TreeMap<>();
        for (int figure : alone) {
            for (int same : ground.same(figure)) {
                int atom = occupied(same);
                Person person = persons.computeIfAbsent(
                        find(root, atom), key -> new Person(new TreeSet<>(), new TreeSet<>(), new TreeSet<>()));
                person.figures().add(same);
                person.occupied().add(atom);
                person.grids().add(ground.grid(atom));
            }
        }
        List<Person> all = new ArrayList<>(persons.values());
        all.sort((a, b) -> Integer.compare(a.figures().first(), b.figures().first()));
        return all;
    }

    /** Who is alone in what two grids share is the same person in both. */
    private void joinTheSame(int[] root) {
        Map<List<Integer>, List<Integer>> cells = new HashMap<>();
        for (int atom = 0; atom < ground.atoms(); atom++) {
            if (ground.count(atom) > 0) {
                for (int join : ground.joints().of(ground.grid(atom))) {
                    int cell = ground.joints().cell(join, atom);
                    if (cell != Joints.FREE) {
                        cells.computeIfAbsent(List.of(join, cell), key -> new ArrayList<>())
                                .add(atom);
                    }
                }
            }
        }
        cells.values().stream()
                .filter(two -> two.size() == 2 && two.stream().allMatch(atom -> ground.count(atom) == 1))
                .forEach(two -> unite(root, two.get(0), two.get(1)));
    }

    private int occupied(int figure) {
        return Arrays.stream(ground.atomsOf(figure))
                .filter(atom -> ground.count(atom) > 0)
                .findFirst()
                .orElseThrow();
    }

    private static void unite(int[] root, int one, int other) {
        int a = find(root, one);
        int b = find(root, other);
        root[Math.max(a, b)] = Math.min(a, b);
    }

    private static int find(int[] root, int atom) {
        int r = atom;
        while (root[r] != r) {
            r = root[r];
        }
        return r;
    }

    /** Each by himself, and all who may be one person together. */
    private List<int[]> perhaps(List<Person> persons) {
        List<int[]> all = new ArrayList<>();
        for (int person = 0; person < persons.size(); person++) {
            all.add(new int[] {person});
        }
        if (ground.joints().none()) {
            return all;
        }
        Map<Integer, Integer> at = new HashMap<>();
        for (int person = 0; person < persons.size(); person++) {
            for (int atom : persons.get(person).occupied()) {
                at.put(atom, person);
            }
        }
        List<Set<Integer>> met = persons.stream().map(person -> met(person, at)).toList();
        // the list grows while it is worked off, so that pairs come before groups of three
        for (int i = 0; i < all.size(); i++) {
            int[] together = all.get(i);
            for (int other : met.get(together[0])) {
                if (other > together[together.length - 1]
                        && all.size() < MOST
                        && Arrays.stream(together)
                                .allMatch(one -> met.get(one).contains(other)
                                        && met.get(other).contains(one))) {
                    int[] more = Arrays.copyOf(together, together.length + 1);
                    more[together.length] = other;
                    all.add(more);
                }
            }
        }
        return all;
    }

    /** Others who may be the same person: in no grid that tells of him are they elsewhere. */
    private Set<Integer> met(Person person, Map<Integer, Integer> at) {
        Set<Integer> met = new TreeSet<>();
        BitSet seen = new BitSet();
        List<Integer> open = new ArrayList<>(person.occupied());
        Joints joints = ground.joints();
        for (int i = 0; i < open.size(); i++) {
            int atom = open.get(i);
            for (int join : joints.of(ground.grid(atom))) {
                int other = joints.beyond(join, ground.grid(atom));
                for (int next : joints.within(join, other, joints.cell(join, atom))) {
                    if (ground.count(next) > 0 && !person.grids().contains(other) && !seen.get(next)) {
                        seen.set(next);
                        open.add(next);
                        Optional.ofNullable(at.get(next)).ifPresent(met::add);
                    }
                }
            }
        }
        return met;
    }

    /** Those who may be one person together; of somebody by himself he alone. */
    int[] together(int singleton) {
        return together.get(singleton);
    }

    /** Those in whose units an atom lies. */
    int[] of(int atom) {
        return of[atom];
    }

    /** The atoms of all units in which somebody is alone. */
    BitSet atoms(int singleton) {
        BitSet own = new BitSet();
        Arrays.stream(atoms.get(singleton)).forEach(own::set);
        return own;
    }

    /** Whether a figure counts nobody but somebody, as he knows. */
    boolean within(int figure, int singleton) {
        int[] own = atoms.get(singleton);
        return Arrays.stream(ground.same(figure)).anyMatch(same -> Arrays.stream(ground.atomsOf(same))
                .allMatch(atom -> Arrays.binarySearch(own, atom) >= 0));
    }
}
