package org.ecart.ui.variables;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.ecart.model.Category;
import org.ecart.model.Codebook;
import org.ecart.model.Labels;
import org.ecart.model.Variable;
import org.ecart.study.ConditionWords;

/** What variables and their codes are called. */
record Names(Codebook codebook, List<Entry> entries) implements ConditionWords.Names {
    Names {
        entries = List.copyOf(entries);
    }

    boolean known(String variable) {
        return codebook.variable(variable).isPresent() || entry(variable).isPresent();
    }

    /** Whether its values are codes, which can be grouped; no dates and numbers. */
    boolean coded(String variable) {
        return codebook.variable(variable)
                .map(v -> v.type() == Variable.Type.CODE)
                .orElse(known(variable));
    }

    @Override
    public Labels variable(String variable) {
        return entry(variable)
                .map(Entry::labels)
                .or(() -> codebook.variable(variable).map(Variable::labels))
                .orElse(Labels.same(variable));
    }

    @Override
    public Optional<Labels> code(String variable, String code) {
        Stream<Category> derived = entry(variable).stream().flatMap(e -> e.codes().stream());
        Stream<Category> stored = codebook.variable(variable).stream().flatMap(v -> codebook.categoriesOf(v).stream());
        return Stream.concat(derived, stored)
                .filter(c -> c.code().equals(code))
                .map(Category::labels)
                .findFirst();
    }

    private Optional<Entry> entry(String variable) {
        return entries.stream().filter(e -> e.id().equals(variable)).findFirst();
    }
}
