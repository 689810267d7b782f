package org.ecart.protect;

import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.ecart.model.Policy;
import org.ecart.protect.CountSystem.Unit;

/** Which units are primary, and which figures must stay uncertain when a unit is left out. */
final class Requirements {
    private final List<Set<Quantity>> unsafe;
    private final int[][] guarded;
    private final boolean[] wide;
    private final int[] alone;
    private final int printed;

    /** @param printed how many of the units are; the others are only {@link Implied} */
    Requirements(CountSystem system, int printed, Policy policy) {
        this.printed = printed;
        PrimaryRule rule = new PrimaryRule(policy);
        this.unsafe =
                system.units().stream().map(unit -> rule.unsafe(system, unit)).toList();
        this.guarded = new int[unsafe.size()][];
        this.wide = new boolean[system.figures()];
        Set<Integer> ofOne = new TreeSet<>();
        BitSet known = system.known();
        for (int u = 0; u < guarded.length; u++) {
            Unit unit = system.units().get(u);
            guarded[u] = guarded(system, u, known);
            if (primary(u)) {
                Arrays.stream(guarded[u]).forEach(f -> wide[f] = true);
                if (u < printed && system.persons(unit) == 1) {
                    ofOne.add(unit.widest());
                }
            }
        }
        this.alone = ofOne.stream().mapToInt(Integer::intValue).toArray();
    }

    private int[] guarded(CountSystem system, int u, BitSet known) {
        Unit unit = system.units().get(u);
        if (primary(u)) {
            return unsafe(unit, unsafe.get(u), known);
        }
        return system.fate(u) == Fate.OPEN ? occupied(system, unit, known) : new int[0];
    }

    /** What an earlier table has told already cannot be helped. */
    private static int[] unsafe(Unit unit, Set<Quantity> unsafe, BitSet known) {
        return unsafe.stream()
                .flatMap(quantity -> unit.figure(quantity).stream())
                .filter(figure -> !known.get(figure))
                .mapToInt(Integer::intValue)
                .distinct()
                .toArray();
    }

    private static int[] occupied(CountSystem system, Unit unit, BitSet known) {
        return unit.figures().values().stream()
                .mapToInt(Integer::intValue)
                .filter(f -> !known.get(f))
                .filter(f -> system.value(f) > 0 || f == unit.widest())
                .distinct()
                .toArray();
    }

    boolean primary(int unit) {
        return !unsafe.get(unit).isEmpty();
    }

    /** Whether no table prints the unit, left out or not. */
    boolean implied(int unit) {
        return unit >= printed;
    }

    /** The quantities that make a unit primary. */
    Set<Quantity> unsafe(int unit) {
        return unsafe.get(unit);
    }

    /**
     * The figures of which nobody may know the value when the unit is left out: the unsafe ones, or all that are not 0
     * and that of everybody, unless another unit tells them.
     */
    int[] guarded(int unit) {
        return guarded[unit];
    }

    /** Whether nobody need be kept from anything about a unit that is left out. */
    boolean nothing(int unit) {
        return guarded[unit].length == 0;
    }

    /** Whether A's bounds of the figure must be wide: it makes a unit primary. */
    boolean wide(int figure) {
        return wide[figure];
    }

    /** The figures that count the only contributor of a primary unit. */
    int[] alone() {
        return alone;
    }
}
