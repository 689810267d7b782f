package org.ecart.protect;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collections;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.ecart.model.Period;
import org.ecart.model.Policy;
import org.ecart.model.Progress;
import org.ecart.protect.Audit.Attacker;
import org.ecart.protect.Audit.Finding;
import org.ecart.protect.TableSystem.Place;
import org.ecart.stats.ValueTable;
import org.ecart.tabulate.Tabulator;

/**
 * Tables that are about to leave, attacked together and with those that have left before (METHOD, section 6). What is
 * published is read from the finished tables, never from what the protector decided.
 *
 * @param tables those that are about to leave, in their order
 * @param differences what printed cells give away as a difference of them: told of only where somebody learns too much
 * @param earlierUnsafe for each table that has left before how many of its printed cells are unsafe under this policy
 * @param budgetSpent whether the attack ran out of steps somewhere, so that not everything was tried
 */
public record ReleaseAudit(
        List<Table> tables, List<Difference> differences, List<Integer> earlierUnsafe, boolean budgetSpent) {
    /**
     * What was found in a table.
     *
     * @param safe how many of its cells are printed
     * @param attacked the cells that are left out, margins that a printed share would tell among them, and those that
     *     are printed though they should not be
     */
    public record Table(String name, int safe, List<Attacked> attacked) {
        public Table {
            attacked = List.copyOf(attacked);
        }

        /** How many of its cells are left out for this reason. */
        public int count(Protection kind) {
            return (int) attacked.stream()
                    .filter(cell -> cell.place() >= 0 && cell.kind() == kind)
                    .count();
        }

        /** What was found about the cell at a place of the shape. */
        public Optional<Attacked> at(int place) {
            return attacked.stream().filter(cell -> cell.place() == place).findFirst();
        }
    }

    /**
     * A cell and what attackers can do about it.
     *
     * @param place its number in the shape, -1 for a margin that is not printed
     * @param codes by variable, {@code _T} where it sums over one
     * @param staying where only those are counted who are counted at another date too: that date
     * @param kind {@link Protection#SAFE} for a cell that is printed though it is unsafe
     * @param unsafe the persons that make it primary; none where it is its amount
     */
    public record Attacked(
            int place,
            Period period,
            Map<String, String> codes,
            Optional<Period> staying,
            Protection kind,
            Set<Quantity> unsafe,
            Finding finding) {
        public Attacked {
            codes = Collections.unmodifiableMap(new LinkedHashMap<>(codes));
            unsafe = Collections.unmodifiableSet(
                    unsafe.isEmpty() ? EnumSet.noneOf(Quantity.class) : EnumSet.copyOf(unsafe));
        }

        /** Whether the tables may not leave because of this cell. */
        public boolean broken() {
            return kind == Protection.SAFE || finding.broken();
        }
    }

    /**
     * Printed cells whose difference is unsafe, or a cell that was left out before and falls now.
     *
     * @param cells "T01: 2014, origin BE"
     */
    public record Difference(List<String> cells, Finding finding) {
        public Difference {
            cells = List.copyOf(cells);
        }
    }

    public ReleaseAudit {
        tables = List.copyOf(tables);
        differences = List.copyOf(differences);
        earlierUnsafe = List.copyOf(earlierUnsafe);
    }

    /** Where attackers learn too much, in words without any figure: table, date and codes. None = the tables may leave. */
    public Optional<String> broken() {
        return tables.stream()
                .flatMap(table -> table.attacked().stream()
                        .filter(cell -> cell.broken())
                        .map(cell -> name(table.name(), cell.period(), cell.codes())))
                .findFirst()
                .or(() -> differences.stream()
                        .map(difference -> String.join(" / ", difference.cells()))
                        .findFirst());
    }

    private static String name(String table, Period period, Map<String, String> codes) {
        List<String> words = new ArrayList<>(List.of(period.toString()));
        codes.forEach((variable, code) -> words.add(variable + " " + code));
        return (table.isEmpty() ? "" : table + ": ") + String.join(", ", words);
    }

    /**
     * Attacks tables.
     *
     * @param drafts the tables with all their figures
     * @param leaving the same as they are about to leave
     * @param earlier tables that have left before, with what they told
     * @param witnesses that may prove cells uncertain, of the same tables
     */
    public static ReleaseAudit of(
            List<Draft> drafts,
            List<? extends PrintedTable> leaving,
            List<Draft> earlier,
            Witnesses witnesses,
            Policy policy,
            Tabulator tabulator,
            Progress progress) {
        return new Making(drafts, leaving, earlier, witnesses, policy).make(tabulator, progress);
    }

    /** For each cell of a finished table whether it is told of; as an earlier table it has these fates. */
    public static List<Fate> fates(PrintedTable printed, ValueTable cells) {
        Leaving leaving = new Leaving(printed, cells);
        List<Fate> fates = new ArrayList<>();
        for (int cell = 0; cell < cells.cells().size(); cell++) {
            fates.add(leaving.tells(cell) ? Fate.PRINTED : Fate.LEFT_OUT);
        }
        return fates;
    }

    private static final class Making {
        private final List<Draft> all;
        private final int own;
        private final Witnesses witnesses;
        private final Policy policy;
        private final PrimaryRule rule;
        private final List<Leaving> leaving = new ArrayList<>();
        private final List<Map<Integer, Attacked>> attacked = new ArrayList<>();
        private final List<Difference> differences = new ArrayList<>();
        private final int[] unsafe;
        private boolean spent;

        Making(
                List<Draft> drafts,
                List<? extends PrintedTable> leaving,
                List<Draft> earlier,
                Witnesses witnesses,
                Policy policy) {
            this.witnesses = witnesses;
            this.own = drafts.size();
            this.policy = policy;
            this.rule = new PrimaryRule(policy);
            this.unsafe = new int[own + earlier.size()];
            List<Draft> fated = new ArrayList<>();
            for (int t = 0; t < own; t++) {
                Draft draft = drafts.get(t);
                this.leaving.add(new Leaving(leaving.get(t), draft.values()));
                this.attacked.add(new LinkedHashMap<>());
                fated.add(Decisions.amounts(draft.values()) ? draft.with(fates(leaving.get(t), draft)) : draft);
            }
            this.all = Stream.concat(fated.stream(), earlier.stream()).toList();
        }

        /** A cell may be left out for its amount alone: then its persons need not be uncertain. */
        private static List<Fate> fates(PrintedTable printed, Draft draft) {
            return ReleaseAudit.fates(printed, draft.values()).stream()
                    .map(fate -> fate == Fate.PRINTED ? Fate.OPEN : fate)
                    .toList();
        }

        ReleaseAudit make(Tabulator tabulator, Progress progress) {
            LinkedTables linked = new LinkedTables(all, tabulator, policy);
            Set<Period> periods = new TreeSet<>();
            all.subList(0, own).forEach(table -> periods.addAll(table.plans().keySet()));
            for (Set<Period> dates : policy.isNone() ? List.<Set<Period>>of() : linked.dates()) {
                if (Collections.disjoint(dates, periods)) {
                    continue;
                }
                LinkedTables.Linked tables = linked.at(dates, progress);
                take(tables.system(), attacked(tables.system(), witnesses.of(dates), progress));
                tables.aside().forEach(this::addAside);
            }
            IntStream.range(0, own).forEach(this::addAmounts);
            addSums(tabulator, progress);
            List<Table> tables = new ArrayList<>();
            for (int t = 0; t < own; t++) {
                tables.add(new Table(
                        all.get(t).name(),
                        safe(t),
                        attacked.get(t).entrySet().stream()
                                .sorted(Map.Entry.comparingByKey())
                                .map(Map.Entry::getValue)
                                .toList()));
            }
            List<Integer> before = new ArrayList<>();
            for (int t = own; t < unsafe.length; t++) {
                before.add(unsafe[t]);
            }
            return new ReleaseAudit(tables, differences, before, spent);
        }

        /** Cells whose amount is unsafe by itself. */
        private void addAmounts(int table) {
            Decisions.unsafeAmounts(all.get(table).values(), policy).stream()
                    .forEach(c -> addAmount(table, c, leaving.get(table).tells(c)));
        }

        /** Cells that would have to go so that no sum can be told too well: of what is safe there are none. */
        private void addSums(Tabulator tabulator, Progress progress) {
            if (policy.isNone() || all.stream().noneMatch(draft -> Decisions.amounts(draft.values()))) {
                return;
            }
            List<BitSet> leftOut =
                    IntStream.range(0, all.size()).mapToObj(this::leftOut).toList();
            List<BitSet> unproven = all.stream().map(draft -> new BitSet()).toList();
            List<BitSet> needed = new LinkedSums(all, tabulator, policy).leftOut(leftOut, unproven, progress);
            for (int t = 0; t < own; t++) {
                int table = t;
                BitSet more = (BitSet) needed.get(t).clone();
                more.andNot(leftOut.get(t));
                more.stream().forEach(c -> addAmount(table, c, true));
            }
        }

        private BitSet leftOut(int table) {
            BitSet leftOut = new BitSet();
            for (int c = 0; c < all.get(table).values().cells().size(); c++) {
                leftOut.set(c, !told(new Place(table, c)));
            }
            return leftOut;
        }

        private void addAmount(int table, int c, boolean falls) {
            Draft draft = all.get(table);
            ValueTable.Cell cell = draft.values().cells().get(c);
            Optional<Attacked> counted = Optional.ofNullable(attacked.get(table).get(c));
            Set<Attacker> learn = falls ? Set.of(Attacker.A) : Set.of();
            attacked.get(table)
                    .put(
                            c,
                            new Attacked(
                                    cell.place(),
                                    cell.period(),
                                    codes(draft, cell),
                                    cell.staying(),
                                    falls ? Protection.SAFE : Protection.PRIMARY,
                                    counted.map(Attacked::unsafe).orElse(Set.of()),
                                    counted.map(Attacked::finding)
                                            .orElse(new Finding(c, Protection.PRIMARY, Map.of(), learn, Set.of()))));
        }

        private int safe(int table) {
            Draft draft = all.get(table);
            int safe = 0;
            for (int c = 0; c < draft.values().cells().size(); c++) {
                ValueTable.Cell cell = draft.values().cells().get(c);
                boolean printed = cell.place() >= 0 && leaving.get(table).tells(c);
                safe += printed && draft.plans().containsKey(cell.period()) ? 1 : 0;
            }
            return safe;
        }

        /** What can be done about tables; if nothing of our own is among them it does not matter. */
        private Audit.Outcome attacked(TableSystem system, List<Move> known, Progress progress) {
            boolean ours = system.places().stream().anyMatch(place -> place.table() < own);
            return ours
                    ? Audit.outcome(system.system(), protections(system), known, policy, progress)
                    : new Audit.Outcome(List.of(), false);
        }

        private List<Protection> protections(TableSystem system) {
            return system.places().stream()
                    .map(place -> told(place) || mayBeKnown(place) ? Protection.SAFE : Protection.SECONDARY)
                    .toList();
        }

        /** A cell that has no place where it would be missing, and that nothing rests on: readers are taken to know it. */
        private boolean mayBeKnown(Place place) {
            return place.table() < own
                    && all.get(place.table()).values().cells().get(place.cell()).place() < 0
                    && witnesses.mayBeKnown(place.table(), place.cell());
        }

        /** A cell that hangs together with others in more combinations than can be attacked: it must not be told. */
        private void addAside(Place place) {
            Set<Attacker> learn = told(place) ? Set.of(Attacker.A) : Set.of();
            Protection kind = told(place) ? Protection.SAFE : Protection.FALLBACK;
            add(place, new Finding(place.cell(), kind, Map.of(), learn, Set.of()));
        }

        private void take(TableSystem system, Audit.Outcome outcome) {
            spent |= outcome.spent();
            int units = system.system().units().size();
            for (Finding finding : outcome.findings()) {
                if (finding.unit() < system.places().size()) {
                    add(system.places().get(finding.unit()), finding);
                } else if (finding.unit() >= units) {
                    differences.add(difference(system, finding, units));
                }
            }
        }

        private boolean told(Place place) {
            return place.table() < own
                    ? leaving.get(place.table()).tells(place.cell())
                    : all.get(place.table()).fate(place.cell()) == Fate.PRINTED;
        }

        private void add(Place place, Finding finding) {
            if (place.table() >= own) {
                unsafe[place.table()] += finding.kind() == Protection.SAFE ? 1 : 0;
                if (all.get(place.table()).fate(place.cell()) == Fate.WITHHELD && finding.broken()) {
                    differences.add(new Difference(List.of(name(place)), finding));
                }
                return;
            }
            Draft draft = all.get(place.table());
            ValueTable.Cell cell = draft.values().cells().get(place.cell());
            Set<Quantity> reasons = rule.unsafe(Protector.told(draft.values(), cell.counts()));
            attacked.get(place.table())
                    .put(
                            place.cell(),
                            new Attacked(
                                    cell.place(),
                                    cell.period(),
                                    codes(draft, cell),
                                    cell.staying(),
                                    finding.kind(),
                                    reasons,
                                    finding));
        }

        private Difference difference(TableSystem system, Finding finding, int units) {
            List<String> cells = Implied.in(system.system(), policy).tellers().get(finding.unit() - units).stream()
                    .map(system::place)
                    .map(this::name)
                    .distinct()
                    .toList();
            return new Difference(cells, finding);
        }

        private String name(Place place) {
            Draft draft = all.get(place.table());
            ValueTable.Cell cell = draft.values().cells().get(place.cell());
            return ReleaseAudit.name(draft.name(), cell.period(), codes(draft, cell));
        }

        private static Map<String, String> codes(Draft draft, ValueTable.Cell cell) {
            Map<String, String> codes = new LinkedHashMap<>();
            for (int d = 0; d < cell.codes().size(); d++) {
                codes.put(
                        draft.values().shape().dimensions().get(d).variable(),
                        cell.codes().get(d));
            }
            return codes;
        }
    }
}
