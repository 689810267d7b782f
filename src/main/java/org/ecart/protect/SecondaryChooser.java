package org.ecart.protect;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.List;
import org.ecart.model.Progress;
import org.ecart.protect.Cubes.Reach;

/**
 * Decides which units go with the primary ones. Each unit left out needs its proof; where one is missing, the cheapest
 * move that gives it is looked for and the units of that move are left out as well, which in their turn need theirs.
 *
 * <p>What is proven to be known whatever is printed needs no proof (decision 5). Where else no move is found, one is taken that
 * is found where nothing is printed. Where that is not enough, or the steps are spent, what is told of the same persons is left
 * out too, then what is told of those, and at last everything that hangs together with the unit ("surrender"): then nobody learns
 * anything from what is published there, and nothing is left to withhold.
 */
final class SecondaryChooser {
    private static final int MOST_TO_CLEAR = 8;
    /** So often what is around a unit is left out before all that hangs together is. */
    private static final int MOST_RINGS = 3;

    private final Ground ground;
    private final Requirements requirements;
    private final Published published;
    private final Prover prover;
    private final Unprinted unprinted;
    private final Steps steps;
    private final BitSet surrendered = new BitSet();

    /**
     * @param prover leaves out what a proof needs
     * @param unprinted has the proofs that would be there if every unit were left out
     */
    SecondaryChooser(Prover.Field field, Prover prover, Unprinted unprinted, Steps steps) {
        this.unprinted = unprinted;
        this.steps = steps;
        this.ground = field.ground();
        this.requirements = field.requirements();
        this.published = field.published();
        this.prover = prover;
    }

    void choose(Progress progress) {
        for (int unit = 0; unit < ground.units(); unit++) {
            if (requirements.primary(unit) || ground.system().fate(unit).silent()) {
                published.hide(unit);
            }
        }
        // the list grows while it is worked off
        for (int i = 0; i < published.hidden().size(); i++) {
            progress.report("protect.choosing", (double) i / published.hidden().size());
            int unit = published.hidden().get(i);
            if (!surrendered.get(unit) && !proven(unit, published.hidden().size() - i) && !ringed(unit)) {
                surrender(unit);
            }
        }
    }

    private boolean proven(int unit, int searches) {
        for (int figure : requirements.guarded(unit)) {
            steps.share(3L * searches);
            if (!published.known(figure) && !prover.prove(figure, Reach.ANY)) {
                steps.insist();
                if (!prover.prove(figure, Reach.ANY) && !borrowed(figure) && !clear(figure)) {
                    return false;
                }
            }
        }
        return !published.told(unit);
    }

    /** Leaves out everything along lines of the grid through the figure, one after another, so that the search is free there. */
    private boolean clear(int figure) {
        int[] atoms = ground.atomsOf(figure);
        return atoms.length > 0
                && atoms.length <= MOST_TO_CLEAR
                && ground.longest(atoms[0]).stream().anyMatch(dimension -> clear(figure, atoms, dimension));
    }

    private boolean clear(int figure, int[] atoms, int dimension) {
        for (int coordinate = 0; coordinate < ground.system().size(dimension); coordinate++) {
            int atom = ground.beside(atoms[0], dimension, coordinate);
            for (int other : atom < 0 ? new int[0] : ground.figuresOf(atom)) {
                published.hideFigure(other);
            }
        }
        steps.insist();
        return prover.prove(figure, Reach.ANY);
    }

    /** Takes a proof from where nothing is printed, and leaves out what it makes unknown. */
    private boolean borrowed(int figure) {
        List<Move> moves = new ArrayList<>(unprinted.witnesses(figure));
        moves.sort(Comparator.comparing(move -> prover.price(move)));
        for (Move move : moves) {
            prover.take(move);
            steps.insist();
            if (prover.prove(figure, Reach.UNKNOWN)) {
                return true;
            }
        }
        return false;
    }

    /** Leaves out what is told of the same persons, and of theirs, until there is a proof. */
    private boolean ringed(int unit) {
        BitSet inside = new BitSet();
        inside.set(unit);
        for (int ring = 0; ring < MOST_RINGS; ring++) {
            inside = ground.around(inside);
            inside.stream().forEach(published::hide);
            if (proven(unit, 1)) {
                return true;
            }
        }
        return false;
    }

    private void surrender(int unit) {
        for (int other : ground.connected(unit)) {
            published.hide(other);
            surrendered.set(other);
        }
    }

    /** Units that were left out with everything around them, because no proof was found. */
    BitSet surrendered() {
        return surrendered;
    }
}
