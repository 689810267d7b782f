package org.ecart.ui.action;

import java.util.List;
import java.util.Optional;
import javafx.beans.value.ObservableBooleanValue;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

/** The one list of actions. */
public final class Actions {
    private final ObservableList<Action> all = FXCollections.observableArrayList();

    /** Adds an action; each id stands once. */
    public Action add(String id, Optional<String> accelerator, ObservableBooleanValue disabled, Runnable run) {
        if (find(id).isPresent()) {
            throw new IllegalArgumentException("two actions " + id);
        }
        Action action = new Action(id, accelerator, disabled, run);
        all.add(action);
        return action;
    }

    public Optional<Action> find(String id) {
        return all.stream().filter(a -> a.id().equals(id)).findFirst();
    }

    /** All actions in the order in which they were added. */
    public List<Action> all() {
        return List.copyOf(all);
    }
}
