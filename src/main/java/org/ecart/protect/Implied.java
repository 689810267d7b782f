package org.ecart.protect;

import java.nio.IntBuffer;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Deque;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.ecart.model.Policy;
import org.ecart.protect.CountSystem.Sum;
import org.ecart.protect.CountSystem.Unit;

/**
 * Cells that no table prints and that printed ones give away as a difference: ages 18-64 less 20-64, a filter less a
 * narrower one, those active less those in work. Where they are unsafe they must stay as uncertain as a primary unit;
 * nobody is told that they are.
 *
 * <p>Found are differences of two figures, and what the printed parts of a unit leave over. Differences that known
 * {@link Sum}s make up of other figures are those figures' own concern.
 */
final class Implied {
    private final CountSystem system;
    private final PrimaryRule rule;
    private final int threshold;
    private final Map<Integer, List<Integer>> unitsOf = new HashMap<>();
    private final List<int[]> figures = new ArrayList<>();
    private final Map<IntBuffer, Integer> numbers = new HashMap<>();
    /** What was found, and the units of the system that tell it. */
    private final Map<Unit, Set<Integer>> units = new LinkedHashMap<>();

    private final BitSet known;
    private final int[][] figuresOf;
    /** For each figure its atoms but those of {@link Nobody}. */
    private final List<int[]> somebody;
    /** For each figure the first that counts the same persons; it stands for them in what follows. */
    private final int[] first;
    /** For each figure the totals that a sum makes of it and of others, all told. */
    private final Map<Integer, Set<Integer>> totals = new HashMap<>();

    private final Set<Integer> divided = new HashSet<>();

    /** A figure that may be a part of another. */
    private record Part(int figure, int of) {}

    private Implied(CountSystem system, Policy policy) {
        this.system = system;
        this.rule = new PrimaryRule(policy);
        this.threshold = policy.threshold();
        this.known = system.known();
        this.first = IntStream.range(0, system.figures())
                .map(figure -> system.same(figure)[0])
                .toArray();
        for (int u = 0; u < system.units().size(); u++) {
            for (int figure : system.told(u)) {
                unitsOf.computeIfAbsent(figure, key -> new ArrayList<>()).add(u);
            }
        }
        int[] lengths = new int[system.atoms()];
        for (int f = 0; f < system.figures(); f++) {
            int[] atoms = system.atomsOf(f);
            figures.add(atoms);
            numbers.put(IntBuffer.wrap(atoms), f);
            Arrays.stream(atoms).forEach(atom -> lengths[atom]++);
        }
        BitSet nobody = Nobody.in(system, policy);
        this.somebody = figures.stream()
                .map(atoms ->
                        Arrays.stream(atoms).filter(atom -> !nobody.get(atom)).toArray())
                .toList();
        this.figuresOf = Arrays.stream(lengths).mapToObj(int[]::new).toArray(int[][]::new);
        Arrays.fill(lengths, 0);
        for (int f = 0; f < figures.size(); f++) {
            for (int atom : figures.get(f)) {
                figuresOf[atom][lengths[atom]++] = f;
            }
        }
        for (Sum sum : system.sums()) {
            if (unitsOf.containsKey(sum.total()) && unitsOf.keySet().containsAll(sum.addends())) {
                divided.add(first[sum.total()]);
                sum.addends().forEach(addend -> totals.computeIfAbsent(first[addend], key -> new HashSet<>())
                        .add(first[sum.total()]));
            }
        }
    }

    static Implied in(CountSystem system, Policy policy) {
        Implied implied = new Implied(system, policy);
        implied.subtractFigures();
        List<Unit> told = IntStream.range(0, system.units().size())
                .boxed()
                .flatMap(unit -> system.everywhere(unit).stream())
                .toList();
        implied.subtractUnits(told);
        implied.leaveOver(told);
        return implied;
    }

    /** The same system with those units at its end. */
    CountSystem system() {
        return system.with(figures, List.copyOf(units.keySet()));
    }

    /** For each of those units the cells that give it away. */
    List<Set<Integer>> tellers() {
        return List.copyOf(units.values());
    }

    private void subtractFigures() {
        for (int small = 0; small < system.figures(); small++) {
            for (int large : around(small)) {
                long left = system.value(large) - system.value(small);
                if (left >= 0 && left < threshold && system.value(small) > 0) {
                    subtract(large, small);
                }
            }
        }
    }

    private void subtractUnits(List<Unit> told) {
        Map<Integer, List<Unit>> byWidest = byWidest(told);
        for (Unit unit : told) {
            for (int large : around(unit.widest())) {
                if (byWidest.containsKey(large)) {
                    byWidest.getOrDefault(large, List.of()).forEach(other -> subtract(other, List.of(unit)));
                }
            }
        }
    }

    private static Map<Integer, List<Unit>> byWidest(List<Unit> told) {
        Map<Integer, List<Unit>> byWidest = new HashMap<>();
        told.forEach(unit -> byWidest.computeIfAbsent(unit.widest(), key -> new ArrayList<>())
                .add(unit));
        return byWidest;
    }

    /** Units that have a person in common with this one, in the order of their figures. */
    private List<Unit> meeting(Unit unit, Map<Integer, List<Unit>> byWidest) {
        Set<Integer> widest = new TreeSet<>();
        for (int atom : figures.get(unit.widest())) {
            Arrays.stream(figuresOf[atom]).filter(byWidest::containsKey).forEach(widest::add);
        }
        return widest.stream()
                .flatMap(figure -> byWidest.getOrDefault(figure, List.of()).stream())
                .toList();
    }

    /** Figures that have an atom of this one; those that hold it are among them. */
    private int[] around(int figure) {
        int[] atoms = somebody.get(figure);
        return atoms.length == 0 ? new int[0] : figuresOf[atoms[0]];
    }

    /** Whether what the larger figure has besides the smaller one is made up of figures that are told. */
    private boolean madeUp(int large, int small) {
        Set<Integer> seen = new HashSet<>(Set.of(first[small]));
        Deque<Integer> open = new ArrayDeque<>(seen);
        while (!open.isEmpty() && !seen.contains(first[large])) {
            for (int total : totals.getOrDefault(open.remove(), Set.of())) {
                if (seen.add(total)) {
                    open.add(total);
                }
            }
        }
        return seen.contains(first[large]);
    }

    /** Whether it is seen in one earlier grid that all these are parts. */
    private boolean before(List<int[]> seen, List<Part> parts) {
        int grid = parts.stream()
                .filter(part -> figures.get(part.of()).length > 0)
                .mapToInt(part -> system.grid(figures.get(part.of())[0]))
                .findFirst()
                .orElse(0);
        return IntStream.range(0, grid).anyMatch(earlier -> parts.stream()
                .allMatch(part -> within(earlier, part.of()).anyMatch(large -> within(earlier, part.figure())
                        .anyMatch(small -> holds(seen.get(large), seen.get(small))))));
    }

    /** Figures of a grid that count the same persons as this one; one of nobody is in every grid. */
    private IntStream within(int grid, int figure) {
        return Arrays.stream(system.same(figure))
                .filter(same -> figures.get(same).length == 0 || system.grid(figures.get(same)[0]) == grid);
    }

    /** All atoms of figures where these are parts by all that can be, else those of somebody. */
    private List<int[]> seen(List<Part> parts) {
        return parts.stream().allMatch(part -> holds(figures.get(part.of()), figures.get(part.figure())))
                ? figures
                : somebody;
    }

    /** What two units tell that tell the same. */
    private static List<Part> parts(Unit large, Unit small) {
        return large.figures().keySet().stream()
                .map(quantity -> new Part(
                        small.figure(quantity).orElseThrow(),
                        large.figure(quantity).orElseThrow()))
                .toList();
    }

    static boolean holds(int[] large, int[] small) {
        if (large.length < small.length) {
            return false;
        }
        for (int atom : small) {
            if (Arrays.binarySearch(large, atom) < 0) {
                return false;
            }
        }
        return true;
    }

    /** Two figures of one group of persons divide it as a rate does; else the difference is a number of persons. */
    private void subtract(int large, int small) {
        if (elsewhere(large) && elsewhere(small)
                || units(large).stream().anyMatch(units(small)::contains)
                || madeUp(large, small)) {
            return;
        }
        List<Part> part = List.of(new Part(small, large));
        List<int[]> seen = seen(part);
        if (seen.get(large).length <= seen.get(small).length
                || before(seen, part)
                || !holds(seen.get(large), seen.get(small))) {
            return;
        }
        int[] rest = without(seen.get(large), seen.get(small));
        Map<Quantity, Integer> told = new EnumMap<>(Quantity.class);
        if (sameGroup(rest, figures.get(small))) {
            told.put(Quantity.NUMERATOR, number(rest));
            told.put(Quantity.REST, number(seen.get(small)));
            told.put(Quantity.TOTAL, number(seen.get(large)));
        } else {
            told.put(Quantity.PERSONS, number(rest));
        }
        add(told, List.of(large, small));
    }

    private boolean sameGroup(int[] rest, int[] small) {
        Set<List<Integer>> groups = new HashSet<>();
        Arrays.stream(small).forEach(atom -> groups.add(group(atom)));
        return Arrays.stream(rest).allMatch(atom -> groups.contains(group(atom)));
    }

    /** Where an atom is, whatever its class of persons. */
    private List<Integer> group(int atom) {
        List<Integer> group = new ArrayList<>();
        for (int d = 0; d < system.dimensions() - 1; d++) {
            group.add(system.coordinate(atom, d));
        }
        return group;
    }

    private boolean littleLeft(Unit large, Unit other) {
        for (Map.Entry<Quantity, Integer> figure : large.figures().entrySet()) {
            int less = other.figures().getOrDefault(figure.getKey(), figure.getValue());
            if (system.value(figure.getValue()) - system.value(less) < threshold) {
                return true;
            }
        }
        return false;
    }

    /** Whether only those tell it that are printed in any case. */
    private boolean elsewhere(int figure) {
        List<Integer> tellers = units(figure);
        return tellers.isEmpty()
                ? known.get(figure) // a total that no unit tells
                : tellers.stream().allMatch(unit -> system.fate(unit) == Fate.PRINTED);
    }

    private List<Integer> units(int figure) {
        return unitsOf.getOrDefault(figure, List.of());
    }

    /** What is left of a unit without others that tell the same of a part of its persons. */
    private void subtract(Unit large, List<Unit> others) {
        if (elsewhere(large.widest()) && others.stream().allMatch(other -> elsewhere(other.widest()))) {
            return;
        }
        if (others.size() == 1
                && (!littleLeft(large, others.get(0))
                        || madeUp(large.widest(), others.get(0).widest()))) {
            return;
        }
        if (others.stream()
                .anyMatch(other ->
                        !other.figures().keySet().equals(large.figures().keySet()))) {
            return;
        }
        List<Part> parts =
                others.stream().flatMap(other -> parts(large, other).stream()).toList();
        List<int[]> seen = seen(parts);
        if (others.size() == 1 && before(seen, parts)) {
            return;
        }
        Map<Quantity, Integer> told = new EnumMap<>(Quantity.class);
        for (Map.Entry<Quantity, Integer> figure : large.figures().entrySet()) {
            int[] rest = seen.get(figure.getValue());
            for (Unit other : others) {
                int[] less = seen.get(other.figures().getOrDefault(figure.getKey(), 0));
                if (!holds(seen.get(figure.getValue()), less)) {
                    return;
                }
                rest = without(rest, less);
            }
            told.put(figure.getKey(), number(rest));
        }
        add(
                told,
                Stream.concat(Stream.of(large), others.stream())
                        .map(Unit::widest)
                        .toList());
    }

    /** Units that no sum divides, less the largest parts of them that are printed. */
    private void leaveOver(List<Unit> told) {
        Map<Integer, List<Unit>> byWidest = byWidest(told);
        for (Unit large : told) {
            if (!divided.contains(first[large.widest()]) && figures.get(large.widest()).length > 1) {
                List<Unit> within = new ArrayList<>(meeting(large, byWidest).stream()
                        .filter(u -> u.widest() != large.widest()
                                && u.figures().keySet().equals(large.figures().keySet())
                                && holds(figures.get(large.widest()), figures.get(u.widest())))
                        .toList());
                within.sort((a, b) -> figures.get(b.widest()).length - figures.get(a.widest()).length);
                List<Unit> taken = new ArrayList<>();
                Set<Integer> covered = new HashSet<>();
                for (Unit unit : within) {
                    int[] atoms = figures.get(unit.widest());
                    if (Arrays.stream(atoms).noneMatch(covered::contains)) {
                        Arrays.stream(atoms).forEach(covered::add);
                        taken.add(unit);
                    }
                }
                if (taken.size() > 1) {
                    subtract(large, taken);
                }
            }
        }
    }

    private static int[] without(int[] atoms, int[] less) {
        return Arrays.stream(atoms)
                .filter(atom -> Arrays.binarySearch(less, atom) < 0)
                .toArray();
    }

    private int number(int[] atoms) {
        return numbers.computeIfAbsent(IntBuffer.wrap(atoms), key -> {
            figures.add(atoms);
            return figures.size() - 1;
        });
    }

    private void add(Map<Quantity, Integer> told, List<Integer> of) {
        Unit unit = new Unit(told, 0, false);
        boolean known =
                told.containsKey(Quantity.PERSONS) && told.size() == 1 && told.get(Quantity.PERSONS) < system.figures();
        if (!known && !rule.unsafe(unit, this::value).isEmpty()) {
            Set<Integer> tellers = units.computeIfAbsent(unit, key -> new TreeSet<>());
            of.forEach(figure -> tellers.addAll(units(figure)));
        }
    }

    private long value(int figure) {
        return Arrays.stream(figures.get(figure)).mapToLong(system::count).sum();
    }
}
