package org.ecart.protect;

import java.util.List;
import org.ecart.model.Labels;

/**
 * The outcome of protecting a table.
 *
 * @param releasable what may leave
 * @param marks for the analyst's screen only: what happened to each cell, numbered as the shape says
 */
public record ProtectedTable(ReleasableTable releasable, List<Protection> marks) {
    public ProtectedTable {
        marks = List.copyOf(marks);
    }

    /** The same with more notes at the end of its caption. */
    public ProtectedTable noting(List<Labels> more) {
        return new ProtectedTable(releasable.noting(more), marks);
    }
}
