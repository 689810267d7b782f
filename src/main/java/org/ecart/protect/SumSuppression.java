package org.ecart.protect;

import java.math.BigInteger;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
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

    private final Sums sums;
    private final SumMoves moves;
    private final BitSet hidden = new BitSet();
    private final BitSet surrendered = new BitSet();
    private final Deque<Integer> open = new ArrayDeque<>();
    private final List<Move> found = new ArrayList<>();
    private long work;

    private SumSuppression(Sums sums) {
        this.sums = sums;
        this.moves = new SumMoves(sums, new OjAlgoSolver());
    }

    /**
     * @param before figures that are left out already, by number
     * @return all that are left out in the end; of those that are fixed only unsafe ones
     */
    static BitSet hidden(Sums sums, BitSet before, Progress progress) {
        SumSuppression suppression = new SumSuppression(sums);
        suppression.choose(before, progress);
        return suppression.hidden;
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
        BitSet within = sums.connected(figure);
        work += (long) within.cardinality() * sums.parts().size();
        if (work > MOST_WORK) {
            return Optional.empty();
        }
        BigInteger need = target.need().max(BigInteger.ONE);
        Optional<Move> move = moves.cheapest(new Goal(figure, need, hidden, still, within));
        if (move.isEmpty() && !target.unsafe()) {
            move = moves.cheapest(new Goal(figure, need.negate(), hidden, still, within));
        }
        move.ifPresent(m -> {
            found.add(m);
            within.stream()
                    .filter(f -> m.of(sums.figures().get(f).parts()).signum() != 0)
                    .forEach(this::hide);
        });
        return move;
    }

    /** Everything that hangs together with it goes: then nothing that is printed makes a difference. */
    private void surrender(int figure) {
        BitSet all = sums.connected(figure);
        surrendered.or(all);
        all.stream().forEach(this::hide);
    }
}
