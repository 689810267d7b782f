package org.ecart.protect;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.ecart.model.Measure;
import org.ecart.model.Policy;
import org.ecart.model.Progress;
import org.ecart.stats.AmountCell;
import org.ecart.stats.ValueTable;
import org.ecart.tabulate.KeptCubes;
import org.ecart.tabulate.Tabulator;

/**
 * Decides every cell by its persons and by its amount. The two are protected in turn: a cell that one leaves out is left out
 * for the other too, until neither leaves out more.
 */
final class Decisions {
    private static final long CELLS_KEPT = 1_000_000;

    private final List<Draft> tables;
    private final Tabulator tabulator;
    private final Policy policy;

    Decisions(List<Draft> tables, Tabulator tabulator, Policy policy) {
        this.tables = tables;
        this.tabulator = tabulator;
        this.policy = policy;
    }

    LinkedTables.Decision make(Progress progress) {
        if (policy.isNone()) {
            return new LinkedTables.Decision(
                    tables.stream()
                            .map(table ->
                                    Collections.nCopies(table.values().cells().size(), Protection.SAFE))
                            .toList(),
                    Witnesses.NONE);
        }
        if (tables.stream().noneMatch(table -> amounts(table.values()))) {
            return new LinkedTables(tables, tabulator, policy).decide(progress);
        }
        Tabulator kept = new KeptCubes(tabulator, () -> tables, CELLS_KEPT);
        LinkedSums sums = new LinkedSums(tables, kept, policy);
        List<BitSet> unsafe = tables.stream()
                .map(table -> unsafeAmounts(table.values(), policy))
                .toList();
        List<BitSet> leftOut = IntStream.range(0, tables.size())
                .mapToObj(t -> fated(tables.get(t), unsafe.get(t)))
                .toList();
        List<BitSet> fallback = tables.stream().map(table -> new BitSet()).toList();
        return alternate(sums, new Marks(unsafe, fallback), leftOut, kept, progress);
    }

    /**
     * For each table why cells go.
     *
     * @param unsafe those whose amount is unsafe by itself
     * @param fallback those that go for want of a proof
     */
    private record Marks(List<BitSet> unsafe, List<BitSet> fallback) {}

    private LinkedTables.Decision alternate(
            LinkedSums sums, Marks marks, List<BitSet> leftOut, Tabulator kept, Progress progress) {
        LinkedTables.Decision decision = new LinkedTables(fated(leftOut), kept, policy).decide(progress);
        List<List<Protection>> counted = decision.cells();
        List<BitSet> both = IntStream.range(0, tables.size())
                .mapToObj(t -> together(
                        leftOut.get(t), counted.get(t), marks.fallback().get(t)))
                .toList();
        List<BitSet> all = sums.leftOut(both, marks.fallback(), progress);
        return all.equals(both)
                ? new LinkedTables.Decision(
                        IntStream.range(0, tables.size())
                                .mapToObj(t -> decided(counted.get(t), all.get(t), marks, t))
                                .toList(),
                        decision.witnesses())
                : alternate(sums, marks, all, kept, progress);
    }

    /** Whether a table tells amounts. */
    static boolean amounts(ValueTable table) {
        return table.values().keySet().stream().anyMatch(m -> m.subject() == Measure.Subject.AMOUNT);
    }

    /** The cells, by number, whose amount is unsafe by itself. */
    static BitSet unsafeAmounts(ValueTable table, Policy policy) {
        BitSet unsafe = new BitSet();
        if (policy.isNone() || !amounts(table)) {
            return unsafe;
        }
        AmountRules rules = new AmountRules(policy);
        for (int c = 0; c < table.cells().size(); c++) {
            int place = table.cells().get(c).place();
            Optional<AmountCell.Told> told = place < 0 || table.amounts().isEmpty()
                    ? Optional.empty()
                    : table.amounts().get(place).flatMap(AmountCell::told);
            unsafe.set(c, told.filter(rules::unsafe).isPresent());
        }
        return unsafe;
    }

    /** The cells of a table that must go for their amount, or are gone already. */
    private static BitSet fated(Draft table, BitSet unsafe) {
        BitSet leftOut = new BitSet();
        for (int c = 0; c < table.values().cells().size(); c++) {
            Fate fate = table.fate(c);
            leftOut.set(c, fate.silent() || fate == Fate.OPEN && unsafe.get(c));
        }
        return leftOut;
    }

    private List<Draft> fated(List<BitSet> leftOut) {
        List<Draft> fated = new ArrayList<>();
        for (int t = 0; t < tables.size(); t++) {
            Draft table = tables.get(t);
            BitSet gone = leftOut.get(t);
            fated.add(table.with(IntStream.range(0, table.values().cells().size())
                    .mapToObj(c -> gone.get(c) ? table.fate(c).leftOut() : table.fate(c))
                    .toList()));
        }
        return fated;
    }

    private static BitSet together(BitSet leftOut, List<Protection> counted, BitSet fallback) {
        BitSet both = (BitSet) leftOut.clone();
        for (int c = 0; c < counted.size(); c++) {
            if (counted.get(c).suppressed() && !leftOut.get(c)) {
                both.set(c);
                fallback.set(c, counted.get(c) == Protection.FALLBACK);
            }
        }
        return both;
    }

    private static List<Protection> decided(List<Protection> counted, BitSet leftOut, Marks marks, int table) {
        return IntStream.range(0, counted.size())
                .mapToObj(c -> {
                    if (!leftOut.get(c)) {
                        return counted.get(c);
                    }
                    if (marks.unsafe().get(table).get(c) || counted.get(c) == Protection.PRIMARY) {
                        return Protection.PRIMARY;
                    }
                    return marks.fallback().get(table).get(c) ? Protection.FALLBACK : Protection.SECONDARY;
                })
                .toList();
    }
}
