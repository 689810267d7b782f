package org.ecart.protect;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.ecart.protect.Cubes.Reach;
import org.ecart.protect.LinearSolver.Program;
import org.ecart.protect.LinearSolver.Row;
import org.ecart.protect.LinearSolver.Variable;

/**
 * Moves that are no cubes, by linear programming: the change of each atom is a variable, the cost is that of the figures
 * that would become unknown. Changes, not persons, so the numbers stay small however large the table is. In a large
 * system only some atoms around the figure may change.
 */
final class LinearMoves {
    /** No atom need change by more than so many times the threshold. */
    private static final int REACH = 8;
    /** A fractional optimum is tried again so many times as large. */
    private static final int LARGEST_MULTIPLE = 6;
    /** So many atoms may change. */
    private static final int MOST_ATOMS = 300;
    /** So many partners in each dimension where not every atom may change; fewer if these span too many. */
    private static final int PARTNERS = 5;

    /** So many kinds of persons in each cell that two grids share. */
    private static final int KINDS = 2;

    /** So many atoms may change where all that are loose are looked at. */
    private static final int MOST_LOOSE = 6_000;
    /** Of so many atoms at a time it is looked which are loose. */
    private static final int LARGEST_SLICE = 20_000;

    private static final int MOST_SLICES = 2;
    /** To find out whether an atom is loose takes about as long as a look at so many corners of cubes. */
    private static final long STEPS_A_LOOSE_ATOM = 10;

    private static final int NOWHERE = -1;
    private static final double TOLERANCE = 1e-6;
    /** So many entries of the tableau take the solver about as long as a look at one corner of a cube. */
    private static final long ENTRIES_PER_STEP = 4;
    /** With many atoms most entries are 0. */
    private static final long ENTRIES_PER_STEP_OF_MANY = 10;

    private static final int MOST_WHOLE_VARIABLES = 600;

    private final Ground ground;
    private final Knowledge knowledge;
    private final Published published;
    private final LinearSolver solver;
    private final Kinds kinds;
    private final Loose loose;
    private final Steps steps;
    private final int threshold;

    LinearMoves(Prover.Field field, LinearSolver solver, Steps steps, int threshold) {
        this.ground = field.ground();
        this.knowledge = field.knowledge();
        this.published = field.published();
        this.solver = solver;
        this.kinds = new Kinds(ground);
        this.loose = new Loose(ground, knowledge, published);
        this.steps = steps;
        this.threshold = threshold;
    }

    /** Against A: the figure rises by the threshold, or more. */
    Optional<Move> apart(int figure, Reach reach) {
        return first(figure, new BitSet(), reach, false, open -> new Model(open, new BitSet(), reach, false)
                        .solve(figure, threshold, LARGEST_MULTIPLE))
                .map(Move::primitive);
    }

    /** Against B and C: the figure changes, within what they know, while some atoms keep still and some do not become empty. */
    Optional<Move> another(int figure, BitSet still, BitSet kept, Reach reach) {
        return first(figure, still, reach, true, open -> new Model(open, kept, reach, true)
                .solve(figure, 1, 1)
                .or(() -> new Model(open, kept, reach, true).solve(figure, -1, 1)));
    }

    /** Among the atoms near a figure; in vain there, and where it costs nothing, among many that are loose. */
    private Optional<Move> first(
            int figure, BitSet still, Reach reach, boolean guarded, Function<int[], Optional<Move>> solve) {
        boolean small = ground.atoms() <= MOST_ATOMS;
        int[] near = small ? IntStream.range(0, ground.atoms()).toArray() : joined(near(figure));
        Optional<Move> found = solve.apply(open(figure, near, still, reach, guarded));
        boolean further = found.isEmpty() && !small && reach == Reach.UNKNOWN && ground.atomsOf(figure).length > 0;
        for (int[] slice : further ? slices(base(figure)) : List.<int[]>of()) {
            if (found.isEmpty() && !steps.spent()) {
                steps.count((long) slice.length * STEPS_A_LOOSE_ATOM);
                int[] loose = open(figure, slice, still, reach, guarded);
                found = loose.length <= MOST_LOOSE ? solve.apply(loose) : Optional.empty();
            }
        }
        return found;
    }

    /** The grid of an atom; if it is too large, the atoms of it that are like this one in one dimension, the most first. */
    private List<int[]> slices(int base) {
        int[] grid = ground.atomsOfGrid(ground.grid(base));
        if (grid.length <= LARGEST_SLICE) {
            return List.of(grid);
        }
        CountSystem system = ground.system();
        return IntStream.range(0, system.dimensions())
                .mapToObj(d -> Arrays.stream(grid)
                        .filter(atom -> system.coordinate(atom, d) == system.coordinate(base, d))
                        .toArray())
                .filter(slice -> slice.length <= LARGEST_SLICE)
                .sorted(Comparator.comparing(slice -> -slice.length))
                .limit(MOST_SLICES)
                .toList();
    }

    private int[] open(int figure, int[] near, BitSet still, Reach reach, boolean guarded) {
        int[] open = Arrays.stream(near)
                .filter(atom -> !still.get(atom)
                        && Arrays.stream(ground.figuresOf(atom))
                                .filter(f -> ground.atomsOf(f).length == 1)
                                .noneMatch(f -> closed(f, reach)))
                .toArray();
        return reach == Reach.UNKNOWN ? loose.around(figure, open, guarded) : open;
    }

    private int base(int figure) {
        return Arrays.stream(ground.atomsOf(figure))
                .boxed()
                .min(Comparator.comparing(published::rank))
                .orElse(0);
    }

    /** A block of the grid around the figure. */
    private int[] near(int figure) {
        int base = base(figure);
        for (int partners = PARTNERS; partners > 0; partners--) {
            List<Integer> block = new ArrayList<>(List.of(base));
            for (int d = 0; d < ground.system().dimensions() && block.size() <= MOST_ATOMS; d++) {
                for (int atom : List.copyOf(block)) {
                    for (int coordinate : partners(base, d, partners)) {
                        int other = ground.beside(atom, d, coordinate);
                        if (other >= 0) {
                            block.add(other);
                        }
                    }
                }
            }
            if (block.size() <= MOST_ATOMS) {
                return block.stream()
                        .mapToInt(Integer::intValue)
                        .sorted()
                        .distinct()
                        .toArray();
            }
        }
        return new int[] {base};
    }

    /** The same with atoms of other grids, so that these can agree. */
    private int[] joined(int[] block) {
        SortedSet<Integer> all = new TreeSet<>();
        Arrays.stream(block).forEach(all::add);
        if (!ground.joints().none()) {
            join(block, NOWHERE, all);
        }
        return all.stream().mapToInt(Integer::intValue).toArray();
    }

    private void join(int[] block, int origin, SortedSet<Integer> all) {
        int grid = ground.grid(block[0]);
        for (int join : ground.joints().of(grid)) {
            int[] cells = Arrays.stream(block)
                    .map(atom -> ground.joints().cell(join, atom))
                    .distinct()
                    .toArray();
            int[] shared =
                    Arrays.stream(cells).filter(cell -> cell != Joints.FREE).toArray();
            if (join != origin && cells.length > 1 && shared.length > 0) {
                int other = ground.joints().beyond(join, grid);
                Comparator<Integer> better =
                        Comparator.<Integer>comparingLong(published::rank).thenComparing(atom -> -ground.count(atom));
                Kinds.Memory memory = new Kinds.Memory(better);
                int[] beyond = Arrays.stream(ground.joints().within(join, other, shared[0]))
                        .boxed()
                        .sorted(better)
                        .limit(KINDS)
                        .flatMap(atom ->
                                kinds.of(join, shared, atom, memory).stream().limit(1))
                        .flatMapToInt(Arrays::stream)
                        .distinct()
                        .toArray();
                if (beyond.length > 0 && all.size() + beyond.length <= 2 * MOST_ATOMS) {
                    Arrays.stream(beyond).forEach(all::add);
                    join(beyond, join, all);
                }
            }
        }
    }

    private int[] partners(int base, int dimension, int most) {
        return IntStream.range(0, ground.system().size(dimension))
                .filter(c -> c != ground.system().coordinate(base, dimension))
                .filter(c -> ground.beside(base, dimension, c) >= 0)
                .boxed()
                .sorted(Comparator.<Integer>comparingLong(c -> published.rank(ground.beside(base, dimension, c)))
                        .thenComparing(c -> -ground.count(ground.beside(base, dimension, c))))
                .limit(most)
                .mapToInt(Integer::intValue)
                .toArray();
    }

    private boolean closed(int figure, Reach reach) {
        return ground.constant(figure)
                || published.known(figure)
                        && Arrays.stream(ground.unitsOf(figure))
                                .filter(unit -> !published.hidden(unit))
                                .anyMatch(unit ->
                                        reach == Reach.UNKNOWN || reach == Reach.OCCUPIED && ground.persons(unit) == 0);
    }

    private final class Model {
        private final int[] atoms;
        private final List<Variable> variables = new ArrayList<>();
        private final List<Row> rows = new ArrayList<>();
        private final Map<Integer, List<Integer>> placesOf = new LinkedHashMap<>();

        Model(int[] atoms, BitSet kept, Reach reach, boolean guarded) {
            this.atoms = atoms;
            long most = (long) REACH * threshold;
            for (int place = 0; place < atoms.length; place++) {
                double cost = 1;
                for (int figure : ground.figuresOf(atoms[place])) {
                    placesOf.computeIfAbsent(figure, f -> new ArrayList<>()).add(place);
                    boolean alone = ground.atomsOf(figure).length == 1;
                    cost += alone && published.known(figure) ? published.price(figure) : 0;
                }
                variables.add(new Variable(0, most, cost));
                long fall = ground.count(atoms[place]) - (kept.get(atoms[place]) ? 1 : 0);
                variables.add(new Variable(0, Math.min(fall, most), cost));
            }
            placesOf.forEach((figure, places) -> constrain(figure, places, reach, guarded));
            agree();
        }

        /** What grids share changes alike in each. */
        private void agree() {
            Map<List<Integer>, Row> cells = new LinkedHashMap<>();
            for (int place = 0; place < atoms.length; place++) {
                int grid = ground.grid(atoms[place]);
                for (int join : ground.joints().of(grid)) {
                    int shared = ground.joints().cell(join, atoms[place]);
                    if (shared == Joints.FREE) {
                        continue;
                    }
                    Row row = cells.computeIfAbsent(
                            List.of(join, shared), cell -> new Row(new ArrayList<>(), new ArrayList<>(), 0, 0));
                    int side = ground.joints().first(join, atoms[place]) ? 1 : -1;
                    row.variables().addAll(List.of(2 * place, 2 * place + 1));
                    row.coefficients().addAll(List.of(side, -side));
                }
            }
            rows.addAll(cells.values());
        }

        private void constrain(int figure, List<Integer> places, Reach reach, boolean guarded) {
            long value = ground.value(figure);
            if (!published.known(figure)) {
                if (guarded && knowledge.upper(figure) < Knowledge.UNBOUNDED) {
                    rows.add(row(places, knowledge.lower(figure) - value, knowledge.upper(figure) - value));
                }
            } else if (closed(figure, reach)) {
                rows.add(row(places, 0, 0));
            } else if (ground.atomsOf(figure).length > 1) {
                Row row = row(places, 0, 0);
                for (int sign = 1; sign >= -1; sign -= 2) {
                    row.variables().add(variables.size());
                    row.coefficients().add(sign);
                    variables.add(new Variable(0, Knowledge.UNBOUNDED, published.price(figure)));
                }
                rows.add(row);
            }
        }

        private Row row(List<Integer> places, double lower, double upper) {
            List<Integer> terms = new ArrayList<>();
            List<Integer> coefficients = new ArrayList<>();
            for (int place : places) {
                terms.add(2 * place);
                coefficients.add(1);
                terms.add(2 * place + 1);
                coefficients.add(-1);
            }
            return new Row(terms, coefficients, lower, upper);
        }

        Optional<Move> solve(int figure, long change, int multiples) {
            List<Integer> goal = placesOf.getOrDefault(figure, List.of());
            if (goal.isEmpty() || steps.spent()) {
                return Optional.empty();
            }
            long far = (long) REACH * threshold * Long.signum(change);
            rows.add(row(goal, Math.min(change, far), Math.max(change, far)));
            long entries = (long) variables.size() * rows.size();
            Optional<double[]> solution = solver.minimise(new Program(variables, rows), false);
            steps.count(entries / (atoms.length > 2 * MOST_ATOMS ? ENTRIES_PER_STEP_OF_MANY : ENTRIES_PER_STEP));
            if (solution.isEmpty()) {
                return Optional.empty();
            }
            for (int multiple = 1; multiple <= multiples; multiple++) {
                if (nearWhole(solution.get(), multiple)) {
                    return Optional.of(move(solution.get(), multiple));
                }
            }
            if (2 * atoms.length > MOST_WHOLE_VARIABLES) {
                return Optional.empty();
            }
            steps.count(entries / ENTRIES_PER_STEP);
            return solver.minimise(new Program(variables, rows), true)
                    .filter(whole -> nearWhole(whole, 1))
                    .map(whole -> move(whole, 1));
        }

        private boolean nearWhole(double[] solution, int multiple) {
            for (int v = 0; v < 2 * atoms.length; v++) {
                double value = solution[v] * multiple;
                if (Math.abs(value - Math.rint(value)) > TOLERANCE) {
                    return false;
                }
            }
            return true;
        }

        /** The changes as whole numbers; whether they are a witness is for {@link Evidence} to find out. */
        private Move move(double[] solution, int multiple) {
            SortedMap<Integer, Long> change = new TreeMap<>();
            for (int place = 0; place < atoms.length; place++) {
                change.put(atoms[place], Math.round((solution[2 * place] - solution[2 * place + 1]) * multiple));
            }
            return Move.of(change);
        }
    }
}
