package org.ecart.study;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.ecart.files.Catalogue;
import org.ecart.model.Groups;
import org.ecart.model.Labels;
import org.ecart.model.Rules;

/** What of a rule set is recalled and was not checked against a published edition. */
public final class Unconfirmed {
    private Unconfirmed() {}

    /** The remarks of the rule set, then those of the shared tables of groups that it takes. */
    public static List<Labels> of(Rules rules) {
        List<Labels> all = new ArrayList<>(rules.toConfirm());
        List<String> tables = groupings(rules.derivation()).stream()
                .map(Rules.Grouping::shared)
                .flatMap(Optional::stream)
                .map(Rules.Shared::table)
                .distinct()
                .toList();
        for (Groups table : tables.isEmpty() ? List.<Groups>of() : Catalogue.groups()) {
            if (tables.contains(table.key())) {
                all.addAll(table.toConfirm());
            }
        }
        return all;
    }

    private static List<Rules.Grouping> groupings(Rules.Derivation derivation) {
        if (derivation instanceof Rules.FirstMatch first) {
            return first.groupings();
        }
        if (derivation instanceof Rules.Recode recode) {
            return List.of(recode.grouping());
        }
        return derivation instanceof Rules.Crosswalk crosswalk ? List.of(crosswalk.grouping()) : List.of();
    }
}
