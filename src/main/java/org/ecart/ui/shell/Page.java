package org.ecart.ui.shell;

import java.util.Locale;

/** The screens, in the order of the rail. */
public enum Page {
    DATA,
    VARIABLES,
    EXPLORE,
    RELEASE;

    /** As in ids of controls and actions: {@code data}. */
    public String id() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The message key of its name. */
    String key() {
        return "ui.page." + id();
    }
}
