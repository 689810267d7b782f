package org.ecart.ui.explore;

import java.util.Locale;

/** The places of a breakdown that variables, indicators and conditions are put on. */
public enum Shelf {
    ROWS,
    COLUMNS,
    LAYERS,
    FILTERS,
    INDICATOR,
    REFERENCE,
    PERIOD;

    /** The message key of its name. */
    public String key() {
        return "ui.shelf." + name().toLowerCase(Locale.ROOT);
    }

    /** Whether it holds variables to break down by. */
    public boolean isAxis() {
        return this == ROWS || this == COLUMNS || this == LAYERS;
    }
}
