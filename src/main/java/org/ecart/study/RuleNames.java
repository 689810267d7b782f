package org.ecart.study;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.ecart.files.Catalogue;
import org.ecart.model.EcartException;
import org.ecart.model.Rules;
import org.ecart.model.Study;

/**
 * Finds a rule set by what an analyst calls it: {@code origin}, {@code origin=monitoring@2017}, {@code origin@2017},
 * {@code origin@monitoring@2017}.
 */
final class RuleNames {
    private final Catalogue catalogue;
    private final Study study;

    RuleNames(Catalogue shipped, Study study) {
        this.catalogue = shipped.with(study);
        this.study = study;
    }

    /**
     * The rule set of this name. An edition alone is that of the first set that has it; a variable alone stands for the
     * set that the study uses.
     *
     * @throws EcartException usage, with what there is
     */
    Rules find(String name) {
        String[] parts = name.strip().split("[=@]", -1);
        String variable = parts[0];
        List<Rules> sets = catalogue.rules().stream()
                .filter(r -> r.variable().equals(variable))
                .toList();
        if (sets.isEmpty()) {
            String there = catalogue.rules().stream()
                    .map(Rules::variable)
                    .distinct()
                    .sorted()
                    .collect(Collectors.joining(", "));
            throw EcartException.usage("study.rule_variable", variable, there);
        }
        if (parts.length == 1) {
            return catalogue
                    .rulesFor(variable, Optional.ofNullable(study.ruleSets().get(variable)))
                    .orElseThrow();
        }
        String edition = parts[parts.length - 1];
        return sets.stream()
                .filter(r -> r.edition().equals(edition)
                        && (parts.length == 2 || r.set().equals(parts[1])))
                .filter(r -> parts.length <= 3)
                .findFirst()
                .orElseThrow(() -> EcartException.usage(
                        "files.rule_set",
                        name,
                        sets.stream().map(Rules::key).distinct().collect(Collectors.joining(", "))));
    }
}
