package org.ecart.ui.explore;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
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

    /** Puts a variable on an axis directly within another that stands there. It leaves any other place. */
    static Breakdown putWithin(Breakdown breakdown, Shelf shelf, String variable, String outer) {
        if (variable.equals(outer)) {
            return breakdown;
        }
        Breakdown without = take(breakdown, variable);
        List<List<String>> blocks = new ArrayList<>();
        for (List<String> block : axis(without, shelf).blocks()) {
            List<String> changed = new ArrayList<>(block);
            int place = changed.indexOf(outer);
            if (place >= 0) {
                changed.add(place + 1, variable);
            }
            blocks.add(changed);
        }
        return with(without, shelf, new Axis(blocks));
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

    /** Keeps only persons with one of these codes in the place of an earlier choice; no codes = everyone again. */
    static Breakdown restricted(Breakdown breakdown, String variable, List<String> codes) {
        Breakdown without = breakdown;
        for (Condition condition : filters(breakdown)) {
            if (condition instanceof Condition.In in && in.variable().equals(variable)) {
                without = unfiltered(without, condition);
            }
        }
        return codes.isEmpty() ? without : filtered(without, new Condition.In(variable, codes));
    }

    /** The codes that a variable is restricted to by {@link #restricted}. */
    static List<String> restriction(Breakdown breakdown, String variable) {
        return filters(breakdown).stream()
                .filter(c -> c instanceof Condition.In in && in.variable().equals(variable))
                .map(c -> ((Condition.In) c).codes())
                .findFirst()
                .orElse(List.of());
    }

    /** Measures against a category; a table of rates or amounts then also shows gaps. */
    static Breakdown compared(Breakdown breakdown, String variable, String code, Measure usual) {
        Breakdown compared = ArrangementEdits.hidden(
                breakdown.withReference(Optional.of(new Breakdown.Reference(variable, code))),
                variable,
                List.of(code),
                false);
        return compared.measures().stream().anyMatch(Measure::comparesWithReference)
                ? compared
                : withGaps(withUsual(compared, usual), usual);
    }

    private static Breakdown withGaps(Breakdown breakdown, Measure usual) {
        List<Measure> measures = new ArrayList<>(breakdown.measures());
        gaps(usual).stream().filter(m -> !measures.contains(m)).forEach(measures::add);
        measures.sort(null);
        return breakdown.withMeasures(measures);
    }

    /** The gap of a rate in points, of an amount in its unit and in percent; a count has none. */
    private static List<Measure> gaps(Measure usual) {
        return switch (usual) {
            case RATE -> List.of(Measure.GAP);
            case AMOUNT -> List.of(Measure.AMOUNT_GAP, Measure.AMOUNT_GAP_PERCENT);
            default -> List.of();
        };
    }

    static Breakdown notCompared(Breakdown breakdown) {
        return breakdown
                .withReference(Optional.empty())
                .withMeasures(breakdown.measures().stream()
                        .filter(m -> !m.comparesWithReference())
                        .toList());
    }

    /** What has lost what it is measured against goes: gaps without their axis, changes without a second date. */
    static Breakdown settled(Breakdown breakdown) {
        boolean stands = breakdown
                .reference()
                .filter(r -> !breakdown.variables().contains(r.variable()))
                .isEmpty();
        Breakdown settled = ArrangementEdits.settled(stands ? breakdown : notCompared(breakdown));
        return settled.periods().size() > 1
                ? settled
                : settled.withMeasures(settled.measures().stream()
                        .filter(m -> !m.comparesWithEarlier())
                        .toList());
    }

    /**
     * Another indicator, with the measures that it can have: a rate and its gap become an amount and its gaps, and back.
     *
     * @param before the usual measure of the indicator before
     * @param now that of this one
     */
    static Breakdown measuring(Breakdown breakdown, String indicator, Measure before, Measure now) {
        Breakdown changed = breakdown.withIndicator(indicator).withSpan(Optional.empty());
        if (before.subject() == now.subject()) {
            return changed;
        }
        Set<Measure> measures = new TreeSet<>();
        for (Measure measure : breakdown.measures()) {
            measures.addAll(counterparts(measure, now));
        }
        boolean persons = now.subject() == Measure.Subject.PERSONS;
        if (!measures.isEmpty() && !persons && measures.stream().noneMatch(m -> m.subject() == now.subject())) {
            measures.add(now);
        }
        Breakdown measured = changed.withMeasures(List.copyOf(measures));
        // a count has no gaps to carry over, and its reference still stands
        boolean gaps = before.subject() == Measure.Subject.PERSONS
                && breakdown.reference().isPresent();
        return gaps ? withGaps(withUsual(measured, now), now) : measured;
    }

    /** What a measure becomes where another one is usual; nothing where there is none of its kind. */
    private static List<Measure> counterparts(Measure measure, Measure now) {
        if (measure.subject() == Measure.Subject.PERSONS) {
            return List.of(measure);
        }
        if (now.subject() == Measure.Subject.PERSONS) {
            return List.of();
        }
        return switch (measure) {
            case RATE, AMOUNT -> List.of(now);
            case GAP, AMOUNT_GAP, AMOUNT_GAP_PERCENT -> gaps(now);
            case RATIO, AMOUNT_RATIO -> List.of(now == Measure.RATE ? Measure.RATIO : Measure.AMOUNT_RATIO);
            default -> List.of();
        };
    }

    /** The measures by name where the breakdown leaves them open. */
    static Breakdown withUsual(Breakdown breakdown, Measure usual) {
        return breakdown.measures().isEmpty() ? breakdown.withMeasures(List.of(Measure.PERSONS, usual)) : breakdown;
    }
}
