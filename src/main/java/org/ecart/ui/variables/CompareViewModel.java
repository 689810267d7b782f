package org.ecart.ui.variables;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import org.ecart.model.Period;
import org.ecart.model.Rules;
import org.ecart.model.Study;
import org.ecart.study.RuleComparison;
import org.ecart.ui.explore.StudyHistory;
import org.ecart.ui.task.TaskRunner;

/** The rule set in hand beside another one: who moves, and what that does to the headline. Counts only when looked at. */
public final class CompareViewModel {
    /** What a comparison answers. */
    private record Asked(Study study, RuleComparison.Question question) {}

    private final VariableWork work;
    private final StudyHistory history;
    private final TaskRunner tasks;
    private final ReadOnlyObjectWrapper<List<Rules>> others = new ReadOnlyObjectWrapper<>(List.of());
    private final ReadOnlyObjectWrapper<Optional<Rules>> other = new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ReadOnlyObjectWrapper<Optional<Period>> period = new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ReadOnlyObjectWrapper<Optional<RuleComparison>> comparison =
            new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ReadOnlyObjectWrapper<Optional<RuntimeException>> failure =
            new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ReadOnlyBooleanWrapper counting = new ReadOnlyBooleanWrapper();
    private final BooleanProperty inSight = new SimpleBooleanProperty();
    private Optional<String> chosen = Optional.empty();
    private Optional<Rules> mine = Optional.empty();
    private Optional<Asked> asked = Optional.empty();
    private TaskRunner.Running running = () -> {};

    CompareViewModel(VariableWork work, StudyHistory history, TaskRunner tasks) {
        this.work = work;
        this.history = history;
        this.tasks = tasks;
        inSight.addListener(o -> count());
    }

    /** What can be compared with: other rule sets of the variable first, then those of other variables. */
    public ReadOnlyObjectProperty<List<Rules>> othersProperty() {
        return others.getReadOnlyProperty();
    }

    public ReadOnlyObjectProperty<Optional<Rules>> otherProperty() {
        return other.getReadOnlyProperty();
    }

    public ReadOnlyObjectProperty<Optional<Period>> periodProperty() {
        return period.getReadOnlyProperty();
    }

    /** The comparison as far as it is there; while another is counted, the one before. */
    public ReadOnlyObjectProperty<Optional<RuleComparison>> comparisonProperty() {
        return comparison.getReadOnlyProperty();
    }

    public ReadOnlyObjectProperty<Optional<RuntimeException>> failureProperty() {
        return failure.getReadOnlyProperty();
    }

    public ReadOnlyBooleanProperty countingProperty() {
        return counting.getReadOnlyProperty();
    }

    /** Whether someone looks at it. */
    public BooleanProperty inSightProperty() {
        return inSight;
    }

    public void choose(Rules rules) {
        chosen = Optional.of(rules.key());
        other.set(Optional.of(rules));
        count();
    }

    public void choose(Period date) {
        period.set(Optional.of(date));
        count();
    }

    void forget() {
        asked = Optional.empty();
        comparison.set(Optional.empty());
    }

    /** Follows the rule set in hand: as tables are made by it, not as it is being edited. */
    void show(Optional<RuleSetViewModel.Shown> now, List<Entry> all, List<Period> dates) {
        mine = now.map(s -> s.source().rules());
        List<Rules> sets = mine.map(rules -> others(rules, all)).orElse(List.of());
        if (period.get().filter(dates::contains).isEmpty()) {
            period.set(dates.isEmpty() ? Optional.empty() : Optional.of(dates.get(dates.size() - 1)));
        }
        others.set(sets);
        other.set(sets.stream()
                .filter(r -> chosen.equals(Optional.of(r.key())))
                .findFirst()
                .or(() -> mine.flatMap(rules -> usual(rules, sets))));
        count();
    }

    /** What is compared with where nothing was chosen: the set that was copied, else the edition before, else what reads most of the same. */
    private static Optional<Rules> usual(Rules mine, List<Rules> sets) {
        List<Rules> same =
                sets.stream().filter(r -> r.variable().equals(mine.variable())).toList();
        return same.stream()
                .filter(r -> r.edition().equals(mine.edition()))
                .findFirst()
                .or(() -> same.stream()
                        .filter(r -> r.edition().compareTo(mine.edition()) < 0)
                        .max(Comparator.comparing(Rules::edition)))
                .or(() -> sets.stream().max(Comparator.comparingLong(r -> common(r, mine))));
    }

    private static long common(Rules a, Rules b) {
        return a.derivation().inputs().stream()
                .filter(b.derivation().inputs()::contains)
                .count();
    }

    private static List<Rules> others(Rules mine, List<Entry> all) {
        List<Rules> sets = all.stream()
                .flatMap(e -> e.source() instanceof Entry.Derived d ? d.all().stream() : Stream.empty())
                .filter(r -> !r.key().equals(mine.key()) && !r.categories().isEmpty())
                .toList();
        return Stream.concat(
                        sets.stream().filter(r -> r.variable().equals(mine.variable())),
                        sets.stream().filter(r -> !r.variable().equals(mine.variable())))
                .toList();
    }

    private void count() {
        if (!inSight.get()) {
            return;
        }
        Optional<Asked> now = mine.flatMap(a -> other.get().flatMap(b -> period.get()
                .map(p -> new Asked(
                        history.study().withCharts(List.of()).withTables(List.of()),
                        RuleComparison.Question.of(a.key(), b.key(), List.of(p))))));
        if (now.equals(asked)) {
            return;
        }
        asked = now;
        running.cancel();
        counting.set(now.isPresent());
        if (now.isEmpty()) {
            comparison.set(Optional.empty());
        }
        now.ifPresent(q -> running = tasks.run(
                progress -> work.compare(q.study(), q.question(), progress),
                TaskRunner.Listener.of(
                        made -> {
                            counting.set(false);
                            failure.set(Optional.empty());
                            comparison.set(Optional.of(made));
                        },
                        why -> {
                            counting.set(false);
                            comparison.set(Optional.empty());
                            failure.set(Optional.of(why));
                        })));
    }
}
