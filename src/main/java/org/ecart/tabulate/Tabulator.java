package org.ecart.tabulate;

import org.ecart.model.Progress;
import org.ecart.model.Query;

/** An engine that counts persons. */
public interface Tabulator {
    /** The key of the refusal when a crossing is too large. */
    String TOO_LARGE = "tabulate.large";

    /**
     * Counts the persons of the universe in every crossing of the dimensions. The result does not depend on the number
     * of threads or the order of rows.
     *
     * @throws org.ecart.model.EcartException usage, when the crossing is too large or there is no such date
     */
    Cube tabulate(Query query, Progress progress);
}
