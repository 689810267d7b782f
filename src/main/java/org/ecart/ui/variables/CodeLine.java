package org.ecart.ui.variables;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.ecart.model.Category;
import org.ecart.model.Labels;
import org.ecart.model.Rules;
import org.ecart.study.RuleReport;
import org.ecart.study.Tally;

/**
 * A code with its group.
 *
 * @param group none where it is in no group, and a person with it becomes what the table says of all others
 * @param persons of an unmapped code by date, of the variable in which it is most frequent; empty for other codes
 */
record CodeLine(String code, Optional<Labels> label, Optional<String> group, List<Optional<Tally>> persons) {
    CodeLine {
        persons = List.copyOf(persons);
    }

    /** Whether it is in the data and in no group. */
    boolean unmapped() {
        return group.isEmpty();
    }

    /** The codes of a table: first those of the data that are in no group, the most frequent on top, then group by group. */
    static List<CodeLine> of(Rules rules, Rules.Grouping grouping, Names names, Optional<RuleReport> report) {
        Set<String> variables = variables(rules, grouping);
        Set<String> members =
                grouping.groups().stream().flatMap(g -> g.members().stream()).collect(Collectors.toSet());
        Map<String, List<Optional<Tally>>> found = new LinkedHashMap<>();
        report.stream()
                .flatMap(r -> r.unmapped().stream())
                .filter(u -> u.grouping().equals(grouping.id()) && !members.contains(u.code()))
                .filter(u -> !u.code().equals(Category.UNKNOWN) && !u.code().equals(Category.NO_RECORD))
                .forEach(u -> found.merge(u.code(), u.persons(), (a, b) -> sum(a) >= sum(b) ? a : b));
        List<CodeLine> lines = new ArrayList<>();
        found.forEach((code, persons) ->
                lines.add(new CodeLine(code, label(names, variables, code), Optional.empty(), persons)));
        lines.sort(Comparator.comparing((CodeLine l) -> -sum(l.persons())).thenComparing(CodeLine::code));
        for (Rules.Group group : grouping.groups()) {
            for (String code : group.members()) {
                lines.add(new CodeLine(code, label(names, variables, code), Optional.of(group.code()), List.of()));
            }
        }
        return lines;
    }

    private static long sum(List<Optional<Tally>> persons) {
        return persons.stream()
                .flatMap(Optional::stream)
                .mapToLong(Tally::persons)
                .sum();
    }

    /** The variables that a table groups. */
    static Set<String> variables(Rules rules, Rules.Grouping grouping) {
        if (rules.derivation() instanceof Rules.FirstMatch first) {
            return first.rules().stream()
                    .flatMap(r -> r.outcome() instanceof Rules.GroupOf of
                                    && of.grouping().equals(grouping.id())
                            ? java.util.stream.Stream.of(of.variable())
                            : java.util.stream.Stream.empty())
                    .collect(Collectors.toCollection(LinkedHashSet::new));
        }
        return rules.derivation().inputs();
    }

    private static Optional<Labels> label(Names names, Set<String> variables, String code) {
        return variables.stream().flatMap(v -> names.code(v, code).stream()).findFirst();
    }
}
