package org.ecart.attack;

import java.util.Arrays;

/** What an attacker knows about each place beside the equations: inclusive bounds. */
final class Bounds {
    /** No upper bound. */
    static final long NONE = Long.MAX_VALUE / 8;

    private final long[] low;
    private final long[] high;

    private Bounds(long[] low, long[] high) {
        this.low = low;
        this.high = high;
    }

    /** Counts are not negative: all that attacker A knows. */
    static Bounds notNegative(Component component) {
        long[] high = new long[component.size()];
        Arrays.fill(high, NONE);
        return new Bounds(new long[component.size()], high);
    }

    Bounds copy() {
        return new Bounds(low.clone(), high.clone());
    }

    long low(int place) {
        return low[place];
    }

    long high(int place) {
        return high[place];
    }

    /** Narrows a place; false where that tells nothing new. */
    boolean narrow(int place, long atLeast, long atMost) {
        boolean news = atLeast > low[place] || atMost < high[place];
        low[place] = Math.max(low[place], atLeast);
        high[place] = Math.min(high[place], atMost);
        if (low[place] > high[place]) {
            throw new IllegalStateException("what an attacker knows contradicts the table");
        }
        return news;
    }

    boolean allow(long[] values) {
        for (int place = 0; place < low.length; place++) {
            if (values[place] < low[place] || values[place] > high[place]) {
                return false;
            }
        }
        return true;
    }

    /** Draws conclusions from each equation alone, again and again until nothing moves. */
    Bounds propagated(Component component) {
        Bounds bounds = copy();
        boolean moved = true;
        // every round is sound, so stopping early only leaves more to the solver
        for (int round = 0; moved && round < 200; round++) {
            moved = false;
            for (Relation relation : component.relations()) {
                moved |= bounds.propagate(relation);
            }
        }
        return bounds;
    }

    private boolean propagate(Relation relation) {
        long least = 0;
        long most = 0;
        int openBelow = 0;
        int openAbove = 0;
        int[] places = relation.places();
        for (int i = 0; i < places.length; i++) {
            int sign = relation.signs()[i];
            long a = sign > 0 ? low[places[i]] : high[places[i]];
            long b = sign > 0 ? high[places[i]] : low[places[i]];
            openBelow += a == NONE ? 1 : 0;
            openAbove += b == NONE ? 1 : 0;
            least += a == NONE ? 0 : sign * a;
            most += b == NONE ? 0 : sign * b;
        }
        boolean moved = false;
        for (int i = 0; i < places.length; i++) {
            int place = places[i];
            int sign = relation.signs()[i];
            if (Math.abs(sign) != 1) {
                continue;
            }
            long a = sign > 0 ? low[place] : high[place];
            long b = sign > 0 ? high[place] : low[place];
            // sign x value = constant - the others
            boolean othersBelow = openBelow - (a == NONE ? 1 : 0) == 0;
            boolean othersAbove = openAbove - (b == NONE ? 1 : 0) == 0;
            long termMost = relation.constant() - (least - (a == NONE ? 0 : sign * a));
            long termLeast = relation.constant() - (most - (b == NONE ? 0 : sign * b));
            long atLeast = Long.MIN_VALUE;
            long atMost = Long.MAX_VALUE;
            if (sign > 0) {
                atMost = othersBelow ? termMost : atMost;
                atLeast = othersAbove ? termLeast : atLeast;
            } else {
                atLeast = othersBelow ? -termMost : atLeast;
                atMost = othersAbove ? -termLeast : atMost;
            }
            moved |= narrow(place, atLeast, atMost);
            if (moved) {
                return true; // the sums above are stale: begin this equation again in the next round
            }
        }
        return false;
    }
}
