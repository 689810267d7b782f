package org.ecart.study;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.ecart.files.Definitions;
import org.ecart.model.AuditReport;
import org.ecart.model.Policy;
import org.ecart.protect.Audit;
import org.ecart.protect.Draft;
import org.ecart.protect.ProtectedTable;
import org.ecart.protect.Protection;
import org.ecart.protect.ReleaseAudit;

/**
 * The numbered tables of a study as they are about to leave.
 *
 * @param drafts the same with all their figures
 * @param audit what attackers can do about them
 */
public record Released(List<ProtectedTable> tables, List<Draft> drafts, ReleaseAudit audit) {
    public Released {
        tables = List.copyOf(tables);
        drafts = List.copyOf(drafts);
    }

    /** The audit as it is kept beside the release. */
    AuditReport report(String study, Policy policy, List<AuditReport.Earlier> earlier) {
        return new AuditReport(
                study,
                policy,
                Hashes.sha256(Definitions.text(policy)),
                List.of("A", "B", "C"),
                audit.budgetSpent(),
                earlier,
                audit.tables().stream().map(Released::table).toList());
    }

    private static AuditReport.Table table(ReleaseAudit.Table table) {
        return new AuditReport.Table(
                table.name(),
                table.safe(),
                table.count(Protection.PRIMARY),
                table.count(Protection.SECONDARY),
                table.attacked().size(),
                table.attacked().stream().map(Released::leftOut).toList());
    }

    private static AuditReport.LeftOut leftOut(ReleaseAudit.Attacked cell) {
        Map<String, AuditReport.Interval> bounds = new LinkedHashMap<>();
        cell.finding()
                .bounds()
                .forEach((quantity, ends) ->
                        bounds.put(name(quantity), new AuditReport.Interval(ends.low(), ends.high(), ends.exact())));
        return new AuditReport.LeftOut(
                cell.period(),
                cell.codes(),
                cell.place() >= 0,
                cell.kind() == Protection.PRIMARY ? AuditReport.Kind.PRIMARY : AuditReport.Kind.SECONDARY,
                cell.unsafe().stream().map(Released::name).toList(),
                bounds,
                cell.finding().inAnyCase().stream().map(Audit.Attacker::name).toList());
    }

    private static String name(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT);
    }
}
