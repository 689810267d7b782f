package org.ecart.ui.variables;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import org.ecart.files.Catalogue;
import org.ecart.model.Codebook;
import org.ecart.model.Extract;
import org.ecart.model.Labels;
import org.ecart.model.Rules;
import org.ecart.model.Study;
import org.ecart.model.Variable;
import org.ecart.study.Offer;
import org.ecart.ui.task.TaskRunner;
import org.ecart.ui.text.Words;

/** The variables of a workspace and a study, to look up, without a window. */
public final class VariablesViewModel {
    /** What is read beside the interface thread. */
    private record Known(Optional<Codebook> codebook, Catalogue shipped) {}

    private final Supplier<Optional<Codebook>> read;
    private final TaskRunner tasks;
    private final ReadOnlyObjectWrapper<List<Entry>> all = new ReadOnlyObjectWrapper<>(List.of());
    private final ReadOnlyObjectWrapper<List<Entry>> shown = new ReadOnlyObjectWrapper<>(List.of());
    private final ReadOnlyObjectWrapper<Optional<Entry>> selected = new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ReadOnlyObjectWrapper<Optional<RuntimeException>> failure =
            new ReadOnlyObjectWrapper<>(Optional.empty());
    private final StringProperty query = new SimpleStringProperty("");
    private Optional<Known> known = Optional.empty();
    private Study study = Study.bare();
    private Offer offer = new Offer(List.of(), List.of(), List.of());

    /** @param read the codebook of the workspace; called beside the interface thread */
    public VariablesViewModel(Supplier<Optional<Codebook>> read, TaskRunner tasks) {
        this.read = read;
        this.tasks = tasks;
        query.addListener((o, before, now) -> search());
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

    /** The one whose codes are looked at; always one of those shown. */
    public ReadOnlyObjectProperty<Optional<Entry>> selectedProperty() {
        return selected.getReadOnlyProperty();
    }

    /** Why the codebook could not be read. */
    public ReadOnlyObjectProperty<Optional<RuntimeException>> failureProperty() {
        return failure.getReadOnlyProperty();
    }

    public void select(Entry entry) {
        selected.set(Optional.of(entry));
    }

    /** Reads the codebook again: after an import. */
    public void refresh() {
        tasks.run(
                progress -> new Known(read.get(), Catalogue.shipped()),
                TaskRunner.Listener.of(
                        now -> {
                            known = Optional.of(now);
                            list();
                        },
                        why -> failure.set(Optional.of(why))));
    }

    /** Follows the study, which chooses rule sets, and what it can derive here. */
    public void follow(Study now, Offer offered) {
        study = now;
        offer = offered;
        list();
    }

    private void list() {
        known.ifPresent(k -> list(k.codebook(), k.shipped().with(study)));
    }

    private void list(Optional<Codebook> codebook, Catalogue catalogue) {
        List<Entry> entries = new ArrayList<>(derived(codebook, catalogue));
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
        }
    }

    private static Entry stored(Codebook book, Extract extract, Variable variable) {
        return new Entry(
                variable.id(),
                variable.labels(),
                new Entry.Stored(extract.labels(), variable.role(), variable.type()),
                book.categoriesOf(variable));
    }

    private List<Entry> derived(Optional<Codebook> codebook, Catalogue catalogue) {
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
        List<String> others = catalogue.rules().stream()
                .filter(r -> r.variable().equals(rules.variable()))
                .filter(r -> !r.key().equals(rules.key()))
                .map(r -> r.set() + "@" + r.edition())
                .distinct()
                .toList();
        List<Labels> inputs = rules.derivation().inputs().stream()
                .map(i -> label(i, codebook, catalogue))
                .toList();
        return new Entry(
                rules.variable(),
                rules.labels(),
                new Entry.Derived(rules.set(), rules.edition(), inputs, others),
                rules.categories());
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
    }
}
