package org.ecart.protect;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.SortedMap;
import java.util.TreeMap;
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
    private final Map<Integer, Optional<Component>> components = new HashMap<>();

    /** Atoms that may change, and the known figures among them, as places. */
    private record Component(int[] atoms, List<List<Integer>> known) {}

    /** @param evidence takes the counts that reach the ends as witnesses */
    Extremes(Ground ground, Published published, Evidence evidence, LinearSolver solver, Steps steps) {
        this.evidence = evidence;
        this.ground = ground;
        this.published = published;
        this.solver = solver;
        this.steps = steps;
        this.changes = new Changes(ground);
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
        int[] own = Arrays.stream(ground.atomsOf(figure)).filter(this::free).toArray();
        if (own.length == 0) {
            return Optional.of(new Component(own, List.of()));
        }
        Optional<Component> known = components.get(own[0]);
        if (known == null || known.isPresent() && !holds(known.get(), own)) {
            known = grow(own);
            Optional<Component> found = known;
            found.ifPresentOrElse(
                    c -> Arrays.stream(c.atoms()).forEach(atom -> components.put(atom, found)),
                    () -> components.put(own[0], found));
        }
        return known;
    }

    private static boolean holds(Component component, int[] atoms) {
        return Arrays.stream(atoms).allMatch(a -> Arrays.binarySearch(component.atoms(), a) >= 0);
    }

    /** Whether nothing that is printed gives the atom by itself, or as one of nobody. */
    private boolean free(int atom) {
        for (int figure : ground.figuresOf(atom)) {
            if (published.known(figure) && (ground.atomsOf(figure).length == 1 || ground.value(figure) == 0)) {
                return false;
            }
        }
        return true;
    }

    private Optional<Component> grow(int[] own) {
        SortedMap<Integer, Boolean> seen = new TreeMap<>();
        List<Integer> open = new ArrayList<>();
        Arrays.stream(own).forEach(atom -> {
            seen.put(atom, true);
            open.add(atom);
        });
        Map<Integer, int[]> known = new LinkedHashMap<>();
        for (int i = 0; i < open.size() && open.size() <= MOST_ATOMS; i++) {
            for (int figure : ground.figuresOf(open.get(i))) {
                if (published.known(figure) && !known.containsKey(figure)) {
                    int[] free = Arrays.stream(ground.atomsOf(figure))
                            .filter(this::free)
                            .toArray();
                    known.put(figure, free);
                    for (int atom : free) {
                        if (seen.put(atom, true) == null) {
                            open.add(atom);
                        }
                    }
                }
            }
        }
        if (open.size() > MOST_ATOMS) {
            return Optional.empty();
        }
        int[] atoms = seen.keySet().stream().mapToInt(Integer::intValue).toArray();
        return Optional.of(new Component(
                atoms,
                known.values().stream()
                        .distinct()
                        .map(free -> places(atoms, free))
                        .toList()));
    }

    private static List<Integer> places(int[] atoms, int[] some) {
        return Arrays.stream(some)
                .map(atom -> Arrays.binarySearch(atoms, atom))
                .boxed()
                .toList();
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
        List<Row> rows = component.known().stream().map(this::unchanged).toList();
        steps.count((long) variables.size() * rows.size() / ENTRIES_PER_STEP);
        return solver.minimise(new Program(variables, rows), false)
                .flatMap(solution -> checked(component, solution, figure, direction));
    }

    private Row unchanged(List<Integer> places) {
        List<Integer> terms = new ArrayList<>();
        List<Integer> coefficients = new ArrayList<>();
        for (int place : places) {
            terms.add(2 * place);
            coefficients.add(1);
            terms.add(2 * place + 1);
            coefficients.add(-1);
        }
        return new Row(terms, coefficients, 0, 0);
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
        changes.of(move);
        for (int changed : changes.changed()) {
            if (published.known(changed)) {
                return Optional.empty();
            }
        }
        return Optional.of(direction * changes.of(figure));
    }
}
