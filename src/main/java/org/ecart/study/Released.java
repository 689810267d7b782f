package org.ecart.study;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.ecart.files.Definitions;
import org.ecart.model.AuditReport;
import org.ecart.model.AuditReport.Kind;
import org.ecart.model.EcartException;
import org.ecart.model.Policy;
import org.ecart.protect.Audit;
import org.ecart.protect.Draft;
import org.ecart.protect.ProtectedTable;
import org.ecart.protect.Protection;
import org.ecart.protect.ReleaseAudit;

/**
 * The numbered tables of a study as they are about to leave, and after them those of persons whom they leave out.
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
                IntStream.range(0, tables.size()).mapToObj(this::table).toList());
    }

    /** What the analyst should know of the protection. */
    List<EcartException> warnings() {
        return Stream.of(Map.entry("study.audit.known", known()), Map.entry("study.audit.fallback", fallback()))
                .filter(cells -> cells.getValue() > 0)
                .map(cells -> EcartException.data(cells.getKey(), cells.getValue()))
                .toList();
    }

    private long known() {
        return audit.tables().stream()
                .flatMap(table -> table.attacked().stream())
                .filter(cell -> !cell.finding().inAnyCase().isEmpty())
                .count();
    }

    private long fallback() {
        return tables.stream()
                .flatMap(table -> table.marks().stream())
                .filter(mark -> mark == Protection.FALLBACK)
                .count();
    }

    private AuditReport.Table table(int number) {
        ReleaseAudit.Table table = audit.tables().get(number);
        List<AuditReport.LeftOut> leftOut = table.attacked().stream()
                .map(cell -> leftOut(cell, kind(number, cell)))
                .toList();
        return new AuditReport.Table(
                table.name(),
                table.safe(),
                count(leftOut, Kind.PRIMARY),
                count(leftOut, Kind.SECONDARY),
                count(leftOut, Kind.FALLBACK),
                leftOut.size(),
                leftOut);
    }

    private static int count(List<AuditReport.LeftOut> leftOut, Kind kind) {
        return (int) leftOut.stream()
                .filter(cell -> cell.printed() && cell.kind() == kind)
                .count();
    }

    /** Only the protector knows for want of what a cell that is safe by itself was left out. */
    private Kind kind(int table, ReleaseAudit.Attacked cell) {
        Protection mark = cell.place() < 0
                ? Protection.SECONDARY
                : tables.get(table).marks().get(cell.place());
        if (cell.kind() == Protection.PRIMARY || mark == Protection.PRIMARY) {
            return Kind.PRIMARY;
        }
        return mark == Protection.FALLBACK ? Kind.FALLBACK : Kind.SECONDARY;
    }

    private static AuditReport.LeftOut leftOut(ReleaseAudit.Attacked cell, Kind kind) {
        Map<String, AuditReport.Interval> bounds = new LinkedHashMap<>();
        cell.finding()
                .bounds()
                .forEach((quantity, ends) ->
                        bounds.put(name(quantity), new AuditReport.Interval(ends.low(), ends.high(), ends.exact())));
        return new AuditReport.LeftOut(
                cell.period(),
                cell.codes(),
                cell.staying(),
                cell.place() >= 0,
                kind,
                cell.unsafe().stream().map(Released::name).toList(),
                bounds,
                names(cell.finding().inAnyCase()));
    }

    private static List<String> names(Set<Audit.Attacker> attackers) {
        return attackers.stream().map(Audit.Attacker::name).toList();
    }

    private static String name(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT);
    }
}
