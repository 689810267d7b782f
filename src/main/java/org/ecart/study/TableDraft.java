package org.ecart.study;

import org.ecart.model.Caption;
import org.ecart.model.Decimals;
import org.ecart.model.Policy;
import org.ecart.model.Progress;
import org.ecart.protect.Preview;
import org.ecart.protect.ProtectedTable;
import org.ecart.protect.Protector;
import org.ecart.stats.ValueTable;

/** A table whose figures are there and whose protection is still to be done: the screen shows it at once. */
public final class TableDraft {
    private final ValueTable values;
    private final Policy policy;
    private final Caption caption;
    private final Decimals decimals;

    TableDraft(ValueTable values, Policy policy, Caption caption, Decimals decimals) {
        this.values = values;
        this.policy = policy;
        this.caption = caption;
        this.decimals = decimals;
    }

    /** What the screen may show at once: marked where a cell is unsafe by itself. */
    public Preview preview() {
        return Protector.preview(values, policy, caption, decimals);
    }

    /** The finished table; takes as long as its protection takes. */
    public ProtectedTable protect(Progress progress) {
        return Protector.protect(values, policy, caption, decimals, progress);
    }
}
