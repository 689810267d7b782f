package org.ecart.files;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.ecart.model.EcartException;
import org.ecart.model.Groups;
import org.ecart.model.Indicator;
import org.ecart.model.Labels;
import org.ecart.model.Rules;
import org.ecart.model.Study;

/**
 * What is shipped as data: rule sets by edition and the indicators. A study adds its own, which go first.
 *
 * @param rules in the order of preference where a study chooses none: the first set of a variable is the usual one
 */
public record Catalogue(List<Rules> rules, List<Indicator> indicators) {
    private static final String INDEX = "/catalogue/index.txt";

    public Catalogue {
        rules = List.copyOf(rules);
        indicators = List.copyOf(indicators);
    }

    /** The catalogue inside the program. */
    public static Catalogue shipped() {
        List<Rules> rules = new ArrayList<>();
        for (String name : Resources.lines(INDEX)) {
            rules.add(Definitions.rules(Resources.text("/catalogue/" + name)));
        }
        return new Catalogue(rules, Definitions.indicators(Resources.text("/catalogue/indicators.json")));
    }

    /** The shared tables of groups that rule sets may take, the usual edition of each first. */
    public static List<Groups> groups() {
        return SharedGroups.tables();
    }

    /** What of a rule set, and of the shared tables that it takes, is recalled and was not checked. */
    public static List<Labels> toConfirm(Rules rules) {
        List<Labels> all = new ArrayList<>(rules.toConfirm());
        for (Rules.Grouping grouping : rules.derivation().groupings()) {
            grouping.shared()
                    .ifPresent(s -> all.addAll(SharedGroups.table(s.table()).toConfirm()));
        }
        return all.stream().distinct().toList();
    }

    /** This catalogue with a study's own rules and indicators before it. */
    public Catalogue with(Study study) {
        List<Rules> allRules = new ArrayList<>(study.rules());
        allRules.addAll(rules);
        List<Indicator> allIndicators = new ArrayList<>(study.indicators());
        allIndicators.addAll(indicators);
        return new Catalogue(allRules, allIndicators);
    }

    /** The indicator with this id. */
    public Indicator indicator(String id) {
        return indicators.stream()
                .filter(i -> i.id().equals(id))
                .findFirst()
                .orElseThrow(() -> EcartException.usage(
                        "files.indicator",
                        id,
                        String.join(
                                ", ",
                                indicators.stream()
                                        .map(Indicator::id)
                                        .distinct()
                                        .toList())));
    }

    /**
     * The rules of a derived variable.
     *
     * @param chosen {@code set@edition}; none = the first that defines the variable
     * @return none where no rule set defines the variable
     */
    public Optional<Rules> rulesFor(String variable, Optional<String> chosen) {
        List<Rules> sets =
                rules.stream().filter(r -> r.variable().equals(variable)).toList();
        if (chosen.isEmpty()) {
            return sets.stream().findFirst();
        }
        String key = variable + "=" + chosen.get();
        return Optional.of(sets.stream()
                .filter(r -> r.key().equals(key))
                .findFirst()
                .orElseThrow(() -> EcartException.usage(
                        "files.rule_set",
                        key,
                        String.join(", ", sets.stream().map(Rules::key).toList()))));
    }
}
