package org.ecart.protect;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Which units are left out so far, and which figures a reader knows by that: those that a unit tells which is printed.
 * Where a figure must stay unknown, every unit that tells it goes. A secondary unit may have figures that another one
 * tells: the persons of a cell whose rate is left out.
 */
final class Published {
    private static final BitSet NOTHING = new BitSet();

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

    /** The price of leaving out every unit that still tells a figure. */
    long price(int figure) {
        return price(figure, NOTHING);
    }

    private long price(int figure, BitSet paid) {
        long price = 0;
        for (int unit : ground.unitsOf(figure)) {
            price += hidden.get(unit) || paid.get(unit) ? 0 : ground.price(unit);
        }
        return price;
    }

    /** What it costs at least to move an atom, roughly: each of its finest figures that is known. */
    long rank(int atom) {
        return rank(atom, NOTHING);
    }

    /** @param paid units that cost nothing */
    long rank(int atom, BitSet paid) {
        long rank = 0;
        for (int figure : ground.finest(atom)) {
            rank += known(figure) ? price(figure, paid) : 0;
        }
        return rank;
    }

    /** Leaves out a unit; of a primary one also every other that tells what makes it unsafe. */
    void hide(int unit) {
        if (!hidden.get(unit)) {
            leaveOut(unit);
            if (requirements.primary(unit)) {
                Arrays.stream(requirements.guarded(unit)).forEach(this::hideFigure);
            }
        }
    }

    /** Leaves out a unit and no other. */
    void leaveOut(int unit) {
        if (!hidden.get(unit) && ground.system().fate(unit) != Fate.PRINTED) {
            mark(unit);
            order.add(unit);
        }
    }

    /** Leaves out every unit that tells a figure. */
    void hideFigure(int figure) {
        for (int unit : ground.unitsOf(figure)) {
            hide(unit);
        }
    }

    /** Whether it is in vain that a unit is left out: others tell what it must not, or all that it tells. */
    boolean told(int unit) {
        if (requirements.nothing(unit)) {
            return false;
        }
        IntStream guarded = Arrays.stream(requirements.guarded(unit));
        return requirements.primary(unit) ? guarded.anyMatch(this::known) : guarded.allMatch(this::known);
    }

    /**
     * Prints a unit after all, and those that it makes in vain to leave out.
     *
     * @return the units shown; {@link #hideAgain} takes it back
     */
    List<Integer> show(int unit) {
        List<Integer> shown = new ArrayList<>(List.of(unit));
        unmark(unit);
        for (int i = 0; i < shown.size(); i++) {
            for (int figure : ground.told(shown.get(i))) {
                for (int other : ground.unitsOf(figure)) {
                    if (hidden.get(other) && told(other)) {
                        shown.add(other);
                        unmark(other);
                    }
                }
            }
        }
        order.removeAll(shown);
        return shown;
    }

    private void mark(int unit) {
        hidden.set(unit);
        for (int figure : ground.told(unit)) {
            tellers[figure]--;
        }
    }

    private void unmark(int unit) {
        hidden.clear(unit);
        for (int figure : ground.told(unit)) {
            tellers[figure]++;
        }
    }

    /** Takes back {@link #show}. */
    void hideAgain(List<Integer> units) {
        for (int unit : units) {
            mark(unit);
            order.add(unit);
        }
    }
}
