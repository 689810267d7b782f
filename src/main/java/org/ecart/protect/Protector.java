package org.ecart.protect;

import org.ecart.model.Caption;
import org.ecart.model.Decimals;
import org.ecart.model.EcartException;
import org.ecart.model.Measure;
import org.ecart.model.Policy;
import org.ecart.model.Progress;
import org.ecart.stats.ValueTable;

/** The gate: figures and a policy go in, a table that may leave comes out. */
public final class Protector {
    private Protector() {}

    /** Decides every cell of a table under a policy and puts {@code [c]} where a value may not leave. */
    public static ProtectedTable protect(
            ValueTable table, Policy policy, Caption caption, Decimals decimals, Progress progress) {
        requireRule(table, policy);
        TableSystem system = TableSystem.of(table);
        Decided decided = new Decided(
                table, system.byCell(Suppression.protect(system.system(), policy, Loss.BALANCED, progress)));
        ReleasableTable releasable =
                new ReleasableTable(caption, table.shape(), decided.values(), table.reference(), decimals, policy);
        return new ProtectedTable(releasable, decided.marks());
    }

    /** Marks only what is unsafe by itself: quick enough for every change on the screen. */
    public static Preview preview(ValueTable table, Policy policy, Caption caption, Decimals decimals) {
        TableSystem system = TableSystem.of(table);
        Decided decided = new Decided(table, system.byCell(Suppression.primary(system.system(), policy)));
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
}
