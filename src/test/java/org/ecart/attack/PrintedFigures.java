package org.ecart.attack;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import org.ecart.protect.CountSystem;

/** What the printed units say, as equations over atoms, each as simple as it can be. */
final class PrintedFigures {
    private final CountSystem system;
    private final Set<Integer> printed = new HashSet<>();
    private final Map<Integer, Long> known = new HashMap<>();
    private final Set<Integer> empty = new HashSet<>();
    private final List<Relation> equations;

    PrintedFigures(CountSystem system, boolean[] suppressed) {
        this.system = system;
        for (int u = 0; u < suppressed.length; u++) {
            if (!suppressed[u]) {
                printed.addAll(system.units().get(u).figures().values());
            }
        }
        for (int figure : printed) {
            int[] atoms = system.atomsOf(figure);
            if (atoms.length == 1 || system.value(figure) == 0) {
                Arrays.stream(atoms).forEach(atom -> known.put(atom, system.count(atom)));
            }
            if (system.value(figure) == 0) {
                Arrays.stream(atoms).forEach(empty::add);
            }
        }
        this.equations = equations();
    }

    CountSystem system() {
        return system;
    }

    boolean tells(int figure) {
        return printed.contains(figure);
    }

    /** Atoms in figures that are printed as 0. */
    Set<Integer> empty() {
        return empty;
    }

    /** Atoms of which the printed units tell that nobody is there: a sum of several is 0. */
    Set<Integer> nobody() {
        Set<Integer> nobody = new HashSet<>(empty);
        List<Relation> zeros =
                equations.stream().filter(equation -> equation.constant() == 0).toList();
        int before = -1;
        while (before < nobody.size()) {
            before = nobody.size();
            for (Relation zero : zeros) {
                int[] open = IntStream.range(0, zero.places().length)
                        .filter(i -> !nobody.contains(zero.places()[i]))
                        .toArray();
                long signs = Arrays.stream(open)
                        .map(i -> Integer.signum(zero.signs()[i]))
                        .distinct()
                        .count();
                if (signs == 1) {
                    Arrays.stream(open).forEach(i -> nobody.add(zero.places()[i]));
                }
            }
        }
        return nobody;
    }

    /**
     * Equations over atoms by their numbers. Eliminated, so that what does not hang together is not in one equation;
     * with the printed sums themselves where they stay within one piece, because they tell bounds best.
     */
    private List<Relation> equations() {
        List<int[]> sums = new ArrayList<>();
        Set<List<Integer>> seen = new HashSet<>();
        List<Long> constants = new ArrayList<>();
        for (int figure : printed.stream().sorted().toList()) {
            int[] open = Arrays.stream(system.atomsOf(figure))
                    .filter(atom -> !known.containsKey(atom))
                    .toArray();
            if (open.length > 0 && seen.add(Arrays.stream(open).boxed().toList())) {
                sums.add(open);
                constants.add(Arrays.stream(open).mapToLong(system::count).sum());
            }
        }
        List<Relation> equations = new ArrayList<>(eliminated(sums));
        Map<Integer, Integer> piece = pieces(equations);
        for (int s = 0; s < sums.size(); s++) {
            int[] atoms = sums.get(s);
            if (Arrays.stream(atoms)
                            .map(a -> piece.getOrDefault(a, -1))
                            .distinct()
                            .count()
                    == 1) {
                equations.add(new Relation(atoms, ones(atoms.length), constants.get(s)));
            }
        }
        return equations;
    }

    /** The same, with what is known of some atoms. */
    List<Relation> equations(Set<Integer> wanted) {
        List<Relation> with = new ArrayList<>(equations);
        known.forEach((atom, value) -> {
            if (wanted.contains(atom)) {
                with.add(new Relation(new int[] {atom}, ones(1), value));
            }
        });
        return with;
    }

    private static int[] ones(int length) {
        int[] ones = new int[length];
        Arrays.fill(ones, 1);
        return ones;
    }

    private List<Relation> eliminated(List<int[]> sums) {
        int[] atoms =
                sums.stream().flatMapToInt(Arrays::stream).sorted().distinct().toArray();
        Map<Integer, Integer> columns = new HashMap<>();
        Arrays.stream(atoms).forEach(atom -> columns.put(atom, columns.size()));
        List<long[]> rows = new ArrayList<>();
        for (int[] sum : sums) {
            long[] row = new long[atoms.length];
            Arrays.stream(sum).forEach(atom -> row[columns.getOrDefault(atom, 0)] = 1);
            rows.add(row);
        }
        List<Relation> reduced = new ArrayList<>();
        for (Elimination.Row row : Elimination.of(rows)) {
            int[] used = IntStream.range(0, atoms.length)
                    .filter(c -> row.coefficients()[c] != 0)
                    .toArray();
            int[] places = Arrays.stream(used).map(c -> atoms[c]).toArray();
            int[] signs = Arrays.stream(used)
                    .map(c -> Math.toIntExact(row.coefficients()[c]))
                    .toArray();
            long constant = 0;
            for (int i = 0; i < used.length; i++) {
                constant = Math.addExact(constant, signs[i] * system.count(places[i]));
            }
            reduced.add(new Relation(places, signs, constant));
        }
        return reduced;
    }

    private static Map<Integer, Integer> pieces(List<Relation> equations) {
        Map<Integer, Integer> piece = new LinkedHashMap<>();
        int[] names = IntStream.range(0, equations.size()).toArray();
        for (int e = 0; e < names.length; e++) {
            for (int atom : equations.get(e).places()) {
                int other = piece.merge(atom, e, (old, own) -> old);
                names[root(names, other)] = root(names, e);
            }
        }
        piece.replaceAll((atom, e) -> root(names, e));
        return piece;
    }

    private static int root(int[] names, int e) {
        int r = e;
        while (names[r] != r) {
            r = names[r];
        }
        return r;
    }
}
