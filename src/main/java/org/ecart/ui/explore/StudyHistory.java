package org.ecart.ui.explore;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import org.ecart.model.Rules;
import org.ecart.model.Study;

/**
 * The study that is worked on with all that it has been, whichever screen changed it: one line of undo and redo for all.
 */
public final class StudyHistory {
    /**
     * @param table the selected table
     * @param held rule sets under way that cannot be used as they are, at most one a variable: tables are made without
     */
    record State(Study study, String table, List<Rules> held) {
        State {
            held = List.copyOf(held);
        }
    }

    private final History<State> history;

    /** @param start a study with at least one table; the first is selected */
    public StudyHistory(Study start) {
        this.history = new History<>(new State(start, start.tables().get(0).id(), List.of()));
    }

    public Study study() {
        return history.current().study();
    }

    /** The rule set of a variable that is being edited and has a fault; none where it can be used. */
    public Optional<Rules> held(String variable) {
        return history.current().held().stream()
                .filter(r -> r.variable().equals(variable))
                .findFirst();
    }

    /** Goes on to a study in which the rules of a variable are settled: what was held of it is given up. */
    public void settle(Study next, String variable) {
        history.push(new State(next, table(), others(variable)));
    }

    /** Holds a rule set that has a fault; the study stays as it is. */
    public void hold(Rules rules) {
        List<Rules> held = new ArrayList<>(others(rules.variable()));
        held.add(rules);
        history.push(new State(study(), table(), held));
    }

    /** Goes on to a study that differs in nothing but what is said for all its tables. */
    public void change(Study next) {
        push(next, table());
    }

    private List<Rules> others(String variable) {
        return history.current().held().stream()
                .filter(r -> !r.variable().equals(variable))
                .toList();
    }

    public void undo() {
        history.undo();
    }

    public void redo() {
        history.redo();
    }

    /** Fires whenever the study, the selected table or what is held change; read them from here. */
    public ReadOnlyObjectProperty<?> changes() {
        return history.currentProperty();
    }

    /** Whether there is nothing to undo. */
    public ReadOnlyBooleanProperty firstProperty() {
        return history.firstProperty();
    }

    /** Whether there is nothing to redo. */
    public ReadOnlyBooleanProperty lastProperty() {
        return history.lastProperty();
    }

    ReadOnlyObjectProperty<State> stateProperty() {
        return history.currentProperty();
    }

    /** The id of the selected table. */
    String table() {
        return history.current().table();
    }

    /** Goes on to another study or selection, and keeps what is held. */
    void push(Study next, String table) {
        history.push(new State(next, table, history.current().held()));
    }
}
