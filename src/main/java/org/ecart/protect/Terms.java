package org.ecart.protect;

import java.util.BitSet;
import org.ecart.protect.Cubes.Goal;
import org.ecart.protect.Cubes.Reach;

/** The terms of one search: which atoms may move, and what it costs to make figures unknown. */
final class Terms {
    /** The price of what may not be. */
    static final long CLOSED = -1;

    private final Ground ground;
    private final Knowledge knowledge;
    private final Published published;
    private final Goal goal;
    private final long[] counts;

    /** @param counts the persons of each atom at present */
    Terms(Ground ground, Knowledge knowledge, Published published, Goal goal, long[] counts) {
        this.ground = ground;
        this.knowledge = knowledge;
        this.published = published;
        this.goal = goal;
        this.counts = counts;
    }

    Goal goal() {
        return goal;
    }

    long count(int atom) {
        return counts[atom];
    }

    /** Whether the atom may move in a direction. */
    boolean possible(int atom, int sign) {
        long needed = needed(sign) + (sign < 0 && goal.kept().get(atom) ? 1 : 0);
        return !goal.still().get(atom) && counts[atom] >= needed && !(goal.guarded() && !thinkable(atom, sign));
    }

    /** The persons that an atom must have to move in a direction. */
    long needed(int sign) {
        return sign < 0 ? goal.fall() : goal.rise();
    }

    /** What B knows of the atom by itself stays so in any move. */
    private boolean thinkable(int atom, int sign) {
        for (int figure : ground.finest(atom)) {
            if (ground.atomsOf(figure).length == 1 && !knowledge.allows(figure, ground.value(figure) + sign)) {
                return false;
            }
        }
        return true;
    }

    /** Whether B knows that a figure has not changed with one atom alone. */
    boolean blocked(int figure) {
        return goal.guarded() && !knowledge.allows(figure, ground.value(figure) + goal.sign());
    }

    /**
     * The price of the figures that tell of an atom by itself.
     *
     * @param priced units that are counted already; takes in those that are now
     */
    long alone(int atom, BitSet priced) {
        long price = 0;
        for (int figure : ground.finest(atom)) {
            if (ground.atomsOf(figure).length == 1 && published.known(figure)) {
                long more = priceOf(figure, priced);
                if (more == CLOSED) {
                    return CLOSED;
                }
                price += more;
            }
        }
        return price;
    }

    /** What it costs at least to move an atom, roughly. */
    long rank(int atom) {
        return published.rank(atom, goal.paid());
    }

    /**
     * The price of the units that tell a figure.
     *
     * @param priced units that are counted already; takes in those that are now
     */
    long priceOf(int figure, BitSet priced) {
        if (ground.constant(figure)) {
            return CLOSED;
        }
        long price = 0;
        for (int unit : ground.unitsOf(figure)) {
            if (!published.hidden(unit) && !priced.get(unit)) {
                boolean within =
                        goal.reach() == Reach.ANY || goal.reach() == Reach.OCCUPIED && ground.persons(unit) > 0;
                if (!within) {
                    return CLOSED;
                }
                priced.set(unit);
                price += ground.price(unit);
            }
        }
        return price;
    }

    /** The price of all that changes; {@link #CLOSED} also when it is not below the limit. */
    long price(Changes changes, BitSet priced, long limit) {
        long price = 0;
        for (int i = 0; i < changes.size(); i++) {
            int figure = changes.figure(i);
            long change = changes.of(figure);
            if (change != 0) {
                if (goal.guarded() && !knowledge.allows(figure, ground.value(figure) + change)) {
                    return CLOSED;
                }
                long more = published.known(figure) ? priceOf(figure, priced) : 0;
                if (more == CLOSED || price + more >= limit) {
                    return CLOSED;
                }
                price += more;
            }
        }
        return price;
    }
}
