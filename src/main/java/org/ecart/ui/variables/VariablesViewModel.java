package org.ecart.ui.variables;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import org.ecart.files.Catalogue;
import org.ecart.model.Category;
import org.ecart.model.Codebook;
import org.ecart.model.Extract;
import org.ecart.model.Labels;
import org.ecart.model.Rules;
import org.ecart.model.Study;
import org.ecart.model.Variable;
import org.ecart.study.Offer;
import org.ecart.ui.explore.StudyHistory;
import org.ecart.ui.task.TaskRunner;
import org.ecart.ui.text.Words;

/** The variables of a workspace and a study, without a window: which there are, and the one in hand. */
public final class VariablesViewModel {
    /** What is read beside the interface thread. */
    private record Known(Optional<Codebook> codebook, Catalogue shipped) {}

    private final VariableWork work;
    private final StudyHistory history;
    private final TaskRunner tasks;
    private final RuleSetViewModel ruleSet;
    private final ReadOnlyObjectWrapper<List<Entry>> all = new ReadOnlyObjectWrapper<>(List.of());
    private final ReadOnlyObjectWrapper<List<Entry>> shown = new ReadOnlyObjectWrapper<>(List.of());
    private final ReadOnlyObjectWrapper<Optional<Entry>> selected = new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ReadOnlyObjectWrapper<Optional<RuntimeException>> failure =
            new ReadOnlyObjectWrapper<>(Optional.empty());
    private final StringProperty query = new SimpleStringProperty("");
    private Optional<Known> known = Optional.empty();
    private Offer offer = new Offer(List.of(), List.of(), List.of(), List.of());

    /** @param tasks runs what reads and counts */
    public VariablesViewModel(VariableWork work, StudyHistory history, TaskRunner tasks) {
        this.work = work;
        this.history = history;
        this.tasks = tasks;
        this.ruleSet = new RuleSetViewModel(work, history, tasks);
        query.addListener((o, before, now) -> search());
        history.changes().addListener(o -> list());
        refresh();
    }

    /** All variables: the derived ones first, then extract by extract; a variable of several extracts stands once. */
    public ReadOnlyObjectProperty<List<Entry>> allProperty() {
        return all.getReadOnlyProperty();
    }

    /** Those that have all the words that were typed, in their names, codes or labels. */
    public ReadOnlyObjectProperty<List<Entry>> shownProperty() {
        return shown.getReadOnlyProperty();
    }

    public StringProperty queryProperty() {
        return query;
    }

    /** The one in hand; always one of those shown. */
    public ReadOnlyObjectProperty<Optional<Entry>> selectedProperty() {
        return selected.getReadOnlyProperty();
    }

    /** Why the codebook could not be read. */
    public ReadOnlyObjectProperty<Optional<RuntimeException>> failureProperty() {
        return failure.getReadOnlyProperty();
    }

    /** The rule set of the variable in hand, where it is a derived one. */
    public RuleSetViewModel ruleSet() {
        return ruleSet;
    }

    public void select(Entry entry) {
        selected.set(Optional.of(entry));
        showRules();
    }

    /** Reads the codebook and counts again: after an import. */
    public void refresh() {
        tasks.run(
                progress -> new Known(work.codebook(), Catalogue.shipped()),
                TaskRunner.Listener.of(
                        now -> {
                            known = Optional.of(now);
                            ruleSet.forget();
                            list();
                        },
                        why -> failure.set(Optional.of(why))));
    }

    /** Follows what the study can derive here. */
    public void follow(Offer offered) {
        offer = offered;
        list();
    }

    private void list() {
        known.ifPresent(k -> list(k.codebook(), k.shipped()));
    }

    private void list(Optional<Codebook> codebook, Catalogue shipped) {
        List<Entry> entries = new ArrayList<>(derived(codebook, shipped.with(history.study())));
        // the study's own come first in the catalogue: an edit must not move a variable in the list
        List<String> order = shipped.rules().stream().map(Rules::variable).toList();
        entries.sort(Comparator.comparingInt(e -> order.contains(e.id()) ? order.indexOf(e.id()) : order.size()));
        codebook.ifPresent(book -> {
            for (Extract extract : book.extracts()) {
                for (Extract.Column column : extract.columns()) {
                    if (entries.stream().noneMatch(e -> e.id().equals(column.variable()))) {
                        book.variable(column.variable()).ifPresent(v -> entries.add(stored(book, extract, v)));
                    }
                }
            }
        });
        if (!entries.equals(all.get())) {
            all.set(List.copyOf(entries));
            search();
        } else {
            showRules();
        }
    }

    private static Entry stored(Codebook book, Extract extract, Variable variable) {
        return new Entry(
                variable.id(),
                variable.labels(),
                new Entry.Stored(extract.labels(), variable, groups(book, variable)),
                book.categoriesOf(variable));
    }

    private static List<Category> groups(Codebook book, Variable variable) {
        return book.codeLists().stream()
                .filter(l -> variable.codeList().equals(Optional.of(l.id())))
                .findFirst()
                .map(l -> l.groups())
                .orElse(List.of());
    }

    private List<Entry> derived(Optional<Codebook> codebook, Catalogue catalogue) {
        Study study = history.study();
        return offer.groups().stream()
                .filter(g -> g.labels().isEmpty())
                .flatMap(g -> g.choices().stream())
                .flatMap(c ->
                        catalogue
                                .rulesFor(
                                        c.variable(),
                                        Optional.ofNullable(study.ruleSets().get(c.variable())))
                                .stream())
                .map(rules -> derived(rules, codebook, catalogue))
                .toList();
    }

    private static Entry derived(Rules rules, Optional<Codebook> codebook, Catalogue catalogue) {
        List<Rules> sets = catalogue.rules().stream()
                .filter(r -> r.variable().equals(rules.variable()))
                .toList();
        List<Labels> inputs = rules.derivation().inputs().stream()
                .map(i -> label(i, codebook, catalogue))
                .toList();
        return new Entry(rules.variable(), rules.labels(), new Entry.Derived(rules, inputs, sets), rules.categories());
    }

    /** An input is a variable of the codebook, or derived itself. */
    private static Labels label(String input, Optional<Codebook> codebook, Catalogue catalogue) {
        return codebook.flatMap(book -> book.variable(input))
                .map(Variable::labels)
                .or(() -> catalogue.rules().stream()
                        .filter(r -> r.variable().equals(input))
                        .map(Rules::labels)
                        .findFirst())
                .orElse(Labels.same(input));
    }

    private void search() {
        List<Entry> found = all.get().stream()
                .filter(e -> Words.allIn(query.get(), e.words()))
                .toList();
        Optional<String> before = selected.get().map(Entry::id);
        shown.set(found);
        selected.set(found.stream()
                .filter(e -> before.equals(Optional.of(e.id())))
                .findFirst()
                .or(() -> found.stream().filter(e -> !e.codes().isEmpty()).findFirst())
                .or(() -> found.stream().findFirst()));
        showRules();
    }

    private void showRules() {
        known.flatMap(Known::codebook)
                .ifPresent(book -> ruleSet.show(selected.get(), all.get(), book, offer.periods()));
    }
}
