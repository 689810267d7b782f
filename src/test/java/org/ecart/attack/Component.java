package org.ecart.attack;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.ecart.protect.CountSystem;
import org.ecart.protect.CountSystem.Unit;
import org.ecart.protect.Quantity;

/**
 * What is not known and hangs together, as one system of equations. Its unknowns ("places") are first the figures of the
 * suppressed units that are sums of atoms, then the atoms; all are whole numbers of 0 or more.
 */
final class Component {
    /** A suppressed unit: what has to stay uncertain about it. No quantity is unsafe = secondary. */
    record Target(int unit, Set<Quantity> unsafe) {
        boolean primary() {
            return !unsafe.isEmpty();
        }
    }

    private final CountSystem system;
    private final PrintedFigures printed;
    private final Map<Integer, Integer> forms = new LinkedHashMap<>();
    private final Map<Integer, Integer> local = new LinkedHashMap<>();
    private final List<Target> targets = new ArrayList<>();
    private final List<Relation> relations = new ArrayList<>();
    private final long[] truth;

    private Component(PrintedFigures printed, List<Integer> atoms, List<Target> targets, List<Relation> equations) {
        this.system = printed.system();
        this.printed = printed;
        this.targets.addAll(targets);
        for (Target target : targets) {
            for (int figure : unit(target).figures().values()) {
                if (system.atomsOf(figure).length != 1) {
                    forms.putIfAbsent(figure, forms.size());
                }
            }
        }
        atoms.forEach(atom -> local.put(atom, forms.size() + local.size()));
        for (Relation equation : equations) {
            relations.add(new Relation(
                    Arrays.stream(equation.places()).map(this::atomPlace).toArray(),
                    equation.signs(),
                    equation.constant()));
        }
        truth = new long[size()];
        local.forEach((atom, place) -> truth[place] = system.count(atom));
        forms.forEach((figure, place) -> {
            truth[place] = system.value(figure);
            int[] places = IntStream.concat(
                            IntStream.of(place),
                            Arrays.stream(system.atomsOf(figure)).map(this::atomPlace))
                    .toArray();
            int[] signs = new int[places.length];
            Arrays.fill(signs, 1);
            signs[0] = -1;
            relations.add(new Relation(places, signs, 0));
        });
    }

    /** The connected pieces of what is not known. */
    static List<Component> of(PrintedFigures printed, boolean[] suppressed, PrimaryRule rule) {
        CountSystem system = printed.system();
        List<Target> targets = new ArrayList<>();
        Set<Integer> wanted = new LinkedHashSet<>();
        for (int u = 0; u < suppressed.length; u++) {
            if (suppressed[u]) {
                Unit unit = system.units().get(u);
                targets.add(new Target(u, rule.unsafe(unit)));
                unit.figures().values().forEach(f -> Arrays.stream(system.atomsOf(f))
                        .forEach(wanted::add));
            }
        }
        List<Relation> equations = printed.equations(wanted);
        int[] root = IntStream.range(0, system.atoms()).toArray();
        for (Relation row : equations) {
            unite(root, row.places());
        }
        for (Target target : targets) {
            int[] atoms = system.units().get(target.unit()).figures().values().stream()
                    .flatMapToInt(f -> Arrays.stream(system.atomsOf(f)))
                    .toArray();
            unite(root, atoms);
        }
        return pieces(printed, targets, wanted, equations, root);
    }

    private static List<Component> pieces(
            PrintedFigures printed, List<Target> targets, Set<Integer> wanted, List<Relation> equations, int[] root) {
        Map<Integer, List<Integer>> atoms = new TreeMap<>();
        Map<Integer, List<Relation>> rows = new HashMap<>();
        Map<Integer, List<Target>> aims = new TreeMap<>();
        Set<Integer> all = new LinkedHashSet<>(wanted);
        equations.forEach(row -> Arrays.stream(row.places()).forEach(all::add));
        for (int atom : all) {
            atoms.computeIfAbsent(find(root, atom), key -> new ArrayList<>()).add(atom);
        }
        for (Relation row : equations) {
            rows.computeIfAbsent(find(root, row.places()[0]), key -> new ArrayList<>())
                    .add(row);
        }
        CountSystem system = printed.system();
        for (Target target : targets) {
            int[] own = system.units().get(target.unit()).figures().values().stream()
                    .flatMapToInt(f -> Arrays.stream(system.atomsOf(f)))
                    .toArray();
            int key = own.length == 0 ? -1 - target.unit() : find(root, own[0]);
            aims.computeIfAbsent(key, k -> new ArrayList<>()).add(target);
        }
        List<Component> components = new ArrayList<>();
        aims.forEach((key, list) -> components.add(
                new Component(printed, atoms.getOrDefault(key, List.of()), list, rows.getOrDefault(key, List.of()))));
        return components;
    }

    private static void unite(int[] root, int[] atoms) {
        for (int atom : atoms) {
            root[find(root, atom)] = find(root, atoms[0]);
        }
    }

    private static int find(int[] root, int atom) {
        int r = atom;
        while (root[r] != r) {
            root[r] = root[root[r]];
            r = root[r];
        }
        return r;
    }

    /** The number of places. */
    int size() {
        return forms.size() + local.size();
    }

    /** The places of atoms; those before are sums of them. */
    int firstAtom() {
        return forms.size();
    }

    private int atomPlace(int atom) {
        return local.getOrDefault(atom, -1);
    }

    Unit unit(Target target) {
        return system.units().get(target.unit());
    }

    /** The place of a figure of a suppressed unit. */
    int place(int figure) {
        Integer form = forms.get(figure);
        return form != null ? form : atomPlace(system.atomsOf(figure)[0]);
    }

    int place(Target target, Quantity quantity) {
        return place(unit(target).figure(quantity).orElseThrow());
    }

    /**
     * What has two values at least, to everybody: the unsafe quantities, or of a secondary unit all that are not 0, and
     * everybody, unless other tables print it.
     */
    Set<Quantity> asked(Target target) {
        if (target.primary()) {
            return target.unsafe();
        }
        Set<Quantity> asked = new LinkedHashSet<>();
        Set<Quantity> elsewhere = new LinkedHashSet<>();
        unit(target).figures().forEach((quantity, figure) -> {
            if (system.value(figure) > 0 || figure == unit(target).widest()) {
                (printed.tells(figure) ? elsewhere : asked).add(quantity);
            }
        });
        // if other tables print all of it, it was left out in vain
        return asked.isEmpty() ? elsewhere : asked;
    }

    /** People who are alone in primary units: of each, by the atom where he is, the units that count him and nobody else. */
    Map<Integer, List<Target>> singletons() {
        Map<Integer, List<Target>> alone = new TreeMap<>();
        for (Target target : targets) {
            if (target.primary() && system.persons(unit(target)) == 1) {
                int atom = Arrays.stream(system.atomsOf(unit(target).widest()))
                        .filter(a -> system.count(a) > 0)
                        .findFirst()
                        .orElseThrow();
                alone.computeIfAbsent(atom, key -> new ArrayList<>()).add(target);
            }
        }
        return alone;
    }

    /** The places of all atoms of some units: what their only contributor knows. */
    int[] atoms(List<Target> units) {
        return units.stream()
                .flatMapToInt(
                        target -> Arrays.stream(system.atomsOf(unit(target).widest())))
                .map(this::atomPlace)
                .distinct()
                .toArray();
    }

    /**
     * Figures that count nobody but the one person of some units, as far as everyone may know: their parts, and sums of which all
     * the rest is printed as empty. What that person knows of them is about nobody else, and no suppression can keep it from him.
     */
    Set<Integer> ownFigures(List<Target> singleton) {
        Set<Integer> own = new HashSet<>(printed.empty());
        for (Target target : singleton) {
            Arrays.stream(system.atomsOf(unit(target).widest())).forEach(own::add);
        }
        return targets.stream()
                .flatMap(target -> unit(target).figures().values().stream())
                .filter(figure -> Arrays.stream(system.atomsOf(figure)).allMatch(own::contains))
                .collect(Collectors.toSet());
    }

    List<Target> targets() {
        return targets;
    }

    List<Relation> relations() {
        return relations;
    }

    /** The real values of all places. */
    long[] truth() {
        return truth.clone();
    }
}
