package org.ecart.protect;

import org.ecart.model.Caption;
import org.ecart.model.Decimals;
import org.ecart.model.EcartException;
import org.ecart.model.Measure;
import org.ecart.model.Policy;
import org.ecart.model.Progress;
import org.ecart.stats.Counts;
import org.ecart.stats.Part;
import org.ecart.stats.ValueTable;

/** The gate: figures and a policy go in, a table that may leave comes out. */
public final class Protector {
    private Protector() {}

    /** Decides every cell of a table under a policy and puts {@code [c]} where a value may not leave. */
    public static ProtectedTable protect(
            ValueTable table, Policy policy, Caption caption, Decimals decimals, Progress progress) {
        requireRule(table, policy);
        Decided decided = new Decided(table, Suppression.protect(countTable(table), policy, progress));
        ReleasableTable releasable =
                new ReleasableTable(caption, table.shape(), decided.values(), table.reference(), decimals, policy);
        return new ProtectedTable(releasable, decided.marks());
    }

    /** Marks only what is unsafe by itself: quick enough for every change on the screen. */
    public static Preview preview(ValueTable table, Policy policy, Caption caption, Decimals decimals) {
        Decided decided = new Decided(table, Suppression.primary(countTable(table), policy));
        return new Preview(caption, table.shape(), decided.values(), decided.marks(), table.reference(), decimals);
    }

    /** What no rule says when it is unsafe cannot leave. */
    private static void requireRule(ValueTable table, Policy policy) {
        table.values().keySet().stream()
                .filter(m -> m.subject() == Measure.Subject.AMOUNT)
                .findFirst()
                .filter(m -> !policy.isNone())
                .ifPresent(m -> {
                    throw new EcartException(EcartException.Fault.DISCLOSURE, "protect.no_rule", m.id());
                });
    }

    /** The counts behind a table as the system of equations that its readers know. */
    public static CountTable countTable(ValueTable table) {
        CountTable.Parts parts = CountTable.Parts.valueOf(table.divided().name());
        return new CountTable(
                parts,
                table.cells().stream().map(c -> cell(parts, c)).toList(),
                table.sums().stream()
                        .map(s -> new CountTable.Sum(s.total(), s.addends()))
                        .toList());
    }

    private static CountTable.Cell cell(CountTable.Parts parts, ValueTable.Cell cell) {
        Counts counts = cell.counts();
        boolean published = cell.told();
        return switch (parts) {
            case PERSONS -> new CountTable.Cell(counts.persons(), 0, 0, published);
            case BINARY -> new CountTable.Cell(counts.persons(Part.NUMERATOR), counts.persons(Part.REST), 0, published);
            case BINARY_AND_OUTSIDE ->
                new CountTable.Cell(
                        counts.persons(Part.NUMERATOR),
                        counts.persons(Part.REST),
                        counts.persons(Part.OUTSIDE),
                        published);
        };
    }
}
