package org.ecart.ui.data;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.ecart.model.Codebook;
import org.ecart.store.Terms;
import org.ecart.store.Workspace;

/** How the files of an import are to be taken in, and which of them is looked at. */
final class Plans {
    private final ReadOnlyObjectWrapper<List<FilePlan>> all = new ReadOnlyObjectWrapper<>(List.of());
    private final ReadOnlyObjectWrapper<Integer> selected = new ReadOnlyObjectWrapper<>(0);

    ReadOnlyObjectProperty<List<FilePlan>> allProperty() {
        return all.getReadOnlyProperty();
    }

    ReadOnlyObjectProperty<Integer> selectedProperty() {
        return selected.getReadOnlyProperty();
    }

    /** The plan that is looked at; none before the files were read. */
    Optional<FilePlan> looked() {
        return all.get().stream().skip(selected.get()).findFirst();
    }

    /** Begins with other files, at the first that cannot be taken in as it is. */
    void begin(List<FilePlan> plans) {
        selected.set(0);
        all.set(List.copyOf(plans));
        selected.set(plans.stream()
                .filter(p -> p.fault().isPresent())
                .findFirst()
                .map(plans::indexOf)
                .orElse(0));
    }

    void select(int place) {
        selected.set(place);
    }

    /** Changes the plan that is looked at, and those of all files with the same columns. */
    void changeAlike(UnaryOperator<FilePlan> change) {
        FilePlan looked = looked().orElseThrow();
        changeWhere(looked::sameLayout, change);
    }

    /** Changes the plan of one file. */
    void change(Path file, UnaryOperator<FilePlan> change) {
        changeWhere(p -> p.file().equals(file), change);
    }

    private void changeWhere(Predicate<FilePlan> which, UnaryOperator<FilePlan> change) {
        all.set(all.get().stream().map(p -> which.test(p) ? change.apply(p) : p).toList());
    }

    /** Whether every file can be taken in as it is planned. */
    boolean ready() {
        return all.get().stream().allMatch(p -> p.fault().isEmpty());
    }

    /**
     * What the workspace is asked to take.
     *
     * @param at UTC, to the second
     */
    Workspace.Import request(Codebook codebook, Terms terms, String at) {
        return new Workspace.Import(
                all.get().stream().map(FilePlan::source).toList(),
                codebook,
                terms,
                System.getProperty("user.name", "-"),
                at);
    }

    /** The bytes of all files, and about how many rows they have. */
    Pace pace(long now) {
        long bytes = all.get().stream().mapToLong(p -> p.preview().bytes()).sum();
        boolean packed = all.get().stream().anyMatch(p -> Delivery.packed(p.file()));
        double rows = all.get().stream()
                .mapToDouble(p -> p.preview().bytes() / p.preview().bytesPerRow())
                .sum();
        return new Pace(bytes, packed ? 0 : rows, now);
    }
}
