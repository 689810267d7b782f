package org.ecart.study;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.ecart.i18n.Messages;
import org.ecart.model.EcartException;
import org.ecart.model.Indicator;
import org.ecart.model.Policy;
import org.ecart.model.Progress;
import org.ecart.protect.CellAudit;
import org.ecart.protect.Draft;
import org.ecart.protect.Preview;
import org.ecart.protect.ProtectedTable;
import org.ecart.protect.Protector;
import org.ecart.stats.TablePlan;
import org.ecart.tabulate.Tabulator;

/** A table whose figures are there and whose protection is still to be done: the screen shows it at once. */
public final class TableDraft {
    private final Draft draft;
    private final Optional<Draft> leftOut;
    private final Messages messages;
    private final Policy policy;
    private final TablePlan plan;
    private final Tabulator tabulator;

    /**
     * @param leftOut the number of those whom it leaves out, told in its notes
     * @param plan what it asks, whatever the date
     */
    TableDraft(
            Draft draft,
            Optional<Draft> leftOut,
            Policy policy,
            TablePlan plan,
            Tabulator tabulator,
            Messages messages) {
        this.draft = draft;
        this.leftOut = leftOut;
        this.messages = messages;
        this.policy = policy;
        this.plan = plan;
        this.tabulator = tabulator;
    }

    /** The figures and what they are about. */
    Draft draft() {
        return draft;
    }

    /** The number of those whom it leaves out; none where it leaves nobody out. */
    Optional<Draft> leftOut() {
        return leftOut;
    }

    /** What the screen may show at once: marked where a cell is unsafe by itself. */
    public Preview preview() {
        return Protector.preview(draft, policy);
    }

    /**
     * Looks whether there is a way to protect the table at all.
     *
     * @throws EcartException disclosure, when there is none: then the table cannot leave
     */
    void requireProtection() {
        boolean sums = plan.indicator().statistic() instanceof Indicator.Statistic.OfAmount;
        if (!policy.isNone() && sums && plan.also().isPresent()) {
            throw new EcartException(EcartException.Fault.DISCLOSURE, "study.amount_of_two_dates");
        }
    }

    /**
     * The finished table, protected for itself; takes as long as its protection takes.
     *
     * @throws EcartException disclosure, when it cannot be protected
     */
    public ProtectedTable protect(Progress progress) {
        requireProtection();
        List<Draft> drafts = Stream.concat(Stream.of(draft), leftOut.stream()).toList();
        List<ProtectedTable> made = Protector.protect(drafts, List.of(), policy, tabulator, progress)
                .tables();
        return made.get(0)
                .noting(leftOut.isPresent() ? LeftOut.notes(made.get(1).releasable(), messages) : List.of());
    }

    /**
     * What somebody outside could make of a cell that is left out, from this table alone.
     *
     * @param made this table, protected
     * @param cell as numbered by the shape
     */
    public CellAudit audit(ProtectedTable made, int cell, Progress progress) {
        return CellAudit.of(draft, made.releasable(), cell, policy, tabulator, progress);
    }
}
