package org.ecart.attack;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.ecart.model.Policy;
import org.ecart.protect.CountTable;
import org.ecart.protect.CountTable.Sum;

/**
 * A slow and wasteful way to a safe table: suppress the primary cells, then something beside each broken cell, until
 * the attacker finds nothing. It gives the attacker's own tests a protected table to spoil.
 */
final class PlainProtection {
    private PlainProtection() {}

    static boolean[] primary(CountTable table, Policy policy) {
        PrimaryRule rule = new PrimaryRule(table.parts(), policy);
        boolean[] suppressed = new boolean[table.cells().size()];
        for (int i = 0; i < suppressed.length; i++) {
            suppressed[i] = !rule.unsafe(table.cells().get(i)).isEmpty();
        }
        return suppressed;
    }

    /** Every printed cell: if even that is broken, nobody can protect the table under this policy. */
    static boolean[] everything(CountTable table) {
        boolean[] suppressed = new boolean[table.cells().size()];
        for (int i = 0; i < suppressed.length; i++) {
            suppressed[i] = table.cells().get(i).published();
        }
        return suppressed;
    }

    /** Empty where suppressing everything is not enough. */
    static Optional<boolean[]> protect(CountTable table, Policy policy, SplittableRandom random) {
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
    private static Optional<Integer> beside(CountTable table, boolean[] suppressed, int cell, SplittableRandom random) {
        List<Integer> near = new ArrayList<>();
        for (Sum sum : table.sums()) {
            if (sum.total() == cell || sum.addends().contains(cell)) {
                near.addAll(sum.addends());
                near.add(sum.total());
            }
        }
        near.removeIf(i -> suppressed[i] || !table.cells().get(i).published());
        near.sort(Comparator.comparing(i -> -table.cells().get(i).persons()));
        if (!near.isEmpty()) {
            return Optional.of(near.get(random.nextInt(Math.min(2, near.size()))));
        }
        return IntStream.range(0, suppressed.length)
                .filter(i -> !suppressed[i] && table.cells().get(i).published())
                .boxed()
                .findFirst();
    }
}
