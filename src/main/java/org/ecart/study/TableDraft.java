package org.ecart.study;

import java.util.List;
import org.ecart.model.Policy;
import org.ecart.model.Progress;
import org.ecart.protect.CellAudit;
import org.ecart.protect.Draft;
import org.ecart.protect.Preview;
import org.ecart.protect.ProtectedTable;
import org.ecart.protect.Protector;
import org.ecart.tabulate.Tabulator;

/** A table whose figures are there and whose protection is still to be done: the screen shows it at once. */
public final class TableDraft {
    private final Draft draft;
    private final Policy policy;
    private final Tabulator tabulator;

    TableDraft(Draft draft, Policy policy, Tabulator tabulator) {
        this.draft = draft;
        this.policy = policy;
        this.tabulator = tabulator;
    }

    /** The figures and what they are about. */
    Draft draft() {
        return draft;
    }

    /** What the screen may show at once: marked where a cell is unsafe by itself. */
    public Preview preview() {
        return Protector.preview(draft, policy);
    }

    /** The finished table, protected for itself; takes as long as its protection takes. */
    public ProtectedTable protect(Progress progress) {
        return Protector.protect(List.of(draft), List.of(), policy, tabulator, progress)
                .get(0);
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
