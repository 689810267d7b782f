package org.ecart.protect;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Set;
import java.util.stream.IntStream;
import org.ecart.protect.LinearSolver.Program;
import org.ecart.protect.LinearSolver.Row;
import org.ecart.protect.LinearSolver.Variable;

/**
 * What attackers know of a figure whatever is printed now, and only where that is proven (docs/decisions/0005): from what has been
 * printed before, and B and C from what the rule says of units. Sums of such figures, some taken once and some away, that
 * hold each person of the figure at least once bound it from above; a linear program finds the best of them (it is the dual of
 * the greatest value), and it is believed after it was added up in whole numbers.
 */
final class KnownAnyway {
    /** So many figures are added up at most. */
    private static final int MOST_ROWS = 400;
    /** So many kinds of persons, alike in which of these count them. */
    private static final int MOST_KINDS = 3_000;

    private static final int MOST_RINGS = 3;
    /** Multiples are looked for up to this. */
    private static final int MOST_TIMES = 16;
    /** Multiples are rounded to these parts of a whole. */
    private static final int[] PARTS = {1, 2, 12, 60};

    private static final double PLENTY = 1e6;
    /** Who is nobody's only contributor. */
    private static final int NOBODY = -1;

    private final Ground ground;
    private final Ground unprinted;
    private final Knowledge knowledge;
    private final Singletons singletons;
    private final Forced forced;
    private final int threshold;
    private final LinearSolver solver = new OjAlgoSolver();
    /** Figures of units that were left out before. */
    private final BitSet withheld = new BitSet();

    private final Map<Asked, Boolean> answers = new HashMap<>();

    /**
     * Whether somebody knows a figure.
     *
     * @param rule whether he knows what the rule says of units
     * @param singleton in whose units he is alone; none = {@link #NOBODY}
     */
    private record Asked(int figure, boolean rule, int singleton) {}

    KnownAnyway(Ground ground, Knowledge knowledge, Singletons singletons, int threshold) {
        this.ground = ground;
        this.unprinted = ground.unprinted();
        this.knowledge = knowledge;
        this.singletons = singletons;
        this.forced = new Forced(ground, knowledge, singletons);
        this.threshold = threshold;
        IntStream.range(0, ground.units())
                .filter(unit -> ground.system().fate(unit) == Fate.WITHHELD)
                .flatMap(unit -> Arrays.stream(ground.told(unit)))
                .forEach(withheld::set);
    }

    /**
     * Whether A knows too much of it.
     *
     * @param wide whether his bounds must be the threshold apart; else two values are enough
     */
    boolean toA(int figure, boolean wide) {
        return answers.computeIfAbsent(
                new Asked(figure, false, NOBODY), asked -> within(asked, wide ? threshold - 1L : 0));
    }

    /** Whether B knows it; that is quickly seen. */
    boolean clearToB(int figure) {
        return forced.toB(figure) || answers.getOrDefault(new Asked(figure, true, NOBODY), false);
    }

    boolean toB(int figure) {
        return clearToB(figure) || answers.computeIfAbsent(new Asked(figure, true, NOBODY), asked -> within(asked, 0));
    }

    /** Whether somebody knows it who is B, and the only one in some units; that is quickly seen. */
    boolean clearTo(int singleton, int figure) {
        return forced.toSingleton(singleton, figure) || answers.getOrDefault(new Asked(figure, true, singleton), false);
    }

    boolean to(int singleton, int figure) {
        return clearTo(singleton, figure)
                || answers.computeIfAbsent(new Asked(figure, true, singleton), asked -> within(asked, 0));
    }

    /** Whether the bounds of a figure are proven to be no farther apart. */
    private boolean within(Asked asked, long most) {
        return Arrays.stream(ground.same(asked.figure())).anyMatch(figure -> {
            if (most == 0 && loose(asked, figure)) {
                return false;
            }
            View view = new View(asked, figure);
            OptionalLong high = view.most(1);
            OptionalLong low = high.isEmpty() ? high : view.most(-1);
            return low.isPresent() && high.getAsLong() + low.getAsLong() <= most;
        });
    }

    /** Whether one person more or less is possible in some atom of a figure by itself: then there is no proof. */
    private boolean loose(Asked asked, int figure) {
        BitSet own = own(asked);
        return Arrays.stream(ground.atomsOf(figure))
                .filter(atom -> !own.get(atom))
                .anyMatch(atom -> possible(asked, atom, 1) || ground.count(atom) > 0 && possible(asked, atom, -1));
    }

    private boolean possible(Asked asked, int atom, int step) {
        return Arrays.stream(ground.figuresOf(atom)).allMatch(row -> {
            long value = ground.value(row) + step;
            return value >= low(asked, row) && value <= high(asked, row);
        });
    }

    private BitSet own(Asked asked) {
        return asked.singleton() == NOBODY ? new BitSet() : singletons.atoms(asked.singleton());
    }

    private long low(Asked asked, int row) {
        if (printed(asked.figure(), row)) {
            return ground.value(row);
        }
        return asked.rule() ? Math.max(0, knowledge.lower(row)) : 0;
    }

    private long high(Asked asked, int row) {
        if (printed(asked.figure(), row)) {
            return ground.value(row);
        }
        return asked.rule() ? knowledge.upper(row) : Knowledge.UNBOUNDED;
    }

    /** What has been printed before; of what was withheld then, what was known though nothing had ever been. */
    private boolean printed(int asked, int figure) {
        return withheld.get(asked) ? unprinted.constant(figure) : ground.constant(figure);
    }

    /** What somebody knows around a figure. */
    private final class View {
        private final Asked asked;
        private final int figure;
        private final BitSet own;
        private final List<Integer> rows;
        /** For each kind of persons the rows that count them; last, where the figure does, the number of rows. */
        private final Set<List<Integer>> kinds = new LinkedHashSet<>();

        View(Asked asked, int figure) {
            this.asked = asked;
            this.figure = figure;
            this.own = KnownAnyway.this.own(asked);
            this.rows = rows();
            Map<Integer, List<Integer>> of = new LinkedHashMap<>();
            for (int r = 0; r <= rows.size(); r++) {
                for (int atom : ground.atomsOf(r < rows.size() ? rows.get(r) : figure)) {
                    of.computeIfAbsent(atom, key -> new ArrayList<>()).add(r);
                }
            }
            of.forEach((atom, those) -> {
                if (!own.get(atom)) {
                    kinds.add(those);
                }
            });
        }

        /** Figures of which something is known, around this one and around those. */
        private List<Integer> rows() {
            Set<Integer> found = new LinkedHashSet<>();
            int[] ring = ground.atomsOf(figure);
            BitSet seen = new BitSet();
            for (int i = 0; i < MOST_RINGS && found.size() < MOST_ROWS; i++) {
                List<Integer> more = Arrays.stream(ring)
                        .filter(atom -> !seen.get(atom))
                        .flatMap(atom -> Arrays.stream(ground.figuresOf(atom)))
                        .distinct()
                        .filter(row -> low(asked, row) > 0 || high(asked, row) < Knowledge.UNBOUNDED)
                        .filter(row -> !found.contains(row))
                        .sorted()
                        .limit(MOST_ROWS - found.size())
                        .boxed()
                        .toList();
                found.addAll(more);
                Arrays.stream(ring).forEach(seen::set);
                ring = more.stream()
                        .flatMapToInt(row -> Arrays.stream(ground.atomsOf(row)))
                        .distinct()
                        .toArray();
            }
            return List.copyOf(found);
        }

        private long own(int of) {
            return Arrays.stream(ground.atomsOf(of))
                    .filter(own::get)
                    .mapToLong(ground::count)
                    .sum();
        }

        /** A proven upper bound of the figure, or with -1 of its negative. */
        OptionalLong most(int sign) {
            if (kinds.size() > MOST_KINDS) {
                return OptionalLong.empty();
            }
            List<Variable> variables = new ArrayList<>();
            for (int row : rows) {
                long above = high(asked, row) - own(row);
                long below = low(asked, row) - own(row);
                variables.add(new Variable(0, high(asked, row) < Knowledge.UNBOUNDED ? MOST_TIMES : 0, above));
                variables.add(new Variable(0, below > 0 ? MOST_TIMES : 0, -below));
            }
            List<Row> covering = new ArrayList<>();
            for (List<Integer> kind : kinds) {
                List<Integer> of = new ArrayList<>();
                List<Integer> times = new ArrayList<>();
                for (int row : kind) {
                    if (row < rows.size()) {
                        Collections.addAll(of, 2 * row, 2 * row + 1);
                        Collections.addAll(times, 1, -1);
                    }
                }
                int needed = needed(kind, sign);
                if (of.isEmpty() && needed > 0) {
                    return OptionalLong.empty();
                }
                if (!of.isEmpty()) {
                    covering.add(new Row(of, times, needed, PLENTY));
                }
            }
            double[] found = variables.isEmpty()
                    ? new double[0]
                    : solver.minimise(new Program(variables, covering), false).orElse(new double[variables.size()]);
            return IntStream.of(PARTS)
                    .mapToObj(parts -> checked(found, parts, sign))
                    .flatMapToLong(OptionalLong::stream)
                    .min()
                    .stream()
                    .findFirst();
        }

        private int needed(List<Integer> kind, int sign) {
            return kind.get(kind.size() - 1) == rows.size() ? sign : 0;
        }

        /** The bound that multiples of rows give, rounded to parts of a whole; none where they do not hold everybody. */
        private OptionalLong checked(double[] found, int parts, int sign) {
            long[] times = Arrays.stream(found)
                    .mapToLong(multiple -> Math.max(0, Math.round(parts * multiple)))
                    .toArray();
            for (List<Integer> kind : kinds) {
                long sum = 0;
                for (int row : kind) {
                    sum += row < rows.size() ? times[2 * row] - times[2 * row + 1] : 0;
                }
                if (sum < (long) parts * needed(kind, sign)) {
                    return OptionalLong.empty();
                }
            }
            long bound = 0;
            for (int r = 0; r < rows.size(); r++) {
                int row = rows.get(r);
                boolean open = high(asked, row) >= Knowledge.UNBOUNDED;
                if (open && times[2 * r] > 0) {
                    return OptionalLong.empty();
                }
                bound += open ? 0 : Math.multiplyExact(times[2 * r], high(asked, row) - own(row));
                bound -= Math.multiplyExact(times[2 * r + 1], low(asked, row) - own(row));
            }
            return OptionalLong.of(Math.floorDiv(bound, parts) + sign * own(figure));
        }
    }
}
