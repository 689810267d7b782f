package org.ecart.ui.action;

import java.util.Optional;
import javafx.beans.value.ObservableBooleanValue;
import javafx.beans.value.ObservableStringValue;

/**
 * Something a user can do.
 *
 * @param id its name; the text is the message {@code ui.action.<id>}
 * @param accelerator as JavaFX writes key combinations: {@code Shortcut+Z}
 * @param disabled whether it cannot be done now
 * @param why what a user should know of why it cannot be done; empty where that is plain
 */
public record Action(
        String id,
        Optional<String> accelerator,
        ObservableBooleanValue disabled,
        ObservableStringValue why,
        Runnable run) {
    /** The message key of its text. */
    public String key() {
        return "ui.action." + id;
    }

    /** Does it, unless it cannot be done now. */
    public void perform() {
        if (!disabled.get()) {
            run.run();
        }
    }
}
