package org.ecart.ui.variables;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.UnaryOperator;
import javafx.beans.property.IntegerProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleIntegerProperty;
import org.ecart.files.ConditionText;
import org.ecart.model.Codebook;
import org.ecart.model.EcartException;
import org.ecart.model.Language;
import org.ecart.model.Period;
import org.ecart.model.Rules;
import org.ecart.model.Study;
import org.ecart.study.RuleReport;
import org.ecart.ui.explore.StudyHistory;
import org.ecart.ui.explore.TypedFault;
import org.ecart.ui.task.TaskRunner;

/**
 * The rule set of one derived variable without a window: what it says, what it does to persons, and every edit. An edit
 * that can be used is one study more in the history; one with a fault is held there and waits to be put right.
 */
public final class RuleSetViewModel {
    /** Figures of more dates are asked for by name. */
    private static final int FIRST_PERIODS = 2;

    /**
     * What is on screen.
     *
     * @param rules as they are being edited; {@code source} has those that tables are made by
     * @param own whether they are the study's own; else an edit makes a copy
     * @param faults why they cannot be used as they are; none = tables are made by them
     */
    public record Shown(
            Entry entry, Entry.Derived source, Rules rules, boolean own, List<VariableWork.Fault> faults, Names names) {
        public Shown {
            faults = List.copyOf(faults);
        }
    }

    /** What a report answers. */
    private record Asked(Study study, RuleReport.Question question) {}

    private final VariableWork work;
    private final StudyHistory history;
    private final TaskRunner tasks;
    private final CompareViewModel compare;
    private final ReadOnlyObjectWrapper<Optional<Shown>> shown = new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ReadOnlyObjectWrapper<Optional<RuleReport>> report = new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ReadOnlyObjectWrapper<Optional<RuntimeException>> failure =
            new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ReadOnlyObjectWrapper<List<Period>> offered = new ReadOnlyObjectWrapper<>(List.of());
    private final ReadOnlyObjectWrapper<List<Period>> periods = new ReadOnlyObjectWrapper<>(List.of());
    private final ReadOnlyBooleanWrapper counting = new ReadOnlyBooleanWrapper();
    private final IntegerProperty place = new SimpleIntegerProperty();
    private Optional<Asked> asked = Optional.empty();
    private TaskRunner.Running running = () -> {};

    RuleSetViewModel(VariableWork work, StudyHistory history, TaskRunner tasks) {
        this.work = work;
        this.history = history;
        this.tasks = tasks;
        this.compare = new CompareViewModel(work, history, tasks);
    }

    /** The rule set in hand; none where the variable in hand is not derived. */
    public ReadOnlyObjectProperty<Optional<Shown>> shownProperty() {
        return shown.getReadOnlyProperty();
    }

    /** What the rules do to persons; while they are counted again, what the rules before did. */
    public ReadOnlyObjectProperty<Optional<RuleReport>> reportProperty() {
        return report.getReadOnlyProperty();
    }

    /** Why the persons could not be counted, or an edit not be made. */
    public ReadOnlyObjectProperty<Optional<RuntimeException>> failureProperty() {
        return failure.getReadOnlyProperty();
    }

    public ReadOnlyBooleanProperty countingProperty() {
        return counting.getReadOnlyProperty();
    }

    /** The dates for which there is a population. */
    public ReadOnlyObjectProperty<List<Period>> offeredProperty() {
        return offered.getReadOnlyProperty();
    }

    /** The dates that are counted: at first the last two. */
    public ReadOnlyObjectProperty<List<Period>> periodsProperty() {
        return periods.getReadOnlyProperty();
    }

    /** The line in hand: a rule, a band, a group, or the last one for the "else". */
    public IntegerProperty placeProperty() {
        return place;
    }

    public CompareViewModel compare() {
        return compare;
    }

    /** The lines of the rule set with the persons of each. */
    List<RuleLine> lines() {
        return shown.get().map(s -> RuleLine.of(s.rules(), report.get())).orElse(List.of());
    }

    // What is shown.

    /** Forgets what was counted: the data are others. */
    void forget() {
        asked = Optional.empty();
        compare.forget();
    }

    /** Shows the rule set of a variable, or none of a stored one. */
    void show(Optional<Entry> entry, List<Entry> all, Codebook codebook, List<Period> dates) {
        setPeriods(dates);
        Optional<Shown> now = entry.flatMap(e -> e.source() instanceof Entry.Derived derived
                ? Optional.of(shown(e, derived, new Names(codebook, all)))
                : Optional.empty());
        boolean other = !shown.get().map(s -> s.entry().id()).equals(now.map(s -> s.entry()
                .id()));
        if (other) {
            place.set(0);
            report.set(Optional.empty());
            failure.set(Optional.empty());
        }
        shown.set(now);
        int last = Math.max(0, lines().size() - 1);
        place.set(Math.min(place.get(), last));
        count();
        compare.show(now, all, dates);
    }

    private Shown shown(Entry entry, Entry.Derived derived, Names names) {
        Rules rules = history.held(entry.id()).orElse(derived.rules());
        boolean held = !rules.equals(derived.rules());
        boolean own = held || RulesEdits.isOwn(rules, history.study());
        return new Shown(entry, derived, rules, own, held ? faults(rules) : List.of(), names);
    }

    private List<VariableWork.Fault> faults(Rules rules) {
        return work.faults(RulesEdits.taken(history.study(), rules), rules);
    }

    private void setPeriods(List<Period> dates) {
        if (!dates.equals(offered.get())) {
            offered.set(List.copyOf(dates));
            periods.set(List.copyOf(dates.subList(Math.max(0, dates.size() - FIRST_PERIODS), dates.size())));
        }
    }

    /** Counts a date or no longer; at least one stays. */
    public void toggle(Period period) {
        List<Period> chosen = new ArrayList<>(periods.get());
        if (!chosen.remove(period)) {
            chosen.add(period);
        }
        chosen.sort(null);
        if (!chosen.isEmpty()) {
            periods.set(List.copyOf(chosen));
            count();
        }
    }

    private void count() {
        if (shown.get().filter(s -> !s.faults().isEmpty()).isPresent()) {
            // nothing can be counted by them: what the rules before did stays in sight, dimmed
            stop();
            return;
        }
        Optional<Asked> now = shown.get()
                .filter(s -> !periods.get().isEmpty())
                .map(s -> new Asked(counted(), RuleReport.Question.of(s.rules().key(), periods.get())));
        if (now.equals(asked)) {
            return;
        }
        asked = now;
        running.cancel();
        counting.set(now.isPresent());
        now.ifPresent(a -> running = tasks.run(
                progress -> work.report(a.study(), a.question(), progress),
                TaskRunner.Listener.of(
                        counted -> {
                            counting.set(false);
                            failure.set(Optional.empty());
                            report.set(Optional.of(counted));
                        },
                        why -> {
                            counting.set(false);
                            report.set(Optional.empty());
                            failure.set(Optional.of(why));
                        })));
    }

    private void stop() {
        running.cancel();
        asked = Optional.empty();
        counting.set(false);
    }

    /** What decides the figures of a study: its tables do not. */
    private Study counted() {
        return history.study().withCharts(List.of()).withTables(List.of());
    }

    // What the analyst does.

    /** Derives the variable by another rule set. */
    public void choose(Rules rules) {
        history.settle(history.study().withRuleSet(rules), rules.variable());
    }

    /** Gives up the rule set of the study's own; the usual one is back. */
    public void drop() {
        shown.get()
                .filter(Shown::own)
                .ifPresent(s -> history.settle(
                        RulesEdits.dropped(history.study(), s.rules()),
                        s.rules().variable()));
    }

    /** Changes the rule set, or a copy of it where it is a shipped one. */
    void edit(UnaryOperator<Rules> change) {
        shown.get().ifPresent(s -> edit(s, change));
    }

    private void edit(Shown before, UnaryOperator<Rules> change) {
        failure.set(Optional.empty());
        try {
            Rules own = RulesEdits.own(
                    before.rules(), history.study(), before.source().all());
            Rules edited = change.apply(own);
            if (edited.equals(own)) {
                return;
            }
            if (faults(edited).isEmpty()) {
                history.settle(RulesEdits.taken(history.study(), edited), edited.variable());
            } else {
                history.hold(edited);
            }
        } catch (EcartException refused) {
            failure.set(Optional.of(refused));
        }
    }

    /** Takes the last change back, or makes it again. */
    void back(boolean undo) {
        if (undo) {
            history.undo();
        } else {
            history.redo();
        }
    }

    /** Moves the rule in hand up (-1) or down (1), and keeps it in hand. */
    public void move(int by) {
        int from = place.get();
        if (inHand(from) && inHand(from + by)) {
            place.set(from + by);
            edit(rules -> RulesEdits.moved(rules, from, by));
        }
    }

    /** Writes the rule in hand once more after it, and takes that in hand. */
    public void add() {
        int from = place.get();
        if (inHand(from)) {
            edit(rules -> RulesEdits.doubled(rules, from));
            place.set(from + 1);
        }
    }

    /** Takes the rule in hand away. */
    public void remove() {
        int from = place.get();
        if (inHand(from)) {
            edit(rules -> RulesEdits.removed(rules, from));
        }
    }

    private boolean inHand(int at) {
        return rule(at).isPresent();
    }

    /** The rule at a place, of ordered rules. */
    Optional<Rules.Rule> rule(int at) {
        return shown.get()
                .map(s -> s.rules().derivation())
                .filter(d -> d instanceof Rules.FirstMatch)
                .map(d -> ((Rules.FirstMatch) d).rules())
                .filter(rules -> at >= 0 && at < rules.size())
                .map(rules -> rules.get(at));
    }

    /** What is wrong with a condition as it is typed; none = it can be taken. */
    Optional<TypedFault> wrong(String condition) {
        return shown.get().flatMap(s -> TypedFault.of(condition, s.names()::known));
    }

    /**
     * Gives the rule in hand a condition.
     *
     * @return whether it was taken; else it is no condition, or {@link #failureProperty} says what it names that is not
     *     there
     */
    boolean setCondition(String condition) {
        int at = place.get();
        if (!inHand(at) || wrong(condition).isPresent()) {
            return false;
        }
        edit(rules -> RulesEdits.withCondition(rules, at, ConditionText.parse(condition)));
        return failure.get().filter(f -> f instanceof EcartException).isEmpty();
    }

    /** Gives the rule in hand another text in one language. */
    void setText(Language language, String text) {
        int at = place.get();
        if (inHand(at)) {
            edit(rules -> RulesEdits.withText(rules, at, language, text));
        }
    }

    /** Whether a fault is that of the rule at a place. */
    Optional<VariableWork.Fault> fault(int at) {
        Optional<String> id = rule(at).map(Rules.Rule::id);
        return shown.get().flatMap(s -> s.faults().stream()
                .filter(f -> f.rule().isPresent() && Objects.equals(f.rule(), id))
                .findFirst());
    }
}
