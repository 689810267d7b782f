package org.ecart.attack;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.ecart.protect.CountTable;
import org.ecart.protect.CountTable.Cell;
import org.ecart.protect.CountTable.Sum;

/**
 * Unknown cells that hang together by sums, as one system of equations. Its unknowns ("places") are the parts of the
 * cells and, after them, the quantities that take more than one part; all are whole numbers of 0 or more.
 */
final class Component {
    private record Form(int cell, List<Integer> parts) {}

    /** A suppressed cell: what has to stay uncertain about it. No quantity is unsafe = secondary. */
    record Target(int cell, Set<Quantity> unsafe) {
        boolean primary() {
            return !unsafe.isEmpty();
        }
    }

    private final CountTable table;
    private final int parts;
    private final Map<Integer, Integer> local = new LinkedHashMap<>();
    private final Map<Form, Integer> forms = new LinkedHashMap<>();
    private final List<Target> targets = new ArrayList<>();
    private final List<Relation> relations = new ArrayList<>();
    private final long[] truth;

    private Component(CountTable table, boolean[] suppressed, PrimaryRule rule, List<Integer> cells, List<Sum> sums) {
        this.table = table;
        this.parts = rule.partCount();
        cells.forEach(cell -> local.put(cell, local.size()));
        for (int cell : cells) {
            if (suppressed[cell] && table.cells().get(cell).published()) {
                Target target = new Target(cell, rule.unsafe(table.cells().get(cell)));
                targets.add(target);
                target.unsafe().forEach(quantity -> addForm(cell, quantity));
                addForm(cell, Quantity.PERSONS);
            }
        }
        sums.forEach(this::addSum);
        forms.forEach(this::addFormRelation);
        truth = new long[size()];
        cells.forEach(this::setTruth);
    }

    /** The connected pieces of what is not known: suppressed cells and margins that are not printed. */
    static List<Component> of(CountTable table, boolean[] suppressed, PrimaryRule rule) {
        int n = table.cells().size();
        int[] root = IntStream.range(0, n).toArray();
        List<List<Integer>> unknowns = new ArrayList<>();
        for (Sum sum : table.sums()) {
            List<Integer> unknown = IntStream.concat(
                            IntStream.of(sum.total()), sum.addends().stream().mapToInt(a -> a))
                    .filter(cell -> unknown(table, suppressed, cell))
                    .boxed()
                    .toList();
            unknowns.add(unknown);
            unknown.forEach(cell -> root[find(root, cell)] = find(root, unknown.get(0)));
        }
        Map<Integer, List<Integer>> cells = new TreeMap<>();
        Map<Integer, List<Sum>> sums = new TreeMap<>();
        for (int cell = 0; cell < n; cell++) {
            if (unknown(table, suppressed, cell)) {
                cells.computeIfAbsent(find(root, cell), key -> new ArrayList<>())
                        .add(cell);
            }
        }
        for (int s = 0; s < unknowns.size(); s++) {
            if (!unknowns.get(s).isEmpty()) {
                sums.computeIfAbsent(find(root, unknowns.get(s).get(0)), key -> new ArrayList<>())
                        .add(table.sums().get(s));
            }
        }
        return cells.entrySet().stream()
                .map(e ->
                        new Component(table, suppressed, rule, e.getValue(), sums.getOrDefault(e.getKey(), List.of())))
                .filter(c -> !c.targets.isEmpty())
                .toList();
    }

    private static boolean unknown(CountTable table, boolean[] suppressed, int cell) {
        return suppressed[cell] || !table.cells().get(cell).published();
    }

    private static int find(int[] root, int cell) {
        int r = cell;
        while (root[r] != r) {
            root[r] = root[root[r]];
            r = root[r];
        }
        return r;
    }

    private void addForm(int cell, Quantity quantity) {
        List<Integer> included = included(quantity);
        if (included.size() > 1) {
            forms.putIfAbsent(new Form(cell, included), local.size() * parts + forms.size());
        }
    }

    private List<Integer> included(Quantity quantity) {
        return IntStream.range(0, parts).filter(quantity::includes).boxed().toList();
    }

    private void addSum(Sum sum) {
        for (int part = 0; part < parts; part++) {
            // the total with -1, the addends with +1; what is known goes to the other side
            Map<Integer, Integer> signs = new LinkedHashMap<>();
            long constant = 0;
            for (int i = -1; i < sum.addends().size(); i++) {
                int cell = i < 0 ? sum.total() : sum.addends().get(i);
                int sign = i < 0 ? -1 : 1;
                if (local.containsKey(cell)) {
                    signs.merge(place(cell, part), sign, Integer::sum);
                } else {
                    constant -= sign * partOf(table.cells().get(cell), part);
                }
            }
            relations.add(new Relation(
                    signs.keySet().stream().mapToInt(p -> p).toArray(),
                    signs.values().stream().mapToInt(s -> s).toArray(),
                    constant));
        }
    }

    private void addFormRelation(Form form, int place) {
        int[] places = IntStream.concat(
                        IntStream.of(place), form.parts().stream().mapToInt(part -> place(form.cell(), part)))
                .toArray();
        int[] signs = new int[places.length];
        Arrays.fill(signs, 1);
        signs[0] = -1;
        relations.add(new Relation(places, signs, 0));
    }

    private void setTruth(int cell) {
        for (int part = 0; part < parts; part++) {
            truth[place(cell, part)] = partOf(table.cells().get(cell), part);
        }
        forms.forEach((form, place) -> {
            if (form.cell() == cell) {
                truth[place] = form.parts().stream()
                        .mapToLong(part -> partOf(table.cells().get(cell), part))
                        .sum();
            }
        });
    }

    private static long partOf(Cell cell, int part) {
        return switch (part) {
            case 0 -> cell.numerator();
            case 1 -> cell.rest();
            default -> cell.outside();
        };
    }

    /** The number of places. */
    int size() {
        return local.size() * parts + forms.size();
    }

    int parts() {
        return parts;
    }

    int place(int cell, int part) {
        return local.getOrDefault(cell, -1) * parts + part;
    }

    /** The place of a quantity that is unsafe in this cell, or of the persons of a suppressed cell. */
    int place(int cell, Quantity quantity) {
        List<Integer> included = included(quantity);
        if (included.size() == 1) {
            return place(cell, included.get(0));
        }
        return forms.getOrDefault(new Form(cell, included), -1);
    }

    /**
     * Cells that hold nobody but the one person of a cell, as far as everyone may know: its parts, and totals in which
     * all the rest is printed as empty. What that person knows of them is about nobody else, and no suppression can
     * keep it from him.
     */
    Set<Integer> ownCells(int singleton) {
        Set<Integer> own = new HashSet<>(Set.of(singleton));
        int before = 0;
        while (before < own.size()) {
            before = own.size();
            for (Sum sum : table.sums()) {
                if (own.contains(sum.total())) {
                    own.addAll(sum.addends());
                }
                if (sum.addends().stream().anyMatch(own::contains)
                        && sum.addends().stream().allMatch(a -> own.contains(a) || printedEmpty(a))) {
                    own.add(sum.total());
                }
            }
        }
        return own;
    }

    private boolean printedEmpty(int cell) {
        return !local.containsKey(cell) && table.cells().get(cell).persons() == 0;
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

    Cell cell(int cell) {
        return table.cells().get(cell);
    }
}
