package org.ecart.protect;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.ecart.model.EcartException;
import org.ecart.model.Policy;
import org.ecart.model.Progress;
import org.ecart.stats.Counts;
import org.ecart.stats.Part;
import org.ecart.stats.ValueTable;
import org.ecart.tabulate.Tabulator;

/** The gate: figures and a policy go in, a table that may leave comes out. */
public final class Protector {
    private Protector() {}

    /**
     * What came of it.
     *
     * @param witnesses the proofs that it rests on
     */
    public record Outcome(List<ProtectedTable> tables, Witnesses witnesses) {
        public Outcome {
            tables = List.copyOf(tables);
        }
    }

    /**
     * Decides every cell of tables that leave together and puts {@code [c]} where a value may not leave.
     *
     * @param earlier tables that have left before: every cell is printed or left out
     * @throws EcartException disclosure, when a table cannot leave
     */
    public static Outcome protect(
            List<Draft> tables, List<Draft> earlier, Policy policy, Tabulator tabulator, Progress progress) {
        for (Draft table : tables) {
            requireRule(table, policy);
        }
        List<Draft> all = Stream.concat(tables.stream(), earlier.stream()).toList();
        LinkedTables.Decision decision = new Decisions(all, tabulator, policy).make(progress);
        List<ProtectedTable> made = new ArrayList<>();
        for (int t = 0; t < tables.size(); t++) {
            Draft table = tables.get(t);
            Decided decided = new Decided(
                    released(table.values(), policy), decision.cells().get(t));
            ReleasableTable releasable = new ReleasableTable(
                    table.caption(),
                    table.values().shape(),
                    decided.values(),
                    table.values().reference(),
                    table.decimals(),
                    policy);
            made.add(new ProtectedTable(releasable, decided.marks()));
        }
        return new Outcome(made, decision.witnesses());
    }

    /** Marks only what is unsafe by itself: quick enough for every change on the screen. */
    public static Preview preview(Draft draft, Policy policy) {
        ValueTable table = draft.values();
        PrimaryRule rule = new PrimaryRule(policy);
        BitSet amounts = Decisions.unsafeAmounts(table, policy);
        List<Protection> primary = IntStream.range(0, table.cells().size())
                .mapToObj(c -> {
                    ValueTable.Cell cell = table.cells().get(c);
                    boolean unsafe = amounts.get(c)
                            || cell.told()
                                    && !rule.unsafe(told(table, cell.counts())).isEmpty();
                    return unsafe ? Protection.PRIMARY : Protection.SAFE;
                })
                .toList();
        Decided decided = new Decided(table, primary);
        return new Preview(
                draft.caption(), table.shape(), decided.values(), decided.marks(), table.reference(), draft.decimals());
    }

    /** What a cell tells. */
    static Map<Quantity, Long> told(ValueTable table, Counts counts) {
        Map<Quantity, Long> told = new EnumMap<>(Quantity.class);
        if (table.divided() != ValueTable.Divided.BINARY) {
            told.put(Quantity.PERSONS, counts.persons());
        }
        if (table.divided() != ValueTable.Divided.PERSONS) {
            told.put(Quantity.NUMERATOR, counts.persons(Part.NUMERATOR));
            told.put(Quantity.REST, counts.persons(Part.REST));
            told.put(Quantity.TOTAL, counts.denominatorPersons());
        }
        if (table.divided() == ValueTable.Divided.BINARY_AND_OUTSIDE) {
            told.put(Quantity.OUTSIDE, counts.persons(Part.OUTSIDE));
        }
        return told;
    }

    /** The figures as they leave: quantiles are rounded, and what compares them is computed from the rounded ones. */
    public static ValueTable released(ValueTable table, Policy policy) {
        boolean quantiles = table.amounts().stream()
                .flatMap(Optional::stream)
                .flatMap(amount -> amount.told().stream())
                .anyMatch(told -> told.sides().isPresent());
        return quantiles && !policy.isNone()
                ? table.withAmounts(policy.amounts().telling()::rounded)
                : table;
    }

    /**
     * Looks whether a rule says of everything in a table when it is unsafe.
     *
     * @throws EcartException disclosure, when one is missing: then the table cannot leave
     */
    public static void requireRule(Draft table, Policy policy) {
        boolean untold = Decisions.amounts(table.values())
                && table.values().amounts().stream().flatMap(Optional::stream).anyMatch(amount -> amount.told()
                        .isEmpty());
        if (untold && !policy.isNone()) {
            throw new EcartException(EcartException.Fault.DISCLOSURE, "protect.amount.rows");
        }
    }
}
