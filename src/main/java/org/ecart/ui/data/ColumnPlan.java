package org.ecart.ui.data;

import java.util.Optional;
import org.ecart.model.Variable;

/**
 * One column of a file to be imported.
 *
 * @param place where it stands in the file, from 0
 * @param alone whether its name says nothing to the codebook
 * @param variable what it is loaded as; none = not loaded
 */
record ColumnPlan(int place, String name, boolean alone, How how, Optional<Variable> variable) {
    /** How a column came to its variable. */
    enum How {
        EXACT,
        ALIAS,
        BY_HAND,
        NOT_LOADED
    }
}
