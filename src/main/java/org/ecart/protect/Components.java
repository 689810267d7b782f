package org.ecart.protect;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.IntStream;

/**
 * Atoms that may change while everything that is known stays as it is, in groups that hang together: by a known figure, or by
 * what grids share. In a sum of nobody none may change, and none alone; so all others are told apart by looking at one sum
 * after another, once for the whole system.
 */
final class Components {
    private final Ground ground;
    private final Published published;
    /** For each join the number of the sum that its first cell is; figures come before. */
    private final int[] starts;

    private final BitSet loose = new BitSet();
    private final int[] root;
    private final Map<Integer, List<Integer>> groups = new HashMap<>();

    /** @param published what is known from here on; it must not change any more */
    Components(Ground ground, Published published) {
        this.ground = ground;
        this.published = published;
        int joins = ground.system().joins().size();
        this.starts = new int[joins + 1];
        starts[0] = ground.figures();
        for (int join = 0; join < joins; join++) {
            starts[join + 1] = starts[join] + ground.joints().cells(join);
        }
        this.root = IntStream.range(0, ground.atoms()).toArray();
        settle();
        for (int sum = 0; sum < starts[joins]; sum++) {
            unite(Arrays.stream(known(sum) ? atoms(sum) : new int[0])
                    .filter(loose::get)
                    .toArray());
        }
        loose.stream().forEach(atom -> groups.computeIfAbsent(find(atom), key -> new ArrayList<>())
                .add(atom));
    }

    private void settle() {
        loose.set(0, ground.atoms());
        int[] left = new int[starts[starts.length - 1]];
        Deque<Integer> open = new ArrayDeque<>();
        for (int sum = 0; sum < left.length; sum++) {
            left[sum] = known(sum) ? atoms(sum).length : 0;
            if (left[sum] == 1 || left[sum] > 0 && sum < ground.figures() && ground.value(sum) == 0) {
                open.add(sum);
            }
        }
        while (!open.isEmpty()) {
            for (int atom : atoms(open.remove())) {
                if (loose.get(atom)) {
                    loose.clear(atom);
                    for (int sum : sums(atom)) {
                        if (--left[sum] == 1) {
                            open.add(sum);
                        }
                    }
                }
            }
        }
    }

    private boolean known(int sum) {
        return sum >= ground.figures() || published.known(sum);
    }

    private int[] atoms(int sum) {
        if (sum < ground.figures()) {
            return ground.atomsOf(sum);
        }
        int found = Arrays.binarySearch(starts, sum);
        int join = found >= 0 ? found : -found - 2;
        return ground.joints().in(join, sum - starts[join]);
    }

    /** The known figures that an atom is in, and the cells that its grid shares with others. */
    private int[] sums(int atom) {
        return IntStream.concat(
                        Arrays.stream(ground.figuresOf(atom)).filter(published::known),
                        Arrays.stream(ground.joints().of(ground.grid(atom)))
                                .filter(join -> ground.joints().cell(join, atom) != Joints.FREE)
                                .map(join -> starts[join] + ground.joints().cell(join, atom)))
                .toArray();
    }

    private void unite(int[] atoms) {
        for (int i = 1; i < atoms.length; i++) {
            root[find(atoms[i])] = find(atoms[0]);
        }
    }

    private int find(int atom) {
        int at = atom;
        while (root[at] != at) {
            root[at] = root[root[at]];
            at = root[at];
        }
        return at;
    }

    boolean loose(int atom) {
        return loose.get(atom);
    }

    /** All atoms that hang together with those of a figure that may change, ascending; empty where there are more than so many. */
    Optional<int[]> around(int figure, int most) {
        Set<Integer> roots = new TreeSet<>();
        Arrays.stream(ground.atomsOf(figure)).filter(loose::get).forEach(atom -> roots.add(find(atom)));
        List<Integer> around = new ArrayList<>();
        for (int group : roots) {
            around.addAll(groups.getOrDefault(group, List.of()));
            if (around.size() > most) {
                return Optional.empty();
            }
        }
        return Optional.of(around.stream().mapToInt(Integer::intValue).sorted().toArray());
    }
}
