package org.ecart.protect;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.ecart.model.Policy;
import org.ecart.protect.CountSystem.Join;

/**
 * Atoms of which readers can find out that nobody is there, if all is printed that is safe by itself: those of a figure of
 * nobody; what a figure has besides another one of as many persons (17 in one year, and the same 17 in the next: nobody came); and
 * those of which another grid tells it.
 */
final class Nobody {
    private final CountSystem system;
    private final BitSet atoms = new BitSet();

    private Nobody(CountSystem system) {
        this.system = system;
    }

    static BitSet in(CountSystem system, Policy policy) {
        Nobody nobody = new Nobody(system);
        Map<Long, List<Integer>> alike = new HashMap<>();
        printed(system, policy).stream().forEach(figure -> {
            if (system.value(figure) == 0) {
                Arrays.stream(system.atomsOf(figure)).forEach(nobody.atoms::set);
            } else {
                alike.computeIfAbsent(system.value(figure), value -> new ArrayList<>())
                        .add(figure);
            }
        });
        alike.values().removeIf(figures -> figures.size() < 2);
        int before = -1;
        while (before < nobody.atoms.cardinality()) {
            before = nobody.atoms.cardinality();
            alike.values().forEach(nobody::compare);
            system.joins().forEach(nobody::pass);
        }
        return nobody.atoms;
    }

    /** The figures that may be printed. */
    private static BitSet printed(CountSystem system, Policy policy) {
        PrimaryRule rule = new PrimaryRule(policy);
        BitSet printed = system.known();
        for (int unit = 0; unit < system.units().size(); unit++) {
            if (!system.fate(unit).silent()
                    && rule.unsafe(system, system.units().get(unit)).isEmpty()) {
                Arrays.stream(system.told(unit)).forEach(printed::set);
            }
        }
        return printed;
    }

    /** Figures of as many persons: where one has all who are in another, nobody is in the rest of it. */
    private void compare(List<Integer> figures) {
        List<int[]> left =
                figures.stream().map(figure -> somebody(system.atomsOf(figure))).toList();
        Map<Integer, List<int[]>> holding = new HashMap<>();
        left.forEach(
                large -> Arrays.stream(large).forEach(atom -> holding.computeIfAbsent(atom, key -> new ArrayList<>())
                        .add(large)));
        for (int[] small : left) {
            for (int[] large : holding.getOrDefault(small[0], List.of())) {
                if (large.length > small.length && Implied.holds(large, small)) {
                    Arrays.stream(large)
                            .filter(atom -> Arrays.binarySearch(small, atom) < 0)
                            .forEach(atoms::set);
                }
            }
        }
    }

    private int[] somebody(int[] some) {
        return Arrays.stream(some).filter(atom -> !atoms.get(atom)).toArray();
    }

    /** Where one grid has nobody of those who are alike for both, the other has none either. */
    private void pass(Join join) {
        BitSet one = new BitSet();
        BitSet other = new BitSet();
        for (int atom = 0; atom < system.atoms(); atom++) {
            int cell = join.cells()[atom];
            if (cell != Joints.FREE && !atoms.get(atom)) {
                (system.grid(atom) == join.one() ? one : other).set(cell);
            }
        }
        for (int atom = 0; atom < system.atoms(); atom++) {
            int cell = join.cells()[atom];
            if (cell != Joints.FREE && !(one.get(cell) && other.get(cell))) {
                atoms.set(atom);
            }
        }
    }
}
