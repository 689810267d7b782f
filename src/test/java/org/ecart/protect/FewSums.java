package org.ecart.protect;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.ecart.model.Loss;
import org.ecart.model.Policy;
import org.ecart.model.Policy.AmountRule;
import org.ecart.protect.Sums.Group;
import org.ecart.protect.TableSystem.Place;
import org.ecart.tabulate.Contributions;

/** Small tables of sums: atoms are what each person has, in the same unit, and lie in rows of two. */
final class FewSums {
    private static final Policy POLICY =
            new Policy("test", 1, false, new AmountRule(2, 100, 10, 1), Loss.BALANCED, Optional.of("a test"));
    private final List<Group> atoms = new ArrayList<>();
    private final List<int[]> cells = new ArrayList<>();
    private final List<Boolean> fixed = new ArrayList<>();

    /** One group of persons with what each has; its number. */
    int atom(int... amounts) {
        return weighing(1, amounts);
    }

    /** @param weight of each person */
    int weighing(int weight, int... amounts) {
        int sum = Arrays.stream(amounts).sum() * weight;
        atoms.add(new Group(amounts.length, BigDecimal.valueOf(sum), of(1, amounts), of(weight, amounts)));
        return atoms.size() - 1;
    }

    private static Contributions of(int weight, int... amounts) {
        List<BigDecimal> all = Arrays.stream(amounts)
                .mapToObj(a -> BigDecimal.valueOf(Math.abs(a * weight)))
                .sorted(Comparator.reverseOrder())
                .toList();
        return new Contributions(all.stream().limit(2).toList(), all.stream().reduce(BigDecimal.ZERO, BigDecimal::add));
    }

    /** A cell with the sum of some groups. */
    void cell(int... of) {
        cells.add(of);
        fixed.add(false);
    }

    Sums sums() {
        Sums.Builder builder = new Sums.Builder(
                atoms,
                IntStream.range(0, atoms.size())
                        .mapToObj(atom -> new int[] {atom / 2, atom % 2})
                        .toArray(int[][]::new),
                new AmountRules(POLICY),
                POLICY.threshold(),
                2);
        for (int c = 0; c < cells.size(); c++) {
            builder.cell(cells.get(c), new Place(0, c), 16L * cells.get(c).length, fixed.get(c));
        }
        return builder.build();
    }

    /** a b / c d with row, column and whole sums. */
    void square(int a, int b, int c, int d) {
        for (int[] of : List.of(
                new int[] {a},
                new int[] {b},
                new int[] {c},
                new int[] {d},
                new int[] {a, b},
                new int[] {c, d},
                new int[] {a, c},
                new int[] {b, d},
                new int[] {a, b, c, d})) {
            cell(of);
        }
    }

    /** What readers know of a cell whatever is left out. */
    void fix(int cell) {
        fixed.set(cell, true);
    }
}
