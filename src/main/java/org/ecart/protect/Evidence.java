package org.ecart.protect;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * The proof that units are safe: witnesses, and what they prove. A witness is a second set of counts, whole numbers, none
 * negative, in which every known figure is what it is; here as a {@link Move} away from the true counts. It is believed
 * only after this is checked by adding it up in exact arithmetic, so it does not matter who found it.
 *
 * <p>Where there are several grids, they must agree with one another too ({@link Joints}): then there are persons of whom
 * all of them tell.
 *
 * <p>Against A, who knows what is published, a figure lies between the values that witnesses give it. Against B and C a
 * witness must also keep to the {@link Knowledge}; C, the only contributor of units ({@link Singletons}), is not deceived
 * by a witness that moves any of their atoms.
 */
final class Evidence {
    private final Ground ground;
    private final Knowledge knowledge;
    private final Published published;
    private final long enough;
    private final Singletons singletons;
    private final Companions companions;
    private final Doubts doubts;
    private final List<List<Witness>> witnesses = new ArrayList<>();
    private final long[] up;
    private final long[] down;
    private final Changes changes;
    /** Figures of whose witnesses some were dropped or restored since they were gone through. */
    private final BitSet stale = new BitSet();

    private long work;

    /** A move that was checked. */
    static final class Witness {
        private final Move move;
        private final int[] figures;
        private final long[] steps;
        private final long forwards;
        private final long backwards;
        /** Forwards and backwards, as far as B thinks it possible. */
        private final List<Doubts.Seen> seen;

        private boolean valid = true;

        private Witness(Move move, int[] figures, long[] steps, long forwards, long backwards, List<Doubts.Seen> seen) {
            this.move = move;
            this.figures = figures;
            this.steps = steps;
            this.forwards = forwards;
            this.backwards = backwards;
            this.seen = seen;
        }

        Move move() {
            return move;
        }

        private int place(int figure) {
            return Arrays.binarySearch(figures, figure);
        }
    }

    /** @param enough how far apart A's bounds need be; more is not looked for */
    Evidence(Ground ground, Knowledge knowledge, Published published, Singletons singletons, long enough) {
        this.ground = ground;
        this.knowledge = knowledge;
        this.published = published;
        this.enough = enough;
        this.singletons = singletons;
        this.companions = new Companions(ground, singletons);
        this.up = new long[ground.figures()];
        this.down = new long[ground.figures()];
        this.doubts = new Doubts(ground.figures());
        this.changes = new Changes(ground);
        for (int figure = 0; figure < ground.figures(); figure++) {
            witnesses.add(new ArrayList<>());
        }
    }

    /** Takes a move as a witness if it is one, and in so far as it proves anything; says whether it does. */
    boolean add(Move move) {
        if (!ground.joints().agree(move)) {
            return false;
        }
        int[] changed = changes.of(move).changed();
        long[] steps = new long[changed.length];
        for (int i = 0; i < changed.length; i++) {
            if (published.known(changed[i])) {
                return false;
            }
            steps[i] = changes.of(changed[i]);
        }
        long forwards = times(move, 1);
        long backwards = times(move, -1);
        List<Doubts.Seen> seen = new ArrayList<>();
        for (int direction = 1; direction >= -1; direction -= 2) {
            if ((direction > 0 ? forwards : backwards) > 0 && possible(changed, steps, direction)) {
                seen.add(seen(move, direction));
            }
        }
        Witness witness = new Witness(move, changed, steps, forwards, backwards, seen);
        boolean proves = false;
        for (int i = 0; i < changed.length; i++) {
            refresh(changed[i]);
            proves |= note(witness, i);
        }
        if (proves) {
            for (int figure : changed) {
                witnesses.get(figure).add(witness);
            }
        }
        return proves;
    }

    /** The witnesses that change a figure. */
    List<Move> moves(int figure) {
        return witnesses.get(figure).stream()
                .filter(witness -> witness.valid)
                .map(Witness::move)
                .toList();
    }

    /** All witnesses. */
    List<Move> moves() {
        Set<Witness> all = new LinkedHashSet<>();
        witnesses.forEach(of -> of.stream().filter(witness -> witness.valid).forEach(all::add));
        return all.stream().map(Witness::move).toList();
    }

    /** How many times a move, in a direction, leaves nothing negative; no more than is enough. */
    private long times(Move move, int direction) {
        long times = enough;
        for (int i = 0; i < move.length(); i++) {
            long step = direction * move.steps()[i];
            if (step < 0) {
                times = Math.min(times, ground.count(move.atoms()[i]) / -step);
            }
        }
        return times;
    }

    private boolean possible(int[] figures, long[] steps, int direction) {
        for (int i = 0; i < figures.length; i++) {
            if (!knowledge.allows(figures[i], ground.value(figures[i]) + direction * steps[i])) {
                return false;
            }
        }
        return true;
    }

    private Doubts.Seen seen(Move move, int direction) {
        Set<Integer> moved = new TreeSet<>();
        SortedMap<Integer, BitSet> emptied = new TreeMap<>();
        for (int i = 0; i < move.length(); i++) {
            int atom = move.atoms()[i];
            for (int s : singletons.of(atom)) {
                moved.add(s);
            }
            if (ground.count(atom) + direction * move.steps()[i] == 0) {
                companions.of(atom).forEach(s -> emptied.computeIfAbsent(s, key -> new BitSet())
                        .set(atom));
            }
        }
        return new Doubts.Seen(moved, emptied, ground::grid);
    }

    private boolean note(Witness witness, int i) {
        int figure = witness.figures[i];
        long step = witness.steps[i];
        long rise = step > 0 ? witness.forwards * step : witness.backwards * -step;
        long fall = step > 0 ? witness.backwards * step : witness.forwards * -step;
        boolean news = rise > up[figure] || fall > down[figure];
        up[figure] = Math.max(up[figure], rise);
        down[figure] = Math.max(down[figure], fall);
        for (Doubts.Seen seen : witness.seen) {
            news |= doubts.note(figure, companions.guessing() ? seen : seen.among(companions));
        }
        return news;
    }

    /** Takes away the witnesses that change a figure which has become known; gives them. */
    Set<Witness> drop(int figure) {
        Set<Witness> dropped = new LinkedHashSet<>();
        for (Witness witness : witnesses.get(figure)) {
            if (witness.valid) {
                validate(witness, false);
                dropped.add(witness);
            }
        }
        return dropped;
    }

    void restore(Set<Witness> dropped) {
        dropped.forEach(witness -> validate(witness, true));
    }

    private void validate(Witness witness, boolean valid) {
        witness.valid = valid;
        Arrays.stream(witness.figures).forEach(stale::set);
    }

    /** The figures that some witnesses say something about. */
    static Set<Integer> affected(Set<Witness> some) {
        Set<Integer> affected = new TreeSet<>();
        for (Witness witness : some) {
            Arrays.stream(witness.figures).forEach(affected::add);
        }
        return affected;
    }

    /** How many witnesses say something about a figure. */
    int saying(int figure) {
        int saying = 0;
        for (Witness witness : witnesses.get(figure)) {
            saying += witness.valid ? 1 : 0;
        }
        return saying;
    }

    /** How many witnesses were gone through again so far. */
    long work() {
        return work;
    }

    /** Says anew what is left of the proof of a figure, if some of it was taken away. */
    private void refresh(int figure) {
        if (stale.get(figure)) {
            stale.clear(figure);
            up[figure] = 0;
            down[figure] = 0;
            doubts.forget(figure);
            for (Witness witness : witnesses.get(figure)) {
                if (witness.valid) {
                    work++;
                    note(witness, witness.place(figure));
                }
            }
        }
    }

    /** Forgets witnesses that were dropped for good. */
    void forget(Set<Witness> dropped) {
        affected(dropped).forEach(figure -> witnesses.get(figure).removeIf(w -> !w.valid));
    }

    /** Witnesses that raise (+1) or lower (-1) a figure, as moves in that direction. */
    List<Move> moving(int figure, int direction) {
        List<Move> moves = new ArrayList<>();
        for (Witness witness : witnesses.get(figure)) {
            if (witness.valid) {
                boolean turn = Long.signum(witness.steps[witness.place(figure)]) != direction;
                moves.add(turn ? witness.move.reversed() : witness.move);
            }
        }
        return moves;
    }

    /** How far the figure is proven to rise above its true value, to A. */
    long up(int figure) {
        refresh(figure);
        return up[figure];
    }

    /** How far the figure is proven to fall below its true value, to A. */
    long down(int figure) {
        refresh(figure);
        return down[figure];
    }

    /** Whether B, and everybody else with him, may know the figure exactly. */
    boolean knownToB(int figure) {
        refresh(figure);
        return doubts.none(figure);
    }

    /** How often somebody has become less sure of a figure. */
    int changes(int figure) {
        refresh(figure);
        return doubts.changes(figure);
    }

    /** The singletons who may know the figure exactly though B does not; not those in whose own units it lies. */
    int[] undeceived(int figure) {
        refresh(figure);
        return doubts.undeceived(figure).stream()
                .mapToInt(Integer::intValue)
                .filter(s -> !singletons.within(figure, s) && companions.exists(s))
                .toArray();
    }

    /** Looks up where somebody is in grids that do not tell his unit; says whether that may make a difference. */
    boolean lookUp(int singleton) {
        boolean news = companions.lookUp(singleton);
        if (news) {
            stale.set(0, ground.figures());
        }
        return news;
    }

    /** The atoms of a singleton's units. */
    BitSet atoms(int singleton) {
        return singletons.atoms(singleton);
    }

    /** The atoms that must not become empty, so that a singleton need not know better about a figure. */
    BitSet kept(int figure, int singleton) {
        refresh(figure);
        return doubts.kept(figure, singleton, companions.places(singleton));
    }
}
