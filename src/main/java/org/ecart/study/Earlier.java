package org.ecart.study;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.ecart.files.Definitions;
import org.ecart.i18n.Messages;
import org.ecart.i18n.Numbers;
import org.ecart.model.AuditReport;
import org.ecart.model.Departure;
import org.ecart.model.EcartException;
import org.ecart.model.Language;
import org.ecart.model.Measure;
import org.ecart.model.Period;
import org.ecart.model.Policy;
import org.ecart.model.Progress;
import org.ecart.model.Study;
import org.ecart.model.Value;
import org.ecart.protect.Draft;
import org.ecart.protect.Fate;
import org.ecart.protect.Protector;
import org.ecart.protect.ReleaseAudit;
import org.ecart.protect.links.Connected;
import org.ecart.stats.TablePlan;
import org.ecart.stats.ValueTable;

/**
 * Tables that left in earlier releases, planned and counted again from the study that is remembered, against the data as
 * they are now. What was printed is known to readers, whatever the data say today.
 */
final class Earlier {
    /**
     * A table of an earlier release.
     *
     * @param draft none where it is not linked
     * @param changed how many of its printed figures the data no longer say
     * @param notLinked why it is not linked
     */
    record Table(
            Departure departure,
            String study,
            String table,
            Optional<Draft> draft,
            int changed,
            Optional<EcartException> notLinked) {}

    private final List<Table> tables;

    private Earlier(List<Table> tables) {
        this.tables = tables;
    }

    /** Looks back at releases, as far as they look at dates that a study, or one of them that is linked to it, looks at. */
    static Earlier before(Study study, List<Departure> departures, Tables make, Progress progress) {
        Set<Period> periods = new HashSet<>();
        study.tables().forEach(table -> make.dates(study, table).forEach(periods::addAll));
        List<Left> all = departures.stream()
                .flatMap(departure -> departure.tables().stream().map(left -> left(departure, left, make)))
                .toList();
        Connected.of(all.stream().flatMap(table -> table.dates().stream()).toList()).stream()
                .filter(linked -> !Collections.disjoint(linked, periods))
                .toList()
                .forEach(periods::addAll);
        List<Table> tables = new ArrayList<>();
        for (Left table : all) {
            if (table.dates().stream().anyMatch(dates -> !Collections.disjoint(dates, periods))) {
                tables.add(again(table.departure(), table.table(), periods, study.policy(), make, progress));
            }
        }
        return new Earlier(tables);
    }

    /**
     * A table that has left.
     *
     * @param dates for each date that it has cells of those at which it looks for them
     */
    private record Left(Departure departure, Departure.Table table, List<Set<Period>> dates) {}

    private static Left left(Departure departure, Departure.Table left, Tables make) {
        Set<Period> told = left.cells().stream().map(Departure.Cell::period).collect(Collectors.toSet());
        List<Set<Period>> dates = new ArrayList<>();
        told.forEach(period -> dates.add(Set.of(period)));
        try {
            Study study = Definitions.study(departure.study());
            make.dates(study, study.table(left.id()).orElseThrow()).stream()
                    .filter(looked -> !Collections.disjoint(looked, told))
                    .forEach(dates::add);
        } catch (EcartException gone) {
            // why it cannot be planned any more is said where it is made again
        }
        return new Left(departure, left, dates);
    }

    private static Table again(
            Departure departure,
            Departure.Table left,
            Set<Period> periods,
            Policy policy,
            Tables make,
            Progress progress) {
        String id = "";
        try {
            Study study = Definitions.study(departure.study());
            id = study.id();
            Study.Table table = study.table(left.id()).orElseThrow();
            Draft now = make.draft(study, table, progress).draft();
            return new Again(departure, study, left, study.policy().equals(policy)).table(now, periods);
        } catch (EcartException gone) {
            return new Table(departure, id, left.id(), Optional.empty(), 0, Optional.of(gone));
        }
    }

    /** Those that are linked, with what they told. */
    List<Draft> drafts() {
        return tables.stream().flatMap(table -> table.draft().stream()).toList();
    }

    /** What is said of them in the audit. */
    List<AuditReport.Earlier> report(ReleaseAudit audit, Messages messages) {
        List<AuditReport.Earlier> report = new ArrayList<>();
        int linked = 0;
        for (Table table : tables) {
            int unsafe = table.draft().isPresent() ? audit.earlierUnsafe().get(linked++) : 0;
            report.add(new AuditReport.Earlier(
                    table.departure().id(),
                    table.study(),
                    table.table(),
                    table.changed(),
                    unsafe,
                    table.notLinked()
                            .map(why -> messages.text(Language.EN, why))
                            .orElse("")));
        }
        return report;
    }

    /** What the analyst should know of them. */
    List<EcartException> warnings() {
        List<EcartException> warnings = new ArrayList<>();
        for (Table table : tables) {
            String release = Departures.shortened(table.departure().id());
            table.notLinked()
                    .ifPresent(why -> warnings.add(EcartException.data(
                            "study.ledger.not_linked", table.table(), table.study(), release, why)));
            if (table.changed() > 0) {
                warnings.add(EcartException.data(
                        "study.ledger.changed", table.table(), table.study(), release, table.changed()));
            }
        }
        return warnings;
    }

    /**
     * One table, as it was and as it is now.
     *
     * @param sameRules whether it was protected under the policy of today
     */
    private record Again(Departure departure, Study study, Departure.Table left, boolean sameRules) {
        Table table(Draft now, Set<Period> periods) {
            ValueTable today = Protector.released(now.values(), study.policy());
            Map<Period, TablePlan> plans = new HashMap<>(now.plans());
            plans.keySet().retainAll(periods);
            Map<List<Object>, Departure.Cell> then = new HashMap<>();
            left.cells().forEach(cell -> then.put(List.of(cell.period(), cell.codes(), cell.staying()), cell));
            List<Fate> fates = new ArrayList<>();
            int changed = 0;
            for (ValueTable.Cell cell : now.values().cells()) {
                Optional<Departure.Cell> before =
                        Optional.ofNullable(then.remove(List.<Object>of(cell.period(), cell.codes(), cell.staying())));
                boolean printed = before.filter(Departure.Cell::printed).isPresent();
                fates.add(printed ? Fate.PRINTED : Fate.LEFT_OUT);
                if (printed && plans.containsKey(cell.period())) {
                    changed += changed(before.get(), today, cell.place());
                }
            }
            // Cells that are no longer there: the codes or the data have changed.
            changed += (int) then.values().stream()
                    .filter(cell -> cell.printed() && periods.contains(cell.period()))
                    .count();
            if (sameRules && changed == 0) {
                fates.replaceAll(fate -> fate == Fate.LEFT_OUT ? Fate.WITHHELD : fate);
            }
            String name = left.id() + " (" + study.id() + ", " + Departures.shortened(departure.id()) + ")";
            Draft draft = new Draft(name, now.values(), plans, now.caption(), now.decimals(), fates);
            return new Table(departure, study.id(), left.id(), Optional.of(draft), changed, Optional.empty());
        }

        private int changed(Departure.Cell before, ValueTable values, int place) {
            int changed = 0;
            for (Map.Entry<Measure, List<Value>> column : values.values().entrySet()) {
                Optional<String> then =
                        Optional.ofNullable(before.values().get(column.getKey().id()));
                Optional<String> today = place < 0
                        ? Optional.empty()
                        : column.getValue().get(place).number().map(number -> written(column.getKey(), number));
                changed += then.isPresent() && !then.equals(today) ? 1 : 0;
            }
            return changed;
        }

        private String written(Measure measure, BigDecimal number) {
            return Numbers.plain(number, study.decimals().of(measure));
        }
    }
}
