package org.ecart.attack;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.ecart.protect.CountSystem;
import org.ecart.protect.CountSystem.Unit;
import org.ecart.protect.Quantity;

/** Small groups that anybody gets by subtracting one printed number from another: a filter less a narrower one. */
final class Differences {
    private final CountSystem system;
    private final boolean[] suppressed;
    private final PrimaryRule rule;
    /** For each figure the atoms in which somebody may be, as far as the printed ones tell. */
    private final int[][] atoms;

    Differences(PrintedFigures figures, boolean[] suppressed, PrimaryRule rule) {
        this.system = figures.system();
        this.suppressed = suppressed;
        this.rule = rule;
        Set<Integer> nobody = figures.nobody();
        this.atoms = IntStream.range(0, system.figures())
                .mapToObj(figure -> Arrays.stream(system.atomsOf(figure))
                        .filter(atom -> !nobody.contains(atom))
                        .toArray())
                .toArray(int[][]::new);
    }

    List<Break> breaks() {
        List<Break> breaks = new ArrayList<>();
        Map<Integer, Integer> printed = new HashMap<>();
        for (int u = 0; u < suppressed.length; u++) {
            int unit = u;
            if (!suppressed[u]) {
                system.units().get(u).figures().values().forEach(figure -> printed.put(figure, unit));
            }
        }
        List<Integer> figures = List.copyOf(new TreeSet<>(printed.keySet()));
        for (int large : figures) {
            for (int small : figures) {
                long left = system.value(large) - system.value(small);
                if (left >= 1
                        && left < rule.policy().threshold()
                        && system.value(small) > 0
                        && holds(large, small)
                        && nobodysConcern(large, small)) {
                    breaks.add(new Break(
                            printed.getOrDefault(large, 0),
                            Break.By.A,
                            Break.ANYBODY,
                            true,
                            "A subtracts figure " + small + " from " + large + " and is left with " + left));
                }
            }
        }
        rates(breaks);
        return breaks;
    }

    /** 0 % or 100 % of those who are in one printed unit and not in another. */
    private void rates(List<Break> breaks) {
        int[] open = IntStream.range(0, suppressed.length)
                .filter(u -> !suppressed[u])
                .toArray();
        for (int large : open) {
            for (int small : open) {
                Unit one = system.units().get(large);
                Unit other = system.units().get(small);
                if (large != small && within(one, other) && nobodysConcern(one.widest(), other.widest())) {
                    Set<Quantity> unsafe = rule.unsafe(difference(one, other));
                    if (!unsafe.isEmpty()) {
                        breaks.add(new Break(
                                large,
                                Break.By.A,
                                Break.ANYBODY,
                                true,
                                "A subtracts unit " + small + " from " + large + " and what is left is unsafe by "
                                        + unsafe));
                    }
                }
            }
        }
    }

    /** Whether no unit with somebody in it lies in the difference: such a unit is attacked itself. */
    private boolean nobodysConcern(int large, int small) {
        Set<Integer> left = new HashSet<>();
        Arrays.stream(atoms[large]).forEach(left::add);
        Arrays.stream(atoms[small]).forEach(left::remove);
        return system.units().stream()
                .noneMatch(unit -> system.persons(unit) > 0
                        && Arrays.stream(atoms[unit.widest()]).allMatch(left::contains));
    }

    private boolean within(Unit large, Unit small) {
        return large.figures().keySet().equals(small.figures().keySet())
                && large.figures().entrySet().stream()
                        .allMatch(told -> holds(told.getValue(), small.figures().getOrDefault(told.getKey(), 0)));
    }

    private Map<Quantity, Long> difference(Unit large, Unit small) {
        Map<Quantity, Long> left = new EnumMap<>(Quantity.class);
        large.figures()
                .forEach((quantity, figure) -> left.put(
                        quantity,
                        system.value(figure) - system.value(small.figures().getOrDefault(quantity, figure))));
        return left;
    }

    private boolean holds(int large, int small) {
        int[] all = atoms[large];
        return Arrays.stream(atoms[small]).allMatch(atom -> Arrays.binarySearch(all, atom) >= 0);
    }
}
