package org.ecart.protect;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.ecart.protect.CellAudit.SumRange;
import org.ecart.protect.LinearSolver.Program;
import org.ecart.protect.LinearSolver.Row;
import org.ecart.protect.LinearSolver.Variable;

/** What a reader of {@link Sums} can compute of one that is left out: the least and the most that all printed ones allow. */
final class SumBounds {
    /** With more parts that nothing printed tells, a linear program takes too long to wait for. */
    private static final int MOST_PARTS = 400;
    /** A sum that can be so many times all that there is has no bound. */
    private static final double BOUNDLESS = 10;
    /** Amounts are parts of this while they are computed, which the solver likes better. */
    private static final double WHOLE = 1e6;

    private final Sums sums;
    private final BitSet known = new BitSet();
    private final LinearSolver solver = new OjAlgoSolver();

    /** @param hidden figures that are left out */
    SumBounds(Sums sums, BitSet hidden) {
        this.sums = sums;
        for (int f = 0; f < sums.figures().size(); f++) {
            Sums.Figure figure = sums.figures().get(f);
            known.set(f, figure.fixed() || !hidden.get(f) && !figure.tellers().isEmpty());
        }
    }

    /** None where it would take too long. */
    Optional<SumRange> of(int figure) {
        BitSet parts = sums.figures().get(figure).parts();
        if (known.get(figure)) {
            BigDecimal told = value(figure);
            return Optional.of(new SumRange(Optional.of(told), Optional.of(told)));
        }
        BitSet open = open(figure);
        if (sums.signed()) {
            return Optional.of(new SumRange(Optional.empty(), Optional.empty()));
        }
        if (open.cardinality() > MOST_PARTS) {
            return Optional.empty();
        }
        BigInteger all = open.stream().mapToObj(sums.parts()::get).reduce(BigInteger.ONE, BigInteger::add);
        Optional<Double> least = furthest(parts, open, all, 1);
        Optional<Double> most = furthest(parts, open, all, -1);
        if (least.isEmpty() || most.isEmpty()) {
            return Optional.empty();
        }
        boolean bounded = most.get() < WHOLE * (BOUNDLESS - 1);
        return Optional.of(new SumRange(
                Optional.of(moved(figure, least.get(), all, RoundingMode.FLOOR).max(BigDecimal.ZERO)),
                bounded ? Optional.of(moved(figure, most.get(), all, RoundingMode.CEILING)) : Optional.empty()));
    }

    private BigDecimal value(int figure) {
        BigInteger value = sums.figures().get(figure).parts().stream()
                .mapToObj(sums.parts()::get)
                .reduce(BigInteger.ZERO, BigInteger::add);
        return new BigDecimal(value, sums.scale());
    }

    private BigDecimal moved(int figure, double change, BigInteger all, RoundingMode outwards) {
        BigDecimal units = BigDecimal.valueOf(change / WHOLE).multiply(new BigDecimal(all));
        return value(figure).add(units.setScale(0, outwards).movePointLeft(sums.scale()));
    }

    /** The parts that hang together with a figure and that no printed one tells by themselves. */
    private BitSet open(int figure) {
        BitSet open = new BitSet();
        BitSet connected = sums.connected(figure);
        connected.stream().forEach(f -> open.or(sums.figures().get(f).parts()));
        connected.stream()
                .filter(known::get)
                .mapToObj(f -> sums.figures().get(f).parts())
                .filter(parts -> parts.cardinality() == 1)
                .forEach(open::andNot);
        return open;
    }

    /**
     * By how much some parts can change together, as a share of everything times {@link #WHOLE}.
     *
     * @param sign 1 = down, -1 = up
     */
    private Optional<Double> furthest(BitSet parts, BitSet open, BigInteger all, int sign) {
        int[] places = open.stream().toArray();
        int[] column = new int[sums.parts().size()];
        List<Variable> variables = new ArrayList<>();
        for (int p = 0; p < places.length; p++) {
            column[places[p]] = p;
            double part = sums.parts().get(places[p]).doubleValue() / all.doubleValue() * WHOLE;
            variables.add(new Variable(-part, WHOLE * BOUNDLESS, parts.get(places[p]) ? sign : 0));
        }
        Set<BitSet> told = new LinkedHashSet<>();
        known.stream().forEach(f -> {
            BitSet of = (BitSet) sums.figures().get(f).parts().clone();
            of.and(open);
            if (!of.isEmpty()) {
                told.add(of);
            }
        });
        List<Row> rows = new ArrayList<>();
        for (BitSet of : told) {
            List<Integer> columns =
                    of.stream().map(part -> column[part]).boxed().toList();
            rows.add(new Row(columns, columns.stream().map(c -> 1).toList(), 0, 0));
        }
        return solver.minimise(new Program(variables, rows), false).map(solution -> parts.stream()
                .filter(open::get)
                .mapToDouble(part -> solution[column[part]])
                .sum());
    }
}
