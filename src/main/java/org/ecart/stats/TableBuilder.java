package org.ecart.stats;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import org.ecart.model.EcartException;
import org.ecart.model.Indicator.Statistic;
import org.ecart.model.Labels;
import org.ecart.model.Period;
import org.ecart.model.Progress;
import org.ecart.model.TableShape;
import org.ecart.tabulate.Cube;
import org.ecart.tabulate.KeptCubes;
import org.ecart.tabulate.Tabulator;

/** Makes the figures of a planned table: asks the engine, lays the cells out, computes each measure. */
public final class TableBuilder {
    private static final int LARGEST = 2_000_000;

    private final Tabulator tabulator;
    private final Labels unknown;
    private final Labels noRecord;

    /**
     * @param unknown the label of empty values
     * @param noRecord the label of persons without a row in the extract that holds a variable
     */
    public TableBuilder(Tabulator tabulator, Labels unknown, Labels noRecord) {
        this.tabulator = tabulator;
        this.unknown = unknown;
        this.noRecord = noRecord;
    }

    /** What a table asks at each of its dates: with the cuts of that date. */
    public Map<Period, TablePlan> dated(TablePlan plan, Progress progress) {
        NationalCuts cuts = new NationalCuts(tabulator);
        Map<Period, TablePlan> dated = new TreeMap<>();
        for (Period period : plan.breakdown().periods()) {
            dated.put(period, plan.with(cuts.in(plan.derivations(), period, plan.weight(), progress)));
        }
        return dated;
    }

    /** Makes a table. */
    public ValueTable build(TablePlan plan, Progress progress) {
        return build(plan, dated(plan, progress), progress);
    }

    /**
     * Makes a table.
     *
     * @param dated what it asks at each of its dates
     * @throws EcartException usage, when it is too large or a date is not there
     */
    public ValueTable build(TablePlan plan, Map<Period, TablePlan> dated, Progress progress) {
        // What a table asks twice is counted once.
        Tabulator asked = new KeptCubes(tabulator, () -> plan, LARGEST);
        Map<Period, Map<List<String>, Cube>> cubes = new TreeMap<>();
        dated.forEach((period, then) -> cubes.put(period, crossings(asked, then, period, progress)));
        List<Cube> all =
                cubes.values().stream().flatMap(c -> c.values().stream()).toList();
        TableShape shape = new Shapes(plan, unknown, noRecord).shape(Lattice.found(all));
        if (shape.size() > LARGEST) {
            throw EcartException.usage("stats.large", shape.size(), LARGEST);
        }
        Assembly assembly = new Assembly(plan, shape);
        cubes.forEach((period, crossings) -> {
            TablePlan then = dated.getOrDefault(period, plan);
            assembly.add(period, crossings, lattice -> amounts(asked, then, period, shape, lattice, progress));
        });
        if (plan.splitsChange()) {
            stayed(asked, new TreeMap<>(dated), assembly, progress);
        }
        return assembly.table();
    }

    private static Map<List<String>, Cube> crossings(
            Tabulator tabulator, TablePlan plan, Period period, Progress progress) {
        Map<List<String>, Cube> crossings = new LinkedHashMap<>();
        for (List<String> crossing : plan.crossings()) {
            crossings.computeIfAbsent(crossing, c -> counted(tabulator, plan, period, c, progress));
        }
        return crossings;
    }

    /** Counts at each date, and at the one before it in the table, those who are counted at both. */
    private static void stayed(
            Tabulator tabulator, NavigableMap<Period, TablePlan> dated, Assembly assembly, Progress progress) {
        dated.forEach((now, plan) -> {
            Map.Entry<Period, TablePlan> before = dated.lowerEntry(now);
            if (before != null) {
                Period then = before.getKey();
                assembly.addStayed(
                        now,
                        crossings(tabulator, plan.staying(then), now, progress),
                        then,
                        crossings(tabulator, before.getValue().staying(now), then, progress));
            }
        });
    }

    /** Of an amount those are counted whose amount is known. */
    private static Cube counted(
            Tabulator tabulator, TablePlan plan, Period period, List<String> crossing, Progress progress) {
        return plan.indicator().statistic() instanceof Statistic.OfAmount amount
                ? tabulator
                        .tabulate(plan.amountQuery(period, crossing, amount), progress)
                        .ofKnown()
                : tabulator.tabulate(plan.query(period, crossing), progress);
    }

    private static Map<Integer, AmountCell> amounts(
            Tabulator tabulator, TablePlan plan, Period period, TableShape shape, Lattice lattice, Progress progress) {
        return plan.indicator().statistic() instanceof Statistic.OfAmount amount
                ? new AmountCells(tabulator, plan, amount).of(period, shape, lattice, progress)
                : Map.of();
    }
}
