package org.ecart.protect;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.ecart.model.Category;
import org.ecart.model.Period;
import org.ecart.protect.links.Asked;
import org.ecart.protect.links.Population;
import org.ecart.stats.TablePlan;
import org.ecart.stats.ValueTable;

/**
 * The cells of a table in one crossing of its variables at one date. A cell of several crossings, such as the total of
 * everything, is in the first of them.
 *
 * @param table its number among the tables that are protected together
 * @param cells told cells, by number in the table
 */
record Piece(
        int table, Draft draft, TablePlan plan, Population population, List<String> crossing, List<Integer> cells) {
    Piece {
        crossing = List.copyOf(crossing);
        cells = List.copyOf(cells);
    }

    ValueTable values() {
        return draft.values();
    }

    Asked asked() {
        return Asked.by(population, plan, crossing);
    }

    /**
     * Totals of these cells that are not printed, and what a reader can add up to them.
     *
     * @param of cells in which everybody of the total is
     */
    record Margin(int cell, List<Integer> of) {}

    List<Margin> margins() {
        List<ValueTable.Cell> all = values().cells();
        ValueTable.Cell one = all.get(cells.get(0));
        List<Integer> finest = cells.stream()
                .filter(c -> crossed(values(), c).size() == crossing.size())
                .toList();
        Map<Set<String>, Map<List<String>, List<Integer>>> added = new HashMap<>();
        List<Margin> margins = new ArrayList<>();
        for (int c = 0; c < all.size(); c++) {
            ValueTable.Cell cell = all.get(c);
            Set<String> kept = crossed(values(), c);
            if (!cell.told()
                    && cell.period().equals(one.period())
                    && cell.staying().equals(one.staying())
                    && crossing.containsAll(kept)) {
                List<Integer> of = added.computeIfAbsent(
                                kept, k -> finest.stream().collect(Collectors.groupingBy(part -> codes(part, k))))
                        .getOrDefault(cell.codes(), List.of());
                // where categories are hidden nobody can add up
                long together = of.stream()
                        .mapToLong(part -> all.get(part).counts().persons())
                        .sum();
                if (together == cell.counts().persons()) {
                    margins.add(new Margin(c, of));
                }
            }
        }
        return margins;
    }

    /** The codes of a cell, without those of variables that are summed over. */
    private List<String> codes(int cell, Set<String> kept) {
        List<String> codes = new ArrayList<>(values().cells().get(cell).codes());
        for (int d = 0; d < codes.size(); d++) {
            if (!kept.contains(values().shape().dimensions().get(d).variable())) {
                codes.set(d, Category.TOTAL);
            }
        }
        return codes;
    }

    /** What a table asks at a date, or of those only who are counted at another date too. */
    private record Variant(int table, Draft draft, TablePlan plan, Period period, Optional<Period> staying) {}

    /** All pieces of some dates; those for which a table has no data have none. */
    static List<Piece> at(Set<Period> periods, List<Draft> tables) {
        List<Variant> variants = new ArrayList<>();
        for (int t = 0; t < tables.size(); t++) {
            for (Period period : new TreeSet<>(periods)) {
                variants.addAll(variants(t, tables.get(t), period));
            }
        }
        NamesApart names = new NamesApart(variants.stream().map(Variant::plan).toList());
        Populations populations = new Populations(periods, tables);
        return variants.stream()
                .flatMap(variant -> of(variant, names, populations).stream())
                .toList();
    }

    private static List<Variant> variants(int table, Draft draft, Period period) {
        return Optional.ofNullable(draft.plans().get(period)).stream()
                .flatMap(plan -> draft.values().cells().stream()
                        .filter(cell -> cell.period().equals(period))
                        .map(ValueTable.Cell::staying)
                        .distinct()
                        .map(staying -> new Variant(
                                table, draft, staying.map(plan::staying).orElse(plan), period, staying)))
                .toList();
    }

    private static List<Piece> of(Variant variant, NamesApart names, Populations populations) {
        Draft draft = names.in(variant.draft(), variant.plan());
        TablePlan plan = names.in(variant.plan());
        ValueTable values = draft.values();
        Set<Integer> taken = new HashSet<>();
        List<Piece> pieces = new ArrayList<>();
        for (List<String> crossing : plan.crossings()) {
            List<Integer> cells = new ArrayList<>();
            for (int c = 0; c < values.cells().size(); c++) {
                ValueTable.Cell cell = values.cells().get(c);
                boolean here = cell.told()
                        && cell.period().equals(variant.period())
                        && cell.staying().equals(variant.staying())
                        && crossing.containsAll(crossed(values, c))
                        && taken.add(c);
                if (here) {
                    cells.add(c);
                }
            }
            if (!cells.isEmpty()) {
                Population population = populations.of(plan, variant.period());
                pieces.add(new Piece(variant.table(), draft, plan, population, crossing, cells));
            }
        }
        return pieces;
    }

    /** The variables over which a cell does not sum. */
    static Set<String> crossed(ValueTable values, int cell) {
        List<String> codes = values.cells().get(cell).codes();
        Set<String> crossed = new HashSet<>();
        for (int d = 0; d < codes.size(); d++) {
            if (!codes.get(d).equals(Category.TOTAL)) {
                crossed.add(values.shape().dimensions().get(d).variable());
            }
        }
        return crossed;
    }
}
