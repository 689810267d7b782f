package org.ecart.ui.action;

import java.util.List;
import java.util.Optional;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.value.ObservableBooleanValue;
import javafx.beans.value.ObservableStringValue;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

/** The one list of actions. */
public final class Actions {
    private final ObservableList<Action> all;
    private final Runnable before;

    public Actions() {
        this(FXCollections.observableArrayList(), () -> {});
    }

    private Actions(ObservableList<Action> all, Runnable before) {
        this.all = all;
        this.before = before;
    }

    /** The same list for a screen whose actions only make sense in sight of it: {@code show} runs before each of them. */
    public Actions inSight(Runnable show) {
        return new Actions(all, show);
    }

    /** Adds an action; each id stands once. */
    public Action add(String id, Optional<String> accelerator, ObservableBooleanValue disabled, Runnable run) {
        return add(id, accelerator, disabled, new SimpleStringProperty(""), run);
    }

    /** Adds an action that tells why it cannot be done. */
    public Action add(
            String id,
            Optional<String> accelerator,
            ObservableBooleanValue disabled,
            ObservableStringValue why,
            Runnable run) {
        if (find(id).isPresent()) {
            throw new IllegalArgumentException("two actions " + id);
        }
        Action action = new Action(id, accelerator, disabled, why, () -> {
            before.run();
            run.run();
        });
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
