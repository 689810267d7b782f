package org.ecart.protect;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Collections;
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
import org.ecart.protect.ReleaseAudit.Attacked;
import org.ecart.protect.ReleaseAudit.Difference;
import org.ecart.protect.ReleaseAudit.Table;
import org.ecart.protect.TableSystem.Place;
import org.ecart.stats.ValueTable;
import org.ecart.tabulate.Tabulator;

/**
 * Attacks tables that are about to leave, together with those that have left before: the work behind {@link ReleaseAudit}.
 */
final class ReleaseAttack {
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

    ReleaseAttack(
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
                Place place = system.places().get(finding.unit());
                add(place, finding);
                if (withheld(place) && finding.broken()) {
                    differences.add(new Difference(
                            Stream.concat(Stream.of(name(place)), beside(system, finding.unit()))
                                    .toList(),
                            finding));
                }
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

    private boolean withheld(Place place) {
        return place.table() >= own && all.get(place.table()).fate(place.cell()) == Fate.WITHHELD;
    }

    /** The tables about to leave that leave out somebody of a unit. */
    private Stream<String> beside(TableSystem system, int unit) {
        BitSet persons = atoms(system, unit);
        return IntStream.range(0, system.places().size())
                .filter(u -> system.places().get(u).table() < own
                        && !told(system.places().get(u))
                        && atoms(system, u).intersects(persons))
                .map(u -> system.places().get(u).table())
                .distinct()
                .mapToObj(table -> all.get(table).name());
    }

    private static BitSet atoms(TableSystem system, int unit) {
        BitSet atoms = new BitSet();
        for (int figure : system.system().told(unit)) {
            Arrays.stream(system.system().atomsOf(figure)).forEach(atoms::set);
        }
        return atoms;
    }

    private void add(Place place, Finding finding) {
        if (place.table() >= own) {
            unsafe[place.table()] += finding.kind() == Protection.SAFE ? 1 : 0;
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
