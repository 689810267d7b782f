package org.ecart.protect;

import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.ecart.model.Policy;

/**
 * What attacker B knows besides the published figures: which cells are primary, by which quantity, and the range that
 * the rule gives it: 1 to n - 1, or from 0 where group disclosure makes a 0 unsafe too and B cannot tell them apart.
 * A denominator or a number of persons is taken to start at 1 unless it is 0, which supposes more knowledge, not less.
 */
final class Knowledge {
    /** Above any number of persons, and far from overflow. */
    static final long UNBOUNDED = Long.MAX_VALUE / 4;

    private static final Quantity[] QUANTITIES = Quantity.values();

    private final long[][] lower;
    private final long[][] upper;
    private final boolean[] primary;

    /** @param unsafe for each cell the quantities that make it primary */
    Knowledge(Equations equations, List<Set<Quantity>> unsafe, Policy policy) {
        int size = equations.size();
        this.lower = new long[QUANTITIES.length][size];
        this.upper = new long[QUANTITIES.length][size];
        this.primary = new boolean[size];
        for (long[] bounds : upper) {
            Arrays.fill(bounds, UNBOUNDED);
        }
        for (int c = 0; c < size; c++) {
            primary[c] = !unsafe.get(c).isEmpty();
            for (Quantity quantity : unsafe.get(c)) {
                boolean zeroPossible = policy.groupDisclosure()
                        && quantity != Quantity.PERSONS
                        && (quantity != Quantity.TOTAL || quantity.of(equations.cell(c)) == 0);
                lower[quantity.ordinal()][c] = zeroPossible ? 0 : 1;
                upper[quantity.ordinal()][c] = policy.threshold() - 1;
            }
        }
    }

    long lower(Quantity quantity, int cell) {
        return lower[quantity.ordinal()][cell];
    }

    /** {@link #UNBOUNDED} where nothing is known. */
    long upper(Quantity quantity, int cell) {
        return upper[quantity.ordinal()][cell];
    }

    /** Whether B thinks it possible that the cell has these persons. */
    boolean allows(int cell, long numerator, long rest, long outside) {
        if (numerator < 0 || rest < 0 || outside < 0) {
            return false;
        }
        if (primary[cell]) {
            for (Quantity quantity : QUANTITIES) {
                long value = quantity.of(numerator, rest, outside);
                int q = quantity.ordinal();
                if (value < lower[q][cell] || value > upper[q][cell]) {
                    return false;
                }
            }
        }
        return true;
    }
}
