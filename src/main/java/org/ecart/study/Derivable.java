package org.ecart.study;

import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.ecart.model.AtDate;
import org.ecart.model.Cuts;
import org.ecart.model.EcartException;
import org.ecart.model.Rules;
import org.ecart.model.Variable;

/** The rule sets that a table needs, each after those it reads from. */
final class Derivable {
    private final VariableNames names;
    private final Map<String, Rules> ordered = new LinkedHashMap<>();
    private final Set<String> underWay = new LinkedHashSet<>();

    Derivable(VariableNames names) {
        this.names = names;
    }

    /** A name with a typo would touch nothing. */
    void require(String variable) {
        if (!names.known(variable)) {
            names.require(variable);
        }
    }

    /** A stored variable is read as it is; any other is derived, and its inputs before it. */
    void need(String variable) {
        Optional<Variable> stored = names.stored(variable);
        if (stored.filter(v -> !v.coded() && !names.isAmount(variable)).isPresent()) {
            throw EcartException.usage("study.not_a_dimension", variable);
        }
        if (ordered.containsKey(variable) || stored.isPresent()) {
            return;
        }
        if (!underWay.add(variable)) {
            throw EcartException.usage("study.cycle", String.join(" > ", underWay));
        }
        Rules rules = names.require(variable);
        for (String input : rules.derivation().inputs()) {
            if (!names.known(input)) {
                throw EcartException.usage("study.rule_input", rules.key(), input);
            }
            need(input);
        }
        if (rules.derivation() instanceof AtDate at && names.isAmount(at.variable())) {
            throw EcartException.usage("study.not_a_dimension", variable);
        }
        if (rules.derivation() instanceof AtDate && madeOfCuts(rules)) {
            throw EcartException.usage("study.at_cuts", variable);
        }
        underWay.remove(variable);
        names.checkOwn(rules);
        ordered.put(variable, rules.resolved());
    }

    /** Who is counted at another date too is not told by cuts of this one. */
    void requireUncut(String variable) {
        if (Optional.ofNullable(ordered.get(variable)).filter(this::madeOfCuts).isPresent()) {
            throw EcartException.usage("study.at_cuts", variable);
        }
    }

    /** Cuts belong to the date of the table: those of another date are not looked for. */
    private boolean madeOfCuts(Rules rules) {
        return rules.derivation() instanceof Cuts
                || rules.derivation().inputs().stream()
                        .flatMap(input -> Optional.ofNullable(ordered.get(input)).stream())
                        .anyMatch(this::madeOfCuts);
    }

    List<Rules> inOrder() {
        return List.copyOf(ordered.values());
    }
}
