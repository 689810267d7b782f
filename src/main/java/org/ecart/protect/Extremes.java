package org.ecart.protect;

import java.nio.IntBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.IntUnaryOperator;
import org.ecart.protect.LinearSolver.Program;
import org.ecart.protect.LinearSolver.Row;
import org.ecart.protect.LinearSolver.Variable;

/**
 * The least and the greatest value that a figure can have, given what is printed: linear programs over the atoms that
 * hang together with it by known figures. An end counts as exact when whole counts reach it that change no known figure,
 * checked by adding up, and the program says that nothing lies beyond.
 */
final class Extremes {
    private static final int MOST_ATOMS = 250;
    private static final double TOLERANCE = 1e-6;
    private static final long ENTRIES_PER_STEP = 4;

    private final Ground ground;
    private final Published published;
    private final Evidence evidence;
    private final LinearSolver solver;
    private final Steps steps;
    private final Changes changes;
    private final long unlimited;
    private final Components components;
    private final Map<IntBuffer, Component> fixed = new HashMap<>();

    /** Atoms that may change, and what must not: known figures, and that grids agree. */
    private record Component(int[] atoms, List<Row> fixed) {}

    /**
     * @param published what is known from here on
     * @param evidence takes the counts that reach the ends as witnesses
     */
    Extremes(Ground ground, Published published, Evidence evidence, LinearSolver solver, Steps steps) {
        this.evidence = evidence;
        this.ground = ground;
        this.published = published;
        this.solver = solver;
        this.steps = steps;
        this.changes = new Changes(ground);
        this.components = new Components(ground, published);
        this.unlimited = 2 * Arrays.stream(ground.counts()).sum() + 1000;
    }

    /** Empty where too much hangs together, or the solver fails. */
    Optional<Audit.Bounds> bounds(int figure) {
        Optional<Component> component = component(figure);
        if (component.isEmpty() || steps.spent()) {
            return Optional.empty();
        }
        Optional<Long> fall = reach(component.get(), figure, -1);
        Optional<Long> rise = reach(component.get(), figure, 1);
        if (fall.isEmpty() || rise.isEmpty()) {
            return Optional.empty();
        }
        long value = ground.value(figure);
        OptionalLong high = rise.get() >= unlimited ? OptionalLong.empty() : OptionalLong.of(value + rise.get());
        return Optional.of(new Audit.Bounds(value - fall.get(), high, true));
    }

    private Optional<Component> component(int figure) {
        return components
                .around(figure, MOST_ATOMS)
                .map(atoms -> fixed.computeIfAbsent(IntBuffer.wrap(atoms), key -> new Component(atoms, fixed(atoms))));
    }

    private List<Row> fixed(int[] atoms) {
        Set<Integer> known = new LinkedHashSet<>();
        Set<List<Integer>> shared = new LinkedHashSet<>();
        for (int atom : atoms) {
            Arrays.stream(ground.figuresOf(atom)).filter(published::known).forEach(known::add);
            for (int join : ground.joints().of(ground.grid(atom))) {
                int cell = ground.joints().cell(join, atom);
                if (cell != Joints.FREE) {
                    shared.add(List.of(join, cell));
                }
            }
        }
        List<Row> rows = new ArrayList<>();
        known.forEach(figure -> rows.add(unchanged(atoms, loose(ground.atomsOf(figure)), atom -> 1)));
        shared.forEach(cell -> rows.add(unchanged(
                atoms,
                loose(ground.joints().in(cell.get(0), cell.get(1))),
                atom -> ground.joints().first(cell.get(0), atom) ? 1 : -1)));
        return rows;
    }

    private int[] loose(int[] atoms) {
        return Arrays.stream(atoms).filter(components::loose).toArray();
    }

    private static Row unchanged(int[] atoms, int[] some, IntUnaryOperator sides) {
        List<Integer> terms = new ArrayList<>();
        List<Integer> coefficients = new ArrayList<>();
        for (int atom : some) {
            int place = Arrays.binarySearch(atoms, atom);
            int side = sides.applyAsInt(atom);
            terms.addAll(List.of(2 * place, 2 * place + 1));
            coefficients.addAll(List.of(side, -side));
        }
        return new Row(terms, coefficients, 0, 0);
    }

    /** How far the figure can go in a direction, reached by whole counts; empty if that could not be shown. */
    private Optional<Long> reach(Component component, int figure, int direction) {
        int[] atoms = component.atoms();
        List<Integer> goal = Arrays.stream(ground.atomsOf(figure))
                .map(atom -> Arrays.binarySearch(atoms, atom))
                .filter(place -> place >= 0)
                .boxed()
                .toList();
        if (goal.isEmpty()) {
            return Optional.of(0L);
        }
        List<Variable> variables = new ArrayList<>();
        for (int place = 0; place < atoms.length; place++) {
            double cost = goal.contains(place) ? -direction : 0;
            variables.add(new Variable(0, unlimited, cost));
            variables.add(new Variable(0, Math.min(ground.count(atoms[place]), unlimited), -cost));
        }
        List<Row> rows = component.fixed();
        steps.count((long) variables.size() * rows.size() / ENTRIES_PER_STEP);
        return solver.minimise(new Program(variables, rows), false)
                .flatMap(solution -> checked(component, solution, figure, direction));
    }

    private Optional<Long> checked(Component component, double[] solution, int figure, int direction) {
        SortedMap<Integer, Long> change = new TreeMap<>();
        for (int place = 0; place < component.atoms().length; place++) {
            double step = solution[2 * place] - solution[2 * place + 1];
            long whole = Math.round(step);
            int atom = component.atoms()[place];
            if (Math.abs(step - whole) > TOLERANCE || ground.count(atom) + whole < 0) {
                return Optional.empty();
            }
            change.put(atom, whole);
        }
        Move move = Move.of(change);
        evidence.add(move.primitive());
        evidence.add(move);
        if (!ground.joints().agree(move)) {
            return Optional.empty();
        }
        changes.of(move);
        for (int changed : changes.changed()) {
            if (published.known(changed)) {
                return Optional.empty();
            }
        }
        return Optional.of(direction * changes.of(figure));
    }
}
