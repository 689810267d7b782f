package org.ecart.protect;

import java.util.List;
import java.util.Optional;
import org.ecart.model.Breakdown;
import org.ecart.model.Caption;
import org.ecart.model.Decimals;
import org.ecart.model.Measure;
import org.ecart.model.TableShape;
import org.ecart.model.Value;

/** What a table shows, whether it may leave ({@link ReleasableTable}) or is only on the analyst's screen. */
public interface PrintedTable {
    Caption caption();

    TableShape shape();

    /** The measures of the table in print order. */
    List<Measure> measures();

    /** The exact value, not yet rounded to {@link #decimals}; {@code cell} as numbered by {@link TableShape#index}. */
    Value value(Measure measure, int cell);

    /** The category that gaps are measured against, where the table has gaps. */
    Optional<Breakdown.Reference> reference();

    /** The decimals that are printed. */
    Decimals decimals();
}
