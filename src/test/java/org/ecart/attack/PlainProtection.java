package org.ecart.attack;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.ecart.model.Policy;
import org.ecart.protect.CountSystem;
import org.ecart.protect.CountSystem.Sum;

/**
 * A slow and wasteful way to a safe table: suppress the primary cells, then something beside each broken cell, until
 * the attacker finds nothing. It gives the attacker's own tests a protected table to spoil.
 */
final class PlainProtection {
    private PlainProtection() {}

    static boolean[] primary(CountSystem table, Policy policy) {
        PrimaryRule rule = new PrimaryRule(table, policy);
        boolean[] suppressed = new boolean[table.units().size()];
        for (int i = 0; i < suppressed.length; i++) {
            suppressed[i] = !rule.unsafe(table.units().get(i)).isEmpty();
        }
        return suppressed;
    }

    /** Every printed cell: if even that is broken, nobody can protect the table under this policy. */
    static boolean[] everything(CountSystem table) {
        boolean[] suppressed = new boolean[table.units().size()];
        for (int i = 0; i < suppressed.length; i++) {
            suppressed[i] = true;
        }
        return suppressed;
    }

    /** Empty where suppressing everything is not enough. */
    static Optional<boolean[]> protect(CountSystem table, Policy policy, SplittableRandom random) {
        boolean[] suppressed = primary(table, policy);
        while (true) {
            List<Break> breaks = Attacker.attack(table, suppressed, policy);
            if (breaks.isEmpty()) {
                return Optional.of(suppressed);
            }
            boolean more = false;
            for (Break b : breaks) {
                Optional<Integer> choice = beside(table, suppressed, b.cell(), random);
                choice.ifPresent(cell -> suppressed[cell] = true);
                more |= choice.isPresent();
            }
            if (!more) {
                return Optional.empty();
            }
        }
    }

    /** A printed cell in a sum with the broken one, a big one rather; else any printed cell. */
    private static Optional<Integer> beside(
            CountSystem table, boolean[] suppressed, int cell, SplittableRandom random) {
        List<Integer> figures = new ArrayList<>();
        Collection<Integer> own = table.units().get(cell).figures().values();
        for (Sum sum : table.sums()) {
            if (own.contains(sum.total()) || sum.addends().stream().anyMatch(own::contains)) {
                figures.addAll(sum.addends());
                figures.add(sum.total());
            }
        }
        List<Integer> near = new ArrayList<>(IntStream.range(0, suppressed.length)
                .filter(i -> !suppressed[i]
                        && table.units().get(i).figures().values().stream().anyMatch(figures::contains))
                .boxed()
                .toList());
        near.sort(Comparator.comparing(i -> -table.persons(table.units().get(i))));
        if (!near.isEmpty()) {
            return Optional.of(near.get(random.nextInt(Math.min(2, near.size()))));
        }
        return IntStream.range(0, suppressed.length)
                .filter(i -> !suppressed[i])
                .boxed()
                .findFirst();
    }
}
