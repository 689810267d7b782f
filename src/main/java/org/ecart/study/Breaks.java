package org.ecart.study;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.ecart.model.AtDate;
import org.ecart.model.DatedName;
import org.ecart.model.Measure;
import org.ecart.model.Period;
import org.ecart.model.Rules;
import org.ecart.model.Status;
import org.ecart.model.Study;
import org.ecart.model.Value;
import org.ecart.stats.TablePlan;
import org.ecart.stats.ValueTable;

/**
 * The breaks that a table reaches over: it has a date before and one at or after the break, and hangs on one of its
 * variables. The figures of the first date at or after it carry {@code [b]}, and those that are themselves made of dates on
 * both sides, as a transition is.
 *
 * @param flagged the dates whose figures carry the mark
 */
record Breaks(List<Study.Break> all, Set<Period> flagged) {
    Breaks {
        all = List.copyOf(all);
        flagged = Set.copyOf(flagged);
    }

    static Breaks of(Study study, TablePlan plan) {
        Set<String> used = plan.variables().stream().map(VariableNames::base).collect(Collectors.toSet());
        TreeSet<Period> periods = new TreeSet<>(plan.breakdown().periods());
        List<Study.Break> all = new ArrayList<>();
        Set<Period> flagged = new TreeSet<>();
        for (Study.Break there : study.breaks()) {
            boolean touches =
                    there.variables().isEmpty() || there.variables().stream().anyMatch(used::contains);
            Set<Period> marked = new TreeSet<>();
            if (touches && periods.first().compareTo(there.period()) < 0) {
                Optional.ofNullable(periods.ceiling(there.period())).ifPresent(marked::add);
            }
            if (touches) {
                periods.stream().filter(p -> over(there, p, plan)).forEach(marked::add);
            }
            if (!marked.isEmpty()) {
                all.add(there);
                flagged.addAll(marked);
            }
        }
        return new Breaks(all, flagged);
    }

    /** Whether the figures of one date are made of dates before and after a break. */
    private static boolean over(Study.Break there, Period period, TablePlan plan) {
        Set<String> asked = new TreeSet<>(plan.breakdown().variables());
        asked.addAll(plan.universe().variables());
        asked.addAll(plan.indicator().variables());
        TreeSet<Period> read = read(there, asked, period, plan.derivations());
        plan.also()
                .ifPresent(also -> read.addAll(read(there, asked, also.shift().from(period), plan.derivations())));
        return !read.isEmpty()
                && read.first().compareTo(there.period()) < 0
                && read.last().compareTo(there.period()) >= 0;
    }

    /** Every date at which something is read that a break touches. */
    private static TreeSet<Period> read(
            Study.Break there, Set<String> variables, Period period, List<Rules> derivations) {
        TreeSet<Period> dates = new TreeSet<>();
        variables.stream()
                .filter(v -> there.variables().isEmpty() || there.variables().contains(VariableNames.base(v)))
                .filter(v -> DatedName.of(v).isEmpty())
                .forEach(v -> dates.add(period));
        for (Rules rules : derivations) {
            if (variables.contains(rules.variable())) {
                Period date =
                        rules.derivation() instanceof AtDate at ? at.shift().from(period) : period;
                dates.addAll(read(there, rules.derivation().inputs(), date, derivations));
            }
        }
        return dates;
    }

    /** The table with its marks. What has no number keeps the reason why. */
    ValueTable flag(ValueTable table) {
        if (flagged.isEmpty()) {
            return table;
        }
        Map<Measure, List<Value>> values = new LinkedHashMap<>();
        table.values().forEach((measure, column) -> {
            List<Value> marked = new ArrayList<>();
            for (int cell = 0; cell < column.size(); cell++) {
                Period period =
                        table.shape().periods().get(table.shape().address(cell).period());
                marked.add(flagged.contains(period) ? flag(column.get(cell)) : column.get(cell));
            }
            values.put(measure, marked);
        });
        return table.with(values);
    }

    private static Value flag(Value value) {
        return value.status() == Status.NORMAL ? new Value(value.number(), Status.BREAK) : value;
    }
}
