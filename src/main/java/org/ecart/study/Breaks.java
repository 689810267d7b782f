package org.ecart.study;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.ecart.model.Measure;
import org.ecart.model.Period;
import org.ecart.model.Status;
import org.ecart.model.Study;
import org.ecart.model.Value;
import org.ecart.stats.TablePlan;
import org.ecart.stats.ValueTable;

/**
 * The breaks that a table reaches over: it has a date before and one at or after the break, and hangs on one of its
 * variables. The figures of the first date at or after it carry {@code [b]}.
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
            Optional<Period> first = Optional.ofNullable(periods.ceiling(there.period()));
            if (touches && first.isPresent() && periods.first().compareTo(there.period()) < 0) {
                all.add(there);
                flagged.add(first.get());
            }
        }
        return new Breaks(all, flagged);
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
        return new ValueTable(
                table.shape(),
                values,
                table.cells(),
                table.sums(),
                table.references(),
                table.reference(),
                table.divided(),
                table.unavailable());
    }

    private static Value flag(Value value) {
        return value.status() == Status.NORMAL ? new Value(value.number(), Status.BREAK) : value;
    }
}
