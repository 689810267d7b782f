package org.ecart.study;

import java.util.Optional;
import java.util.Set;
import org.ecart.frame.CodedColumn;
import org.ecart.model.Period;
import org.ecart.store.Workspace;

/** What was delivered, as a workspace has it now. */
record InWorkspace(Workspace workspace) implements Delivered {
    @Override
    public boolean has(String variable, String code) {
        String population = workspace.requireCodebook().population().id();
        return workspace.partitions().stream()
                .filter(p -> p.extract().equals(population))
                .flatMap(p -> p.period().stream())
                .flatMap(period -> column(period, variable).stream())
                .anyMatch(column -> column.dictionary().place(code).isPresent());
    }

    private Optional<CodedColumn> column(Period period, String variable) {
        return Optional.ofNullable(
                workspace.frame(period, Set.of(variable)).codes().get(variable));
    }

    @Override
    public boolean aggregated(Period period) {
        return workspace
                .frame(period, Set.of())
                .persons()
                .filter(persons -> persons.highest() > 1)
                .isPresent();
    }
}
