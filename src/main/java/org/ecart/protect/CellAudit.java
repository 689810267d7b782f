package org.ecart.protect;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.ecart.model.Period;
import org.ecart.model.Policy;
import org.ecart.model.Progress;
import org.ecart.protect.Audit.Attacker;
import org.ecart.protect.Audit.Bounds;
import org.ecart.protect.Audit.Finding;
import org.ecart.protect.CountSystem.Sum;
import org.ecart.protect.CountSystem.Unit;
import org.ecart.protect.TableSystem.Place;
import org.ecart.stats.ValueTable;
import org.ecart.tabulate.Tabulator;

/**
 * What somebody outside can make of one cell that is left out of a table. For the analyst's eyes only: nothing of it may
 * leave.
 *
 * @param few the counts that are of too few persons
 * @param nobody the counts of nobody, so that the cell says something of everyone in it: 0 % or 100 %; where this and
 *     {@code few} are empty, and its amount is safe, the cell is left out for the sake of others
 * @param amount whether its amount tells too much of one person
 * @param sum what can be computed of its sum, or of the sum that a mean is made of; none where it has none
 * @param counts what can be computed of each count
 * @param relations the sums of cells of the table that it takes part in
 * @param succeed who learns too much; none, as long as the table was protected
 * @param inAnyCase who knows it whatever is printed, as is proven
 */
public record CellAudit(
        Set<Quantity> few,
        Set<Quantity> nobody,
        boolean amount,
        Optional<SumRange> sum,
        List<Count> counts,
        List<Relation> relations,
        Set<Attacker> succeed,
        Set<Attacker> inAnyCase) {
    private static final List<Quantity> WIDEST_FIRST =
            List.of(Quantity.PERSONS, Quantity.TOTAL, Quantity.NUMERATOR, Quantity.REST, Quantity.OUTSIDE);

    /**
     * One count of the cell.
     *
     * @param bounds what can be computed of it; none where a printed cell tells it
     */
    public record Count(Quantity quantity, Optional<Bounds> bounds) {}

    /**
     * What a sum of amounts may be, in their unit.
     *
     * @param low none where it has no bound, because an amount may be negative
     * @param high none where it has no bound
     */
    public record SumRange(Optional<BigDecimal> low, Optional<BigDecimal> high) {}

    /** A sum that everybody knows to hold: cells, numbered as the shape says, and the one that is all of them together. */
    public record Relation(int total, List<Integer> addends) {
        public Relation {
            addends = List.copyOf(addends);
        }
    }

    public CellAudit {
        few = Set.copyOf(few);
        nobody = Set.copyOf(nobody);
        counts = List.copyOf(counts);
        relations = List.copyOf(relations);
        succeed = Set.copyOf(succeed);
        inAnyCase = Set.copyOf(inAnyCase);
    }

    /**
     * Attacks a cell of a table as it is printed.
     *
     * @param cell as numbered by the shape
     */
    public static CellAudit of(
            Draft draft, PrintedTable printed, int cell, Policy policy, Tabulator tabulator, Progress progress) {
        ValueTable table = draft.values();
        int number = IntStream.range(0, table.cells().size())
                .filter(c -> table.cells().get(c).place() == cell)
                .findFirst()
                .orElseThrow();
        progress.report("protect.auditing", -1);
        LinkedTables linked = new LinkedTables(List.of(draft), tabulator, policy);
        TableSystem system = linked.at(dates(linked, table.cells().get(number).period()), progress)
                .system();
        int unit = system.places().indexOf(new Place(0, number));
        if (unit < 0) {
            throw new IllegalArgumentException("nobody is told of cell " + cell);
        }
        progress.report("protect.auditing", -1);
        boolean amount = Decisions.unsafeAmounts(table, policy).get(number);
        Leaving leaving = new Leaving(printed, table);
        BitSet leftOut = new BitSet();
        IntStream.range(0, table.cells().size()).forEach(c -> leftOut.set(c, !leaving.tells(c)));
        Optional<SumRange> sum =
                new LinkedSums(List.of(draft), tabulator, policy).range(new Place(0, number), leftOut, progress);
        return new Attack(table, leaving, system, policy).on(unit, amount, sum);
    }

    private static Set<Period> dates(LinkedTables linked, Period period) {
        return linked.dates().stream()
                .filter(dates -> dates.contains(period))
                .findFirst()
                .orElseThrow();
    }

    private record Attack(ValueTable table, Leaving leaving, TableSystem system, Policy policy) {
        CellAudit on(int number, boolean amount, Optional<SumRange> sum) {
            Unit unit = system.system().units().get(number);
            List<Protection> decided = system.places().stream().map(this::told).toList();
            Finding finding = Audit.of(system.system(), decided, number, policy);
            Set<Quantity> few = new HashSet<>();
            Set<Quantity> nobody = new HashSet<>();
            for (Quantity quantity : new PrimaryRule(policy).unsafe(system.system(), unit)) {
                long persons = system.system().value(unit.figure(quantity).orElseThrow());
                (persons == 0 ? nobody : few).add(quantity);
            }
            Map<Integer, Count> counts = new LinkedHashMap<>();
            for (Quantity quantity : WIDEST_FIRST) {
                Count count =
                        new Count(quantity, Optional.ofNullable(finding.bounds().get(quantity)));
                unit.figure(quantity).ifPresent(figure -> counts.putIfAbsent(figure, count));
            }
            // with an amount a cell may be left out though its persons may be known
            boolean counted = !few.isEmpty() || !nobody.isEmpty() || !Decisions.amounts(table);
            return new CellAudit(
                    few,
                    nobody,
                    amount,
                    sum,
                    List.copyOf(counts.values()),
                    relations(number),
                    counted ? finding.succeed() : Set.of(),
                    counted ? finding.inAnyCase() : Set.of());
        }

        private Protection told(Place place) {
            return leaving.tells(place.cell()) ? Protection.SAFE : Protection.SECONDARY;
        }

        /** Sums of everybody in the cell and in others that the table has. */
        private List<Relation> relations(int number) {
            Map<Integer, Integer> places = places();
            Set<Integer> everybody = everybody(number);
            Set<Relation> relations = new LinkedHashSet<>();
            for (Sum sum : system.system().sums()) {
                boolean itself = everybody.contains(sum.total())
                        || sum.addends().stream().anyMatch(everybody::contains);
                if (itself && places.containsKey(sum.total()) && places.keySet().containsAll(sum.addends())) {
                    List<Integer> addends = new ArrayList<>();
                    sum.addends().forEach(addend -> addends.add(place(places, addend)));
                    relations.add(new Relation(place(places, sum.total()), addends));
                }
            }
            return List.copyOf(relations);
        }

        /** The figures of everybody in a cell. */
        private Set<Integer> everybody(int number) {
            return system.system().everywhere(number).stream().map(Unit::widest).collect(Collectors.toSet());
        }

        private static int place(Map<Integer, Integer> places, int figure) {
            return Optional.ofNullable(places.get(figure)).orElseThrow();
        }

        /** For the figure of everybody in a cell the cell that shows it, a printed one where there is one. */
        private Map<Integer, Integer> places() {
            Map<Integer, Integer> places = new HashMap<>();
            for (int u = 0; u < system.places().size(); u++) {
                int cell = system.places().get(u).cell();
                int place = table.cells().get(cell).place();
                for (int figure : everybody(u)) {
                    if (place >= 0 && (!places.containsKey(figure) || leaving.tells(cell))) {
                        places.put(figure, place);
                    }
                }
            }
            return places;
        }
    }
}
