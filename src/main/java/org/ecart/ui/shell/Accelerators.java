package org.ecart.ui.shell;

import javafx.scene.Scene;
import javafx.scene.input.KeyCombination;
import org.ecart.ui.action.Action;
import org.ecart.ui.action.Actions;

/** The keys of the actions. */
public final class Accelerators {
    private Accelerators() {}

    /** Gives a scene the keys of these actions, and takes away all it had. */
    public static void install(Scene scene, Actions actions) {
        scene.getAccelerators().clear();
        for (Action action : actions.all()) {
            action.accelerator()
                    .ifPresent(keys -> scene.getAccelerators().put(KeyCombination.valueOf(keys), action::perform));
        }
    }

    /** As a user reads it: {@code Ctrl+K}. */
    static String text(String accelerator) {
        return KeyCombination.valueOf(accelerator).getDisplayText();
    }
}
