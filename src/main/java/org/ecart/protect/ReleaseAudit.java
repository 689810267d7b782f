package org.ecart.protect;

import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.ecart.model.Period;
import org.ecart.model.Policy;
import org.ecart.model.Progress;
import org.ecart.protect.Audit.Finding;
import org.ecart.stats.ValueTable;
import org.ecart.tabulate.Tabulator;

/**
 * Tables that are about to leave, attacked together and with those that have left before (METHOD, section 6). What is
 * published is read from the finished tables, never from what the protector decided.
 *
 * @param tables those that are about to leave, in their order
 * @param differences what printed cells give away as a difference of them: told of only where somebody learns too much
 * @param earlierUnsafe for each table that has left before how many of its printed cells are unsafe under this policy
 * @param budgetSpent whether the attack ran out of steps somewhere, so that not everything was tried
 */
public record ReleaseAudit(
        List<Table> tables, List<Difference> differences, List<Integer> earlierUnsafe, boolean budgetSpent) {
    /**
     * What was found in a table.
     *
     * @param safe how many of its cells are printed
     * @param attacked the cells that are left out, margins that a printed share would tell among them, and those that
     *     are printed though they should not be
     */
    public record Table(String name, int safe, List<Attacked> attacked) {
        public Table {
            attacked = List.copyOf(attacked);
        }

        /** How many of its cells are left out for this reason. */
        public int count(Protection kind) {
            return (int) attacked.stream()
                    .filter(cell -> cell.place() >= 0 && cell.kind() == kind)
                    .count();
        }

        /** What was found about the cell at a place of the shape. */
        public Optional<Attacked> at(int place) {
            return attacked.stream().filter(cell -> cell.place() == place).findFirst();
        }
    }

    /**
     * A cell and what attackers can do about it.
     *
     * @param place its number in the shape, -1 for a margin that is not printed
     * @param codes by variable, {@code _T} where it sums over one
     * @param staying where only those are counted who are counted at another date too: that date
     * @param kind {@link Protection#SAFE} for a cell that is printed though it is unsafe
     * @param unsafe the persons that make it primary; none where it is its amount
     */
    public record Attacked(
            int place,
            Period period,
            Map<String, String> codes,
            Optional<Period> staying,
            Protection kind,
            Set<Quantity> unsafe,
            Finding finding) {
        public Attacked {
            codes = Collections.unmodifiableMap(new LinkedHashMap<>(codes));
            unsafe = Collections.unmodifiableSet(
                    unsafe.isEmpty() ? EnumSet.noneOf(Quantity.class) : EnumSet.copyOf(unsafe));
        }

        /** Whether the tables may not leave because of this cell. */
        public boolean broken() {
            return kind == Protection.SAFE || finding.broken();
        }
    }

    /**
     * Printed cells whose difference is unsafe, or a cell that was left out before and falls now, with the tables about to leave
     * that have cells left out with the same persons.
     *
     * @param cells "T01: 2014, origin BE"; of a whole table its name
     */
    public record Difference(List<String> cells, Finding finding) {
        public Difference {
            cells = List.copyOf(cells);
        }
    }

    public ReleaseAudit {
        tables = List.copyOf(tables);
        differences = List.copyOf(differences);
        earlierUnsafe = List.copyOf(earlierUnsafe);
    }

    /** Where attackers learn too much, in words without any figure: table, date and codes. None = the tables may leave. */
    public Optional<String> broken() {
        return tables.stream()
                .flatMap(table -> table.attacked().stream()
                        .filter(cell -> cell.broken())
                        .map(cell -> name(table.name(), cell.period(), cell.codes())))
                .findFirst()
                .or(() -> differences.stream()
                        .map(difference -> String.join(" / ", difference.cells()))
                        .findFirst());
    }

    static String name(String table, Period period, Map<String, String> codes) {
        List<String> words = new ArrayList<>(List.of(period.toString()));
        codes.forEach((variable, code) -> words.add(variable + " " + code));
        return (table.isEmpty() ? "" : table + ": ") + String.join(", ", words);
    }

    /**
     * Attacks tables.
     *
     * @param drafts the tables with all their figures
     * @param leaving the same as they are about to leave
     * @param earlier tables that have left before, with what they told
     * @param witnesses that may prove cells uncertain, of the same tables
     */
    public static ReleaseAudit of(
            List<Draft> drafts,
            List<? extends PrintedTable> leaving,
            List<Draft> earlier,
            Witnesses witnesses,
            Policy policy,
            Tabulator tabulator,
            Progress progress) {
        return new ReleaseAttack(drafts, leaving, earlier, witnesses, policy).make(tabulator, progress);
    }

    /** For each cell of a finished table whether it is told of; as an earlier table it has these fates. */
    public static List<Fate> fates(PrintedTable printed, ValueTable cells) {
        Leaving leaving = new Leaving(printed, cells);
        List<Fate> fates = new ArrayList<>();
        for (int cell = 0; cell < cells.cells().size(); cell++) {
            fates.add(leaving.tells(cell) ? Fate.PRINTED : Fate.LEFT_OUT);
        }
        return fates;
    }
}
