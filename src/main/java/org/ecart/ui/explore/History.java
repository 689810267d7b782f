package org.ecart.ui.explore;

import java.util.ArrayList;
import java.util.List;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

/**
 * A value with all that it has been: undo and redo walk over a list of values.
 *
 * @param <T> an immutable value
 */
public final class History<T> {
    private final List<T> values = new ArrayList<>();
    private int place;
    private final ReadOnlyObjectWrapper<T> current;
    private final ReadOnlyBooleanWrapper first = new ReadOnlyBooleanWrapper(true);
    private final ReadOnlyBooleanWrapper last = new ReadOnlyBooleanWrapper(true);

    public History(T start) {
        values.add(start);
        current = new ReadOnlyObjectWrapper<>(start);
    }

    public T current() {
        return current.get();
    }

    public ReadOnlyObjectProperty<T> currentProperty() {
        return current.getReadOnlyProperty();
    }

    /** Whether there is nothing to undo. */
    public ReadOnlyBooleanProperty firstProperty() {
        return first.getReadOnlyProperty();
    }

    /** Whether there is nothing to redo. */
    public ReadOnlyBooleanProperty lastProperty() {
        return last.getReadOnlyProperty();
    }

    /** Goes on to a new value; what was undone is forgotten. The same value again changes nothing. */
    public void push(T next) {
        if (!next.equals(current.get())) {
            values.subList(place + 1, values.size()).clear();
            values.add(next);
            go(place + 1);
        }
    }

    public void undo() {
        if (place > 0) {
            go(place - 1);
        }
    }

    public void redo() {
        if (place < values.size() - 1) {
            go(place + 1);
        }
    }

    private void go(int to) {
        place = to;
        first.set(place == 0);
        last.set(place == values.size() - 1);
        current.set(values.get(place));
    }
}
