package org.ecart.protect;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collections;
import java.util.List;

/**
 * Which units are left out so far, and which figures a reader knows by that: those that a unit tells which is printed.
 * Where a figure must stay unknown, every unit that tells it goes.
 */
final class Published {
    private final Ground ground;
    private final Requirements requirements;
    private final BitSet hidden = new BitSet();
    private final int[] tellers;
    private final List<Integer> order = new ArrayList<>();

    Published(Ground ground, Requirements requirements) {
        this.ground = ground;
        this.requirements = requirements;
        this.tellers = new int[ground.figures()];
        for (int figure = 0; figure < tellers.length; figure++) {
            tellers[figure] = ground.unitsOf(figure).length + (ground.constant(figure) ? 1 : 0);
        }
    }

    /** The units left out, in the order in which they were. */
    List<Integer> hidden() {
        return Collections.unmodifiableList(order);
    }

    boolean hidden(int unit) {
        return hidden.get(unit);
    }

    boolean known(int figure) {
        return tellers[figure] > 0;
    }

    /** Leaves out a unit, and all that tell what must not be known with it. */
    void hide(int unit) {
        if (!hidden.get(unit)) {
            for (int member : bundle(unit, false)) {
                mark(member);
                order.add(member);
            }
        }
    }

    /** Leaves out every unit that tells a figure. */
    void hideFigure(int figure) {
        for (int unit : ground.unitsOf(figure)) {
            hide(unit);
        }
    }

    /**
     * Units that stand and fall together, because each must not tell what another one tells.
     *
     * @param whole with those that are hidden already
     */
    List<Integer> bundle(int unit, boolean whole) {
        List<Integer> bundle = new ArrayList<>(List.of(unit));
        BitSet seen = new BitSet();
        seen.set(unit);
        for (int i = 0; i < bundle.size(); i++) {
            for (int figure : requirements.guarded(bundle.get(i))) {
                for (int other : ground.unitsOf(figure)) {
                    if (!seen.get(other) && (whole ? hidden.get(other) : !hidden.get(other))) {
                        seen.set(other);
                        bundle.add(other);
                    }
                }
            }
        }
        return bundle;
    }

    private void mark(int unit) {
        hidden.set(unit);
        for (int figure : ground.told(unit)) {
            tellers[figure]--;
        }
    }

    /** Prints units after all. */
    void show(List<Integer> units) {
        for (int unit : units) {
            hidden.clear(unit);
            for (int figure : ground.told(unit)) {
                tellers[figure]++;
            }
        }
        order.removeAll(units);
    }

    /** Takes back {@link #show}. */
    void hideAgain(List<Integer> units) {
        for (int unit : units) {
            mark(unit);
            order.add(unit);
        }
    }
}
