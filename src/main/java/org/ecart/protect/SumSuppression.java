package org.ecart.protect;

import java.math.BigInteger;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.ecart.model.Progress;
import org.ecart.protect.SumMoves.Goal;
import org.ecart.protect.SumMoves.Move;

/**
 * Which cells of sums must be left out besides those that are unsafe (docs/decisions/0014-amounts.md). When it is done,
 * every figure left out is proven by another distribution over the parts that leaves everything printed as it is and
 *
 * <ul>
 *   <li>has as much more in an unsafe figure as it needs;
 *   <li>has another value in any other;
 * </ul>
 *
 * once for a reader of the tables, and once more for each who alone makes up a figure that this distribution would change.
 * Where none is found, all goes that hangs together with the figure.
 */
final class SumSuppression {
    /** Work that may be spent on programs: unknowns times relations, about. */
    private static final long MOST_WORK = 400_000_000;
    /** A program that may leave out more is solved twice and is slower. */
    private static final int PAYING = 4;
    /** With so few parts a program is asked too where a cube costs something. */
    private static final int FEW_PARTS = 100;
    /** So many parts may move, step by step while no move is found; 0 = nothing may be left out for it. */
    private static final int[] STEPS = {0, 60, 250, Integer.MAX_VALUE};

    private final Sums sums;
    private final SumMoves moves;
    private final SumCubes cubes;
    private final int[][] figuresOf;
    private final Map<Integer, BitSet> connected = new HashMap<>();
    private final BitSet hidden = new BitSet();
    private final BitSet surrendered = new BitSet();
    private final Deque<Integer> open = new ArrayDeque<>();
    private final List<Move> found = new ArrayList<>();
    private long work;

    private SumSuppression(Sums sums) {
        this.sums = sums;
        this.moves = new SumMoves(sums, new OjAlgoSolver());
        this.cubes = new SumCubes(sums);
        this.figuresOf = sums.figuresOf();
    }

    /**
     * What was decided, by the numbers of figures.
     *
     * @param hidden all that are left out in the end; of those that are fixed only unsafe ones
     * @param surrendered those of them that no proof was found for, with everything that hangs together with them
     */
    record Outcome(BitSet hidden, BitSet surrendered) {}

    /** @param before figures that are left out already, by number */
    static Outcome of(Sums sums, BitSet before, Progress progress) {
        SumSuppression suppression = new SumSuppression(sums);
        suppression.choose(before, progress);
        return new Outcome(suppression.hidden, suppression.surrendered);
    }

    private void choose(BitSet before, Progress progress) {
        IntStream.range(0, sums.figures().size())
                .boxed()
                .filter(f -> before.get(f) || sums.figures().get(f).unsafe())
                .sorted(Comparator.comparing(f -> sums.figures().get(f).need().negate()))
                .forEach(this::hide);
        int done = 0;
        while (!open.isEmpty()) {
            progress.report("protect.choosing", (double) done / (done + open.size()));
            done++;
            int figure = open.remove();
            if (!surrendered.get(figure)) {
                prove(figure);
            }
        }
    }

    private void hide(int figure) {
        Sums.Figure of = sums.figures().get(figure);
        if (!hidden.get(figure) && (of.unsafe() || !of.fixed())) {
            hidden.set(figure);
            open.add(figure);
        }
    }

    /** Each who alone makes up a figure that a move changes knows better, and needs another one. */
    private void prove(int figure) {
        Optional<Move> move = move(figure, new BitSet());
        if (move.isEmpty()) {
            surrender(figure);
            return;
        }
        BitSet own = sums.figures().get(figure).parts();
        for (int f = 0; f < sums.figures().size() && !surrendered.get(figure); f++) {
            Sums.Figure other = sums.figures().get(f);
            boolean knows = other.alone()
                    && hidden.get(f)
                    && !other.tellers().isEmpty()
                    && !other.parts().equals(own)
                    && move.get().moves(other.parts());
            if (knows && move(figure, other.parts()).isEmpty()) {
                surrender(figure);
            }
        }
    }

    private Optional<Move> move(int figure, BitSet still) {
        Sums.Figure target = sums.figures().get(figure);
        Optional<Move> known = found.stream()
                .filter(m -> !m.moves(still) && m.reaches(target.parts(), target.need()))
                .findFirst();
        if (known.isPresent()) {
            return known;
        }
        BitSet within = connected(figure);
        Optional<Move> move = cube(figure, still, within);
        if (move.isEmpty() || sums.parts().size() <= FEW_PARTS && price(move.get()) > 0) {
            move = Stream.of(move, byProgram(figure, still, within))
                    .flatMap(Optional::stream)
                    .min(Comparator.comparing(this::price));
        }
        move.ifPresent(m -> {
            found.add(m);
            changed(m).forEach(this::hide);
        });
        return move;
    }

    private Optional<Move> byProgram(int figure, BitSet still, BitSet within) {
        Optional<Move> move = Optional.empty();
        for (int step = 0; step < STEPS.length && move.isEmpty(); step++) {
            move = move(figure, still, within, STEPS[step]);
        }
        return move;
    }

    /** Of what a move would make unknown. */
    private long price(Move move) {
        return changed(move)
                .filter(f -> !hidden.get(f))
                .mapToLong(f -> sums.figures().get(f).price())
                .sum();
    }

    private IntStream changed(Move move) {
        return move.changes().keySet().stream()
                .flatMapToInt(part -> Arrays.stream(figuresOf[part]))
                .distinct()
                .sorted()
                .filter(f -> move.of(sums.figures().get(f).parts()).signum() != 0);
    }

    private BitSet connected(int figure) {
        if (!connected.containsKey(figure)) {
            BitSet all = sums.connected(figure);
            all.stream().forEach(other -> connected.put(other, all));
        }
        return connected.getOrDefault(figure, new BitSet());
    }

    private Optional<Move> cube(int figure, BitSet still, BitSet within) {
        Sums.Figure target = sums.figures().get(figure);
        BigInteger need = target.need().max(BigInteger.ONE);
        Optional<SumCubes.Found> up = cubes.cheapest(new Goal(figure, need, hidden, still, within, true));
        Optional<SumCubes.Found> other = target.unsafe()
                ? Optional.empty()
                : cubes.cheapest(new Goal(figure, need.negate(), hidden, still, within, true));
        return Stream.of(up, other)
                .flatMap(Optional::stream)
                .min(Comparator.comparing(SumCubes.Found::price))
                .map(SumCubes.Found::move);
    }

    /** @param most how many parts may move; 0 = those that nothing printed holds by itself, and nothing more is left out */
    private Optional<Move> move(int figure, BitSet still, BitSet within, int most) {
        Sums.Figure target = sums.figures().get(figure);
        boolean paying = most > 0;
        BitSet held = paying ? far(target.parts(), within, most) : held(within);
        held.or(still);
        int moving = sums.parts().size() - held.cardinality();
        work += (long) within.cardinality() * moving * (paying ? PAYING : 1);
        if (work > MOST_WORK) {
            return Optional.empty();
        }
        BigInteger need = target.need().max(BigInteger.ONE);
        Optional<Move> up = moves.cheapest(new Goal(figure, need, hidden, held, within, paying));
        return up.isPresent() || target.unsafe()
                ? up
                : moves.cheapest(new Goal(figure, need.negate(), hidden, held, within, paying));
    }

    /** Parts that are printed by themselves: they cannot move unless more is left out. */
    private BitSet held(BitSet within) {
        BitSet held = new BitSet();
        within.stream()
                .filter(f -> sums.figures().get(f).fixed() || !hidden.get(f))
                .mapToObj(f -> sums.figures().get(f))
                .filter(f -> !f.tellers().isEmpty() || f.fixed())
                .filter(f -> f.parts().cardinality() == 1)
                .forEach(f -> held.or(f.parts()));
        return held;
    }

    /** All parts but the nearest ones, which lie in the most figures together with these. */
    private BitSet far(BitSet parts, BitSet within, int most) {
        int[] shared = new int[sums.parts().size()];
        within.stream()
                .mapToObj(f -> sums.figures().get(f).parts())
                .filter(of -> of.intersects(parts))
                .forEach(of -> of.stream().forEach(part -> shared[part]++));
        BitSet far = new BitSet();
        far.set(0, shared.length);
        IntStream.range(0, shared.length)
                .boxed()
                .sorted(Comparator.comparing(part -> -shared[part]))
                .limit(most)
                .forEach(far::clear);
        far.andNot(parts);
        return far;
    }

    /** Everything that hangs together with it goes: then nothing that is printed makes a difference. */
    private void surrender(int figure) {
        BitSet all = connected(figure);
        surrendered.or(all);
        all.stream().forEach(this::hide);
    }
}
