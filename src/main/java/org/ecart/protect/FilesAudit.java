package org.ecart.protect;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.ecart.model.AuditReport.LeftOut;
import org.ecart.model.Condition;
import org.ecart.model.Period;
import org.ecart.model.Policy;
import org.ecart.model.PublishedTable;
import org.ecart.model.Span;

/**
 * Attacks a release with nothing but its files, as any reader can: printed persons and what rates tell of them, sums over
 * the categories of each table, the same cells in other tables, cells of other tables that they are put together from, and
 * the same cells of tables whose persons are among theirs, of a shorter age span or under one more condition. Apart from
 * what the release was made with, it uses none of it. It sees less than {@link Audit}: not that spans overlap of which
 * neither holds the other, and of amounts only sums in which one cell is left out alone.
 */
public final class FilesAudit {
    /**
     * Who is in the cells of a table, as far as is known.
     *
     * @param among a text that is the same for the same persons, before spans and conditions
     * @param span none = of any age
     * @param conditions that hold for all of them
     * @param determined variables of which only persons of a determined category are counted
     * @param rate a text that is the same for the same rate of everybody who is counted; none = there is no such rate
     * @param sum a text that is the same for the same amount, where its figures are sums of it
     * @param hidden variables of which not every category is printed
     */
    public record Asked(
            String among,
            Optional<Span> span,
            Set<Condition> conditions,
            Set<String> determined,
            Optional<String> rate,
            Optional<String> sum,
            Set<String> hidden) {
        public Asked {
            conditions = Set.copyOf(conditions);
            determined = Set.copyOf(determined);
            hidden = Set.copyOf(hidden);
        }

        static Asked unknown(String table) {
            return new Asked(
                    "only " + table,
                    Optional.empty(),
                    Set.of(),
                    Set.of(),
                    Optional.empty(),
                    Optional.empty(),
                    Set.of());
        }
    }

    /**
     * A table of a release.
     *
     * @param asked none = what it asks is not known: it is looked at by itself, and its rates are not
     * @param leftOut why its cells are left out; empty = that is not known
     */
    public record Table(String id, PublishedTable content, Optional<Asked> asked, List<LeftOut> leftOut) {
        public Table {
            leftOut = List.copyOf(leftOut);
        }
    }

    /** Why a cell falls. */
    public enum Reason {
        /** what is printed is unsafe */
        PRINTED,
        /** it is left out, and a reader can compute it, or nearly */
        COMPUTED,
        /** it is printed, and what is left of it without a cell of another table is unsafe */
        DIFFERENCE
    }

    /**
     * A cell that falls.
     *
     * @param less the table that has the other cell, where a difference is unsafe
     */
    public record Fall(Period period, Map<String, String> codes, Reason reason, Optional<String> less) {}

    /**
     * What became of a table.
     *
     * @param rates whether its rates could be taken apart
     * @param unsolved how many cells left out could not be judged
     */
    public record Verdict(String table, int printed, int leftOut, boolean rates, int unsolved, List<Fall> falls) {
        public Verdict {
            falls = List.copyOf(falls);
        }
    }

    private FilesAudit() {}

    /** One verdict a table. */
    public static List<Verdict> of(List<Table> tables, Policy policy) {
        FileRollUps rollUps =
                new FileRollUps(tables.stream().map(Table::content).toList());
        FileRule rule = new FileRule(policy);
        FileFigures figures = new FileFigures();
        FileAmounts amounts = new FileAmounts();
        List<FileSheet> sheets = tables.stream()
                .map(table -> new FileSheet(table, rule, figures, amounts, rollUps))
                .toList();
        sheets.forEach(FileSheet::learnPersons);
        sheets.forEach(FileSheet::learnRates);
        sheets.forEach(FileSheet::learnAmounts);
        sheets.forEach(wide -> sheets.forEach(wide::link));
        sheets.forEach(FileSheet::addSums);
        rollUps.addSums(figures);
        amounts.compute();
        return sheets.stream().map(FileSheet::verdict).toList();
    }
}
