package org.ecart.protect;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.ecart.model.EcartException;
import org.ecart.model.Indicator.Statistic;
import org.ecart.model.Indicator.Summary;
import org.ecart.model.Measure;
import org.ecart.model.Period;
import org.ecart.model.Policy;
import org.ecart.model.Progress;
import org.ecart.model.Query;
import org.ecart.protect.CountSystem.Unit;
import org.ecart.protect.Sums.Group;
import org.ecart.protect.TableSystem.Place;
import org.ecart.stats.TablePlan;
import org.ecart.tabulate.Contributions;
import org.ecart.tabulate.Cube;
import org.ecart.tabulate.Tabulator;

/**
 * Decides which cells of sums and means are left out, in all tables of the same amount together, date by date
 * (docs/decisions/0014-amounts.md). A mean is protected as its sum: the persons that it is divided by are taken as known.
 */
final class LinkedSums {
    private final List<Draft> tables;
    private final Tabulator tabulator;
    private final Policy policy;
    private final AmountRules rules;

    LinkedSums(List<Draft> tables, Tabulator tabulator, Policy policy) {
        this.tables = tables;
        this.tabulator = tabulator;
        this.policy = policy;
        this.rules = new AmountRules(policy);
    }

    /** An amount at a date as it is summed: weighted in a way. */
    private record Asked(Period period, String amount, Optional<String> weight) {}

    /**
     * All cells that are left out in the end. Who is left out of one cell is left out of every other with the very same persons:
     * two cells may differ only by groups in which nobody is.
     *
     * @param leftOut for each table the cells that are left out already
     * @param fallback for each table takes in the cells that go for want of a proof
     */
    List<BitSet> leftOut(List<BitSet> leftOut, List<BitSet> fallback, Progress progress) {
        List<BitSet> all = leftOut.stream().map(of -> (BitSet) of.clone()).toList();
        for (Asked asked : asked()) {
            List<Integer> numbers = IntStream.range(0, tables.size())
                    .filter(t -> amount(tables.get(t), asked.period())
                            .filter(of -> of.amount().equals(asked.amount()))
                            .isPresent())
                    .boxed()
                    .toList();
            List<Draft> together = numbers.stream().map(tables::get).toList();
            for (TableSystem.Alone system : systems(together, asked.period(), progress)) {
                decide(asked, system, numbers, all, fallback, progress);
            }
        }
        return all;
    }

    /**
     * What a reader of one table can compute of a sum, or of the sum of a mean, that is left out of it.
     *
     * @param place of a cell of the one table that there is
     * @param leftOut the cells that are left out
     * @return none where it is neither a sum nor a mean, or where it would take too long
     */
    Optional<CellAudit.SumRange> range(Place place, BitSet leftOut, Progress progress) {
        Period period = tables.get(0).values().cells().get(place.cell()).period();
        for (Asked asked : asked()) {
            if (asked.period().equals(period)) {
                for (TableSystem.Alone system : systems(tables, period, progress)) {
                    Sums sums = sums(asked, system, tables, progress);
                    Optional<Integer> figure = IntStream.range(0, sums.figures().size())
                            .filter(f -> sums.figures().get(f).tellers().contains(place))
                            .boxed()
                            .findFirst();
                    if (figure.isPresent()) {
                        return new SumBounds(sums, hidden(sums, leftOut)).of(figure.get());
                    }
                }
            }
        }
        return Optional.empty();
    }

    private static BitSet hidden(Sums sums, BitSet leftOut) {
        BitSet hidden = new BitSet();
        for (int f = 0; f < sums.figures().size(); f++) {
            hidden.set(f, sums.figures().get(f).tellers().stream().allMatch(p -> leftOut.get(p.cell())));
        }
        return hidden;
    }

    /** Every way in which an amount is weighted; what is printed under one is taken to be told under each. */
    private Set<Asked> asked() {
        Set<Asked> asked = new LinkedHashSet<>();
        Set<Period> periods = new TreeSet<>();
        tables.forEach(table -> periods.addAll(table.plans().keySet()));
        for (Period period : periods) {
            for (Draft table : tables) {
                amount(table, period)
                        .ifPresent(of -> asked.add(new Asked(
                                period, of.amount(), plan(table, period).flatMap(TablePlan::weight))));
            }
        }
        return asked;
    }

    private static Optional<TablePlan> plan(Draft table, Period period) {
        return Optional.ofNullable(table.plans().get(period));
    }

    /** The amount of which a table tells sums or means at a date. */
    private static Optional<Statistic.OfAmount> amount(Draft table, Period period) {
        boolean told = table.values().values().keySet().stream().anyMatch(m -> m.subject() == Measure.Subject.AMOUNT);
        boolean cells = table.values().cells().stream()
                .anyMatch(cell -> cell.place() >= 0 && cell.period().equals(period));
        return plan(table, period)
                .filter(plan -> told && cells)
                .map(plan -> plan.indicator().statistic())
                .filter(Statistic.OfAmount.class::isInstance)
                .map(Statistic.OfAmount.class::cast)
                .filter(of -> !(of.summary() instanceof Summary.Quantile));
    }

    /** One grid, or where that has too many combinations, several that leave what they share as it is. */
    private List<TableSystem.Alone> systems(List<Draft> together, Period period, Progress progress) {
        LinkedTables linked = new LinkedTables(together, tabulator, policy);
        try {
            return List.of(linked.wholeAlone(period, progress));
        } catch (EcartException tooManyCombinations) {
            return linked.oneByOne(period, progress);
        }
    }

    private void decide(
            Asked asked,
            TableSystem.Alone system,
            List<Integer> numbers,
            List<BitSet> leftOut,
            List<BitSet> fallback,
            Progress progress) {
        List<Draft> together = numbers.stream().map(tables::get).toList();
        Sums sums = sums(asked, system, together, progress);
        BitSet before = new BitSet();
        for (int f = 0; f < sums.figures().size(); f++) {
            before.set(f, sums.figures().get(f).tellers().stream().anyMatch(p -> leftOut.get(numbers.get(p.table()))
                    .get(p.cell())));
        }
        SumSuppression.Outcome outcome = SumSuppression.of(sums, before, progress);
        outcome.hidden().stream().forEach(f -> sums.figures().get(f).tellers().stream()
                .filter(p -> together.get(p.table()).fate(p.cell()) != Fate.PRINTED)
                .forEach(p -> {
                    int table = numbers.get(p.table());
                    boolean newly = !leftOut.get(table).get(p.cell());
                    fallback.get(table)
                            .set(
                                    p.cell(),
                                    fallback.get(table).get(p.cell())
                                            || newly && outcome.surrendered().get(f));
                    leftOut.get(table).set(p.cell());
                }));
    }

    private Sums sums(Asked asked, TableSystem.Alone alone, List<Draft> together, Progress progress) {
        TableSystem system = alone.tables();
        CountSystem counts = system.system();
        Query.Telling telling = policy.amounts().telling();
        Sums.Builder builder = new Sums.Builder(
                groups(asked, alone, telling, progress), places(counts), rules, policy.threshold(), telling.largest());
        for (int u = 0; u < system.places().size() + system.guests().size(); u++) {
            Place place = system.place(u);
            Draft table = together.get(place.table());
            Unit unit = counts.units().get(u);
            if (table.values().cells().get(place.cell()).place() >= 0) {
                int[] atoms = counts.atomsOf(unit.widest());
                boolean decided = u < system.places().size();
                if (decided) {
                    builder.cell(
                            atoms,
                            place,
                            Prices.of(unit, counts.persons(unit), policy.loss()),
                            table.fate(place.cell()) == Fate.PRINTED);
                } else {
                    builder.fixed(atoms);
                }
            }
        }
        Arrays.stream(counts.constants()).forEach(figure -> builder.fixed(counts.atomsOf(figure)));
        return builder.build();
    }

    private static int[][] places(CountSystem counts) {
        return IntStream.range(0, counts.atoms())
                .mapToObj(atom -> IntStream.range(0, counts.dimensions())
                        .map(d -> counts.coordinate(atom, d))
                        .toArray())
                .toArray(int[][]::new);
    }

    /** What the persons of each atom have. */
    private List<Group> groups(Asked asked, TableSystem.Alone system, Query.Telling telling, Progress progress) {
        Query query = system.questions().query(system.questions().populations().get(0));
        Cube.Amounts weighted = amounts(query, asked, asked.weight(), telling, progress);
        Cube.Amounts plain = amounts(query, asked, Optional.empty(), telling, progress);
        if (weighted.persons().length != system.atoms().size()) {
            throw new IllegalStateException("amounts are asked of others than persons");
        }
        List<Group> groups =
                new ArrayList<>(Collections.nCopies(system.tables().system().atoms(), Group.NOBODY));
        for (int cell = 0; cell < weighted.persons().length; cell++) {
            groups.set(system.atoms().get(cell), group(weighted, plain, cell));
        }
        return groups;
    }

    private static Group group(Cube.Amounts weighted, Cube.Amounts plain, int cell) {
        long persons = weighted.persons()[cell];
        return persons == 0
                ? Group.NOBODY
                : new Group(
                        persons, weighted.sums().get(cell), contributions(plain, cell), contributions(weighted, cell));
    }

    private static Contributions contributions(Cube.Amounts of, int cell) {
        return of.told()
                .orElseThrow(() -> new EcartException(EcartException.Fault.DISCLOSURE, "protect.amount.rows"))
                .contributions()
                .get(cell);
    }

    private Cube.Amounts amounts(
            Query of, Asked asked, Optional<String> weight, Query.Telling telling, Progress progress) {
        Query query = new Query(
                new Query.Source(asked.period(), weight),
                of.derivations(),
                of.dimensions(),
                of.universe(),
                Optional.of(new Query.Amount(asked.amount(), List.of(), Optional.of(telling))));
        return tabulator.tabulate(query, progress).amounts().orElseThrow();
    }
}
