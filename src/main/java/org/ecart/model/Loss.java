package org.ecart.model;

import java.util.Locale;

/** What an analyst would rather not lose when cells must be left out. */
public enum Loss {
    /** every cell is a loss, a larger one a greater loss, a margin the greatest */
    BALANCED,
    /** as few cells as possible */
    CELLS,
    /** as few persons as possible */
    PERSONS,
    /** margins only where nothing else helps */
    KEEP_TOTALS,
    /** those that others are compared with only where nothing else helps */
    KEEP_REFERENCE;

    /** The word for it in files. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }
}
