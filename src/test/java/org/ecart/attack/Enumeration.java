package org.ecart.attack;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * Every complete table of a small component, one after another: slow, and beyond doubt. Keeps the least and the
 * greatest value of each place.
 */
final class Enumeration {
    private final Component component;
    private final Bounds bounds;
    private final List<List<Relation>> closedBy = new ArrayList<>();
    private final long[] values;
    private final long[] least;
    private final long[] greatest;
    private long steps;

    private Enumeration(Component component, Bounds bounds, long steps) {
        this.component = component;
        this.bounds = bounds;
        this.steps = steps;
        int n = component.size();
        this.values = new long[n];
        this.least = new long[n];
        this.greatest = new long[n];
        Arrays.fill(least, Long.MAX_VALUE);
        Arrays.fill(greatest, Long.MIN_VALUE);
        for (int place = 0; place < n; place++) {
            closedBy.add(new ArrayList<>());
        }
        for (Relation relation : component.relations()) {
            closedBy.get(Arrays.stream(relation.places()).map(this::turn).max().orElse(0))
                    .add(relation);
        }
    }

    /** Empty where a place has no upper bound, or after {@code steps} steps. */
    static Optional<Enumeration> of(Component component, Bounds bounds, long steps) {
        for (int place = 0; place < component.size(); place++) {
            if (bounds.high(place) == Bounds.NONE) {
                return Optional.empty();
            }
        }
        Enumeration all = new Enumeration(component, bounds, steps);
        all.from(0);
        return all.steps > 0 ? Optional.of(all) : Optional.empty();
    }

    /** Atoms first, because sums of them follow from them. */
    private int turn(int place) {
        return (place - component.firstAtom() + values.length) % values.length;
    }

    private void from(int turn) {
        if (turn == values.length) {
            for (int p = 0; p < values.length; p++) {
                least[p] = Math.min(least[p], values[p]);
                greatest[p] = Math.max(greatest[p], values[p]);
            }
            return;
        }
        int place = (turn + component.firstAtom()) % values.length;
        for (long v = bounds.low(place); v <= bounds.high(place) && steps > 0; v++) {
            steps--;
            values[place] = v;
            if (closedBy.get(turn).stream().allMatch(relation -> relation.holds(values))) {
                from(turn + 1);
            }
        }
    }

    long least(int place) {
        return least[place];
    }

    long greatest(int place) {
        return greatest[place];
    }

    Component component() {
        return component;
    }
}
