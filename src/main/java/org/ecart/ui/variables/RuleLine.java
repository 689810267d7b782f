package org.ecart.ui.variables;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.ecart.model.AtDate;
import org.ecart.model.Rules;
import org.ecart.study.RuleReport;
import org.ecart.study.RuleReport.Kind;
import org.ecart.study.Tally;

/**
 * One line of a rule set on screen, in order.
 *
 * @param place among the rules, bands or groups, from 0; that of the last one more for what comes after them
 * @param id of the rule, the code of the band or group; empty for the other kinds
 * @param persons one entry a date that was counted; none as long as nothing is
 */
record RuleLine(Kind kind, int place, String id, List<Optional<Tally>> persons) {
    RuleLine {
        persons = List.copyOf(persons);
    }

    /** The lines of a rule set, with what a report of it, or of the one before an edit, tells of them. */
    static List<RuleLine> of(Rules rules, Optional<RuleReport> report) {
        List<RuleLine> lines = new ArrayList<>();
        for (String id : ids(rules.derivation())) {
            lines.add(new RuleLine(Kind.RULE, lines.size(), id, persons(report, Kind.RULE, id)));
        }
        for (Kind kind : rest(rules.derivation())) {
            lines.add(new RuleLine(kind, lines.size(), "", persons(report, kind, "")));
        }
        return lines;
    }

    private static List<String> ids(Rules.Derivation derivation) {
        if (derivation instanceof Rules.FirstMatch first) {
            return first.rules().stream().map(Rules.Rule::id).toList();
        }
        if (derivation instanceof Rules.Bands bands) {
            return bands.bands().stream().map(Rules.Band::code).toList();
        }
        return derivation instanceof Rules.Recode recode
                ? recode.grouping().groups().stream().map(Rules.Group::code).toList()
                : List.of();
    }

    private static List<Kind> rest(Rules.Derivation derivation) {
        if (derivation instanceof Rules.Recode) {
            return List.of(Kind.ELSE, Kind.UNKNOWN, Kind.NO_RECORD);
        }
        boolean fromData = derivation instanceof Rules.Age || derivation instanceof AtDate;
        return fromData ? List.of() : List.of(Kind.ELSE);
    }

    private static List<Optional<Tally>> persons(Optional<RuleReport> report, Kind kind, String id) {
        return report.stream()
                .flatMap(r -> r.lines().stream())
                .filter(l -> l.kind() == kind && l.id().equals(id))
                .findFirst()
                .map(RuleReport.Line::persons)
                .orElse(List.of());
    }
}
