package org.ecart.protect;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * What B, or a single contributor, knows even when nothing at all is published: ranges of primary cells narrowed along
 * the sums until nothing changes. Four cells of 1 to 4 persons with a total of 1 to 4 are 1 each, whatever is left out.
 * No suppression can hide such a value, so none is asked for; this is a proof (each narrowing is exact), not a search.
 */
final class Forced {
    private static final int ROUNDS = 100;
    private static final Quantity[] QUANTITIES = Quantity.values();

    private final Equations equations;
    private final Knowledge knowledge;
    /** Each a total and its addends, as variables {@code quantity * size + cell}. */
    private final List<int[]> relations = new ArrayList<>();

    Forced(Equations equations, Knowledge knowledge) {
        this.equations = equations;
        this.knowledge = knowledge;
        for (int s = 0; s < equations.sums(); s++) {
            for (Quantity quantity : QUANTITIES) {
                relations.add(Arrays.stream(equations.members(s))
                        .map(cell -> variable(quantity, cell))
                        .toArray());
            }
        }
        for (int c = 0; c < equations.size(); c++) {
            relations.add(
                    new int[] {variable(Quantity.TOTAL, c), variable(Quantity.NUMERATOR, c), variable(Quantity.REST, c)
                    });
            relations.add(
                    new int[] {variable(Quantity.PERSONS, c), variable(Quantity.TOTAL, c), variable(Quantity.OUTSIDE, c)
                    });
        }
    }

    private int variable(Quantity quantity, int cell) {
        return quantity.ordinal() * equations.size() + cell;
    }

    /** The variables that are known, by {@link #known}, to somebody who also knows the cells {@code own} exactly. */
    Known to(int... own) {
        int count = QUANTITIES.length * equations.size();
        long[] lower = new long[count];
        long[] upper = new long[count];
        for (Quantity quantity : QUANTITIES) {
            for (int c = 0; c < equations.size(); c++) {
                lower[variable(quantity, c)] = knowledge.lower(quantity, c);
                upper[variable(quantity, c)] = knowledge.upper(quantity, c);
            }
            for (int c : own) {
                long value = quantity.of(equations.cell(c));
                lower[variable(quantity, c)] = value;
                upper[variable(quantity, c)] = value;
            }
        }
        for (int part = equations.parts().length; part < Quantity.PARTS; part++) {
            int first = variable(Quantity.ofPart(part), 0);
            Arrays.fill(upper, first, first + equations.size(), 0);
        }
        boolean changed = true;
        for (int round = 0; round < ROUNDS && changed; round++) {
            changed = false;
            for (int[] relation : relations) {
                while (narrow(relation, lower, upper)) {
                    changed = true;
                }
            }
        }
        return (cell, quantity) -> lower[variable(quantity, cell)] == upper[variable(quantity, cell)];
    }

    /** Whether only one value of a quantity is possible. */
    interface Known {
        boolean known(int cell, Quantity quantity);
    }

    private static boolean narrow(int[] relation, long[] lower, long[] upper) {
        long low = 0;
        long high = 0;
        int unbounded = 0;
        for (int i = 1; i < relation.length; i++) {
            low += lower[relation[i]];
            if (upper[relation[i]] >= Knowledge.UNBOUNDED) {
                unbounded++;
            } else {
                high += upper[relation[i]];
            }
        }
        int total = relation[0];
        boolean changed = raise(lower, total, low);
        if (unbounded == 0) {
            changed |= cut(upper, total, high);
        }
        for (int i = 1; i < relation.length; i++) {
            int addend = relation[i];
            boolean bounded = upper[addend] < Knowledge.UNBOUNDED;
            long othersLow = low - lower[addend];
            if (unbounded - (bounded ? 0 : 1) == 0) {
                long othersHigh = high - (bounded ? upper[addend] : 0);
                changed |= raise(lower, addend, lower[total] - othersHigh);
            }
            if (upper[total] < Knowledge.UNBOUNDED) {
                changed |= cut(upper, addend, upper[total] - othersLow);
            }
            if (changed) {
                return true;
            }
        }
        return changed;
    }

    private static boolean raise(long[] lower, int variable, long bound) {
        if (bound <= lower[variable]) {
            return false;
        }
        lower[variable] = bound;
        return true;
    }

    private static boolean cut(long[] upper, int variable, long bound) {
        if (bound >= upper[variable]) {
            return false;
        }
        upper[variable] = bound;
        return true;
    }
}
