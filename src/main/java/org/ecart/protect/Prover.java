package org.ecart.protect;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.ecart.protect.Audit.Attacker;
import org.ecart.protect.Cubes.Cube;
import org.ecart.protect.Cubes.Goal;
import org.ecart.protect.Cubes.Reach;

/**
 * Gives a figure the proof that it still needs: looks for the cheapest move, leaves out what the move makes unknown and
 * takes the move as a witness. First among what is unknown already, where it costs nothing.
 */
final class Prover {
    private static final int[] NOBODY = {};
    private static final BitSet NOTHING = new BitSet();
    /** So many cubes are put together to one move. */
    private static final int MOST_LAYERS = 12;
    /** In a larger system a linear program is asked only where there is no cube. */
    private static final int MOST_ATOMS_TO_COMPARE = 10_000;
    /** In a smaller one always; between them where the cube leaves out more than the other corners of a square. */
    private static final int FEW_ATOMS = 300;

    private static final int OTHER_CORNERS = 3;

    private final Ground ground;
    private final Requirements requirements;
    private final Published published;
    private final Evidence evidence;
    private final KnownAnyway anyway;
    private final Cubes cubes;
    private final LinearMoves linear;
    private final Patterns patterns;
    private final int threshold;
    private final boolean thorough;
    private final long[] working;
    private final Changes changes;

    /** What a prover works with. */
    record Field(
            Ground ground, Requirements requirements, Published published, Evidence evidence, Knowledge knowledge) {}

    /** @param thorough whether to look longer, by linear programming too, where it costs nothing */
    Prover(Field field, KnownAnyway anyway, Steps steps, int threshold, boolean thorough) {
        this.ground = field.ground();
        this.requirements = field.requirements();
        this.published = field.published();
        this.evidence = field.evidence();
        this.anyway = anyway;
        this.cubes = new Cubes(ground, field.knowledge(), published, steps);
        this.patterns = new Patterns(ground, cubes);
        this.linear = new LinearMoves(field, new OjAlgoSolver(), steps, threshold);
        this.threshold = threshold;
        this.thorough = thorough;
        this.working = ground.counts();
        this.changes = new Changes(ground);
    }

    /** Whether the figure is proven uncertain enough, if need be with moves within reach. */
    boolean prove(int figure, Reach most) {
        boolean wide = requirements.wide(figure);
        return !published.known(figure)
                && (!wide || widen(figure, most) || anyway.toA(figure, wide))
                && blur(figure, most)
                // B may know a safe figure in any case, and A not
                && (wide || doubt(figure, most) || anyway.toA(figure, wide));
    }

    /**
     * Who knows too much of a figure.
     *
     * @param succeed as far as no witness was found
     * @param inAnyCase those of whom it is proven that they would, whatever is printed now
     */
    record Knowing(Set<Attacker> succeed, Set<Attacker> inAnyCase) {
        Knowing {
            succeed = Set.copyOf(succeed);
            inAnyCase = Set.copyOf(inAnyCase);
        }
    }

    /** Who knows too much of a figure that is left out; nothing more is left out. */
    Knowing attackers(int figure) {
        if (published.known(figure)) {
            return new Knowing(Set.of(Attacker.A), Set.of());
        }
        Set<Attacker> succeed = EnumSet.noneOf(Attacker.class);
        Set<Attacker> inAnyCase = EnumSet.noneOf(Attacker.class);
        boolean wide = requirements.wide(figure);
        if (!(wide ? widen(figure, Reach.UNKNOWN) : doubt(figure, Reach.UNKNOWN))) {
            (anyway.toA(figure, wide) ? inAnyCase : succeed).add(Attacker.A);
        }
        boolean uncertain = blur(figure, Reach.UNKNOWN);
        if (evidence.knownToB(figure)) {
            (uncertain ? inAnyCase : succeed).add(Attacker.B);
        } else if (evidence.undeceived(figure).length > 0) {
            (uncertain ? inAnyCase : succeed).add(Attacker.C);
        }
        return new Knowing(succeed, inAnyCase);
    }

    /** A: at least two values. */
    private boolean doubt(int figure, Reach most) {
        for (Reach reach : EnumSet.range(Reach.UNKNOWN, most)) {
            if (!moves(figure)) {
                Optional<Cube> up = cubes.cheapest(new Goal(figure, 1, 1, 0, reach), working, Long.MAX_VALUE);
                cubes.cheapest(new Goal(figure, -1, 1, 0, reach), working, price(up))
                        .or(() -> up)
                        .ifPresent(this::take);
            }
            if (!moves(figure) && (thorough || reach != Reach.UNKNOWN)) {
                linear.apart(figure, reach).ifPresent(this::take);
            }
        }
        return moves(figure);
    }

    private boolean moves(int figure) {
        return evidence.up(figure) + evidence.down(figure) > 0;
    }

    /** A: bounds at least the threshold apart; then, as nothing is negative, the upper one reaches it too. */
    private boolean widen(int figure, Reach most) {
        if (!wide(figure)) {
            stack(figure, 1, Optional.empty(), OptionalLong.empty());
        }
        for (Reach reach : EnumSet.range(Reach.UNKNOWN, most)) {
            if (!wide(figure)) {
                takeWide(figure, reach);
            }
            for (int direction = 1; direction >= -1 && !wide(figure); direction -= 2) {
                stack(figure, direction, Optional.of(reach), OptionalLong.empty());
            }
            if (!wide(figure) && (thorough || reach != Reach.UNKNOWN)) {
                linear.apart(figure, reach).ifPresent(this::take);
            }
        }
        return wide(figure);
    }

    private boolean wide(int figure) {
        return evidence.up(figure) + evidence.down(figure) >= threshold;
    }

    /** The classes of persons that make the same units unsafe: a cube that moves them all serves them all. */
    private int[] companions(int figure) {
        BitSet classes = new BitSet();
        int last = ground.system().dimensions() - 1;
        for (int unit : ground.unitsOf(figure)) {
            for (int unsafe : requirements.primary(unit) ? requirements.guarded(unit) : NOBODY) {
                BitSet own = new BitSet();
                Arrays.stream(ground.atomsOf(unsafe))
                        .forEach(atom -> own.set(ground.system().coordinate(atom, last)));
                if (own.cardinality() == 1) {
                    classes.or(own);
                }
            }
        }
        return classes.stream().toArray();
    }

    /** Takes what is cheapest of the moves that are wide enough by themselves. */
    private void takeWide(int figure, Reach reach) {
        Optional<Cube> alike = wideCube(figure, companions(figure), reach, Long.MAX_VALUE);
        boolean enough = alike.isPresent() && (reach == Reach.UNKNOWN || ground.atoms() > MOST_ATOMS_TO_COMPARE);
        Optional<Cube> cube =
                enough ? alike : wideCube(figure, NOBODY, reach, price(alike)).or(() -> alike);
        if (compares(cube, reach)) {
            linear.apart(figure, reach)
                    .filter(move -> price(move) < price(cube))
                    .ifPresent(this::take);
        }
        if (!wide(figure) && cube.isPresent() && reach != Reach.UNKNOWN) {
            stack(figure, 1, Optional.of(reach), OptionalLong.of(cube.get().price()));
        }
        if (!wide(figure)) {
            cube.ifPresent(this::take);
        }
    }

    /** The cheapest cube that is wide enough by itself, upwards or both ways. */
    private Optional<Cube> wideCube(int figure, int[] companions, Reach reach, long limit) {
        long fall = Math.min(ground.value(figure), threshold);
        Optional<Cube> up = cubes.cheapest(new Goal(figure, 1, threshold, 0, reach).with(companions), working, limit);
        Optional<Cube> both = fall == 0
                ? Optional.empty()
                : cubes.cheapest(
                        new Goal(figure, 1, threshold - fall, fall, reach).with(companions),
                        working,
                        up.map(Cube::price).orElse(limit));
        return both.or(() -> up);
    }

    /** Whether a linear program may find what costs less: there is always a cube, if need be one that leaves out much. */
    private boolean compares(Optional<Cube> cube, Reach reach) {
        return reach != Reach.UNKNOWN
                && ground.atoms() <= MOST_ATOMS_TO_COMPARE
                && (ground.atoms() <= FEW_ATOMS
                        || cube.isEmpty()
                        || leavesOut(Patterns.move(cube.get())).cardinality() > OTHER_CORNERS);
    }

    private static long price(Optional<Cube> cube) {
        return cube.map(Cube::price).orElse(Long.MAX_VALUE);
    }

    /** What it costs to leave out what a move makes unknown. */
    long price(Move move) {
        return leavesOut(move).stream().mapToLong(ground::price).sum();
    }

    /** The units that a move makes unknown. */
    private BitSet leavesOut(Move move) {
        BitSet units = new BitSet();
        for (int figure : changes.of(move).changed()) {
            for (int unit : published.known(figure) ? ground.unitsOf(figure) : NOBODY) {
                units.set(unit, !published.hidden(unit));
            }
        }
        return units;
    }

    /**
     * Puts witnesses, and then cubes within reach, upon one another until the figure has moved far enough.
     *
     * @param limit nothing is taken if it costs as much; none = what is found is taken even if it is not enough
     */
    private void stack(int figure, int direction, Optional<Reach> reach, OptionalLong limit) {
        long need = threshold - (direction > 0 ? evidence.down(figure) : evidence.up(figure));
        SortedMap<Integer, Long> total = new TreeMap<>();
        long gain = 0;
        for (Move move : evidence.moving(figure, direction)) {
            gain += gain < need ? lay(move, figure, need - gain, total) : 0;
        }
        List<Cube> layers = new ArrayList<>();
        BitSet paid = new BitSet();
        long left = limit.orElse(Long.MAX_VALUE);
        while (reach.isPresent() && gain < need && layers.size() < MOST_LAYERS) {
            Optional<Cube> cube =
                    cubes.cheapest(new Goal(figure, direction, 1, 0, reach.get()).paying(paid), working, left);
            if (cube.isEmpty()) {
                break;
            }
            layers.add(cube.get());
            left -= cube.get().price();
            Move move = Patterns.move(cube.get());
            paid.or(leavesOut(move));
            gain += lay(move, figure, need - gain, total);
        }
        total.forEach((atom, step) -> working[atom] -= step);
        if (gain >= need || limit.isEmpty()) {
            layers.forEach(this::take);
            Move move = Move.of(total);
            if (move.length() > 0) {
                evidence.add(move);
            }
        }
    }

    /** Adds a move as often as is needed and possible to the working counts; gives by how much the figure moved. */
    private long lay(Move move, int figure, long need, SortedMap<Integer, Long> total) {
        long each = Math.abs(changes.of(move).of(figure));
        long times = each == 0 ? 0 : (need + each - 1) / each;
        for (int i = 0; i < move.length(); i++) {
            if (move.steps()[i] < 0) {
                times = Math.min(times, working[move.atoms()[i]] / -move.steps()[i]);
            }
        }
        for (int i = 0; i < move.length() && times > 0; i++) {
            long step = times * move.steps()[i];
            working[move.atoms()[i]] += step;
            total.merge(move.atoms()[i], step, Long::sum);
        }
        return times * each;
    }

    /** B and C: at least two values left, in the eyes of each who would not know it in any case. */
    private boolean blur(int figure, Reach most) {
        if (evidence.knownToB(figure)) {
            if (anyway.clearToB(figure)) {
                return true;
            }
            if (!change(figure, NOTHING, NOTHING, most) || evidence.knownToB(figure)) {
                return anyway.toB(figure);
            }
        }
        List<Integer> knowing = knowing(figure);
        while (!knowing.isEmpty()) {
            int before = evidence.changes(figure);
            if (!deceive(figure, knowing, Reach.UNKNOWN)) {
                deceive(figure, knowing.subList(0, 1), most);
            }
            int first = knowing.get(0);
            // the data are asked last: each answer is a count of all persons
            if (evidence.changes(figure) == before && !anyway.to(first, figure) && !evidence.lookUp(first)) {
                return false;
            }
            knowing = knowing(figure);
        }
        return true;
    }

    /** Looks for a move after which these are less sure of the figure, and says whether one was found. */
    private boolean deceive(int figure, List<Integer> singletons, Reach most) {
        BitSet still = new BitSet();
        BitSet kept = new BitSet();
        for (int singleton : singletons) {
            still.or(evidence.atoms(singleton));
            kept.or(evidence.kept(figure, singleton));
        }
        return change(figure, still, kept, most);
    }

    /** Those who may know the figure because of what is published; not those who are seen to know it in any case. */
    private List<Integer> knowing(int figure) {
        List<Integer> knowing = new ArrayList<>();
        for (int singleton : evidence.undeceived(figure)) {
            if (!anyway.clearTo(singleton, figure)) {
                knowing.add(singleton);
            }
        }
        return knowing;
    }

    /**
     * Looks for a move that gives the figure another value in B's eyes, and says whether it proves anything new.
     *
     * @param still atoms that do not move
     * @param kept atoms that do not become empty
     */
    private boolean change(int figure, BitSet still, BitSet kept, Reach most) {
        for (Reach reach : EnumSet.range(Reach.UNKNOWN, most)) {
            Optional<Cube> up =
                    cubes.cheapest(new Goal(figure, 1, 1, 0, reach).guarded(still, kept), working, Long.MAX_VALUE);
            Optional<Cube> down = cubes.cheapest(
                    new Goal(figure, -1, 1, 0, reach).guarded(still, kept),
                    working,
                    up.map(Cube::price).orElse(Long.MAX_VALUE));
            Optional<Cube> best = down.or(() -> up);
            boolean compares = compares(best, reach);
            Optional<Move> line = compares ? linear.another(figure, still, kept, reach) : Optional.empty();
            if (line.isPresent() && price(line.get()) < price(best) && take(line.get())) {
                return true;
            }
            if (best.isPresent() && take(best.get())) {
                return true;
            }
            if (!compares && (thorough || reach != Reach.UNKNOWN)) {
                line = linear.another(figure, still, kept, reach);
            }
            if (line.isPresent() && take(line.get())) {
                return true;
            }
        }
        return false;
    }

    /** The moves that were found for a figure. */
    List<Move> witnesses(int figure) {
        return evidence.moves(figure);
    }

    /** Whoever attacks leaves out nothing more: then the move is a witness as it is, or none. */
    boolean take(Move move) {
        if (!thorough) {
            for (int figure : changes.of(move).changed()) {
                published.hideFigure(figure);
            }
        }
        return evidence.add(move);
    }

    /** Takes the cube, and with it what the same pattern proves about the other classes of persons. */
    private boolean take(Cube cube) {
        boolean proves = take(Patterns.move(cube));
        patterns.alike(cube, working).forEach(evidence::add);
        return proves;
    }
}
