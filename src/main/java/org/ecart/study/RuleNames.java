package org.ecart.study;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.ecart.files.Catalogue;
import org.ecart.model.Codebook;
import org.ecart.model.EcartException;
import org.ecart.model.Rules;
import org.ecart.model.Study;

/**
 * Finds a rule set by what an analyst calls it: {@code origin}, {@code origin=monitoring@2017}, {@code origin@2017},
 * {@code origin@monitoring@2017}.
 */
final class RuleNames {
    private final Codebook codebook;
    private final Catalogue catalogue;
    private final Study study;

    RuleNames(Codebook codebook, Catalogue shipped, Study study) {
        this.codebook = codebook;
        this.catalogue = shipped.with(study);
        this.study = study;
    }

    /**
     * A rule set and the study under which it is read.
     *
     * @param rules where only its inputs have the edition, its variable is named with it: {@code origin_rollup@2013}
     */
    record Found(Rules rules, Study study) {}

    /**
     * The rule set of this name. An edition alone is that of the first set that has it, else that of its inputs; a
     * variable alone stands for the set that the study uses.
     *
     * @throws EcartException usage, with what there is
     */
    Found find(String name) {
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
            return found(catalogue
                    .rulesFor(variable, Optional.ofNullable(study.ruleSets().get(variable)))
                    .orElseThrow());
        }
        String edition = parts[parts.length - 1];
        Optional<Rules> exact = sets.stream()
                .filter(r -> r.edition().equals(edition)
                        && (parts.length == 2 || r.set().equals(parts[1])))
                .filter(r -> parts.length <= 3)
                .findFirst();
        if (exact.isEmpty() && parts.length == 2 && !name.contains("=")) {
            return new Found(
                    new VariableNames(codebook, catalogue, study, Optional.empty()).require(name.strip()), study);
        }
        return found(exact.orElseThrow(() -> EcartException.usage(
                "files.rule_set", name, sets.stream().map(Rules::key).distinct().collect(Collectors.joining(", ")))));
    }

    private Found found(Rules rules) {
        return new Found(rules, study.withRuleSet(rules));
    }
}
