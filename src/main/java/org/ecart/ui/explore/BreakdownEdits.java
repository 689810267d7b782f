package org.ecart.ui.explore;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.ecart.model.Axis;
import org.ecart.model.Breakdown;
import org.ecart.model.Condition;
import org.ecart.model.Measure;
import org.ecart.model.Period;

/** What the analyst can do to a breakdown, each as a function from one breakdown to the next. */
final class BreakdownEdits {
    private BreakdownEdits() {}

    /** The variables of an axis. */
    static Axis axis(Breakdown breakdown, Shelf shelf) {
        return switch (shelf) {
            case ROWS -> breakdown.rows();
            case COLUMNS -> breakdown.columns();
            case LAYERS -> breakdown.layers();
            default -> throw new IllegalArgumentException("not an axis: " + shelf);
        };
    }

    /** Puts a variable on an axis: nested within what is there, or beside it. It leaves any other axis. */
    static Breakdown put(Breakdown breakdown, Shelf shelf, String variable, boolean nested) {
        Breakdown without = take(breakdown, variable);
        Axis axis = axis(without, shelf);
        return with(without, shelf, nested ? axis.nest(variable) : axis.stack(variable));
    }

    /** Takes a variable off whatever axis it is on. */
    static Breakdown take(Breakdown breakdown, String variable) {
        return breakdown
                .withRows(breakdown.rows().without(variable))
                .withColumns(breakdown.columns().without(variable))
                .withLayers(breakdown.layers().without(variable));
    }

    private static Breakdown with(Breakdown breakdown, Shelf shelf, Axis axis) {
        return switch (shelf) {
            case ROWS -> breakdown.withRows(axis);
            case COLUMNS -> breakdown.withColumns(axis);
            case LAYERS -> breakdown.withLayers(axis);
            default -> throw new IllegalArgumentException("not an axis: " + shelf);
        };
    }

    /** Rows become columns and columns rows. */
    static Breakdown swapped(Breakdown breakdown) {
        return breakdown.withRows(breakdown.columns()).withColumns(breakdown.rows());
    }

    /** Shows a measure or hides it; a table keeps at least one. */
    static Breakdown toggled(Breakdown breakdown, Measure measure) {
        List<Measure> measures = new ArrayList<>(breakdown.measures());
        if (!measures.remove(measure)) {
            measures.add(measure);
        }
        measures.sort(null);
        return measures.isEmpty() ? breakdown : breakdown.withMeasures(measures);
    }

    /** Adds a date or takes it away; a table keeps at least one. */
    static Breakdown toggled(Breakdown breakdown, Period period) {
        List<Period> periods = new ArrayList<>(breakdown.periods());
        if (!periods.remove(period)) {
            periods.add(period);
        }
        periods.sort(null);
        return periods.isEmpty() ? breakdown : breakdown.withPeriods(periods);
    }

    /** Adds a condition that must hold too. */
    static Breakdown filtered(Breakdown breakdown, Condition condition) {
        return breakdown.withFilter(joined(filters(breakdown), condition));
    }

    private static Condition joined(List<Condition> filters, Condition condition) {
        if (filters.contains(condition)) {
            return filters.size() == 1 ? condition : new Condition.And(filters);
        }
        List<Condition> all = new ArrayList<>(filters);
        all.add(condition);
        return all.size() == 1 ? condition : new Condition.And(all);
    }

    /** The conditions that must all hold, as separate chips. */
    static List<Condition> filters(Breakdown breakdown) {
        if (breakdown.filter() instanceof Condition.All) {
            return List.of();
        }
        return breakdown.filter() instanceof Condition.And and ? and.conditions() : List.of(breakdown.filter());
    }

    /** Takes one of the {@link #filters} away. */
    static Breakdown unfiltered(Breakdown breakdown, Condition condition) {
        List<Condition> left = new ArrayList<>(filters(breakdown));
        left.remove(condition);
        return switch (left.size()) {
            case 0 -> breakdown.withFilter(Condition.ALL);
            case 1 -> breakdown.withFilter(left.get(0));
            default -> breakdown.withFilter(new Condition.And(left));
        };
    }

    static Breakdown compared(Breakdown breakdown, String variable, String code) {
        return breakdown.withReference(Optional.of(new Breakdown.Reference(variable, code)));
    }
}
